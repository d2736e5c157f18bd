using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

/// <summary>
/// A contract to which things happen, one entry after the other, and what falls due on it then. Days are written as people
/// read them in the law's examples: "2026-08-14".
/// </summary>
internal sealed class DutyCase
{
    /// <summary>The worked example of a two-year apprentice.</summary>
    public const string Start = "2024-08-15";

    public const string End = "2026-08-14";

    public DutyCase(
        string start = Start, string end = End, ContractKind kind = ContractKind.Apprentice, ContractVariant variant = ContractVariant.Ordinary,
        string county = "03", string? office = null, string curriculum = "ITD03-01") =>
        State = ContractState.Of(new Apprenticeship.Terms(kind, variant, null, curriculum, county, Workplace, Day(start), Day(end)) { TrainingOffice = office });

    /// <summary>Where she begins.</summary>
    public static Guid Workplace { get; } = Guid.CreateVersion7();

    public ContractState State { get; private set; }

    public DutyRules Rules { get; init; } = DutyRules.Default;

    public IReadOnlyList<Duty> Duties => Apprentices.Domain.Duties.For(new DutyFacts(State), Rules);

    /// <summary>The days that stand; what would only come about with the county's consent is left out.</summary>
    public IReadOnlyList<Duty> Standing => [.. Duties.Where(duty => !duty.IsOnlyProposed)];

    public IEnumerable<DateOnly> TalkDays => Standing.Where(duty => duty.Kind == DutyKind.HalfYearTalk).Select(duty => duty.DueOn);

    /// <summary>Enters a change; by default on the contract's first day.</summary>
    public Guid Enter(RecordChange change, string? on = null)
    {
        var id = Guid.CreateVersion7();
        State = State.With(id, change, on is null ? State.Terms.StartsOn : Day(on));
        return id;
    }

    /// <summary>Enters a break, and the county's consent to it unless it is not there yet.</summary>
    public Guid Away(string from, string? to, int percent = 100, bool consented = true)
    {
        var id = Enter(new InterruptionBegun(Day(from), to is null ? null : Day(to), percent, Prolongs: true));
        if (consented)
        {
            Enter(new ConsentGiven(id, Day(from)));
        }

        return id;
    }

    /// <summary>Enters an extension to a day, and the county's consent to it unless it is not there yet.</summary>
    public Guid Extend(string to, bool consented = true, string? on = null)
    {
        var id = Enter(new PeriodExtended(Day(to), Day(to).DayNumber - State.ProposedPeriod.FullEndsOn.DayNumber), on);
        if (consented)
        {
            Enter(new ConsentGiven(id, on is null ? State.Terms.StartsOn : Day(on)), on);
        }

        return id;
    }

    public void Test(string heldOn, TestGrade grade, string? noticeOn = null) => Enter(new TestHeld(Day(heldOn), grade, Day(noticeOn ?? heldOn)), noticeOn ?? heldOn);

    public Duty The(DutyKind kind, int number = 1) => Standing.Single(duty => duty.Kind == kind && duty.Number == number);

    public bool Has(DutyKind kind, int number = 1) => Standing.Any(duty => duty.Kind == kind && duty.Number == number);

    /// <summary>Asserts a duty whole: its days, what sets them, who sees to it, and that its sum ends on its day.</summary>
    public Duty Expect(
        DutyKind kind, string due, DutyBasis basis, string paragraph, DutyRole responsible, string? opens = null, int number = 1)
    {
        var duty = The(kind, number);
        Assert.Equal(
            (Day(due), basis, paragraph, responsible, Day(opens ?? due)), (duty.DueOn, duty.Basis, duty.Paragraph, duty.Responsible, duty.OpensOn));
        Assert.Equal(duty.DueOn, duty.Arithmetic[^1].Gives);
        return duty;
    }

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
