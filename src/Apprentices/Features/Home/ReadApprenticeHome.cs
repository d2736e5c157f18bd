using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Drafts;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Home;

/// <summary>What an apprentice's home answers: where do I stand, what is next, whom do I ask.</summary>
public sealed class ReadApprenticeHome(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<ProgressSettings> progress, TimeProvider clock)
{
    public sealed record Goal(Guid Id, LocalText Title, int HalfYear, DateOnly ExpectedOn, Level Level)
    {
        public bool IsDocumented => Level >= Level.Masters;
    }

    /// <summary>So many entries that came back are named; the rest is in the log.</summary>
    private const int MostReturned = 3;

    /// <param name="Days">Its days.</param>
    /// <param name="BreakDays">By how many days breaks have made it longer.</param>
    /// <param name="Goals">What is planned in it.</param>
    public sealed record Half(HalfYear Days, int BreakDays, IReadOnlyList<Goal> Goals);

    public sealed record Contact(AssignmentRole Role, string Name, string Email, string? Phone, bool IsDeputy);

    /// <summary>A talk beside the half-yearly ones, and when it is.</summary>
    public sealed record ArrangedTalk(Guid Id, EvaluationKind Kind, int Number, DateOnly On, TimeOnly? At);

    /// <summary>A log entry that came back: who wants to know more, about which days, and what.</summary>
    public sealed record ReturnedEntry(Guid Id, DateOnly WorkedOn, DateOnly WorkedTo, string? By, string? Comment);

    /// <summary>A working day of the week shown, and whether something was written for it.</summary>
    public sealed record LogDay(DateOnly Day, bool IsWritten);

    public sealed record View(
        Standing Standing, IReadOnlyList<Half> Halves, IReadOnlyList<Contact> Contacts, IReadOnlyList<TalkToSign> TalksToSign,
        int Unread, bool HasLogDraft, IReadOnlyList<LogDay> Week)
    {
        /// <summary>How many goals behind is still on track.</summary>
        public int Margin => Standing.MarginPercent * Standing.Total / 100;

        /// <summary>When the plan that waits for her to agree to it was put forward.</summary>
        public DateOnly? PlanToAgreeOn { get; init; }

        /// <summary>How her log is kept; where that is in another system, nothing here asks her to write.</summary>
        public LogRules Log { get; init; } = LogSetting.Usual;

        /// <summary>Talks that are agreed beside the half-yearly ones, the next first.</summary>
        public IReadOnlyList<ArrangedTalk> Arranged { get; init; } = [];

        /// <summary>What came back to her, latest first.</summary>
        public IReadOnlyList<ReturnedEntry> Returned { get; init; } = [];

        /// <summary>How many entries she has written and not handed in.</summary>
        public int Open { get; init; }

        /// <summary>Talks that come and that she has not handed in her preparation for.</summary>
        public IReadOnlyList<TalkToPrepare> TalksToPrepare { get; init; } = [];
    }

