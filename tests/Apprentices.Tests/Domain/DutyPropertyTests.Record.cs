using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

/// <content>What is true of the record and its entries.</content>
public sealed partial class DutyPropertyTests
{
    [Fact]
    public void The_columns_are_what_the_entries_say() => Holds(story => story.Tell((record, today) =>
    {
        var state = ContractState.Replay(record.Entries.Reverse());
        Assert.Equal(DutyStory.Text(state), DutyStory.Text(record.State));
        Assert.Equal(
            (state.Terms.StartsOn, state.Period.ContractEndsOn, state.Period.EndsOn, state.IsWaiting),
            (record.StartsOn, record.ContractEndsOn, record.EndsOn, record.IsWaitingForCounty));
        Assert.Equal(
            (state.KindOn(today), state.CountyOn(today), state.CurriculumOn(today), state.WorkplaceOn(today)),
            (record.Kind, record.CountyNumber, record.CurriculumCode, record.WorkplaceId));
        Assert.Equal(
            state.Breaks.Select(b => (b.Id, b.FromOn, b.ToOn, b.Percent, b.ConsentOn, b.ConsentedToOn)).Order(),
            record.Interruptions.Select(i => (i.Id, i.StartsOn, i.EndsOn, i.Percent, i.CountyConsentOn, i.ConsentedEndsOn)).Order());
        Assert.Equal(
            state.Workplaces.Select(w => (w.EntryId, w.FromOn, w.Value)).Order(), record.Workplaces.Select(w => (w.EntryId, w.FromOn, w.WorkplaceId)).Order());
        Assert.Equal(DutyStory.Text(state.Period.HalfYears), DutyStory.Text(record.HalfYears));
    }));

    [Fact]
    public void Replaying_the_entries_gives_the_same_as_adding_them_one_by_one() => Holds(story =>
    {
        var entries = story.Tell().Entries;
        var withdrawn = entries.Select(entry => entry.Change).OfType<ChangeWithdrawn>().Select(change => change.Mistake).ToHashSet();
        var first = (ContractEntered)entries[0].Change;
        var one = ContractState.Of(first.Terms);
        foreach (var entry in entries.Skip(1).Where(entry => !withdrawn.Contains(entry.Id) && !(entry.Change.Earlier is { } earlier && withdrawn.Contains(earlier))))
        {
            one = one.With(entry.Id, entry.Change, entry.RecordedOn);
        }

        Assert.Equal(DutyStory.Text(one), DutyStory.Text(ContractState.Replay(entries)));
    });

    [Fact]
    public void As_of_a_day_the_record_is_what_it_was_in_the_evening_of_that_day() => Holds(story =>
    {
        SortedDictionary<DateOnly, string> evenings = [];
        var record = story.Tell((then, today) => evenings[today] = DutyStory.Text(then.State));

        Assert.Null(record.StateAsOf(evenings.First().Key.AddDays(-1)));
        foreach (var (day, state) in evenings)
        {
            Assert.Equal(state, DutyStory.Text(record.StateAsOf(day)));
        }

        Assert.Equal(evenings.Last().Value, DutyStory.Text(record.StateAsOf(evenings.Last().Key.AddYears(1))));
    });

    [Fact]
    public void Withdrawing_an_entry_gives_what_was_before_it() => Holds(story =>
    {
        var record = story.Tell();
        var today = record.Entries.Max(entry => entry.RecordedOn).AddDays(200);
        record.RollOver(today);
        foreach (var turn in story.Turns.Where(turn => turn.What < 27))
        {
            var (before, known) = (Seen(record), record.Entries.Count);
            if (!story.TryTake(record, turn, today))
            {
                continue;
            }

            record.Record(new ChangeWithdrawn(record.Entries[known].Id), Decider.Employer, today);
            record.ScheduleDuties(story.Rules);
            Assert.Equal(before, Seen(record));
        }
    });

    [Fact]
    public void Withdrawing_an_entry_long_after_gives_the_duties_as_if_it_had_never_been() => Holds(story =>
    {
        var entries = story.Tell().Entries;
        foreach (var mistake in entries.Where(entry => entry.Change is not (ContractEntered or ChangeWithdrawn)))
        {
            var withdrawn = ContractState.Replay(entries.Append(new RecordEntry(entries.Count + 1, new ChangeWithdrawn(mistake.Id), Decider.Employer, mistake.RecordedOn, null)));
            var never = ContractState.Replay(entries.Where(entry => entry.Id != mistake.Id && entry.Change.Earlier != mistake.Id));
            Assert.Equal(
                DutyStory.Text(Duties.For(new DutyFacts(never), story.Rules)), DutyStory.Text(Duties.For(new DutyFacts(withdrawn), story.Rules)));
        }
    });

    [Fact]
    public void The_order_in_which_independent_changes_are_entered_does_not_matter() => Holds(story =>
    {
        // Each with what belongs to it, all on one day; of two that say the same about the same day the later would hold.
        var entries = story.Tell().Entries;
        var whole = entries.Skip(1).Where(entry => entry.Change is InterruptionBegun or PeriodExtended or WorkplaceChanged or CountyChanged or KindChanged or TestHeld)
            .DistinctBy(entry => entry.Change is InterruptionBegun or TestHeld ? entry.Id : (object)(entry.Change.GetType(), entry.Change is PeriodExtended ? null : entry.Change.FirstDay))
            .Select(entry => entries.Where(other => other.Id == entry.Id || (other.Change.Earlier == entry.Id && other.Change is not ChangeWithdrawn)).ToList())
            .ToList();
        var (one, other) = (Told(whole), Told(whole.OrderBy(unit => (unit[0].Order * 7919) % (1 + story.Days))));
        Assert.Equal(one, other);
        Assert.Equal(one, Told(Enumerable.Reverse(whole)));

        string Told(IEnumerable<List<RecordEntry>> units)
        {
            var state = ContractState.Of(((ContractEntered)entries[0].Change).Terms);
            foreach (var entry in units.SelectMany(unit => unit))
            {
                state = state.With(entry.Id, entry.Change, story.Start);
            }

            return DutyStory.Text(Duties.For(new DutyFacts(state), story.Rules));
        }
    });

    /// <summary>
    /// All that follows from the entries, and not the entries. What is done keeps the days it had when it was done, whatever came
    /// later; those are history and are left out.
    /// </summary>
    private static string Seen(Apprenticeship record)
    {
        return DutyStory.Text((
            record.State, record.EndsOn, record.ContractEndsOn, record.Kind, record.CountyNumber, record.WorkplaceId, record.IsWaitingForCounty,
            record.Evaluations.OrderBy(talk => talk.Number).Select(talk => (talk.Number, talk.WindowStartsOn, talk.DueOn, talk.HeldOn, talk.State)).ToList(),
            record.Duties.OrderBy(duty => duty.Kind).ThenBy(duty => duty.Number).ThenBy(duty => duty.Subject)
                .Select(duty => duty.State == DutyState.Done
                    ? (duty.Key, default, default, null, null, duty.State, duty.DoneOn)
                    : (duty.Key, duty.OpensOn, duty.DueOn, duty.ProposedDueOn, duty.MeetOn, duty.State, duty.DoneOn)).ToList(),
            record.Interruptions.Select(away => (away.Id, away.StartsOn, away.EndsOn, away.CountyConsentOn)).ToList()));
    }
}
