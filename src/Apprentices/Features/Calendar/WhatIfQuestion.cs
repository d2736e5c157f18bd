using System.Text.Json.Serialization;
using Apprentices.Domain;

namespace Apprentices.Features.Calendar;

/// <summary>A break that is only thought of.</summary>
/// <param name="StartsOn">Its first day.</param>
/// <param name="EndsOn">Its last day; left out while nobody knows it, and then it moves nothing.</param>
/// <param name="Percent">How much of the training is away, 1-100 %.</param>
/// <param name="Consented">Whether the county has consented; until then law-bound days stay and the proposed ones stand beside them.</param>
public sealed record WhatIfInterruption(DateOnly StartsOn, DateOnly? EndsOn = null, int Percent = 100, bool Consented = true);

/// <summary>An extension that is only thought of: the new last day of the training, and whether the county has consented.</summary>
public sealed record WhatIfExtension(DateOnly EndsOn, bool Consented = true);

/// <summary>A final test that is only thought of: its last day, its grade, and the day the result reached the candidate.</summary>
public sealed record WhatIfTest(DateOnly HeldOn, TestGrade Grade, DateOnly NoticeOn);

/// <summary>
/// A contract as somebody thinks of it, of nobody in particular: what would fall due when? Either the last day or the number of
/// months is given; with neither, the length follows from kind, credit and part-time where it can be computed.
/// </summary>
/// <param name="StartsOn">The first day of the training.</param>
/// <param name="Curriculum">The curriculum's code, such as ITD03-01.</param>
/// <param name="County">The number of the county that holds the contract, such as 03.</param>
public sealed record WhatIfQuestion(DateOnly StartsOn, string Curriculum, string County)
{
    /// <summary>The contract's last day as written.</summary>
    public DateOnly? EndsOn { get; init; }

    /// <summary>The contract's length in months, in place of its last day.</summary>
    public int? Months { get; init; }

    public ContractKind Kind { get; init; }

    public ContractVariant Variant { get; init; }

    /// <summary>Months of credit (godskriving).</summary>
    public int? CreditMonths { get; init; }

    /// <summary>How much of full time the training is, 1-100 %.</summary>
    public int PartTimePercent { get; init; } = 100;

    /// <summary>Whether a training office holds the contract for the employer.</summary>
    public bool TrainingOffice { get; init; }

    public IReadOnlyList<WhatIfInterruption> Interruptions { get; init; } = [];

    public IReadOnlyList<WhatIfExtension> Extensions { get; init; } = [];

    public IReadOnlyList<WhatIfTest> Tests { get; init; } = [];

    /// <summary>How long the contract is by what is known of it.</summary>
    [JsonIgnore]
    public ContractLength Length => ContractLength.For(Kind, Variant, CreditMonths, PartTimePercent);

    /// <summary>The contract's last day as written, said or computed.</summary>
    [JsonIgnore]
    public DateOnly? LastDay => EndsOn ?? (Months is { } months ? StartsOn.AddMonths(months).AddDays(-1) : Length.LastDayFrom(StartsOn));

    /// <summary>The contract and what happened to it, as entries would tell it. Asks that nothing is wrong with it.</summary>
    public ContractState ToState()
    {
        var state = ContractState.Of(new Apprenticeship.Terms(Kind, Variant, null, Curriculum, County, Guid.Empty, StartsOn, LastDay!.Value)
        {
            CreditMonths = CreditMonths,
            PartTimePercent = PartTimePercent,
            TrainingOffice = TrainingOffice ? "x" : null,
        });
        foreach (var away in Interruptions)
        {
            state = With(state, new InterruptionBegun(away.StartsOn, away.EndsOn, away.Percent, Prolongs: true), away.StartsOn, away.Consented);
        }

        foreach (var extension in Extensions)
        {
            var days = extension.EndsOn.DayNumber - state.ProposedPeriod.FullEndsOn.DayNumber;
            state = With(state, new PeriodExtended(extension.EndsOn, days), state.Period.FullEndsOn, extension.Consented);
        }

        return Tests.OrderBy(test => test.HeldOn).Aggregate(
            state, (so, test) => so.With(Guid.CreateVersion7(), new TestHeld(test.HeldOn, test.Grade, test.NoticeOn), test.NoticeOn));
    }

    private static ContractState With(ContractState state, RecordChange change, DateOnly on, bool consented)
    {
        var id = Guid.CreateVersion7();
        var changed = state.With(id, change, on);
        return consented ? changed.With(Guid.CreateVersion7(), new ConsentGiven(id, on), on) : changed;
    }
}
