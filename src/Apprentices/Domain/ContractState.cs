namespace Apprentices.Domain;

/// <summary>A break as the entries tell it.</summary>
/// <param name="Id">The id of the entry that began it.</param>
/// <param name="FromOn">The first day.</param>
/// <param name="ToOn">The last day as far as it is known.</param>
/// <param name="Percent">How much is away.</param>
/// <param name="Prolongs">Whether the training is to last longer by it.</param>
public sealed record ContractBreak(Guid Id, DateOnly FromOn, DateOnly? ToOn, int Percent, bool Prolongs)
{
    /// <summary>The day of the county's consent.</summary>
    public DateOnly? ConsentOn { get; init; }

    /// <summary>The last day as the county consented to it.</summary>
    public DateOnly? ConsentedToOn { get; init; }

    public bool IsRefused { get; init; }

    /// <summary>Whether something of it still waits for the county.</summary>
    public bool IsWaiting => Prolongs && !IsRefused && (ConsentOn is null || ConsentedToOn != ToOn);

    /// <summary>What of it moves dates: the days the county has consented to.</summary>
    public Break? Confirmed => ConsentOn is not null && ConsentedToOn is { } to ? new Break(FromOn, to, Percent) : null;

    /// <summary>What would move dates if the county consents to it as it stands.</summary>
    public Break? Proposed => Prolongs && !IsRefused && ToOn is { } to ? new Break(FromOn, to, Percent) : Confirmed;

    /// <summary>Whether it lasts on a day.</summary>
    public bool Contains(DateOnly day) => FromOn <= day && (ToOn is null || day <= ToOn);
}

/// <summary>An extension as the entries tell it: the day asked for, by how many days, and the county's consent.</summary>
public sealed record ContractExtension(Guid Id, DateOnly NewEndsOn, int Days)
{
    public DateOnly? ConsentOn { get; init; }

    public bool IsRefused { get; init; }
}

/// <summary>From which day something holds until the next of its kind.</summary>
public sealed record Since<T>(DateOnly FromOn, T Value)
{
    /// <summary>The entry that says so; empty for what the contract began with.</summary>
    public Guid EntryId { get; init; }
}

/// <summary>Another kind of contract, from a day, once the county has consented.</summary>
public sealed record ContractKindChange(Guid Id, DateOnly FromOn, ContractKind Kind)
{
    public DateOnly? ConsentOn { get; init; }

    public bool IsRefused { get; init; }
}

/// <summary>How and when a contract ended before its time, and the entry that says so.</summary>
public sealed record ContractEnding(Guid Id, DateOnly LastDayOn, TerminationWay Way);

/// <summary>A contract as its entries tell it, up to some entry: a pure value, made by replaying them in order.</summary>
public sealed partial record ContractState
{
    /// <summary>What the contract says, as it was entered or last corrected; its last day is the one as written.</summary>
    public required Apprenticeship.Terms Terms { get; init; }

    public DateOnly? SignedOn { get; init; }

    public DateOnly? ApprovedOn { get; init; }

    /// <summary>The employment agreement, which is another paper than the contract.</summary>
    public AgreementSigned? Agreement { get; init; }

    public IReadOnlyList<ContractBreak> Breaks { get; init; } = [];
    public IReadOnlyList<ContractExtension> Extensions { get; init; } = [];

    /// <summary>Where she works, in order of their first days; the first from the contract's first day.</summary>
    public IReadOnlyList<Since<Guid>> Workplaces { get; init; } = [];

    /// <summary>The counties that hold the contract, by number.</summary>
    public IReadOnlyList<Since<string>> Counties { get; init; } = [];

    /// <summary>The curricula she followed, by code.</summary>
    public IReadOnlyList<Since<string>> Curricula { get; init; } = [];
    public IReadOnlyList<ContractKindChange> KindChanges { get; init; } = [];
    public ContractEnding? Termination { get; init; }
    public DateOnly? CompletedOn { get; init; }

    /// <summary>The final tests held, with their results.</summary>
    public IReadOnlyList<(Guid Id, TestHeld Test)> Tests { get; init; } = [];

    /// <summary>The changes the county or the training office is to be told of, with the day each was entered.</summary>
    public IReadOnlyList<ToldChange> ToTell { get; init; } = [];

    /// <summary>A contract that nothing has happened to yet.</summary>
    public static ContractState Of(Apprenticeship.Terms terms) => new()
    {
        Terms = terms,
        Workplaces = [new(terms.StartsOn, terms.WorkplaceId)],
        Counties = [new(terms.StartsOn, terms.CountyNumber)],
        Curricula = [new(terms.StartsOn, terms.CurriculumCode)],
    };

    /// <summary>Whether something waits for the county's consent.</summary>
    public bool IsWaiting =>
        Breaks.Any(b => b.IsWaiting) || Extensions.Any(e => e.ConsentOn is null && !e.IsRefused) || KindChanges.Any(k => k.ConsentOn is null && !k.IsRefused);

    /// <summary>The days as they stand by law: with what the county has consented to.</summary>
    public TrainingPeriod Period => new(
        Terms.StartsOn, Terms.EndsOn, [.. Extensions.Where(e => e.ConsentOn is not null).Select(e => e.Days)],
        [.. Breaks.Select(b => b.Confirmed).OfType<Break>()], CutOn);

    /// <summary>The days as they would stand if the county consented to all it is asked for.</summary>
    public TrainingPeriod ProposedPeriod => new(
        Terms.StartsOn, Terms.EndsOn, [.. Extensions.Where(e => !e.IsRefused).Select(e => e.Days)],
        [.. Breaks.Select(b => b.Proposed).OfType<Break>()], CutOn);

    /// <summary>The last day where the contract ended before its time.</summary>
    public DateOnly? CutOn => Termination?.LastDayOn ?? CompletedOn;

    public ContractKind KindOn(DateOnly day) => KindChanges
        .Where(k => k.ConsentOn is not null && k.FromOn <= day).OrderBy(k => k.FromOn).LastOrDefault()?.Kind ?? Terms.Kind;

    public Guid WorkplaceOn(DateOnly day) => On(Workplaces, day);

    public string CountyOn(DateOnly day) => On(Counties, day);

    public string CurriculumOn(DateOnly day) => On(Curricula, day);

    private static T On<T>(IReadOnlyList<Since<T>> periods, DateOnly day) =>
        (periods.LastOrDefault(period => period.FromOn <= day) ?? periods[0]).Value;
}

/// <summary>A change somebody outside must be told of.</summary>
/// <param name="Id">The entry of the change.</param>
/// <param name="Change">What happened.</param>
/// <param name="RecordedOn">The day it was entered.</param>
/// <param name="AnsweredOn">The day the county answered it with its consent or refusal.</param>
public sealed record ToldChange(Guid Id, RecordChange Change, DateOnly RecordedOn, DateOnly? AnsweredOn);
