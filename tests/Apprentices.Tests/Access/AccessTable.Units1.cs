namespace Apprentices.Tests.Access;

/// <content>HR of her unit and of another, her auditor, one whose time is over, and one of another: the first half of the ways.</content>
internal static partial class AccessTable
{
    private const string OfUnitsFirst = """
        way                                               UH    UH'   AU    AU<   AU'
        ListWaitingEntries                                ?     ?     ?     ?     ?
        ListWaitingEntries: choices                       ?     ?     ?     ?     ?
        ApproveLogEntries                                 ?     ?     ?     ?     ?
        ReturnLogEntry                                    ?     ?     ?     ?     ?
        UndoApproval                                      ?     ?     ?     ?     ?
        UndoApproval: the manager's                       ?     ?     ?     ?     ?
        UnlockLogEntry                                    ?     ?     ?     ?     ?
        ReadTrail                                         ?     ?     ?     ?     ?
        ListLogSettings                                   ?     ?     ?     ?     ?
        SetLogSetting: read                               ?     ?     ?     ?     ?
        SetLogSetting                                     ?     ?     ?     ?     ?
        ReadFeedAddress                                   ?     ?     ?     ?     ?
        MakeFeedAddress                                   ?     ?     ?     ?     ?
        RevokeFeedAddress                                 ?     ?     ?     ?     ?
        FetchFeed: her talk                               ?     ?     ?     ?     ?
        FetchFeed: her duty                               ?     ?     ?     ?     ?
        FetchFeed: her hand-over                          ?     ?     ?     ?     ?
        FetchFeed: her name                               ?     ?     ?     ?     ?
        DownloadPeople                                    ?     ?     ?     ?     ?
        DownloadTalks                                     ?     ?     ?     ?     ?
        DownloadPlacements                                ?     ?     ?     ?     ?
        DownloadPlan                                      ?     ?     ?     ?     ?
        DownloadLog                                       ?     ?     ?     ?     ?
        DownloadTemplateCoverage                          ?     ?     ?     ?     ?
        DownloadHouseCoverage                             ?     ?     ?     ?     ?
        DownloadTemplateFollowers: hers                   ?     ?     ?     ?     ?
        DownloadWaitingEntries                            ?     ?     ?     ?     ?
        DownloadStandings                                 ?     ?     ?     ?     ?
        DownloadLoad                                      ?     ?     ?     ?     ?
        ShowPortfolio                                     ?     ?     ?     ?     ?
        ShowPortfolio: one's own                          ?     ?     ?     ?     ?
        DownloadPortfolio                                 ?     ?     ?     ?     ?
        DownloadPortfolio: one's own                      ?     ?     ?     ?     ?
        DownloadPortfolio: what was said                  ?     ?     ?     ?     ?
        AddAttachment: to a draft                         ?     ?     ?     ?     ?
        AddAttachment: to an entry                        ?     ?     ?     ?     ?
        ListAttachments: of an entry                      ?     ?     ?     ?     ?
        ListAttachments: of many entries                  ?     ?     ?     ?     ?
        ListAttachments: of a draft                       ?     ?     ?     ?     ?
        DownloadAttachment: of an entry                   ?     ?     ?     ?     ?
        DownloadAttachment: the small one                 ?     ?     ?     ?     ?
        DownloadAttachment: of a draft                    ?     ?     ?     ?     ?
        RemoveAttachment: from an entry                   ?     ?     ?     ?     ?
        RemoveAttachment: from a draft                    ?     ?     ?     ?     ?
        ShowFinalTest                                     ?     ?     ?     ?     ?
        ShowFinalTest: one's own                          ?     ?     ?     ?     ?
        AgreeTestDates                                    ?     ?     ?     ?     ?
        CallOffTestDates                                  ?     ?     ?     ?     ?
        PrepareTest                                       ?     ?     ?     ?     ?
        ReadTestDates: hers                               ?     ?     ?     ?     ?
        EnterTestEvent                                    ?     ?     ?     ?     ?
        NoteSubject                                       ?     ?     ?     ?     ?
        NoteSubject: passed                               ?     ?     ?     ?     ?
        NoteSubject: taken back                           ?     ?     ?     ?     ?
        NoteCredential                                    ?     ?     ?     ?     ?
        NoteCredential: taken back                        ?     ?     ?     ?     ?
        ListTestYear                                      ?     ?     ?     ?     ?
        ListTestYear: on a home                           ?     ?     ?     ?     ?
        ListTestYear: choices                             ?     ?     ?     ?     ?
        DownloadTestYear                                  ?     ?     ?     ?     ?
        ListTestSettings                                  ?     ?     ?     ?     ?
        SetTestSetting: read                              ?     ?     ?     ?     ?
        SetTestSetting                                    ?     ?     ?     ?     ?
        KeepCredential                                    ?     ?     ?     ?     ?
        KeepCredential: retired                           ?     ?     ?     ?     ?
        ListTalkForms                                     ?     ?     ?     ?     ?
        ShowTalkForm                                      ?     ?     ?     ?     ?
        ShowFormEdition                                   ?     ?     ?     ?     ?
        CreateTalkForm: to copy                           ?     ?     ?     ?     ?
        CreateTalkForm                                    ?     ?     ?     ?     ?
        DescribeTalkForm                                  ?     ?     ?     ?     ?
        WriteFormSection                                  ?     ?     ?     ?     ?
        WriteFormQuestion                                 ?     ?     ?     ?     ?
        ArrangeForm                                       ?     ?     ?     ?     ?
        SetFormSigning                                    ?     ?     ?     ?     ?
        PublishTalkForm                                   ?     ?     ?     ?     ?
        DropFormEdition                                   ?     ?     ?     ?     ?
        RetireTalkForm                                    ?     ?     ?     ?     ?
        ReadFormFigures                                   ?     ?     ?     ?     ?
        DownloadFormFigures                               ?     ?     ?     ?     ?
        ListJobRuns                                       ?     ?     ?     ?     ?
        StopJob                                           ?     ?     ?     ?     ?
        PauseJob                                          ?     ?     ?     ?     ?
        ResumeJob                                         ?     ?     ?     ?     ?
        ShowMeeting                                       ?     ?     ?     ?     ?
        ShowMeeting: why it was moved                     ?     ?     ?     ?     ?
        ReadArranging                                     ?     ?     ?     ?     ?
        ArrangeTalk                                       ?     ?     ?     ?     ?
        CallOffTalk                                       ?     ?     ?     ?     ?
        CallOffTalk: not agreed                           ?     ?     ?     ?     ?
        FindInvited                                       ?     ?     ?     ?     ?
        InviteToTalk                                      ?     ?     ?     ?     ?
        InviteToTalk: taken out                           ?     ?     ?     ?     ?
        InviteToTalk: an apprentice                       ?     ?     ?     ?     ?
        ReadAgenda                                        ?     ?     ?     ?     ?
        SetTalkAgenda                                     ?     ?     ?     ?     ?
        DownloadTalkCalendar                              ?     ?     ?     ?     ?
        ListTalkReturns                                   ?     ?     ?     ?     ?
        ListTalkReturns: choices                          ?     ?     ?     ?     ?
        DownloadTalkReturns                               ?     ?     ?     ?     ?
        ChaseTalks                                        ?     ?     ?     ?     ?
        ListObservations                                  ?     ?     ?     ?     ?
        ListObservations: one's own                       ?     ?     ?     ?     ?
        WriteObservation                                  ?     ?     ?     ?     ?
        CorrectObservation: one's own                     ?     ?     ?     ?     ?
        CorrectObservation: another's                     ?     ?     ?     ?     ?
        ListMissingObservations                           ?     ?     ?     ?     ?
        SkipObservation                                   ?     ?     ?     ?     ?
        ReadWorkDone                                      ?     ?     ?     ?     ?
        PutOffTask: the talk to sign                      ?     ?     ?     ?     ?
        BringBackPutOff                                   ?     ?     ?     ?     ?
        ReadNotificationChoice                            ?     ?     ?     ?     ?
        SaveNotificationChoice                            ?     ?     ?     ?     ?
        ListLeaves                                        ?     ?     ?     ?     ?
        ReadLeave                                         ?     ?     ?     ?     ?
        ReadLeave: her record                             ?     ?     ?     ?     ?
        RecordLeave                                       ?     ?     ?     ?     ?
        ChangeLeave                                       ?     ?     ?     ?     ?
        RemoveLeave                                       ?     ?     ?     ?     ?
        ListOwnLeaves                                     ?     ?     ?     ?     ?
        ListMessages                                      ?     ?     ?     ?     ?
        DownloadMessages                                  ?     ?     ?     ?     ?
        SendMessageAgain                                  ?     ?     ?     ?     ?
        ShowMail                                          ?     ?     ?     ?     ?
        PauseMail                                         ?     ?     ?     ?     ?
        ResumeMail                                        ?     ?     ?     ?     ?
        ReadPreparationState                              ?     ?     ?     ?     ?
        ShowPreparation                                   ?     ?     ?     ?     ?
        SavePreparation                                   ?     ?     ?     ?     ?
        HandInPreparation: not whole                      ?     ?     ?     ?     ?
        TakeBackPreparation: nothing handed in            ?     ?     ?     ?     ?
        CompareAnswers                                    ?     ?     ?     ?     ?
        CompareAnswers: the former's                      ?     ?     ?     ?     ?
        ListTalkReaders                                   ?     ?     ?     ?     ?
        ShowGoalTrends                                    ?     ?     ?     ?     ?
        ListReminderRules                                 ?     ?     ?     ?     ?
        SetReminderRule: read                             ?     ?     ?     ?     ?
        SetReminderRule                                   ?     ?     ?     ?     ?
        SetReminderRule: off by law                       ?     ?     ?     ?     ?
        CompareReminderRule                               ?     ?     ?     ?     ?
        SetReminderText: read                             ?     ?     ?     ?     ?
        SetReminderText                                   ?     ?     ?     ?     ?
        PreviewReminderText                               ?     ?     ?     ?     ?
        SendTestReminder                                  ?     ?     ?     ?     ?
        DownloadForeseen                                  ?     ?     ?     ?     ?
        ListHrUnits                                       ?     ?     ?     ?     ?
        LimitHr: read                                     ?     ?     ?     ?     ?
        LimitHr: somebody who is not of HR                ?     ?     ?     ?     ?
        LimitHr                                           ?     ?     ?     ?     ?
        ListAudits                                        ?     ?     ?     ?     ?
        FindRecords                                       ?     ?     ?     ?     ?
        GrantAudit                                        ?     ?     ?     ?     ?
        EndAudit                                          ?     ?     ?     ?     ?
        ListAuditsOfRecord                                ?     ?     ?     ?     ?
        ReadTalk                                          ?     ?     ?     ?     ?
        ReadTalk: the former's                            ?     ?     ?     ?     ?
        ShowSigning                                       ?     ?     ?     ?     ?
        ShowSigning: the hash of the former's             ?     ?     ?     ?     ?
        RefuseToSign                                      ?     ?     ?     ?     ?
        NoteSignature: where one is enough                ?     ?     ?     ?     ?
        WriteAddendum                                     ?     ?     ?     ?     ?
        WriteAddendum: not signed yet                     ?     ?     ?     ?     ?
        DownloadTalkDocument                              ?     ?     ?     ?     ?
        DownloadTalkDocument: what is hashed              ?     ?     ?     ?     ?
        CheckDocument                                     ?     ?     ?     ?     ?
        ReadTogetherStanding                              ?     ?     ?     ?     ?
        ReadTogether                                      ?     ?     ?     ?     ?
        ReadTogether: the former's                        ?     ?     ?     ?     ?
        BeginTalk                                         ?     ?     ?     ?     ?
        TakeBlock                                         ?     ?     ?     ?     ?
        TakeBlock: before it begins                       ?     ?     ?     ?     ?
        WriteBlock                                        ?     ?     ?     ?     ?
        LeaveBlock                                        ?     ?     ?     ?     ?
        SettleSuggestion                                  ?     ?     ?     ?     ?
        SettleSuggestion: hers, set aside                 ?     ?     ?     ?     ?
        AgreeOnAnswer                                     ?     ?     ?     ?     ?
        AddAction                                         ?     ?     ?     ?     ?
        ChangeAction                                      ?     ?     ?     ?     ?
        RemoveAction                                      ?     ?     ?     ?     ?
        FinishTalk: with nothing said                     ?     ?     ?     ?     ?
        """;
}
