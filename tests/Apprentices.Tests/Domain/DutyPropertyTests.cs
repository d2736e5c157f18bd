using Apprentices.Domain;
using FsCheck;
using FsCheck.Fluent;

namespace Apprentices.Tests.Domain;

/// <summary>What is true of every contract, whatever happens to it.</summary>
public sealed partial class DutyPropertyTests
{
    [Fact]
    public void Windows_tile_the_training_without_gap_or_overlap() => Holds(story => story.Tell((record, _) =>
    {
        foreach (var period in new[] { record.State.Period, record.State.ProposedPeriod })
        {
            var windows = period.HalfYears;
            Assert.Equal(period.StartsOn, windows[0].StartsOn);
            Assert.Equal(period.EndsOn, windows[^1].EndsOn);
            Assert.All(windows, window => Assert.True(window.StartsOn <= window.EndsOn && window.StartsOn <= window.TalkDueOn && window.TalkDueOn <= window.EndsOn));
            Assert.All(windows.Zip(windows.Skip(1)), pair => Assert.Equal(pair.First.EndsOn.AddDays(1), pair.Second.StartsOn));
        }

        Assert.Equal(
            record.State.Period.HalfYears.Select(window => (window.Number, window.StartsOn, window.TalkDueOn)),
            Talks(record.State, story.Rules).Select(talk => (talk.Number, talk.OpensOn, talk.DueOn)));
    }));

    [Fact]
    public void A_break_moves_exactly_the_boundaries_on_or_after_its_first_day_by_its_days() => Holds(story =>
    {
        var before = story.Tell().State;
        var last = before.Period.Breaks.Select(b => b.StartsOn).Append(story.Start).Max();
        var from = last.AddDays(1 + (story.EnteredAfter % 200));
        var (length, percent) = (1 + (story.Days % 97), 1 + (story.Days % 100));
        var days = (int)Math.Ceiling(length * percent / 100m);

        var id = Guid.CreateVersion7();
        var after = before
            .With(id, new InterruptionBegun(from, from.AddDays(length - 1), percent, Prolongs: true), from)
            .With(Guid.CreateVersion7(), new ConsentGiven(id, from), from);

        Assert.Equal(Boundaries(before).Select(day => day >= from ? day.AddDays(days) : day), Boundaries(after));

        IEnumerable<DateOnly> Boundaries(ContractState state) =>
            (state with { Termination = null, CompletedOn = null }).Period is var period ? period.HalfYears.Select(window => window.EndsOn).Append(period.EndsOn) : [];
    });

    [Fact]
    public void No_entry_moves_a_talk_that_was_held_and_every_other_one_follows_its_window() => Holds(story =>
    {
        Dictionary<int, (DateOnly, DateOnly, DateOnly?)> held = [];
        story.Tell((record, _) =>
        {
            var windows = record.HalfYears.ToDictionary(window => window.Number);
            foreach (var talk in record.Evaluations)
            {
                var days = (talk.WindowStartsOn, talk.DueOn, talk.HeldOn);
                if (talk.IsUntouched)
                {
                    Assert.Equal((windows[talk.Number].StartsOn, windows[talk.Number].TalkDueOn, null), days);
                }
                else
                {
                    held.TryAdd(talk.Number, days);
                    Assert.Equal(held[talk.Number], days);
                }
            }

            Assert.Equal(record.Evaluations.Count, record.Evaluations.Select(talk => talk.Number).Distinct().Count());
            Assert.All(held.Keys, number => Assert.Contains(record.Evaluations, talk => talk.Number == number));
        });
    });

    [Fact]
    public void A_day_set_by_law_is_never_later_than_the_laws_arithmetic_and_waits_for_no_consent() => Holds(story => story.Tell((record, today) =>
    {
        var state = record.State;
        var consented = state with
        {
            Breaks = [.. state.Breaks.Where(b => b.ConsentedToOn is not null).Select(b => b with { ToOn = b.ConsentedToOn, IsRefused = false })],
            Extensions = [.. state.Extensions.Where(e => e.ConsentOn is not null)],
            KindChanges = [.. state.KindChanges.Where(k => k.ConsentOn is not null)],
        };
        Assert.False(consented.IsWaiting);
        Assert.Equal(Days(consented), Days(state));
        NeverLater(state, story.Rules);

        var all = state;
        foreach (var id in state.Breaks.Where(b => b.IsWaiting).Select(b => b.Id).Concat(state.Extensions.Where(e => e.ConsentOn is null && !e.IsRefused).Select(e => e.Id)))
        {
            all = all.With(Guid.CreateVersion7(), new ConsentGiven(id, today), today);
        }

        NeverLater(all, story.Rules);

        IEnumerable<(DutyKey, DateOnly, DateOnly)> Days(ContractState contract) => Duties.For(new DutyFacts(contract), story.Rules)
            .Where(duty => !duty.IsOnlyProposed && duty.Kind != DutyKind.Notice).Select(duty => (duty.Key, duty.OpensOn, duty.DueOn));
    }));

