using System.Runtime.CompilerServices;
using Apprentices.Domain;

namespace Apprentices.Platform;

/// <summary>What somebody may want to do. Which record she may do it to, <c>Data/Visibility.cs</c> says.</summary>
public enum Policy
{
    SeeOverview,
    SeeRecords,
    ImportRoster,
    RegisterApprenticeship,
    CorrectApprenticeship,
    RemoveApprenticeship,
    AssignSupervisors,
    ManagePeople,
    ManageLeaves,
    ExportLists,
    SeePlan,
    AdjustPlan,
    PutPlanForward,
    AgreeToPlan,
    RateGoals,
    SeeCurricula,
    ImportCurricula,
    MoveToEdition,
    SeeTemplates,
    EditTemplates,
    PlanPlacements,
    HandOver,
    ConfirmHandOver,
    WriteLog,
    SeeLog,
    ApproveLog,
    UnlockLog,
    Observe,
    SeeObservations,
    SeeStandings,
    SeeLoad,
    DownloadPortfolio,
    SeeTalks,
    PlanTalks,
    HoldTalks,
    SignTalks,
    WaiveTalks,
    SettleTalksFromBefore,
    ArrangeTalks,
    PrepareTalks,
    TalkTogether,
    SettleActions,
    AddAddenda,
    DownloadTalks,
    NoteSignatures,
    SeeTalkReaders,
    SeeTalkTrends,
    SeeTalkReturns,
    ChaseTalks,
    SeeForms,
    EditForms,
    SeeFormFigures,
    SeeDuties,
    SettleDuties,
    WaiveDuties,
    SeeCalendar,
    ChangeRecords,
    SeeHistory,
    TryDates,
    SeePay,
    SeeGrants,
    SetUp,
    SeeOwnWork,
    UseInbox,
    ChooseNotifications,
    UseCalendarFeed,
    KeepDrafts,
    ManageJobs,
    SeeMessages,
    SendMessagesAgain,
    ManageTokens,
    SeeFinalTests,
    PlanFinalTests,
    ReadTestDates,
    SeeTestYear,
    SeeChanges,
    SeeReaders,
}

/// <summary>Thrown when somebody's role does not allow what was asked.</summary>
public sealed class NotAllowedException(Policy policy) : Exception($"Not allowed: {policy}.");

/// <summary>Who may do what: one table, policy to roles. Slices ask when they act; a hidden button is manners, not security.</summary>
public static class Policies
{
    private const Roles Supervisors = Roles.Instructor | Roles.TrainingManager;
    private const Roles Staff = Supervisors | Roles.Hr;
    private const Roles OfTheTraining = Staff | Roles.Apprentice;
    private const Roles Everybody = OfTheTraining | Roles.Administrator;

