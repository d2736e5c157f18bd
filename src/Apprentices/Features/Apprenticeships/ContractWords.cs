using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.Apprenticeships;

/// <summary>What the choices of a contract are called on screen.</summary>
internal static class ContractWords
{
    public static string Of(ContractKind kind) => kind switch
    {
        ContractKind.TrainingCandidate => ApprenticeshipTexts.KindTrainingCandidate,
        ContractKind.PracticeCertificateCandidate => ApprenticeshipTexts.KindPracticeCertificateCandidate,
        ContractKind.OnTheJobCandidate => ApprenticeshipTexts.KindOnTheJobCandidate,
        _ => ApprenticeshipTexts.KindApprentice,
    };

    public static string Of(ContractVariant variant) => variant switch
    {
        ContractVariant.FullTrainingAtWork => ApprenticeshipTexts.VariantFullTrainingAtWork,
        ContractVariant.Alternating => ApprenticeshipTexts.VariantAlternating,
        ContractVariant.DualCompetence => ApprenticeshipTexts.VariantDualCompetence,
        _ => ApprenticeshipTexts.VariantOrdinary,
    };

    public static string Of(AssignmentRole role) => role switch
    {
        AssignmentRole.TrainingManager => ApprenticeshipTexts.RoleTrainingManager,
        AssignmentRole.HrContact => ApprenticeshipTexts.RoleHrContact,
        AssignmentRole.Mentor => ApprenticeshipTexts.RoleMentor,
        _ => ApprenticeshipTexts.RoleInstructor,
    };

    /// <summary>A deputy, where it is not known whom she stands in for.</summary>
    public static string Deputy(AssignmentRole role) =>
        role == AssignmentRole.TrainingManager ? ApprenticeshipTexts.DeputyTrainingManager : ApprenticeshipTexts.DeputyInstructor;

    public static string Months(int months) => Texts.Count(months, ApprenticeshipTexts.MonthsOne, ApprenticeshipTexts.MonthsSeveral);

    /// <summary>A line of the sum behind a length.</summary>
    public static string Of(ContractLengthStep step) => step.Kind switch
    {
        ContractLengthStepKind.SchoolYearsAssumed => Texts.Format(ApprenticeshipTexts.StepSchoolYears, step.Amount),
        ContractLengthStepKind.Credit => Texts.Format(ApprenticeshipTexts.StepCredit, step.Amount),
        ContractLengthStepKind.Practice => Texts.Format(ApprenticeshipTexts.StepPractice, step.Amount),
        ContractLengthStepKind.PartTime => Texts.Format(ApprenticeshipTexts.StepPartTime, step.Amount),
        ContractLengthStepKind.AtLeast => ApprenticeshipTexts.StepAtLeast,
        _ => ApprenticeshipTexts.StepNormalTime,
    };

    /// <summary>Why no length can be computed.</summary>
    public static string Of(NoContractLength why) => why switch
    {
        NoContractLength.PracticeNotRecorded => ApprenticeshipTexts.NoLengthPractice,
        NoContractLength.CreditLeavesNothing => ApprenticeshipTexts.NoLengthCredit,
        _ => ApprenticeshipTexts.NoLengthContract,
    };

    public static string Of(TradeFamily family) => family switch
    {
        TradeFamily.OfficeAdministration => ApprenticeshipTexts.FamilyOfficeAdministration,
        TradeFamily.Other => ApprenticeshipTexts.FamilyOther,
        _ => ApprenticeshipTexts.FamilyIctService,
    };
}
