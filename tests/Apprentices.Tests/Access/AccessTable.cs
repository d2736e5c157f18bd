namespace Apprentices.Tests.Access;

/// <summary>
/// Who gets what, exactly. A line is a way to use a use case (<see cref="AccessWays"/>), a column a seat. Yes; 0: allowed, but
/// nothing of this apprenticeship in it; -: as if it were not there; x: the role may not; rule: refused in words. A last cell is
/// the receiver's, where she gets something else than an instructor of another.
/// </summary>
internal static partial class AccessTable
{
    private const string Text = """
        way                              HR    HR*   TM    TM'   IN    IN'   IN<   AP    AP'   ADM   nobody

        ChooseLanguage                   yes   yes   yes   yes   yes   yes   yes   yes   yes   yes   yes
        GetShellUser                     yes   yes   yes   yes   yes   yes   yes   yes   yes   yes   -
        ListPersonas                     yes   yes   yes   yes   yes   yes   yes   yes   yes   yes   yes
        SignInAsPersona                  yes   yes   yes   yes   yes   yes   yes   yes   yes   yes   yes
        ChooseHome                       yes   yes   yes   yes   yes   yes   yes   yes   yes   yes   -

        ShowOverview                     yes   yes   x     x     x     x     x     x     x     x     -
        ShowTrends                       yes   yes   x     x     x     x     x     x     x     x     -
        ListApprenticeships              yes   yes   yes   0     yes   0     0     yes   0     x     -
        ListChoices                      yes   yes   yes   0     yes   0     0     yes   0     x     -
        DownloadApprenticeships          yes   yes   yes   0     yes   0     0     x     x     x     -
        ReadApprenticeship               yes   yes   yes   -     yes   -     -     yes   -     -     -
        ReadContractChoices              yes   yes   x     x     x     x     x     x     x     x     -
        RegisterApprenticeship           yes   yes   x     x     x     x     x     x     x     x     -
        CorrectApprenticeship: read      yes   yes   x     x     x     x     x     x     x     x     -
        CorrectApprenticeship            yes   yes   x     x     x     x     x     x     x     x     -
        RemoveApprenticeship             rule  rule  x     x     x     x     x     x     x     x     -
        FindPeople                       yes   yes   x     x     x     x     x     x     x     x     -
        AssignSupervisor                 yes   yes   x     x     x     x     x     x     x     x     -
        AssignSupervisor: to its end     yes   yes   x     x     x     x     x     x     x     x     -
        MoveApprentices: to be seen      yes   yes   x     x     x     x     x     x     x     x     -
        MoveApprentices                  yes   yes   x     x     x     x     x     x     x     x     -
        PreviewRoster                    yes   yes   x     x     x     x     x     x     x     x     -
        ImportRoster                     yes   yes   x     x     x     x     x     x     x     x     -
        ReadRecordHead                   yes   yes   yes   -     yes   -     -     yes   -     -     -

        ReadContractChoices: the person again  yes  yes  x    x     x     x     x     x     x     x     -
        ReadChangeChoices                yes   yes   x     x     x     x     x     x     x     x     -
        PreviewChange                    yes   yes   x     x     x     x     x     x     x     x     -
        RecordApprenticeshipChange       yes   yes   x     x     x     x     x     x     x     x     -
        ReadHistory                      yes   yes   yes   -     yes   -     -     yes   -     -     -
        ReadHistory: HR's reason         yes   yes   0     -     0     -     -     0     -     -     -
        ReadHistory: as of a day         yes   yes   yes   -     yes   -     -     yes   -     -     -
        ProposeMove                      yes   yes   x     x     x     x     x     x     x     x     -
        MoveToEdition                    yes   yes   x     x     x     x     x     x     x     x     -
        ShowRecordCalendar               yes   yes   yes   -     yes   -     -     yes   -     -     -
        ListCalendar                     yes   yes   yes   0     yes   0     0     x     x     x     -
        ListCalendar: one day            yes   yes   yes   0     yes   0     0     x     x     x     -
        ReadCalendarChoices              yes   yes   yes   0     yes   0     0     x     x     x     -
        TryDates: from hers              yes   yes   yes   0     yes   0     0     x     x     x     -
        TryDates                         yes   yes   yes   yes   yes   yes   yes   x     x     x     -
        AnswerWhatIf                     yes   yes   yes   yes   yes   yes   yes   yes   yes   yes   yes

        ListPeople                       yes   yes   x     x     x     x     x     x     x     x     -
        CorrectPerson: read              yes   yes   x     x     x     x     x     x     x     x     -
        CorrectPerson                    yes   yes   x     x     x     x     x     x     x     x     -
        MergePeople: to be seen          yes   yes   x     x     x     x     x     x     x     x     -
        MergePeople                      yes   yes   x     x     x     x     x     x     x     x     -
        SearchAnything                   yes   yes   yes   0     yes   0     0     yes   0     x     -
        SearchAnything: its instructor   yes   yes   yes   0     yes   0     0     yes   0     x     -

        ShowPlan                         yes   yes   yes   -     yes   -     -     yes   -     x     -
        ShowPlan: one's own              -     -     -     -     -     -     -     yes   0     x     -
        AdjustPlan                       yes   yes   yes   -     yes   -     -     x     x     x     -
        RateGoal                         x     x     yes   -     yes   -     -     x     x     x     -
        ListTemplatesForPlan             yes   yes   yes   -     yes   -     -     x     x     x     -
        StartFromTemplate: a second one  rule  rule  rule  -     rule  -     -     x     x     x     -
        AddPlanTask                      yes   yes   yes   -     yes   -     -     x     x     x     -
        ChangePlanTask                   yes   yes   yes   -     yes   -     -     x     x     x     -
        RemovePlanTask                   yes   yes   yes   -     yes   -     -     x     x     x     -
        ShowTemplateOffer                yes   yes   yes   -     yes   -     -     x     x     x     -
        AcceptTemplateOffer              yes   yes   yes   -     yes   -     -     x     x     x     -
        DeclineTemplateOffer             yes   yes   yes   -     yes   -     -     x     x     x     -
        PutPlanForward                   x     x     yes   -     yes   -     -     x     x     x     -
        AgreeToPlan                      x     x     x     x     x     x     x     yes   -     x     -
        ListPlanEditions                 yes   yes   yes   -     yes   -     -     yes   -     x     -
        ListPlanEditions: one's own      -     -     -     -     -     -     -     yes   0     x     -
        ShowPlanSheet                    yes   yes   yes   -     yes   -     -     yes   -     x     -
        ShowPlanSheet: a kept edition    yes   yes   yes   -     yes   -     -     yes   -     x     -
        ShowPlanSheet: one's own         -     -     -     -     -     -     -     yes   0     x     -

        ListCurricula                    yes   yes   yes   yes   yes   yes   yes   yes   yes   x     -
        ShowCurriculum                   yes   yes   yes   yes   yes   yes   yes   yes   yes   x     -
        CompareEditions                  yes   yes   yes   yes   yes   yes   yes   yes   yes   x     -
        ReadGrepFiles                    yes   yes   x     x     x     x     x     x     x     x     -
        FetchCurriculum                  rule  rule  x     x     x     x     x     x     x     x     -
        PreviewCurricula                 yes   yes   x     x     x     x     x     x     x     x     -
        ImportCurricula                  yes   yes   x     x     x     x     x     x     x     x     -

        ShowPlacements                   yes   yes   yes   -     yes   -     -     yes   -     x     -
        ShowPlacements: one's own        -     -     -     -     -     -     -     yes   0     x     -
        PlanPlacement                    yes   yes   yes   -     x     x     x     x     x     x     -
        ChangePlacement                  yes   yes   yes   -     x     x     x     x     x     x     -
        RemovePlacement                  yes   yes   yes   -     x     x     x     x     x     x     -
        ShowHandOver                     yes   yes   yes   -     yes   -     -     yes   -     x     -       yes
        WriteHandOver                    x     x     yes   -     yes   -     -     x     x     x     -
        ConfirmHandOver                  x     x     -     -     -     -     -     x     x     x     -       yes

        ListLogEntries                   yes   yes   yes   -     yes   -     -     yes   -     x     -
        ListLogEntries: one's own        -     -     -     -     -     -     -     yes   0     x     -
        WriteLogEntry: on her goals      x     x     x     x     x     x     x     yes   rule  x     -
        CorrectLogEntry                  x     x     x     x     x     x     x     yes   -     x     -

        ReadApprenticeHome               -     -     -     -     -     -     -     yes   0     x     -
        ReadSupervisorHome               x     x     yes   0     yes   0     0     x     x     x     -
        ListOwnWork                      x     x     yes   0     0     0     yes   x     x     x     -

        KeepDraft: over hers             0     0     0     0     0     0     0     yes   0     0     -
        ReadDraft: hers                  -     -     -     -     -     -     -     yes   -     -     -
        DropDraft: hers                  0     0     0     0     0     0     0     yes   0     0     -
        ListInbox                        0     0     0     0     0     0     0     yes   0     0     -
        MarkReminderRead: hers           0     0     0     0     0     0     0     yes   0     0     -
        MarkReminderRead: all            0     0     0     0     0     0     0     yes   0     0     -
        MarkReminderDone: hers           -     -     -     -     -     -     -     yes   -     -     -

        ListCountySettings               yes   yes   x     x     x     x     x     x     x     x     -
        SetCountySetting: read           yes   yes   x     x     x     x     x     x     x     x     -
        SetCountySetting                 yes   yes   x     x     x     x     x     x     x     x     -
        ListOfficeTasks                  yes   yes   x     x     x     x     x     x     x     x     -
        ForeseeReminders                 yes   yes   x     x     x     x     x     x     x     x     -
        SetOfficeTasks                   yes   yes   x     x     x     x     x     x     x     x     -
        ListApprovals                    yes   yes   x     x     x     x     x     x     x     x     -
        EnterApproval: read              yes   yes   x     x     x     x     x     x     x     x     -
        EnterApproval                    yes   yes   x     x     x     x     x     x     x     x     -
        LoseApproval                     yes   yes   x     x     x     x     x     x     x     x     -
        ListChecklist                    yes   yes   x     x     x     x     x     x     x     x     -
        KeepChecklistPoint               yes   yes   x     x     x     x     x     x     x     x     -
        RetireChecklistPoint             yes   yes   x     x     x     x     x     x     x     x     -
        RecountDuties: to be seen        yes   yes   x     x     x     x     x     x     x     x     -
        RecountDuties                    yes   yes   x     x     x     x     x     x     x     x     -

        ListJobs                         x     x     x     x     x     x     x     x     x     yes   -
        RunJobNow                        x     x     x     x     x     x     x     x     x     yes   -
        SendTestMail                     x     x     x     x     x     x     x     x     x     rule  -

        ListAccessTokens                 x     x     x     x     x     x     x     x     x     yes   -
        CreateAccessToken                x     x     x     x     x     x     x     x     x     yes   -
        RevokeAccessToken                x     x     x     x     x     x     x     x     x     yes   -
        ListOwnTokens                    yes   yes   yes   yes   yes   yes   yes   x     x     x     -
        CreateOwnToken                   yes   yes   yes   yes   yes   yes   yes   x     x     x     -
        RevokeOwnToken                   yes   yes   yes   yes   yes   yes   yes   x     x     x     -
        RevokeOwnToken: another's        -     -     -     -     -     -     -     x     x     x     -
        AnswerApprenticeships            yes   yes   yes   0     yes   0     0     x     x     x     -
        AnswerDeadlines                  yes   yes   yes   0     yes   0     0     x     x     x     -
        ListTrades                       yes   yes   yes   yes   yes   yes   yes   yes   yes   yes   yes

        ListTalks                        yes   yes   yes   0     yes   0     yes   yes   0     x     -
        ListTalksOfApprenticeship        yes   yes   yes   -     yes   -     -     yes   -     x     -
        ShowTalk: its state              yes   yes   yes   -     yes   -     -     yes   -     x     -
        ShowTalk: its content            0     yes   yes   -     yes   -     -     yes   -     x     -
        ShowTalk: the former's content   0     yes   yes   -     yes   -     yes   yes   -     x     -
        PlanTalk                         yes   yes   yes   -     yes   -     -     x     x     x     -
        PlanTalk: the former's           rule  rule  rule  -     rule  -     -     x     x     x     -
        HoldTalk                         x     x     yes   -     yes   -     -     x     x     x     -
        HoldTalk: the former's           x     x     rule  -     rule  -     -     x     x     x     -
        SignTalk                         -     rule  yes   -     yes   -     -     yes   -     x     -
        WaiveTalk                        yes   yes   x     x     x     x     x     x     x     x     -
        ListTalksFromBefore              yes   yes   x     x     x     x     x     x     x     x     -
        SettleTalksFromBefore            yes   yes   x     x     x     x     x     x     x     x     -
        SettleTalksFromBefore: of now    0     0     x     x     x     x     x     x     x     x     -

        ReadMoney                        yes   yes   yes   -     yes   -     -     yes   -     x     -
        ReadMoney: grants                yes   yes   0     0     0     0     0     0     0     x     -
        DownloadMoney                    yes   yes   yes   -     yes   -     -     yes   -     x     -
        DownloadMoney: grants            yes   yes   0     -     0     -     -     0     -     x     -
        ListGrants                       yes   yes   x     x     x     x     x     x     x     x     -
        DownloadGrants                   yes   yes   x     x     x     x     x     x     x     x     -
        ListDeadlines                    yes   yes   yes   0     yes   0     0     yes   0     x     -
        ListDeadlineChoices              yes   yes   yes   0     yes   0     0     yes   0     x     -
        DownloadDeadlines                yes   yes   yes   0     yes   0     0     x     x     x     -
        ShowDuty                         yes   yes   yes   -     yes   -     -     yes   -     x     -
        FinishDuty                       yes   yes   yes   -     yes   -     -     x     x     x     -
        SendDuty                         yes   yes   yes   -     yes   -     -     x     x     x     -
        WaiveDuty: a house rule          yes   yes   yes   -     x     x     x     x     x     x     -
        WaiveDuty: the law               yes   yes   x     -     x     x     x     x     x     x     -
        ReopenDuty: not settled          rule  rule  rule  -     rule  -     -     x     x     x     -
        ShowNotice                       yes   yes   yes   -     yes   -     -     x     x     x     -
        ShowAttest: of another of the manager's  yes  yes  yes  -  -  -  -  x  x  x  -

        ListTemplates                    yes   yes   yes   yes   yes   yes   yes   x     x     x     -
        ShowTemplate                     yes   yes   yes   yes   yes   yes   yes   x     x     x     -
        ShowTemplateEdition              yes   yes   yes   yes   yes   yes   yes   x     x     x     -
        ListTemplateFollowers: of all    yes   yes   yes   yes   yes   yes   yes   x     x     x     -
        ListTemplateFollowers: hers      yes   yes   yes   0     yes   0     0     x     x     x     -
        CreateTemplate: choices          yes   yes   yes   yes   yes   yes   yes   x     x     x     -
        CreateTemplate                   yes   yes   yes   yes   yes   yes   yes   x     x     x     -
        RenameTemplate                   yes   yes   yes   yes   yes   yes   yes   x     x     x     -
        AddTemplateTask                  yes   yes   yes   yes   yes   yes   yes   x     x     x     -
        ChangeTemplateTask               yes   yes   yes   yes   yes   yes   yes   x     x     x     -
        RemoveTemplateTask               yes   yes   yes   yes   yes   yes   yes   x     x     x     -
        MoveTemplateTask                 yes   yes   yes   yes   yes   yes   yes   x     x     x     -
        PublishTemplate                  yes   yes   yes   yes   yes   yes   yes   x     x     x     -
        RetireTemplate                   yes   yes   yes   yes   yes   yes   yes   x     x     x     -
        ShowHouseCoverage                yes   yes   yes   yes   yes   yes   yes   x     x     x     -

        ShowForecast                     yes   yes   yes   -     yes   -     -     yes   -     x     -
        ShowForecast: one's own          -     -     -     -     -     -     -     yes   0     x     -
        ListStandings                    yes   yes   x     x     x     x     x     x     x     x     -
        CountStandings                   yes   yes   x     x     x     x     x     x     x     x     -
        ShowLoad                         yes   yes   x     x     x     x     x     x     x     x     -
        """;

