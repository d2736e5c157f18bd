using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.Calendar;

/// <summary>The days of a half-year, and the last day of its talk.</summary>
public sealed record WhatIfHalfYear(int Number, DateOnly StartsOn, DateOnly EndsOn, DateOnly TalkDueOn);

/// <summary>One line of the sum behind a day, as data and in words.</summary>
public sealed record WhatIfStep(DutyStepKind Step, int Amount, DateOnly Gives, string Words);

/// <summary>What would fall due: its window, its last day, by which paragraph, and why that day.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">The how-manieth: the half-year of a talk, the attempt of a test.</param>
/// <param name="Title">In words, in the language asked for.</param>
/// <param name="Nature">A task, a meeting, a milestone or a window.</param>
/// <param name="OpensOn">The first day of its window.</param>
/// <param name="DueOn">The last day.</param>
/// <param name="MeetOn">The working day proposed for a meeting.</param>
/// <param name="ProposedOpensOn">The first day once the county has consented, where that is another.</param>
/// <param name="ProposedDueOn">The last day once the county has consented, where that is another.</param>
/// <param name="OnlyIfConsented">Whether it comes about only then.</param>
/// <param name="Basis">Law or house rule.</param>
/// <param name="Paragraph">The paragraph it comes from, as text; empty where it is the house's own.</param>
/// <param name="Law">What that says, in a sentence.</param>
/// <param name="Responsible">Who sees to it.</param>
/// <param name="ByOffice">Whether the training office does it, and the employer gets its confirmation.</param>
/// <param name="Reason">The sum in one sentence.</param>
/// <param name="Sum">The sum line by line; its last line gives the last day.</param>
public sealed record WhatIfDuty(
    DutyKind Kind, int Number, string Title, DutyNature Nature, DateOnly OpensOn, DateOnly DueOn, DateOnly? MeetOn, DateOnly? ProposedOpensOn,
    DateOnly? ProposedDueOn, bool OnlyIfConsented, DutyBasis Basis, string Paragraph, string Law, DutyRole Responsible, bool ByOffice, string Reason,
    IReadOnlyList<WhatIfStep> Sum);

/// <summary>What would fall due when, for a contract that is only thought of.</summary>
/// <param name="StartsOn">The first day of the training.</param>
/// <param name="EndsOn">Its last day by what the county has consented to.</param>
/// <param name="ProposedEndsOn">Its last day if the county consented to the rest, where that is another.</param>
/// <param name="ComputedMonths">The length by kind, credit and part-time, where it can be computed.</param>
/// <param name="DaysOff">By how many days the stated last day is later than the computed one; negative: earlier.</param>
/// <param name="FinalTestWorkingDays">How many working days the final test takes by the curriculum.</param>
/// <param name="HalfYears">The half-years of the training.</param>
/// <param name="Duties">What falls due, in order of the last days.</param>
public sealed record WhatIfAnswer(
    DateOnly StartsOn, DateOnly EndsOn, DateOnly? ProposedEndsOn, int? ComputedMonths, int? DaysOff, int? FinalTestWorkingDays,
    IReadOnlyList<WhatIfHalfYear> HalfYears, IReadOnlyList<WhatIfDuty> Duties)
{
    internal static WhatIfAnswer Of(WhatIfSum sum)
    {
        var (question, state) = (sum.Question, sum.State);
        var (end, proposed) = (state.Period.EndsOn, state.ProposedPeriod.EndsOn);
        return new WhatIfAnswer(
            question.StartsOn, end, proposed == end ? null : proposed, question.Length.Months, question.Length.DaysOffFrom(question.StartsOn, question.LastDay!.Value),
            sum.FinalTestWorkingDays,
            [.. state.Period.HalfYears.Select(half => new WhatIfHalfYear(half.Number, half.StartsOn, half.EndsOn, half.TalkDueOn))],
            [.. sum.Duties.Select(duty => Of(duty, sum.TitleOf(duty)))]);
    }

    private static WhatIfDuty Of(Duty duty, string title) => new(
        duty.Kind, duty.Number, title, duty.Nature, duty.OpensOn, duty.DueOn, duty.MeetOn, duty.ProposedOpensOn, duty.ProposedDueOn, duty.IsOnlyProposed,
        duty.Basis, duty.Paragraph, DutyWords.Law(duty), duty.Responsible, duty.ByOffice, DutyWords.Sentence(duty.Arithmetic),
        [.. duty.Arithmetic.Select((step, place) => new WhatIfStep(
            step.Kind, step.Amount, step.Gives, DutyWords.Of(step, place == 0 ? null : duty.Arithmetic[place - 1].Gives).Words))]);
}
