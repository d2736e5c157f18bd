using Apprentices.Domain;

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

    public static string Of(TradeFamily family) => family switch
    {
        TradeFamily.OfficeAdministration => ApprenticeshipTexts.FamilyOfficeAdministration,
        _ => ApprenticeshipTexts.FamilyIctService,
    };
}
