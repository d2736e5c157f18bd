namespace Apprentices.Domain;

/// <summary>What may be entered in a record, and what cannot be so.</summary>
internal static class RecordRules
{
    /// <summary>The furthest day ahead a change may be entered for, in years.</summary>
    private const int LongestAhead = 10;

    /// <exception cref="RuleException">It cannot be so.</exception>
    public static void Require(Apprenticeship apprenticeship, RecordChange change, DateOnly today)
    {
        var state = apprenticeship.State;
        Rule.Require(state.CutOn is null || change is ChangeWithdrawn or ConsentGiven or ConsentRefused or ContractCorrected or AgreementSigned || TestRules.IsAboutTest(change),
            RuleTexts.ContractOver);
        switch (change)
        {
            case InterruptionBegun begun:
                Rule.Require(begun.Percent is >= 1 and <= 100, RuleTexts.PercentOutOfRange);
                Rule.Require(begun.ToOn is null || begun.ToOn >= begun.FromOn, RuleTexts.EndBeforeStart);
                RequireWithin(state, begun.FromOn);
                RequireRoom(state.Breaks, begun.FromOn, begun.ToOn, begun.Percent);
                break;
            case InterruptionEnded ended:
                var away = Break(state, ended.Interruption);
                Rule.Require(ended.ToOn >= away.FromOn, RuleTexts.EndBeforeStart);
                RequireRoom(state.Breaks.Where(b => b.Id != away.Id), away.FromOn, ended.ToOn, away.Percent);
                break;
            case PeriodExtended extended:
                Rule.Require(extended.Days >= 1, RuleTexts.ExtensionNotLonger);
                Rule.Require(extended.NewEndsOn <= state.Terms.StartsOn.AddYears(LongestAhead), RuleTexts.ContractTooLong);
                break;
            case ConsentGiven consent:
                RequireWaiting(apprenticeship, consent.To);
                Rule.Require(consent.On <= today, RuleTexts.DayAhead);
                break;
            case ConsentRefused refusal:
                RequireWaiting(apprenticeship, refusal.To);
                Rule.Require(refusal.On <= today, RuleTexts.DayAhead);
                break;
            case WorkplaceChanged moved:
                RequireLaterDay(state, moved.FromOn);
                Rule.Require(state.WorkplaceOn(moved.FromOn) != moved.WorkplaceId, RuleTexts.NothingChanges);
                break;
            case CountyChanged moved:
                RequireLaterDay(state, moved.FromOn);
                Rule.Require(state.CountyOn(moved.FromOn) != moved.CountyNumber, RuleTexts.NothingChanges);
                break;
            case CurriculumChanged changed:
                RequireLaterDay(state, changed.FromOn);
                Rule.Require(changed.FromOn <= today, RuleTexts.CurriculumFromToday);
                Rule.Require(changed.ConsentOn <= today, RuleTexts.DayAhead);
                Rule.Require(state.CurriculumOn(changed.FromOn) != changed.CurriculumCode, RuleTexts.NothingChanges);
                break;
            case KindChanged kind:
                RequireLaterDay(state, kind.FromOn);
                Rule.Require(state.KindOn(kind.FromOn) != kind.Kind, RuleTexts.NothingChanges);
                break;
            case ContractTerminated terminated:
                RequireWithin(state, terminated.LastDayOn);
                break;
            case TrainingCompleted completed:
                Rule.Require(completed.On > state.Terms.StartsOn && completed.On <= today, RuleTexts.OutsideTheTraining);
                break;
            case ContractSigned signed:
                Rule.Require(signed.On <= today, RuleTexts.DayAhead);
                break;
            case ContractApproved approved:
                Rule.Require(approved.On <= today, RuleTexts.DayAhead);
                break;
            case AgreementSigned agreement:
                Rule.Require(agreement.SignedOn <= today, RuleTexts.DayAhead);
                Rule.Require(agreement.EndsOn is null || agreement.EndsOn >= agreement.StartsOn, RuleTexts.EndBeforeStart);
                break;
            case ChangeWithdrawn withdrawn:
                RequireWithdrawable(apprenticeship, withdrawn.Mistake);
                break;
            default:
                TestRules.Require(state, change, today);
                break;
        }
    }

    /// <summary>
    /// Breaks may overlap as long as no day is away by more than the whole: else the same day would prolong the training twice.
    /// </summary>
    public static void RequireRoom(IEnumerable<ContractBreak> others, DateOnly from, DateOnly? to, int percent)
    {
        var end = to ?? DateOnly.MaxValue;
        var beside = others.Where(b => !b.IsRefused && b.FromOn <= end && (b.ToOn ?? DateOnly.MaxValue) >= from).ToList();
        var fullest = beside.Select(b => b.FromOn > from ? b.FromOn : from).Append(from)
            .Max(day => beside.Where(b => b.Contains(day)).Sum(b => b.Percent));
        Rule.Require(fullest + percent <= 100, RuleTexts.MoreThanAway);
    }

    /// <summary>Whether an entry can be taken back: the contract itself is corrected instead, and nothing is taken back twice.</summary>
    public static bool MayWithdraw(Apprenticeship apprenticeship, RecordEntry entry) =>
        entry.Change is not (ContractEntered or ContractCorrected or ChangeWithdrawn or CurriculumChanged)
        && apprenticeship.Entries.All(e => e.Change is not ChangeWithdrawn earlier || earlier.Mistake != entry.Id);

    private static void RequireWithin(ContractState state, DateOnly day) =>
        Rule.Require(day >= state.Terms.StartsOn && day <= state.ProposedPeriod.FullEndsOn, RuleTexts.OutsideTheTraining);

    private static void RequireLaterDay(ContractState state, DateOnly day) =>
        Rule.Require(day > state.Terms.StartsOn && day <= state.ProposedPeriod.FullEndsOn, RuleTexts.OutsideTheTraining);

    private static ContractBreak Break(ContractState state, Guid id) => state.Breaks.FirstOrDefault(b => b.Id == id) ?? throw new NotThereException();

    private static void RequireWaiting(Apprenticeship apprenticeship, Guid id)
    {
        var state = apprenticeship.State;
        Rule.Require(
            state.Breaks.Any(b => b.Id == id && b.IsWaiting) || state.Extensions.Any(e => e.Id == id && e.ConsentOn is null && !e.IsRefused)
            || state.KindChanges.Any(k => k.Id == id && k.ConsentOn is null && !k.IsRefused),
            RuleTexts.NothingWaits);
    }

    private static void RequireWithdrawable(Apprenticeship apprenticeship, Guid id)
    {
        var entry = apprenticeship.Entries.FirstOrDefault(e => e.Id == id) ?? throw new NotThereException();
        Rule.Require(MayWithdraw(apprenticeship, entry), RuleTexts.NotWithdrawn);

        // Without it, two breaks may be on the same days that were not before.
        var without = ContractState.Replay(apprenticeship.Entries.Where(e => e.Id != id && e.Change.Earlier != id));
        foreach (var away in without.Breaks.Where(b => !b.IsRefused))
        {
            RequireRoom(without.Breaks.Where(b => b.Id != away.Id), away.FromOn, away.ToOn, away.Percent);
        }
    }
}
