using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Reminders.Rules;

/// <summary>What a changed rule would change of what is foreseen for the days ahead, before it is saved.</summary>
public sealed class CompareReminderRule(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, ForeseeReminders foresee)
{
    /// <summary>So many days from today on.</summary>
    public const int Days = 90;

    /// <summary>One line of what is foreseen that comes or falls away.</summary>
    public sealed record Line(ForeseeReminders.Row Row, bool IsAdded);

    /// <param name="Lines">What comes and what falls away, day by day.</param>
    /// <param name="Mails">So many mails more; negative: fewer.</param>
    public sealed record Result(IReadOnlyList<Line> Lines, int Mails)
    {
        public int Added => Lines.Count(line => line.IsAdded);

        public int Dropped => Lines.Count - Added;

        public int People => Lines.DistinctBy(line => line.Row.Item.RecipientId).Count();
    }

    /// <param name="key">The topic's key.</param>
    /// <param name="input">The rule as it is typed.</param>
    /// <param name="report">Told how many of twice the days are done.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="NotThereException">There is no such topic.</exception>
    /// <exception cref="RuleException">The law binds it and it would be silent or in the inbox alone, or a day makes no sense.</exception>
    public async Task<Result> RunAsync(string key, ReminderRuleInput input, IProgress<int>? report = null, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SetUp);
        var topic = ReminderTopic.From(key);

        List<ReminderSetting> now;
        await using (var db = await database.CreateDbContextAsync(cancel))
        {
            now = await db.ReminderSettings.VisibleTo(user).AsNoTracking().ToListAsync(cancel);
        }

        var wanted = SetReminderRule.Wanted(topic, input, now.Find(setting => setting.Id == key));
        List<ReminderSetting> then = [.. now.Where(setting => setting.Id != key)];
        if (wanted is not null)
        {
            then.Add(wanted);
        }

        var before = await foresee.RunAsync(Days, now, report, cancel);
        var after = await foresee.RunAsync(Days, then, report is null ? null : new Further(report), cancel);
        var (known, kept) = (before.Select(Same.As).ToHashSet(), after.Select(Same.As).ToHashSet());
        var lines = after.Where(row => !known.Contains(Same.As(row))).Select(row => new Line(row, IsAdded: true))
            .Concat(before.Where(row => !kept.Contains(Same.As(row))).Select(row => new Line(row, IsAdded: false)));
        return new Result([.. lines.OrderBy(line => line.Row.On).ThenBy(line => line.Row.Recipient, StringComparer.CurrentCulture).ThenBy(line => line.IsAdded)], Mails(after) - Mails(before));
    }

    private static int Mails(IReadOnlyList<ForeseeReminders.Row> rows) => rows.Where(row => row.ByMail).DistinctBy(row => (row.On, row.Item.RecipientId)).Count();

    /// <summary>What makes two lines the same to whoever gets them: not by which step of the rule they come that day.</summary>
    private sealed record Same(DateOnly On, bool ByMail, ReminderTopic Topic, Guid AboutId, DateOnly DueOn, ReminderRung Rung, Guid RecipientId)
    {
        public static Same As(ForeseeReminders.Row row) =>
            new(row.On, row.ByMail, row.Item.Topic, row.Item.About.Id, row.Item.DueOn, row.Item.Rung, row.Item.RecipientId);
    }

    /// <summary>The second half of the way.</summary>
    private sealed class Further(IProgress<int> whole) : IProgress<int>
    {
        public void Report(int value) => whole.Report(Days + value);
    }
}
