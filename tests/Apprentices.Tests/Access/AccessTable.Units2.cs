namespace Apprentices.Tests.Access;

/// <content>HR of her unit and of another, her auditor, one whose time is over, and one of another: the other ways.</content>
internal static partial class AccessTable
{
    private const string OfUnitsSecond = """
        way                                               UH    UH'   AU    AU<   AU'
        SettleAction                                      -     -     x     x     x
        ListOwnActions                                    0     0     x     x     x
        ListActionsOfApprenticeship                       0     0     x     x     x
        PutOffAction                                      x     x     x     x     x
        HandInLogEntries                                  x     x     x     x     x
        TakeBackLogEntry                                  x     x     x     x     x
        DeleteLogEntry: handed in once                    x     x     x     x     x
        DeleteLogEntry: hers alone                        x     x     x     x     x
        NoteEnteredElsewhere                              x     x     x     x     x
        DownloadLogEntry                                  yes   -     yes   x     -
        DownloadLogEntry: not handed in                   -     -     -     x     -
        ChooseLanguage                                    yes   yes   yes   yes   yes
        GetShellUser                                      yes   yes   yes   yes   yes
        ListPersonas                                      yes   yes   yes   yes   yes
        SignInAsPersona                                   yes   yes   yes   yes   yes
        ChooseHome                                        yes   yes   yes   yes   yes
        ShowOverview                                      yes   yes   x     x     x
        ShowTrends                                        yes   yes   x     x     x
        ListApprenticeships                               yes   0     yes   x     0
        ListChoices                                       yes   0     yes   x     0
        DownloadApprenticeships                           yes   0     x     x     x
        ReadApprenticeship                                yes   -     yes   -     -
        ReadContractChoices                               yes   yes   x     x     x
        RegisterApprenticeship                            yes   rule  x     x     x
        CorrectApprenticeship: read                       yes   -     x     x     x
        CorrectApprenticeship                             yes   -     x     x     x
        RemoveApprenticeship                              rule  -     x     x     x
        FindPeople                                        0     0     x     x     x
        AssignSupervisor                                  yes   -     x     x     x
        AssignSupervisor: to its end                      yes   -     x     x     x
        MoveApprentices: to be seen                       yes   0     x     x     x
        MoveApprentices                                   yes   0     x     x     x
        PreviewRoster                                     x     x     x     x     x
        ImportRoster                                      x     x     x     x     x
        ReadRecordHead                                    yes   -     yes   -     -
        ReadContractChoices: the person again             yes   -     x     x     x
        ReadChangeChoices                                 yes   -     x     x     x
        PreviewChange                                     yes   -     x     x     x
        RecordApprenticeshipChange                        yes   -     x     x     x
        ReadHistory                                       yes   -     yes   -     -
        ReadHistory: HR's reason                          yes   -     0     -     -
        ReadHistory: as of a day                          yes   -     yes   -     -
        ProposeMove                                       yes   0     x     x     x
        MoveToEdition                                     yes   -     x     x     x
        ShowRecordCalendar                                yes   -     yes   -     -
        ListCalendar                                      yes   0     x     x     x
        ListCalendar: one day                             yes   0     x     x     x
        ReadCalendarChoices                               yes   0     x     x     x
        TryDates: from hers                               yes   0     x     x     x
        TryDates                                          yes   yes   x     x     x
        AnswerWhatIf                                      yes   yes   yes   yes   yes
        ListPeople                                        x     x     x     x     x
        CorrectPerson: read                               x     x     x     x     x
        CorrectPerson                                     x     x     x     x     x
        MergePeople: to be seen                           x     x     x     x     x
        MergePeople                                       x     x     x     x     x
        SearchAnything                                    yes   0     yes   x     0
        SearchAnything: its instructor                    yes   0     yes   x     0
        ShowPlan                                          yes   -     yes   x     -
        ShowPlan: one's own                               -     -     -     x     -
        AdjustPlan                                        yes   -     x     x     x
        RateGoal                                          x     x     x     x     x
        ListTemplatesForPlan                              yes   -     x     x     x
        StartFromTemplate: a second one                   rule  -     x     x     x
        AddPlanTask                                       yes   -     x     x     x
        ChangePlanTask                                    yes   -     x     x     x
        RemovePlanTask                                    yes   -     x     x     x
        ShowTemplateOffer                                 yes   -     x     x     x
        AcceptTemplateOffer                               yes   -     x     x     x
        DeclineTemplateOffer                              yes   -     x     x     x
        PutPlanForward                                    x     x     x     x     x
        AgreeToPlan                                       x     x     x     x     x
        ListPlanEditions                                  yes   -     yes   x     -
        ListPlanEditions: one's own                       -     -     -     x     -
        ShowPlanSheet                                     yes   -     yes   x     -
        ShowPlanSheet: a kept edition                     yes   -     yes   x     -
        ShowPlanSheet: one's own                          -     -     -     x     -
        ListCurricula                                     yes   yes   yes   x     yes
        ShowCurriculum                                    yes   yes   yes   x     yes
        CompareEditions                                   yes   yes   yes   x     yes
        ReadGrepFiles                                     x     x     x     x     x
        FetchCurriculum                                   x     x     x     x     x
        PreviewCurricula                                  x     x     x     x     x
        ImportCurricula                                   x     x     x     x     x
        ShowPlacements                                    yes   -     yes   x     -
        ShowPlacements: one's own                         -     -     -     x     -
        PlanPlacement                                     yes   -     x     x     x
        ChangePlacement                                   yes   -     x     x     x
        RemovePlacement                                   yes   -     x     x     x
        ShowHandOver                                      yes   -     yes   x     -
        WriteHandOver                                     x     x     x     x     x
        ConfirmHandOver                                   x     x     x     x     x
        ListLogEntries                                    yes   -     yes   x     -
        ListLogEntries: one's own                         -     -     -     x     -
        WriteLogEntry: on her goals                       x     x     x     x     x
        CorrectLogEntry                                   x     x     x     x     x
        ReadApprenticeHome                                -     -     -     x     -
        ReadSupervisorHome                                x     x     x     x     x
        ListOwnWork                                       x     x     x     x     x
        KeepDraft: over hers                              0     0     x     x     x
        ReadDraft: hers                                   -     -     x     x     x
        DropDraft: hers                                   0     0     x     x     x
        ListInbox                                         0     0     x     x     x
        MarkReminderRead: hers                            0     0     x     x     x
        MarkReminderRead: all                             0     0     x     x     x
        MarkReminderDone: hers                            -     -     x     x     x
        ListCountySettings                                x     x     x     x     x
        SetCountySetting: read                            x     x     x     x     x
        SetCountySetting                                  x     x     x     x     x
        ListOfficeTasks                                   x     x     x     x     x
        ForeseeReminders                                  x     x     x     x     x
        SetOfficeTasks                                    x     x     x     x     x
        ListApprovals                                     x     x     x     x     x
        EnterApproval: read                               x     x     x     x     x
        EnterApproval                                     x     x     x     x     x
        LoseApproval                                      x     x     x     x     x
        ListChecklist                                     x     x     x     x     x
        KeepChecklistPoint                                x     x     x     x     x
        RetireChecklistPoint                              x     x     x     x     x
        RecountDuties: to be seen                         x     x     x     x     x
        RecountDuties                                     x     x     x     x     x
        ListJobs                                          x     x     x     x     x
        RunJobNow                                         x     x     x     x     x
        SendTestMail                                      x     x     x     x     x
        ListAccessTokens                                  x     x     x     x     x
        CreateAccessToken                                 x     x     x     x     x
        RevokeAccessToken                                 x     x     x     x     x
        ListTrades                                        yes   yes   yes   yes   yes
        ListTalks                                         yes   0     yes   x     0
        ListTalksOfApprenticeship                         yes   -     yes   x     -
        ShowTalk: its state                               yes   -     yes   x     -
        ShowTalk: its content                             0     -     0     x     -
        ShowTalk: the former's content                    0     -     0     x     -
        PlanTalk                                          yes   -     x     x     x
        PlanTalk: the former's                            rule  -     x     x     x
        HoldTalk                                          x     x     x     x     x
        HoldTalk: the former's                            x     x     x     x     x
        SignTalk                                          -     -     x     x     x
        WaiveTalk                                         yes   -     x     x     x
        ListTalksFromBefore                               yes   0     x     x     x
        SettleTalksFromBefore                             yes   0     x     x     x
        SettleTalksFromBefore: of now                     0     0     x     x     x
        ReadMoney                                         yes   -     x     x     x
        ReadMoney: grants                                 yes   0     x     x     x
        DownloadMoney                                     yes   -     x     x     x
        DownloadMoney: grants                             yes   -     x     x     x
        ListGrants                                        yes   0     x     x     x
        DownloadGrants                                    yes   0     x     x     x
        ListDeadlines                                     yes   0  x     x     x
        ListDeadlineChoices                               yes   0  x     x     x
        DownloadDeadlines                                 yes   0     x     x     x
        ShowDuty                                          yes   -  x     x     x
        FinishDuty                                        yes   -     x     x     x
        SendDuty                                          yes   -     x     x     x
        WaiveDuty: a house rule                           yes   -     x     x     x
        WaiveDuty: the law                                yes   -     x     x     x
        ReopenDuty: not settled                           rule  -     x     x     x
        ShowNotice                                        yes   -     x     x     x
        ShowAttest: of another of the manager's           yes   -     x     x     x
        ListTemplates                                     yes   yes   x     x     x
        ShowTemplate                                      yes   yes   x     x     x
        ShowTemplateEdition                               yes   yes   x     x     x
        ListTemplateFollowers: of all                     yes   yes   x     x     x
        ListTemplateFollowers: hers                       yes   0     x     x     x
        CreateTemplate: choices                           x     x     x     x     x
        CreateTemplate                                    x     x     x     x     x
        RenameTemplate                                    x     x     x     x     x
        AddTemplateTask                                   x     x     x     x     x
        ChangeTemplateTask                                x     x     x     x     x
        RemoveTemplateTask                                x     x     x     x     x
        MoveTemplateTask                                  x     x     x     x     x
        PublishTemplate                                   x     x     x     x     x
        RetireTemplate                                    x     x     x     x     x
        ShowHouseCoverage                                 yes   yes   x     x     x
        ShowForecast                                      yes   -     yes   x     -
        ShowForecast: one's own                           -     -     -     x     -
        ListStandings                                     yes   0     x     x     x
        CountStandings                                    yes   0     x     x     x
        ShowLoad                                          yes   0     x     x     x
        ListSensitiveFacts                                yes   -     x     x     x
        OpenSensitiveFact                                 yes   -     x     x     x
        OpenSensitiveFact: without saying why             rule  -     x     x     x
        OpenSensitiveFact: what is not kept               -     -     x     x     x
        KeepSensitiveFact                                 yes   -     x     x     x
        KeepSensitiveFact: what the employer does not keep  rule  rule  x     x     x
        RemoveSensitiveFact                               yes   -     x     x     x
        ListRoles                                         x     x     x     x     x
        ReadAccess                                        x     x     x     x     x
        ReadAccess: her account                           x     x     x     x     x
        ReadAccess: HR's account                          x     x     x     x     x
        GiveRole                                          x     x     x     x     x
        GiveRole: to oneself                              x     x     x     x     x
        TakeRole                                          x     x     x     x     x
        TakeRole: the last administrator's                x     x     x     x     x
        DeactivatePerson                                  x     x     x     x     x
        DeactivatePerson: the last administrator          x     x     x     x     x
        ReactivatePerson                                  x     x     x     x     x
        InvitePerson                                      x     x     x     x     x
        InvitePerson: of HR                               x     x     x     x     x
        InvitePerson: without mail                        x     x     x     x     x
        ListWaitingAccounts                               x     x     x     x     x
        ListWaitingAccounts: HR's                         x     x     x     x     x
        ConfirmAccount                                    x     x     x     x     x
        ConfirmAccount: HR's                              x     x     x     x     x
        RefuseAccount                                     x     x     x     x     x
        RefuseAccount: HR's                               x     x     x     x     x
        UnlinkAccount                                     x     x     x     x     x
        UnlinkAccount: HR's                               x     x     x     x     x
        EnterColleague                                    x     x     x     x     x
        ListSessions                                      yes   yes   yes   x     yes
        ListSessions: hers                                0     0     0     x     0
        EndSession: hers                                  -     -     -     x     -
        EndAllSessions                                    yes   yes   yes   x     yes
        EndAllSessions: hers                              0     0     0     x     0
        ListChanges                                       yes   -     yes   x     -
        ListHouseChanges                                  x     x     x     x     x
        ListRecordReaders                                 x     x     x     x     x
        ListRecordReaders: without cause                  x     x     x     x     x
        """;
}