    /// <returns>Nothing if she has no training.</returns>
    public async Task<View?> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeePlan);

        await using var db = await database.CreateDbContextAsync(cancel);
        var own = db.Apprenticeships.AsNoTracking().VisibleTo(user).OwnOf(user);
        if (await own.SelectStanding(user.Today, progress.Value.MarginPercent).FirstOrDefaultAsync(cancel) is not { } standing)
        {
            return null;
        }

        var contract = await own.Include(a => a.Interruptions).FirstAsync(cancel);
        var goals = await db.PlannedGoals
            .VisibleTo(user)
            .Where(goal => goal.ApprenticeshipId == standing.Id)
            .Where(PlannedGoal.Counts)
            .OrderBy(goal => goal.ExpectedOn).ThenBy(goal => goal.Order)
            .Select(goal => new Goal(goal.Id, goal.Title, goal.HalfYear, goal.ExpectedOn, goal.Level))
            .ToListAsync(cancel);
        var contacts = await db.Assignments
            .VisibleTo(user)
            .Where(Assignment.CurrentOn(user.Today))
            .Where(assignment => assignment.ApprenticeshipId == standing.Id)
            .OrderByDescending(assignment => assignment.FromOn).ThenBy(assignment => assignment.Id)
            .Select(assignment => new Contact(
                assignment.Role, assignment.Person.GivenName + " " + assignment.Person.FamilyName, assignment.Person.Email, assignment.Person.Phone, assignment.IsDeputy))
            .ToListAsync(cancel);
        var toSign = await db.Evaluations.VisibleTo(user).Where(talk => talk.ApprenticeshipId == standing.Id).ToSignAsync(user, cancel);
        var arranged = await db.Evaluations
            .VisibleTo(user)
            .Where(talk => talk.ApprenticeshipId == standing.Id && talk.Kind != EvaluationKind.HalfYear && talk.State == EvaluationState.Planned && talk.PlannedOn != null)
            .OrderBy(talk => talk.PlannedOn).ThenBy(talk => talk.Id)
            .Select(talk => new ArrangedTalk(talk.Id, talk.Kind, talk.Number, talk.PlannedOn ?? user.Today, talk.StartsAt))
            .ToListAsync(cancel);
        var unread = await db.Reminders
            .VisibleTo(user)
            .CountAsync(reminder => reminder.CancelledAt == null && reminder.ReadAt == null, cancel);
        var place = DraftPlace.LogOf(standing.Id);
        var hasDraft = await db.Drafts.VisibleTo(user).AnyAsync(draft => draft.Place == place, cancel);
        var rules = await db.LogRulesAsync(contract.CurriculumCode, cancel);
        var week = rules.IsOff ? [] : await WeekAsync(db, user, contract, cancel);
        var entries = db.LogEntries.VisibleTo(user).Where(entry => entry.ApprenticeshipId == standing.Id);
        var returned = await entries
            .Where(entry => entry.State == LogState.Returned)
            .OrderByDescending(entry => entry.DecidedAt).ThenBy(entry => entry.Id)
            .Take(MostReturned)
            .Select(entry => new { entry.Id, entry.WorkedOn, entry.WorkedTo, Last = entry.Events.Where(happened => happened.Kind == LogEventKind.Returned || happened.Kind == LogEventKind.Unlocked).OrderByDescending(happened => happened.At).Select(happened => happened.Id).FirstOrDefault() })
            .ToListAsync(cancel);
        var asked = await AskedAsync(db, user, [.. returned.Select(entry => entry.Last)], cancel);
        var open = await entries.CountAsync(entry => entry.State == LogState.Open, cancel);
        var newest = await db.PlanEditions
            .VisibleTo(user)
            .Where(edition => edition.ApprenticeshipId == standing.Id)
            .OrderByDescending(edition => edition.Number)
            .Select(edition => new { edition.Reason, edition.MadeAt, edition.AgreedAt })
            .FirstOrDefaultAsync(cancel);

        return new View(standing, [.. contract.HalfYears.Select(half => HalfOf(half, contract, goals))], OneOfEach(contacts), toSign, unread, hasDraft, week)
        {
            PlanToAgreeOn = newest is { Reason: PlanEditionReason.Agreement, AgreedAt: null } ? clock.DayOf(newest.MadeAt) : null,
            Log = rules,
            Returned = [.. returned.Select(entry => new ReturnedEntry(entry.Id, entry.WorkedOn, entry.WorkedTo, asked.GetValueOrDefault(entry.Last).By, asked.GetValueOrDefault(entry.Last).Comment))],
            Open = open,
            TalksToPrepare = [.. (await Home.TalksToPrepare.OwnAsync(db, user, cancel)).Where(talk => talk.ApprenticeshipId == standing.Id && !talk.HasHandedIn)],
            Arranged = arranged,
        };
    }

    /// <summary>Who asked, by the given name, and what.</summary>
    private static async Task<Dictionary<Guid, (string By, string? Comment)>> AskedAsync(AppDbContext db, CurrentUser user, List<Guid> events, CancellationToken cancel) =>
        events.Count == 0 ? [] : (await db.LogEvents
            .VisibleTo(user)
            .Where(happened => events.Contains(happened.Id))
            .Select(happened => new { happened.Id, happened.By.GivenName, happened.Comment })
            .ToListAsync(cancel)).ToDictionary(happened => happened.Id, happened => (happened.GivenName, happened.Comment));

    /// <summary>The working week that ended last, or this one where the training has just begun; the days she could have worked on.</summary>
    private static async Task<IReadOnlyList<LogDay>> WeekAsync(AppDbContext db, CurrentUser user, Apprenticeship contract, CancellationToken cancel)
    {
        var thisMonday = user.Today.AddDays(-(((int)user.Today.DayOfWeek + 6) % 7));
        var isOver = user.Today.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        var monday = isOver || contract.StartsOn > thisMonday.AddDays(-3) ? thisMonday : thisMonday.AddDays(-7);
        var friday = monday.AddDays(4);
        var entries = await db.LogEntries
            .VisibleTo(user)
            .Where(entry => entry.ApprenticeshipId == contract.Id && entry.WorkedTo >= monday && entry.WorkedOn <= friday)
            .Select(entry => new { entry.WorkedOn, entry.WorkedTo })
            .Distinct()
            .ToListAsync(cancel);
        bool IsWritten(DateOnly day) => entries.Any(entry => entry.WorkedOn <= day && day <= entry.WorkedTo);
        return
        [
            .. Enumerable.Range(0, 5).Select(monday.AddDays)
                .Where(day => (day <= user.Today && CouldWork(contract, day)) || entries.Any(entry => entry.WorkedOn == day && entry.WorkedTo == day))
                .Select(day => new LogDay(day, IsWritten(day))),
        ];
    }

    private static bool CouldWork(Apprenticeship contract, DateOnly day) => WorkingDays.IsWorkingDay(day)
        && contract.StartsOn <= day && day <= contract.EndsOn
        && !contract.Interruptions.Any(away => away.Percent == 100 && away.Contains(day));

    private static Half HalfOf(HalfYear half, Apprenticeship contract, List<Goal> goals) => new(
        half,
        contract.Interruptions.Where(away => half.Contains(away.StartsOn)).Sum(away => away.ThatMovesDates?.Days ?? 0),
        [.. goals.Where(goal => goal.HalfYear == half.Number)]);

    /// <summary>
    /// In the order one asks them: the instructor, the training manager, the mentor, HR; of each the one who came last, and
    /// below her those who stand in for her.
    /// </summary>
    private static IReadOnlyList<Contact> OneOfEach(List<Contact> contacts) =>
    [
        .. new[] { AssignmentRole.Instructor, AssignmentRole.TrainingManager, AssignmentRole.Mentor, AssignmentRole.HrContact }
            .SelectMany(role => contacts.Where(contact => contact.Role == role && !contact.IsDeputy).Take(1)
                .Concat(contacts.Where(contact => contact.Role == role && contact.IsDeputy))),
    ];
}
