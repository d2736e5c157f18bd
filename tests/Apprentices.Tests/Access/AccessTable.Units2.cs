namespace Apprentices.Tests.Access;

/// <content>HR of her unit and of another, her auditor, one whose time is over, and one of another: the other ways.</content>
internal static partial class AccessTable
{
    private const string OfUnitsSecond = """
        way                                               UH    UH'   AU    AU<   AU'
        SettleAction                                      ?     ?     ?     ?     ?
        ListOwnActions                                    ?     ?     ?     ?     ?
        ListActionsOfApprenticeship                       ?     ?     ?     ?     ?
        PutOffAction                                      ?     ?     ?     ?     ?
        HandInLogEntries                                  ?     ?     ?     ?     ?
        TakeBackLogEntry                                  ?     ?     ?     ?     ?
        DeleteLogEntry: handed in once                    ?     ?     ?     ?     ?
        DeleteLogEntry: hers alone                        ?     ?     ?     ?     ?
        NoteEnteredElsewhere                              ?     ?     ?     ?     ?
        DownloadLogEntry                                  ?     ?     ?     ?     ?
        DownloadLogEntry: not handed in                   ?     ?     ?     ?     ?
        ChooseLanguage                                    ?     ?     ?     ?     ?
        GetShellUser                                      ?     ?     ?     ?     ?
        ListPersonas                                      ?     ?     ?     ?     ?
        SignInAsPersona                                   ?     ?     ?     ?     ?
        ChooseHome                                        ?     ?     ?     ?     ?
        ShowOverview                                      ?     ?     ?     ?     ?
        ShowTrends                                        ?     ?     ?     ?     ?
        ListApprenticeships                               ?     ?     ?     ?     ?
        ListChoices                                       ?     ?     ?     ?     ?
        DownloadApprenticeships                           ?     ?     ?     ?     ?
        ReadApprenticeship                                ?     ?     ?     ?     ?
        ReadContractChoices                               ?     ?     ?     ?     ?
        RegisterApprenticeship                            ?     ?     ?     ?     ?
        CorrectApprenticeship: read                       ?     ?     ?     ?     ?
        CorrectApprenticeship                             ?     ?     ?     ?     ?
        RemoveApprenticeship                              ?     ?     ?     ?     ?
        FindPeople                                        ?     ?     ?     ?     ?
        AssignSupervisor                                  ?     ?     ?     ?     ?
        AssignSupervisor: to its end                      ?     ?     ?     ?     ?
        MoveApprentices: to be seen                       ?     ?     ?     ?     ?
        MoveApprentices                                   ?     ?     ?     ?     ?
        PreviewRoster                                     ?     ?     ?     ?     ?
        ImportRoster                                      ?     ?     ?     ?     ?
        ReadRecordHead                                    ?     ?     ?     ?     ?
        ReadContractChoices: the person again             ?     ?     ?     ?     ?
        ReadChangeChoices                                 ?     ?     ?     ?     ?
        PreviewChange                                     ?     ?     ?     ?     ?
        RecordApprenticeshipChange                        ?     ?     ?     ?     ?
        ReadHistory                                       ?     ?     ?     ?     ?
        ReadHistory: HR's reason                          ?     ?     ?     ?     ?
        ReadHistory: as of a day                          ?     ?     ?     ?     ?
        ProposeMove                                       ?     ?     ?     ?     ?
        MoveToEdition                                     ?     ?     ?     ?     ?
        ShowRecordCalendar                                ?     ?     ?     ?     ?
        ListCalendar                                      ?     ?     ?     ?     ?
        ListCalendar: one day                             ?     ?     ?     ?     ?
        ReadCalendarChoices                               ?     ?     ?     ?     ?
        TryDates: from hers                               ?     ?     ?     ?     ?
        TryDates                                          ?     ?     ?     ?     ?
        AnswerWhatIf                                      ?     ?     ?     ?     ?
        ListPeople                                        ?     ?     ?     ?     ?
        CorrectPerson: read                               ?     ?     ?     ?     ?
        CorrectPerson                                     ?     ?     ?     ?     ?
        MergePeople: to be seen                           ?     ?     ?     ?     ?
        MergePeople                                       ?     ?     ?     ?     ?
        SearchAnything                                    ?     ?     ?     ?     ?
        SearchAnything: its instructor                    ?     ?     ?     ?     ?
        ShowPlan                                          ?     ?     ?     ?     ?
        ShowPlan: one's own                               ?     ?     ?     ?     ?
        AdjustPlan                                        ?     ?     ?     ?     ?
        RateGoal                                          ?     ?     ?     ?     ?
        ListTemplatesForPlan                              ?     ?     ?     ?     ?
        StartFromTemplate: a second one                   ?     ?     ?     ?     ?
        AddPlanTask                                       ?     ?     ?     ?     ?
        ChangePlanTask                                    ?     ?     ?     ?     ?
        RemovePlanTask                                    ?     ?     ?     ?     ?
        ShowTemplateOffer                                 ?     ?     ?     ?     ?
        AcceptTemplateOffer                               ?     ?     ?     ?     ?
        DeclineTemplateOffer                              ?     ?     ?     ?     ?
        PutPlanForward                                    ?     ?     ?     ?     ?
        AgreeToPlan                                       ?     ?     ?     ?     ?
        ListPlanEditions                                  ?     ?     ?     ?     ?
        ListPlanEditions: one's own                       ?     ?     ?     ?     ?
        ShowPlanSheet                                     ?     ?     ?     ?     ?
        ShowPlanSheet: a kept edition                     ?     ?     ?     ?     ?
        ShowPlanSheet: one's own                          ?     ?     ?     ?     ?
        ListCurricula                                     ?     ?     ?     ?     ?
        ShowCurriculum                                    ?     ?     ?     ?     ?
        CompareEditions                                   ?     ?     ?     ?     ?
        ReadGrepFiles                                     ?     ?     ?     ?     ?
        FetchCurriculum                                   ?     ?     ?     ?     ?
        PreviewCurricula                                  ?     ?     ?     ?     ?
        ImportCurricula                                   ?     ?     ?     ?     ?
        ShowPlacements                                    ?     ?     ?     ?     ?
        ShowPlacements: one's own                         ?     ?     ?     ?     ?
        PlanPlacement                                     ?     ?     ?     ?     ?
        ChangePlacement                                   ?     ?     ?     ?     ?
        RemovePlacement                                   ?     ?     ?     ?     ?
        ShowHandOver                                      ?     ?     ?     ?     ?
        WriteHandOver                                     ?     ?     ?     ?     ?
        ConfirmHandOver                                   ?     ?     ?     ?     ?
        ListLogEntries                                    ?     ?     ?     ?     ?
        ListLogEntries: one's own                         ?     ?     ?     ?     ?
        WriteLogEntry: on her goals                       ?     ?     ?     ?     ?
        CorrectLogEntry                                   ?     ?     ?     ?     ?
        ReadApprenticeHome                                ?     ?     ?     ?     ?
        ReadSupervisorHome                                ?     ?     ?     ?     ?
        ListOwnWork                                       ?     ?     ?     ?     ?
        KeepDraft: over hers                              ?     ?     ?     ?     ?
        ReadDraft: hers                                   ?     ?     ?     ?     ?
        DropDraft: hers                                   ?     ?     ?     ?     ?
        ListInbox                                         ?     ?     ?     ?     ?
        MarkReminderRead: hers                            ?     ?     ?     ?     ?
        MarkReminderRead: all                             ?     ?     ?     ?     ?
        MarkReminderDone: hers                            ?     ?     ?     ?     ?
        ListCountySettings                                ?     ?     ?     ?     ?
        SetCountySetting: read                            ?     ?     ?     ?     ?
        SetCountySetting                                  ?     ?     ?     ?     ?
        ListOfficeTasks                                   ?     ?     ?     ?     ?
        ForeseeReminders                                  ?     ?     ?     ?     ?
        SetOfficeTasks                                    ?     ?     ?     ?     ?
        ListApprovals                                     ?     ?     ?     ?     ?
        EnterApproval: read                               ?     ?     ?     ?     ?
        EnterApproval                                     ?     ?     ?     ?     ?
        LoseApproval                                      ?     ?     ?     ?     ?
        ListChecklist                                     ?     ?     ?     ?     ?
        KeepChecklistPoint                                ?     ?     ?     ?     ?
        RetireChecklistPoint                              ?     ?     ?     ?     ?
        RecountDuties: to be seen                         ?     ?     ?     ?     ?
        RecountDuties                                     ?     ?     ?     ?     ?
        ListJobs                                          ?     ?     ?     ?     ?
        RunJobNow                                         ?     ?     ?     ?     ?
        SendTestMail                                      ?     ?     ?     ?     ?
        ListAccessTokens                                  ?     ?     ?     ?     ?
        CreateAccessToken                                 ?     ?     ?     ?     ?
        RevokeAccessToken                                 ?     ?     ?     ?     ?
        ListTrades                                        ?     ?     ?     ?     ?
        ListTalks                                         ?     ?     ?     ?     ?
        ListTalksOfApprenticeship                         ?     ?     ?     ?     ?
        ShowTalk: its state                               ?     ?     ?     ?     ?
        ShowTalk: its content                             ?     ?     ?     ?     ?
        ShowTalk: the former's content                    ?     ?     ?     ?     ?
        PlanTalk                                          ?     ?     ?     ?     ?
        PlanTalk: the former's                            ?     ?     ?     ?     ?
        HoldTalk                                          ?     ?     ?     ?     ?
        HoldTalk: the former's                            ?     ?     ?     ?     ?
        SignTalk                                          ?     ?     ?     ?     ?
        WaiveTalk                                         ?     ?     ?     ?     ?
        ListTalksFromBefore                               ?     ?     ?     ?     ?
        SettleTalksFromBefore                             ?     ?     ?     ?     ?
        SettleTalksFromBefore: of now                     ?     ?     ?     ?     ?
        ReadMoney                                         ?     ?     ?     ?     ?
        ReadMoney: grants                                 ?     ?     ?     ?     ?
        DownloadMoney                                     ?     ?     ?     ?     ?
        DownloadMoney: grants                             ?     ?     ?     ?     ?
        ListGrants                                        ?     ?     ?     ?     ?
        DownloadGrants                                    ?     ?     ?     ?     ?
        ListDeadlines                                     ?     ?     ?     ?     ?
        ListDeadlineChoices                               ?     ?     ?     ?     ?
        DownloadDeadlines                                 ?     ?     ?     ?     ?
        ShowDuty                                          ?     ?     ?     ?     ?
        FinishDuty                                        ?     ?     ?     ?     ?
        SendDuty                                          ?     ?     ?     ?     ?
        WaiveDuty: a house rule                           ?     ?     ?     ?     ?
        WaiveDuty: the law                                ?     ?     ?     ?     ?
        ReopenDuty: not settled                           ?     ?     ?     ?     ?
        ShowNotice                                        ?     ?     ?     ?     ?
        ShowAttest: of another of the manager's           ?     ?     ?     ?     ?
        ListTemplates                                     ?     ?     ?     ?     ?
        ShowTemplate                                      ?     ?     ?     ?     ?
        ShowTemplateEdition                               ?     ?     ?     ?     ?
        ListTemplateFollowers: of all                     ?     ?     ?     ?     ?
        ListTemplateFollowers: hers                       ?     ?     ?     ?     ?
        CreateTemplate: choices                           ?     ?     ?     ?     ?
        CreateTemplate                                    ?     ?     ?     ?     ?
        RenameTemplate                                    ?     ?     ?     ?     ?
        AddTemplateTask                                   ?     ?     ?     ?     ?
        ChangeTemplateTask                                ?     ?     ?     ?     ?
        RemoveTemplateTask                                ?     ?     ?     ?     ?
        MoveTemplateTask                                  ?     ?     ?     ?     ?
        PublishTemplate                                   ?     ?     ?     ?     ?
        RetireTemplate                                    ?     ?     ?     ?     ?
        ShowHouseCoverage                                 ?     ?     ?     ?     ?
        ShowForecast                                      ?     ?     ?     ?     ?
        ShowForecast: one's own                           ?     ?     ?     ?     ?
        ListStandings                                     ?     ?     ?     ?     ?
        CountStandings                                    ?     ?     ?     ?     ?
        ShowLoad                                          ?     ?     ?     ?     ?
        """;
}
