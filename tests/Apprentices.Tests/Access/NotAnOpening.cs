namespace Apprentices.Tests.Access;

/// <summary>What each seat may read without it being noted, exactly, and why.</summary>
internal static class NotAnOpening
{
    private static readonly (string Why, string[] Ways)[] OfAll =
    [
        ("no record of anybody's",
        [
            "AnswerWhatIf", "CheckDocument", "ChooseHome", "CompareEditions", "EndAllSessions", "GetShellUser", "ListCurricula", "ListPersonas", "ListSessions",
            "ListTrades", "ShowCurriculum", "SignInAsPersona",
        ]),
        ("a list of many",
        [
            "ListApprenticeships", "ListChoices", "ListTalks", "SearchAnything", "SearchAnything: its instructor",
        ]),
        ("a part of a page that is noted as a whole",
        [
            "ListAttachments: of an entry", "ListAttachments: of many entries", "ListAuditsOfRecord", "ListPlanEditions", "ReadPreparationState", "ShowForecast",
            "ShowMeeting", "ShowSigning",
        ]),
    ];

    private static readonly (string Why, string[] Ways)[] OfTheInstructor =
    [
        ("no record of anybody's",
        [
            "AddTemplateTask", "CreateOwnToken", "CreateTemplate", "CreateTemplate: choices", "ListOwnLeaves", "ListOwnTokens", "ListTalkForms", "ListTemplates",
            "MakeFeedAddress", "MoveTemplateTask", "PublishTemplate", "ReadFeedAddress", "ReadNotificationChoice", "ShowFormEdition", "ShowTalkForm", "ShowTemplate",
            "ShowTemplateEdition", "TryDates",
        ]),
        ("figures that name nobody",
        [
            "DownloadHouseCoverage", "DownloadTemplateCoverage", "ShowHouseCoverage",
        ]),
        ("a list of many",
        [
            "AnswerApprenticeships", "AnswerDeadlines", "DownloadApprenticeships", "DownloadDeadlines", "DownloadTalks", "DownloadTemplateFollowers: hers",
            "FetchFeed: her duty", "FetchFeed: her name", "FetchFeed: her talk", "ListCalendar", "ListCalendar: one day", "ListDeadlineChoices", "ListDeadlines",
            "ListMissingObservations", "ListTemplateFollowers: hers", "ListTemplateFollowers: of all", "ListWaitingEntries: choices", "ReadCalendarChoices",
            "ReadSupervisorHome",
        ]),
        ("a person, not her record",
        [
            "FindInvited",
        ]),
        ("a part of a page that is noted as a whole",
        [
            "ListTemplatesForPlan", "ReadAgenda", "ReadArranging", "ReadTogetherStanding", "ShowMeeting: why it was moved", "ShowPortfolio",
            "ShowSigning: the hash of the former's", "ShowTemplateOffer",
        ]),
        ("nothing is said yet, or it is read again while it is open",
        [
            "CompareAnswers", "CompareAnswers: the former's", "ReadTogether", "ReadTogether: the former's", "ShowGoalTrends",
        ]),
        ("something is done",
        [
            "ApproveLogEntries",
        ]),
    ];

    private static readonly (string Why, string[] Ways)[] OfHr =
    [
        ("no record of anybody's",
        [
            "AddTemplateTask", "ArrangeForm", "CompareReminderRule", "CreateOwnToken", "CreateTalkForm", "CreateTalkForm: to copy", "CreateTemplate",
            "CreateTemplate: choices", "EnterApproval", "EnterApproval: read", "ImportCurricula", "KeepChecklistPoint", "ListApprovals", "ListChecklist",
            "ListCountySettings", "ListHouseChanges", "ListHrUnits", "ListLogSettings", "ListOfficeTasks", "ListOwnTokens", "ListReminderRules", "ListTalkForms", "ListTemplates",
            "ListTestSettings", "MakeFeedAddress", "MoveTemplateTask", "PreviewCurricula", "PreviewReminderText", "PublishTalkForm", "PublishTemplate",
            "ReadContractChoices", "ReadFeedAddress", "ReadGrepFiles", "ReadNotificationChoice", "RecountDuties: to be seen", "SetCountySetting: read",
            "SetLogSetting: read", "SetReminderRule: read", "SetReminderText: read", "SetTestSetting: read", "ShowFormEdition", "ShowTalkForm", "ShowTemplate",
            "ShowTemplateEdition", "TryDates", "WriteFormQuestion",
        ]),
        ("figures that name nobody",
        [
            "CountStandings", "DownloadFormFigures", "DownloadHouseCoverage", "DownloadTemplateCoverage", "ReadFormFigures", "ShowHouseCoverage", "ShowTrends",
        ]),
        ("a list of many",
        [
            "AnswerApprenticeships", "AnswerDeadlines", "DownloadApprenticeships", "DownloadDeadlines", "DownloadForeseen", "DownloadGrants", "DownloadLoad",
            "DownloadMessages", "DownloadStandings", "DownloadTalkReturns", "DownloadTalks", "DownloadTemplateFollowers: hers", "DownloadTestYear", "FindRecords",
            "ForeseeReminders", "ListAudits", "ListCalendar", "ListCalendar: one day", "ListDeadlineChoices", "ListDeadlines", "ListGrants", "ListMessages",
            "ListStandings", "ListTalkReturns", "ListTalkReturns: choices", "ListTalksFromBefore", "ListTemplateFollowers: hers", "ListTemplateFollowers: of all",
            "ListTestYear", "ListTestYear: choices", "MoveApprentices: to be seen", "PreviewRoster", "ProposeMove", "ReadCalendarChoices", "ReadLeave: her record",
            "ShowLoad", "ShowOverview",
        ]),
        ("a person, not her record",
        [
            "CorrectPerson: read", "DownloadPeople", "FindInvited", "FindPeople", "LimitHr: read", "ListLeaves", "ListPeople", "ListRoles", "ListWaitingAccounts",
            "MergePeople: to be seen", "ReadAccess", "ReadAccess: her account", "ReadContractChoices: the person again", "ReadLeave",
        ]),
        ("a part of a page that is noted as a whole",
        [
            "CorrectApprenticeship: read", "ListSensitiveFacts", "ListTemplatesForPlan", "PreviewChange", "ReadArranging", "ReadChangeChoices", "ShowPortfolio",
            "ShowTemplateOffer",
        ]),
        ("another's record, which it is noted of",
        [
            "ShowAttest: of another of the manager's",
        ]),
        ("something is done",
        [
            "ChaseTalks", "GrantAudit", "ImportRoster", "InvitePerson", "MoveApprentices", "PlanPlacement", "RecountDuties", "RegisterApprenticeship",
            "SettleTalksFromBefore",
        ]),
    ];

    public static IEnumerable<string> Of(Seat seat) => OfAll.Concat(seat switch
    {
        Seat.Instructor => OfTheInstructor,
        Seat.Hr => OfHr,
        _ => [],
    }).SelectMany(some => some.Ways).Order(StringComparer.Ordinal);
}
