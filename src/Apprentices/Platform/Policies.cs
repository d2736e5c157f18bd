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
    UseOwnTokens,
    SeeFinalTests,
    PlanFinalTests,
    ReadTestDates,
    SeeTestYear,
    LimitHr,
    GrantAudits,
    SeeAudits,
    SeeSensitive,
    KeepSensitive,
    SeeRoles,
    GiveRoles,
    LetIn,
    DeactivatePeople,
    ManageOwnSessions,
    SeeChanges,
    SeeHouseChanges,
    SeeReaders,
}

/// <summary>Thrown when somebody's role does not allow what was asked.</summary>
public sealed class NotAllowedException(Policy policy) : Exception($"Not allowed: {policy}.");

/// <summary>
/// Who may do what: one table, policy to roles. Slices ask when they act; a hidden button is manners, not security. Where HR of some
/// units stands beside HR (<c>Personnel</c>) it acts on the records of its units; what is of the whole house is HR's alone.
/// </summary>
public static class Policies
{
    private const Roles Supervisors = Roles.Instructor | Roles.TrainingManager;
    private const Roles Personnel = Roles.Hr | Roles.UnitHr;
    private const Roles Staff = Supervisors | Personnel;
    private const Roles OfTheTraining = Staff | Roles.Apprentice;
    private const Roles Readers = OfTheTraining | Roles.Auditor;
    private const Roles Everybody = OfTheTraining | Roles.Administrator;

    public static IReadOnlyDictionary<Policy, Roles> Table { get; } = new Dictionary<Policy, Roles>
    {
        [Policy.SeeOverview] = Personnel,
        [Policy.SeeRecords] = Readers,
        [Policy.ImportRoster] = Roles.Hr,
        [Policy.RegisterApprenticeship] = Personnel,
        [Policy.CorrectApprenticeship] = Personnel,
        [Policy.RemoveApprenticeship] = Personnel,
        [Policy.AssignSupervisors] = Personnel,
        [Policy.ManagePeople] = Roles.Hr,
        [Policy.ManageLeaves] = Roles.Hr,
        [Policy.ExportLists] = Staff,
        [Policy.SeePlan] = Readers,
        [Policy.AdjustPlan] = Staff,
        [Policy.PutPlanForward] = Supervisors,
        [Policy.AgreeToPlan] = Roles.Apprentice,
        [Policy.RateGoals] = Supervisors,
        [Policy.SeeCurricula] = Readers,
        [Policy.ImportCurricula] = Roles.Hr,
        [Policy.MoveToEdition] = Personnel,
        [Policy.SeeTemplates] = Staff,
        [Policy.EditTemplates] = Supervisors | Roles.Hr,
        [Policy.PlanPlacements] = Roles.TrainingManager | Personnel,
        [Policy.HandOver] = Supervisors,
        [Policy.ConfirmHandOver] = Supervisors,
        [Policy.WriteLog] = Roles.Apprentice,
        [Policy.SeeLog] = Readers,
        [Policy.ApproveLog] = Supervisors,
        [Policy.UnlockLog] = Supervisors,
        [Policy.Observe] = Supervisors,
        [Policy.SeeObservations] = Readers,
        [Policy.SeeStandings] = Personnel,
        [Policy.SeeLoad] = Personnel,
        [Policy.DownloadPortfolio] = OfTheTraining,
        [Policy.SeeTalks] = Readers,
        [Policy.PlanTalks] = Staff,
        [Policy.HoldTalks] = Supervisors,
        [Policy.SignTalks] = OfTheTraining,
        [Policy.WaiveTalks] = Personnel,
        [Policy.SettleTalksFromBefore] = Personnel,
        [Policy.ArrangeTalks] = Staff,
        [Policy.PrepareTalks] = OfTheTraining,
        [Policy.TalkTogether] = OfTheTraining,
        [Policy.SettleActions] = OfTheTraining,
        [Policy.AddAddenda] = Supervisors | Roles.Apprentice,
        [Policy.DownloadTalks] = OfTheTraining,
        [Policy.NoteSignatures] = Personnel,
        [Policy.SeeTalkReaders] = Roles.Apprentice,
        [Policy.SeeTalkTrends] = Supervisors | Roles.Apprentice,
        [Policy.SeeTalkReturns] = Personnel,
        [Policy.ChaseTalks] = Personnel,
        [Policy.SeeForms] = Staff,
        [Policy.EditForms] = Roles.Hr,
        [Policy.SeeFormFigures] = Roles.Hr,
        [Policy.SeeDuties] = OfTheTraining,
        [Policy.SettleDuties] = Staff,
        [Policy.WaiveDuties] = Roles.TrainingManager | Personnel,
        [Policy.SeeCalendar] = Staff,
        [Policy.ChangeRecords] = Personnel,
        [Policy.SeeHistory] = Readers,
        [Policy.TryDates] = Staff,
        [Policy.SeePay] = OfTheTraining,
        [Policy.SeeGrants] = Personnel,
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
        [Policy.UseOwnTokens] = Staff,
        [Policy.SeeFinalTests] = Readers,
        [Policy.PlanFinalTests] = Roles.TrainingManager | Personnel,
        [Policy.ReadTestDates] = Roles.Apprentice,
        [Policy.SeeTestYear] = Roles.TrainingManager | Personnel,
        [Policy.LimitHr] = Roles.Hr | Roles.Administrator,
        [Policy.GrantAudits] = Roles.Hr,
        [Policy.SeeAudits] = Readers,
        [Policy.SeeSensitive] = Personnel | Roles.TrainingManager | Roles.Apprentice,
        [Policy.KeepSensitive] = Personnel,
        [Policy.SeeRoles] = Roles.Hr | Roles.Administrator,
        [Policy.GiveRoles] = Roles.Administrator,
        [Policy.LetIn] = Roles.Hr | Roles.Administrator,
        [Policy.DeactivatePeople] = Roles.Hr,
        [Policy.ManageOwnSessions] = Everybody | Roles.Auditor,
        [Policy.SeeChanges] = Readers,
        [Policy.SeeHouseChanges] = Roles.Hr,
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
