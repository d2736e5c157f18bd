using Apprentices.Domain;

namespace Apprentices.Features.Samples;

/// <summary>Tells what has happened in an apprenticeship until today: ratings, talks and log entries, each on its day.</summary>
public sealed partial class SampleRecord(SampleEmployer employer, DateOnly today)
{
    /// <summary>The trade of the demo in which the training manager approves after the instructor.</summary>
    public const string TradeOfTwoApprovals = "IUV03-01";

    private const int LeastDaysBetweenEntries = 7;

    private readonly Dictionary<(string, Language), int> used = [];
    private int told;

    /// <summary>The form half-yearly talks are held on; without one they have a summary alone.</summary>
    public EvaluationFormEdition? Form { get; init; }

    /// <summary>How the latest talk stands.</summary>
    public enum LatestTalk
    {
        Signed,
        Unsigned,
        Overdue,
    }

    /// <summary>
    /// How a training has gone: the share of the expected goals that is documented, how the latest talk stands, whether the
    /// next one has a day, and how many entries the log has.
    /// </summary>
    public sealed record Course(double Pace, LatestTalk LatestTalk, bool NextTalkAgreed, int LogEntries);

    /// <summary>The same day, or the Monday after a weekend.</summary>
    public static DateOnly NextWeekday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };

    /// <param name="apprenticeship">It must be tracked, so that its goals know whose they are.</param>
    /// <param name="apprentice">Whose it is.</param>
    /// <param name="language">What the apprentice writes in.</param>
    /// <param name="instructor">Who rated the goals and held the talks.</param>
    /// <param name="course">How it has gone.</param>
    /// <returns>The entries of the log.</returns>
    public IReadOnlyList<LogEntry> Tell(Apprenticeship apprenticeship, Person apprentice, Language language, Person instructor, Course course)
    {
        if (apprenticeship.StartsOn > today)
        {
            return [];
        }

        RateGoals(apprenticeship, language, instructor.Id, course);
        HoldTalks(apprenticeship, apprentice, language, instructor, course);
        return [.. WriteLog(apprenticeship, language, instructor.Id, course)];
    }

    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(new TimeOnly(12, 20)), TimeSpan.Zero);

    private static DateOnly PreviousWeekday(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(-1),
        DayOfWeek.Sunday => day.AddDays(-2),
        _ => day,
    };

    private static DateOnly Between(DateOnly first, DateOnly day, DateOnly last)
    {
        var weekday = PreviousWeekday(day < last ? day : last);
        return weekday < first ? first : weekday;
    }

    /// <summary>The last day of training until today: today itself, the end, or the day before a break that lasts.</summary>
    private DateOnly LastDayOf(Apprenticeship apprenticeship)
    {
        var last = apprenticeship.EndsOn < today ? apprenticeship.EndsOn : today;
        return apprenticeship.Interruptions.FirstOrDefault(i => i.Contains(last)) is { } away ? away.StartsOn.AddDays(-1) : last;
    }

    private void RateGoals(Apprenticeship apprenticeship, Language language, Guid instructorId, Course course)
    {
        var last = LastDayOf(apprenticeship);
        var goals = apprenticeship.Plan.OrderBy(goal => goal.ExpectedOn).ThenBy(goal => goal.Order).ToList();
        var documented = (int)Math.Ceiling(goals.Count(goal => goal.ExpectedOn <= last) * course.Pace);
        for (var place = 0; place < Math.Min(goals.Count, documented + 2); place++)
        {
            var goal = goals[place];
            var day = Between(apprenticeship.StartsOn, goal.ExpectedOn.AddDays(-(5 + (place * 7 % 23))), last.AddDays(-(place % 4)));
            if (place >= documented)
            {
                Rate(goal, place == documented ? Level.NeedsPractice : Level.UnderWay, day, instructorId, place % 2 == 0 ? Next("note on the way", employer.NotesOnTheWay, language) : null);
                continue;
            }

            if (place % 3 == 1)
            {
                Rate(goal, Level.UnderWay, Between(apprenticeship.StartsOn, day.AddDays(-40), last), instructorId, note: null);
            }

            Rate(goal, place % 3 == 0 ? Level.MastersIndependently : Level.Masters, day, instructorId, place % 4 == 0 ? Next("note", employer.Notes, language) : null);
        }
    }

    private void Rate(PlannedGoal goal, Level level, DateOnly day, Guid instructorId, SampleEmployer.Words? note) =>
        goal.Rate(level, note?.Text, day, instructorId, At(day), today);

    private IEnumerable<LogEntry> WriteLog(Apprenticeship apprenticeship, Language language, Guid instructorId, Course course)
    {
        var last = LastDayOf(apprenticeship);
        var texts = employer.Log.GetValueOrDefault(apprenticeship.CurriculumCode) ?? [];
        var back = 1 + (told++ % 5);
        for (var number = 0; number < course.LogEntries; number++)
        {
            var day = PreviousWeekday(last.AddDays(-back));
            back += LeastDaysBetweenEntries + (((number * 3) + told) % 8);
            var text = Next(apprenticeship.CurriculumCode, texts, language);
            if (day < apprenticeship.StartsOn || text is null)
            {
                yield break;
            }

            var goals = apprenticeship.Plan.Where(goal => text.Goals?.Contains(goal.Code) == true).Take(LogEntry.MostGoals).ToList();
            var entry = LogEntry.Write(apprenticeship, day, text.Text, goals, At(day), today);
            entry.HandIn(apprenticeship.PersonId, At(day));
            Decide(entry, number, day, language, instructorId, apprenticeship.CurriculumCode);
            yield return entry;
        }
    }

    /// <summary>The latest waits; one before it has been sent back here and there, or waits for the training manager; the older ones are approved.</summary>
    private void Decide(LogEntry entry, int number, DateOnly day, Language language, Guid instructorId, string curriculum)
    {
        if (number == 0 || day >= today.AddDays(-4))
        {
            return;
        }

        var at = At(NextWeekday(day.AddDays(1 + ((number + told) % 4))));
        if (number == 1 && told % 4 == 1 && Next("return", employer.Returns, language) is { } comment)
        {
            entry.Return(instructorId, comment.Text, at);
        }
        else
        {
            entry.Approve(new LogApprover(instructorId, IsTrainingManager: false), needsTwo: number == 1 && curriculum == TradeOfTwoApprovals, at);
        }
    }

    /// <summary>The next text of a kind in the language, from the beginning again when all are used.</summary>
    private SampleEmployer.Words? Next(string kind, IReadOnlyList<SampleEmployer.Words> words, Language language)
    {
        var inLanguage = words.Where(one => one.Language == language).ToList();
        var turn = used[(kind, language)] = used.GetValueOrDefault((kind, language), -1) + 1;
        return inLanguage.Count == 0 ? null : inLanguage[turn % inLanguage.Count];
    }
}
