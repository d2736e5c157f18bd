using System.Text.Json;
using Apprentices.Domain;
using FsCheck;
using FsCheck.Fluent;

namespace Apprentices.Tests.Domain;

/// <summary>A contract and whatever might happen to it: what the record does not allow is left out as the story is told.</summary>
internal sealed record DutyStory(DateOnly Start, int Days, int EnteredAfter, ContractVariant Variant, SummerClosure? Closure, IReadOnlyList<DutyStory.Turn> Turns)
{
    /// <summary>Something that happens, so many days after the turn before; the numbers say what and how.</summary>
    public sealed record Turn(int After, int What, int Day, int Length, int Percent, int Pick);

    private static readonly JsonSerializerOptions Whole = new() { IncludeFields = true };

    public DutyRules Rules => DutyRules.Default with { Closure = Closure };

    public static Arbitrary<DutyStory> Any { get; } = (
        from start in Gen.Choose(new DateOnly(2015, 1, 1).DayNumber, new DateOnly(2035, 12, 31).DayNumber)
        from days in Gen.Choose(100, 1500)
        from enteredAfter in Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 700))
        from variant in Gen.Elements(Enum.GetValues<ContractVariant>())
        from closure in Gen.Elements(SummerClosure.Default, null, new SummerClosure(12, 15, 1, 10), new SummerClosure(6, 15, 8, 31))
        from turns in (
            from after in Gen.Choose(0, 60)
            from what in Gen.Choose(0, 31)
            from day in Gen.Choose(0, days)
            from length in Gen.Choose(1, 150)
            from percent in Gen.OneOf(Gen.Constant(100), Gen.Choose(1, 100))
            from pick in Gen.Choose(0, 1000)
            select new Turn(after, what, day, length, percent, pick)).ListOf()
        select new DutyStory(DateOnly.FromDayNumber(start), days, enteredAfter, variant, closure, [.. turns.Take(25)])).ToArbitrary();

    /// <summary>Tells it; after each entry that is allowed, shows the record as it is then and the day it was entered.</summary>
    public Apprenticeship Tell(Action<Apprenticeship, DateOnly>? show = null)
    {
        var today = Start.AddDays(EnteredAfter);
        var record = DutyRecord.Entered($"{Start:yyyy-MM-dd}", $"{Start.AddDays(Days):yyyy-MM-dd}", $"{today:yyyy-MM-dd}", Variant);
        record.ScheduleDuties(Rules);
        show?.Invoke(record, today);
        foreach (var turn in Turns)
        {
            today = today.AddDays(turn.After);
            if (TryTake(record, turn, today))
            {
                show?.Invoke(record, today);
            }
        }

        return record;
    }

    /// <summary>Lets it happen if the record allows it.</summary>
    public bool TryTake(Apprenticeship record, Turn turn, DateOnly today)
    {
        try
        {
            if (turn.What >= 29)
            {
                record.Evaluations.First(talk => talk.IsUntouched).Hold(today, "Snakket sammen.", record.PersonId, today);
            }
            else if (ChangeOf(record, turn, today) is { } change)
            {
                record.Record(change, Decider.Employer, today);
            }
            else
            {
                return false;
            }

            record.RollOver(today);
            record.ScheduleDuties(Rules);
            return true;
        }
        catch (Exception exception) when (exception is RuleException or NotThereException or InvalidOperationException { Source: "System.Linq" })
        {
            return false;
        }
    }

    public static RecordChange? ChangeOf(Apprenticeship record, Turn turn, DateOnly today)
    {
        var state = record.State;
        var from = state.Terms.StartsOn.AddDays(turn.Day);
        return turn.What switch
        {
            < 8 => new InterruptionBegun(from, turn.Pick % 5 == 0 ? null : from.AddDays(turn.Length - 1), turn.Percent, turn.Pick % 7 > 0),
            < 14 => Waiting(state) is { Count: > 0 } waiting ? new ConsentGiven(waiting[turn.Pick % waiting.Count], today) : null,
            14 => Waiting(state) is { Count: > 0 } waiting ? new ConsentRefused(waiting[turn.Pick % waiting.Count], today) : null,
            < 17 => state.Breaks.Count > 0 && state.Breaks[turn.Pick % state.Breaks.Count] is var away
                ? new InterruptionEnded(away.Id, away.FromOn.AddDays(turn.Length - 1)) : null,
            < 19 => new PeriodExtended(state.ProposedPeriod.FullEndsOn.AddDays(turn.Length), turn.Length),
            19 => new WorkplaceChanged(from, Guid.CreateVersion7()),
            20 => new CountyChanged(from, turn.Pick % 2 == 0 ? "11" : "42"),
            21 => new KindChanged(from, turn.Pick % 2 == 0 ? ContractKind.TrainingCandidate : ContractKind.Apprentice),
            22 => TestOf(state, turn, today),
            23 => turn.Pick % 4 == 0 ? new ContractTerminated(from, turn.Pick % 8 == 0 ? TerminationWay.ByAgreement : TerminationWay.ByCountyDecision) : null,
            24 => turn.Pick % 4 == 0 ? new TrainingCompleted(today) : null,
            25 => new ContractApproved(today),
            26 => new AgreementSigned(today, state.Terms.StartsOn, turn.Pick % 2 == 0 ? null : state.Terms.EndsOn, "1362"),
            _ => new ChangeWithdrawn(record.Entries[turn.Pick % record.Entries.Count].Id),
        };
    }

    /// <summary>Mostly a test with its result; now and then what else may become of one.</summary>
    private static RecordChange? TestOf(ContractState state, Turn turn, DateOnly today)
    {
        var sat = state.Sittings is { Count: > 0 } sittings ? sittings[turn.Pick % sittings.Count] : null;
        return (turn.Pick % 11) switch
        {
            0 => new TestDeferred(today.AddDays(-1)),
            1 => new TestSentOut(today.AddDays(-turn.Pick % 5)),
            2 => new TestAnnulled(sat?.HeldOn ?? today, today, sat?.Grade is null ? null : sat.Id),
            3 => sat is null ? null : new TestAppealed(sat.Id, today),
            4 => sat?.Appeal is { } appeal ? new AppealDecided(appeal.Id, today, (AppealOutcome)(turn.Pick % 3), turn.Pick % 3 == 1 ? TestGrade.Passed : null) : null,
            5 => new CertificateReceived(today, CertificateKind.TradeCertificate),
            _ => new TestHeld(today.AddDays(-turn.Pick % 30), turn.Pick % 3 == 0 ? TestGrade.Passed : TestGrade.NotPassed, today),
        };
    }

    /// <summary>All of it as text, so that two can be compared whole.</summary>
    public static string Text<T>(T value) => JsonSerializer.Serialize(value, Whole);

    private static List<Guid> Waiting(ContractState state) =>
    [
        .. state.Breaks.Where(b => b.IsWaiting).Select(b => b.Id), .. state.Extensions.Where(e => e.ConsentOn is null && !e.IsRefused).Select(e => e.Id),
        .. state.KindChanges.Where(k => k.ConsentOn is null && !k.IsRefused).Select(k => k.Id),
    ];
}
