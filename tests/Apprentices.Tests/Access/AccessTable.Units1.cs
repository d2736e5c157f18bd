namespace Apprentices.Tests.Access;

/// <content>HR of her unit and of another, her auditor, one whose time is over, and one of another: the first half of the ways.</content>
internal static partial class AccessTable
{
    private const string OfUnitsFirst = """
        way                                               UH    UH'   AU    AU<   AU'
        ListWaitingEntries                                x     x     x     x     x
        ListWaitingEntries: choices                       x     x     x     x     x
        ApproveLogEntries                                 x     x     x     x     x
        ReturnLogEntry                                    x     x     x     x     x
        UndoApproval                                      x     x     x     x     x
        UndoApproval: the manager's                       x     x     x     x     x
        UnlockLogEntry                                    x     x     x     x     x
        ReadTrail                                         yes   -     yes   x     -
        ListLogSettings                                   x     x     x     x     x
        SetLogSetting: read                               x     x     x     x     x
        SetLogSetting                                     x     x     x     x     x
        ReadFeedAddress                                   yes   yes   x     x     x
        MakeFeedAddress                                   yes   yes   x     x     x
        RevokeFeedAddress                                 yes   yes   x     x     x
        FetchFeed: her talk                               0     0     -     -     -
        FetchFeed: her duty                               0     0     -     -     -
        FetchFeed: her hand-over                          0     0     -     -     -
        FetchFeed: her name                               0     0     -     -     -
        DownloadPeople                                    x     x     x     x     x
        DownloadTalks                                     yes   0     x     x     x
        DownloadPlacements                                yes   -     yes   x     -
        DownloadPlan                                      yes   -     yes   x     -
        DownloadLog                                       yes   -     yes   x     -
        DownloadTemplateCoverage                          yes   yes   x     x     x
        DownloadHouseCoverage                             yes   yes   x     x     x
        DownloadTemplateFollowers: hers                   yes   0     x     x     x
        DownloadWaitingEntries                            x     x     x     x     x
        DownloadStandings                                 yes   yes   x     x     x
        DownloadLoad                                      yes   yes   x     x     x
        ShowPortfolio                                     yes   -     x     x     x
        ShowPortfolio: one's own                          -     -     x     x     x
        DownloadPortfolio                                 yes   -     x     x     x
        DownloadPortfolio: one's own                      -     -     x     x     x
        DownloadPortfolio: what was said                  0     -     x     x     x
        AddAttachment: to a draft                         x     x     x     x     x
        AddAttachment: to an entry                        x     x     x     x     x
        ListAttachments: of an entry                      yes   0     yes   x     0
        ListAttachments: of many entries                  yes   0     yes   x     0
        ListAttachments: of a draft                       0     0     0     x     0
        DownloadAttachment: of an entry                   yes   -     yes   x     -
        DownloadAttachment: the small one                 yes   -     yes   x     -
        DownloadAttachment: of a draft                    -     -     -     x     -
        RemoveAttachment: from an entry                   x     x     x     x     x
        RemoveAttachment: from a draft                    x     x     x     x     x
        ShowFinalTest                                     yes   -     yes   x     -
        ShowFinalTest: one's own                          -     -     -     x     -
        AgreeTestDates                                    yes   -     x     x     x
        CallOffTestDates                                  yes   -     x     x     x
        PrepareTest                                       yes   -     x     x     x
        ReadTestDates: hers                               x     x     x     x     x
        EnterTestEvent                                    yes   -     x     x     x
        NoteSubject                                       yes   -     x     x     x
        NoteSubject: passed                               yes   -     x     x     x
        NoteSubject: taken back                           yes   -     x     x     x
        NoteCredential                                    yes   -     x     x     x
        NoteCredential: taken back                        yes   -     x     x     x
        ListTestYear                                      yes   0     x     x     x
        ListTestYear: on a home                           0     0     x     x     x
        ListTestYear: choices                             yes   0     x     x     x
        DownloadTestYear                                  yes   0     x     x     x
        ListTestSettings                                  x     x     x     x     x
        SetTestSetting: read                              x     x     x     x     x
        SetTestSetting                                    x     x     x     x     x
        KeepCredential                                    x     x     x     x     x
        KeepCredential: retired                           x     x     x     x     x
        ListTalkForms                                     yes   yes   x     x     x
        ShowTalkForm                                      yes   yes   x     x     x
        ShowFormEdition                                   yes   yes   x     x     x
        CreateTalkForm: to copy                           x     x     x     x     x
        CreateTalkForm                                    x     x     x     x     x
        DescribeTalkForm                                  x     x     x     x     x
        WriteFormSection                                  x     x     x     x     x
        WriteFormQuestion                                 x     x     x     x     x
        ArrangeForm                                       x     x     x     x     x
        SetFormSigning                                    x     x     x     x     x
        PublishTalkForm                                   x     x     x     x     x
        DropFormEdition                                   x     x     x     x     x
        RetireTalkForm                                    x     x     x     x     x
        ReadFormFigures                                   x     x     x     x     x
        DownloadFormFigures                               x     x     x     x     x
        ListJobRuns                                       x     x     x     x     x
        StopJob                                           x     x     x     x     x
        PauseJob                                          x     x     x     x     x
        ResumeJob                                         x     x     x     x     x
        ShowMeeting                                       yes   -     yes   x     -
        ShowMeeting: why it was moved                     0     -     0     x     -
        ReadArranging                                     yes   -     -     -     -
        ArrangeTalk                                       yes   -     x     x     x
        CallOffTalk                                       yes   -     x     x     x
        CallOffTalk: not agreed                           rule  -     x     x     x
        FindInvited                                       yes   yes   x     x     x
        InviteToTalk                                      yes   -     x     x     x
        InviteToTalk: taken out                           yes   -     x     x     x
        InviteToTalk: an apprentice                       -     -     x     x     x
        ReadAgenda                                        -     -     -     x     -
        SetTalkAgenda                                     -     -     x     x     x
        DownloadTalkCalendar                              yes   -     yes   x     -
        ListTalkReturns                                   yes   0     x     x     x
        ListTalkReturns: choices                          yes   0     x     x     x
        DownloadTalkReturns                               yes   0     x     x     x
        ChaseTalks                                        yes   0     x     x     x
        ListObservations                                  yes   -     yes   x     -
        ListObservations: one's own                       -     -     -     x     -
        WriteObservation                                  x     x     x     x     x
        CorrectObservation: one's own                     x     x     x     x     x
        CorrectObservation: another's                     x     x     x     x     x
        ListMissingObservations                           x     x     x     x     x
        SkipObservation                                   x     x     x     x     x
        ReadWorkDone                                      x     x     x     x     x
        PutOffTask: the talk to sign                      x     x     x     x     x
        BringBackPutOff                                   x     x     x     x     x
        ReadNotificationChoice                            yes   yes   x     x     x
        SaveNotificationChoice                            yes   yes   x     x     x
        ListLeaves                                        x     x     x     x     x
        ReadLeave                                         x     x     x     x     x
        ReadLeave: her record                             x     x     x     x     x
        RecordLeave                                       x     x     x     x     x
        ChangeLeave                                       x     x     x     x     x
        RemoveLeave                                       x     x     x     x     x
        ListOwnLeaves                                     0     0     x     x     x
        ListMessages                                      x     x     x     x     x
        DownloadMessages                                  x     x     x     x     x
        SendMessageAgain                                  x     x     x     x     x
        ShowMail                                          x     x     x     x     x
        PauseMail                                         x     x     x     x     x
        ResumeMail                                        x     x     x     x     x
        ReadPreparationState                              yes   -     yes   x     -
        ShowPreparation                                   -     -     x     x     x
        SavePreparation                                   -     -     x     x     x
        HandInPreparation: not whole                      -     -     x     x     x
        TakeBackPreparation: nothing handed in            -     -     x     x     x
        CompareAnswers                                    -     -     x     x     x
        CompareAnswers: the former's                      -     -     x     x     x
        ListTalkReaders                                   x     x     x     x     x
        ShowGoalTrends                                    x     x     x     x     x
        ListReminderRules                                 x     x     x     x     x
        SetReminderRule: read                             x     x     x     x     x
        SetReminderRule                                   x     x     x     x     x
        SetReminderRule: off by law                       x     x     x     x     x
        CompareReminderRule                               x     x     x     x     x
        SetReminderText: read                             x     x     x     x     x
        SetReminderText                                   x     x     x     x     x
        PreviewReminderText                               x     x     x     x     x
        SendTestReminder                                  x     x     x     x     x
        DownloadForeseen                                  x     x     x     x     x
        ListHrUnits                                       x     x     x     x     x
        LimitHr: read                                     x     x     x     x     x
        LimitHr: somebody who is not of HR                x     x     x     x     x
        LimitHr                                           x     x     x     x     x
        ListAudits                                        x     x     x     x     x
        FindRecords                                       x     x     x     x     x
        GrantAudit                                        x     x     x     x     x
        EndAudit                                          x     x     x     x     x
        ListAuditsOfRecord                                yes   0     yes   x     0
        ReadTalk                                          -     -     -     x     -
        ReadTalk: the former's                            -     -     -     x     -
        ShowSigning                                       yes   -     yes   x     -
        ShowSigning: the hash of the former's             0     0     0     x     0
        RefuseToSign                                      -     -     x     x     x
        NoteSignature: where one is enough                rule  -     x     x     x
        WriteAddendum                                     x     x     x     x     x
        WriteAddendum: not signed yet                     x     x     x     x     x
        DownloadTalkDocument                              -     -     x     x     x
        DownloadTalkDocument: what is hashed              -     -     x     x     x
        CheckDocument                                     yes   yes   yes   yes   yes
        ReadTogetherStanding                              -     -     x     x     x
        ReadTogether                                      -     -     x     x     x
        ReadTogether: the former's                        -     -     x     x     x
        BeginTalk                                         x     x     x     x     x
        TakeBlock                                         -     -     x     x     x
        TakeBlock: before it begins                       -     -     x     x     x
        WriteBlock                                        -     -     x     x     x
        LeaveBlock                                        yes   yes   x     x     x
        SettleSuggestion                                  -     -     x     x     x
        SettleSuggestion: hers, set aside                 -     -     x     x     x
        AgreeOnAnswer                                     -     -     x     x     x
        AddAction                                         -     -     x     x     x
        ChangeAction                                      -     -     x     x     x
        RemoveAction                                      -     -     x     x     x
        FinishTalk: with nothing said                     x     x     x     x     x
        AnswerApprenticeships                             yes   0     x     x     x
        AnswerDeadlines                                   yes   0     x     x     x
        CreateOwnToken                                    yes   yes   x     x     x
        ListOwnTokens                                     yes   yes   x     x     x
        RevokeOwnToken                                    yes   yes   x     x     x
        RevokeOwnToken: another's                         -     -     x     x     x
        """;
}