    public static IReadOnlyDictionary<Policy, Roles> Table { get; } = new Dictionary<Policy, Roles>
    {
        [Policy.SeeOverview] = Roles.Hr,
        [Policy.SeeRecords] = OfTheTraining,
        [Policy.ImportRoster] = Roles.Hr,
        [Policy.RegisterApprenticeship] = Roles.Hr,
        [Policy.CorrectApprenticeship] = Roles.Hr,
        [Policy.RemoveApprenticeship] = Roles.Hr,
        [Policy.AssignSupervisors] = Roles.Hr,
        [Policy.ManagePeople] = Roles.Hr,
        [Policy.ManageLeaves] = Roles.Hr,
        [Policy.ExportLists] = Staff,
        [Policy.SeePlan] = OfTheTraining,
        [Policy.AdjustPlan] = Staff,
        [Policy.PutPlanForward] = Supervisors,
        [Policy.AgreeToPlan] = Roles.Apprentice,
        [Policy.RateGoals] = Supervisors,
        [Policy.SeeCurricula] = OfTheTraining,
        [Policy.ImportCurricula] = Roles.Hr,
        [Policy.MoveToEdition] = Roles.Hr,
        [Policy.SeeTemplates] = Staff,
        [Policy.EditTemplates] = Staff,
        [Policy.PlanPlacements] = Roles.TrainingManager | Roles.Hr,
        [Policy.HandOver] = Supervisors,
        [Policy.ConfirmHandOver] = Supervisors,
        [Policy.WriteLog] = Roles.Apprentice,
        [Policy.SeeLog] = OfTheTraining,
        [Policy.ApproveLog] = Supervisors,
        [Policy.UnlockLog] = Supervisors,
        [Policy.Observe] = Supervisors,
        [Policy.SeeObservations] = OfTheTraining,
        [Policy.SeeStandings] = Roles.Hr,
        [Policy.SeeLoad] = Roles.Hr,
        [Policy.DownloadPortfolio] = OfTheTraining,
        [Policy.SeeTalks] = OfTheTraining,
        [Policy.PlanTalks] = Staff,
        [Policy.HoldTalks] = Supervisors,
        [Policy.SignTalks] = OfTheTraining,
        [Policy.WaiveTalks] = Roles.Hr,
        [Policy.SettleTalksFromBefore] = Roles.Hr,
        [Policy.ArrangeTalks] = Staff,
        [Policy.PrepareTalks] = OfTheTraining,
        [Policy.TalkTogether] = OfTheTraining,
        [Policy.SettleActions] = OfTheTraining,
        [Policy.AddAddenda] = Supervisors | Roles.Apprentice,
        [Policy.DownloadTalks] = OfTheTraining,
        [Policy.NoteSignatures] = Roles.Hr,
        [Policy.SeeTalkReaders] = Roles.Apprentice,
        [Policy.SeeTalkTrends] = Supervisors | Roles.Apprentice,
        [Policy.SeeTalkReturns] = Roles.Hr,
        [Policy.ChaseTalks] = Roles.Hr,
        [Policy.SeeForms] = Staff,
        [Policy.EditForms] = Roles.Hr,
        [Policy.SeeFormFigures] = Roles.Hr,
        [Policy.SeeDuties] = OfTheTraining,
        [Policy.SettleDuties] = Staff,
        [Policy.WaiveDuties] = Roles.TrainingManager | Roles.Hr,
        [Policy.SeeCalendar] = Staff,
        [Policy.ChangeRecords] = Roles.Hr,
        [Policy.SeeHistory] = OfTheTraining,
        [Policy.TryDates] = Staff,
        [Policy.SeePay] = OfTheTraining,
        [Policy.SeeGrants] = Roles.Hr,
        [Policy.SetUp] = Roles.Hr,
        [Policy.SeeOwnWork] = Supervisors,
        [Policy.UseInbox] = Everybody,
        [Policy.ChooseNotifications] = Everybody,
        [Policy.UseCalendarFeed] = OfTheTraining,
        [Policy.KeepDrafts] = Everybody,
        [Policy.ManageJobs] = Roles.Administrator,
        [Policy.SeeMessages] = Roles.Hr,
        [Policy.SendMessagesAgain] = Roles.Hr,
        [Policy.ManageTokens] = Roles.Administrator,
        [Policy.SeeFinalTests] = OfTheTraining,
        [Policy.PlanFinalTests] = Roles.TrainingManager | Roles.Hr,
        [Policy.ReadTestDates] = Roles.Apprentice,
        [Policy.SeeTestYear] = Roles.TrainingManager | Roles.Hr,
        [Policy.SeeChanges] = OfTheTraining,
        [Policy.SeeReaders] = Roles.Apprentice | Roles.Hr,
    };

    public static bool Allows(this CurrentUser user, Policy policy) => user.IsAny(Table[policy]);

    /// <summary>Asks for what a use case needs; from then on the traces know who does what, by the file that asks.</summary>
    /// <exception cref="NotAllowedException">None of the user's roles allows it.</exception>
    public static void Require(this CurrentUser user, Policy policy, [CallerFilePath] string useCase = "")
    {
        if (!user.Allows(policy))
        {
            throw new NotAllowedException(policy);
        }

        CurrentAct.Begin(user.PersonId, Path.GetFileName(useCase.Replace('\\', '/')).Split('.')[0]);
    }
}