    [Fact]
    public void A_meeting_is_proposed_on_a_working_day_outside_the_closure_and_in_its_window_unless_there_is_none() => Holds(story => story.Tell((record, _) =>
    {
        foreach (var duty in Duties.For(record.Facts, story.Rules).Where(duty => duty.Nature == DutyNature.Meeting))
        {
            var meet = duty.MeetOn!.Value;
            Assert.Equal(meet, duty.MeetArithmetic[^1].Gives);
            if (duty.Kind != DutyKind.HalfYearTalk)
            {
                Assert.True(MeetingDays.Suits(meet, story.Closure));
            }
            else if (Enumerable.Range(duty.OpensOn.DayNumber, duty.DueOn.DayNumber - duty.OpensOn.DayNumber + 1).Select(DateOnly.FromDayNumber)
                .Any(day => MeetingDays.Suits(day, story.Closure)))
            {
                Assert.True(MeetingDays.Suits(meet, story.Closure) && duty.OpensOn <= meet && meet <= duty.DueOn, $"{meet:O} for {duty.OpensOn:O}-{duty.DueOn:O}");
            }
            else
            {
                Assert.Equal(duty.DueOn, meet);
            }
        }
    }));

    [Fact]
    public void Every_sum_ends_on_its_day() => Holds(story => story.Tell((record, _) =>
    {
        Assert.All(Duties.For(record.Facts, story.Rules), duty => Assert.Equal(duty.DueOn, duty.Arithmetic[^1].Gives));
        Assert.Equal(record.State.Period.FullEndsOn, record.State.Period.EndArithmetic[^1].Gives);
    }));

    [Fact]
    public void Nobody_can_silence_what_the_law_sets_the_day_of() => Holds(story => story.Tell((record, today) =>
        Assert.All(
            Duties.For(record.Facts, story.Rules)
                .Concat(EmployerDuties.For(today.Year, ["03"], [new ApprovalInUse(record.Id, "03", today)], story.Rules))
                .Where(duty => duty.Basis == DutyBasis.Law),
            duty => Assert.Contains(
                duty.Kind == DutyKind.HalfYearTalk ? new ReminderTopic(ReminderSubject.Talk) : new ReminderTopic(ReminderSubject.Duty, duty.Kind),
                ReminderRules.LawBound))));

    private static IEnumerable<Duty> Talks(ContractState state, DutyRules rules) => Duties.Talks(state, rules).OrderBy(talk => talk.Number);

    /// <summary>The law's own arithmetic, anew: nothing of it is taken from the sums under test.</summary>
    private static void NeverLater(ContractState state, DutyRules rules)
    {
        var breaks = state.Breaks.Where(b => b.ConsentedToOn is not null)
            .Select(b => (From: b.FromOn, Days: (int)Math.Ceiling((b.ConsentedToOn!.Value.DayNumber - b.FromOn.DayNumber + 1) * b.Percent / 100m)))
            .OrderBy(b => b.From).ToList();
        var start = state.Terms.StartsOn;
        var end = Moved(state.Terms.EndsOn.AddDays(state.Extensions.Where(e => e.ConsentOn is not null).Sum(e => e.Days)));
        foreach (var duty in Duties.For(new DutyFacts(state), rules).Where(duty => duty is { Basis: DutyBasis.Law, IsOnlyProposed: false }))
        {
            var latest = duty.Kind switch
            {
                DutyKind.ContractSigned or DutyKind.AgreementSigned => start.AddDays(-1),
                DutyKind.ProbationEnds => start.AddMonths(6).AddDays(-1),
                DutyKind.HalfYearTalk => Earlier(Moved(start.AddMonths(6 * duty.Number).AddDays(-1)), end),
                DutyKind.RegistrationDeadline => end.AddMonths(-2),
                DutyKind.FinalTest or DutyKind.Closing => end,
                DutyKind.Appeal => state.Sittings.Single(sitting => sitting.Id == duty.Subject).NoticeOn.AddDays(21),
                DutyKind.Attest => state.Termination!.LastDayOn,
                DutyKind.Notice => state.ToTell.Where(told => told.Id == duty.Subject).Select(told => ((ContractTerminated)told.Change).LastDayOn.AddDays(-1)).Single(),
                _ => throw new InvalidOperationException($"{duty.Kind} is set by law and has no arithmetic here."),
            };
            Assert.True(duty.DueOn <= latest, $"{duty.Kind} {duty.Number} is due {duty.DueOn:O}, by law {latest:O}");
            Assert.True(duty.Kind != DutyKind.FinalTest || duty.OpensOn >= Earlier(end.AddMonths(-3), duty.OpensOn));
        }

        DateOnly Moved(DateOnly day) => breaks.Aggregate(day, (moved, away) => moved >= away.From ? moved.AddDays(away.Days) : moved);
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static void Holds(Action<DutyStory> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(DutyStory.Any, property));
}