    /// <summary>
    /// Seats that have no column, for each gets exactly what another one does: a deputy what the one she stands in for gets; a
    /// mentor, and whoever is to receive her, what somebody gets who is nothing to the apprentice; whoever is deactivated what nobody gets.
    /// </summary>
    private static readonly IReadOnlyDictionary<Seat, Seat> Like = new Dictionary<Seat, Seat>
    {
        [Seat.Deputy] = Seat.Instructor,
        [Seat.Mentor] = Seat.OtherInstructor,
        [Seat.Receiver] = Seat.OtherInstructor,
        [Seat.Deactivated] = Seat.Nobody,
    };

    /// <summary>The ways, each with the answer at every seat.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<Seat, Answer>> Expected { get; } = $"{Text}\n{OfApprovals}\n{OfWriting}\n{Monday}\n{OfExports}\n{OfFiles}\n{Forms}\n{OfPreparation}\n{Together}\n{OfSigning}\n{OfMeetings}\n{OfFinalTests}\n{OfOutbox}\n{OfCalendarFeeds}\n{OfJobs}\n{OfNotifications}\n{OfReminderRules}\n{OfRights}\n{OfSignIn}\n{OfTraces}"
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => !line.StartsWith("way ", StringComparison.Ordinal))
        .Select(line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .ToDictionary(cells => cells[0], Answers, StringComparer.Ordinal);

    private static IReadOnlyDictionary<Seat, Answer> Answers(string[] cells)
    {
        var seats = Enum.GetValues<Seat>().Except(Like.Keys).Except(Apart).ToList();
        var isAnothers = cells.Length == seats.Count + 2;
        Assert.True(cells.Length == seats.Count + 1 || isAnothers, $"{cells[0]} does not say what each seat gets");
        var answers = seats.Zip(cells.Skip(1)).ToDictionary(cell => cell.First, cell => Of(cell.Second, cells[0]));
        foreach (var (seat, other) in Like)
        {
            answers.Add(seat, answers[other]);
        }

        if (isAnothers)
        {
            answers[Seat.Receiver] = Of(cells[^1], cells[0]);
        }

        var apart = ApartFrom.GetValueOrDefault(cells[0]) ?? [];
        foreach (var (seat, place) in Apart.Select((seat, place) => (seat, place)))
        {
            answers.Add(seat, apart.Length == Apart.Length ? Of(apart[place], cells[0]) : Answer.Unsaid);
        }

        return answers;
    }
}
