using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Reminders;

/// <summary>
/// What would be told on the days ahead if nothing were done meanwhile, to whom and why: the job of each working day, by the same
/// facts and the same plan, without a row being written.
/// </summary>
public sealed class ForeseeReminders(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    /// <summary>So far ahead one may look, in days.</summary>
    public const int MostDays = 366;

    /// <summary>So many things are looked at together.</summary>
    private const int PageSize = 500;

    /// <summary>One line: on a day somebody is told of something.</summary>
    public sealed record Row(DateOnly On, string Recipient, ReminderItem Item);

    /// <param name="days">So many days from today on; what is still to be told today is among them.</param>
    /// <param name="report">Told after each day how many are done.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Day by day.</returns>
    /// <exception cref="RuleException">So far ahead nobody looks.</exception>
    public async Task<IReadOnlyList<Row>> RunAsync(int days, IProgress<int>? report = null, CancellationToken cancel = default)
    {
        (await users.GetAsync(cancel)).Require(Policy.SetUp);
        Rule.Require(days is >= 1 and <= MostDays, Texts.Format(ReminderTexts.DaysAhead, MostDays));
        await using var db = await database.CreateDbContextAsync(cancel);
        var hr = await ReminderFacts.HrAsync(db, cancel);
        var told = await ToldAsync(db, cancel);
        List<(DateOnly On, ReminderDecision Decision)> foreseen = [];
        for (var day = 0; day < days; day++)
        {
            var on = clock.Today().AddDays(day);
            if (WorkingDays.IsWorkingDay(on))
            {
                await ForeseeAsync(db, on, hr, told, foreseen, cancel);
            }

            report?.Report(day + 1);
        }

        return await DescribeAsync(db, foreseen, cancel);
    }

    /// <summary>The latest step that each was told of each thing; what was called off before it was sent may be told again.</summary>
    private static async Task<Dictionary<(ReminderSubject, Guid, DateOnly, Guid), int>> ToldAsync(AppDbContext db, CancellationToken cancel) =>
        await db.Reminders.Where(r => r.CancelledAt == null || r.Mail!.SentAt != null)
            .GroupBy(r => new { r.Subject, r.AboutId, r.DueOn, r.RecipientId })
            .Select(group => new { group.Key, Step = group.Max(r => r.Step) })
            .ToDictionaryAsync(row => (row.Key.Subject, row.Key.AboutId, row.Key.DueOn, row.Key.RecipientId), row => row.Step, cancel);

    private static async Task ForeseeAsync(
        AppDbContext db, DateOnly on, IReadOnlyCollection<Guid> hr, Dictionary<(ReminderSubject, Guid, DateOnly, Guid), int> told,
        List<(DateOnly On, ReminderDecision Decision)> foreseen, CancellationToken cancel)
    {
        foreach (var source in ReminderFacts.Sources)
        {
            IReadOnlyList<ReminderFact> page;
            for (ReminderFact? last = null; (page = await ReminderFacts.PageAsync(db, source, on, last, PageSize, cancel)).Count > 0; last = page[^1])
            {
                foreach (var decision in page.SelectMany(fact => ReminderPlan.On(on, fact, ReminderRules.For(fact.Topic)!, hr)))
                {
                    var key = (decision.Fact.Topic.Subject, decision.Fact.AboutId, decision.Fact.DueOn, decision.RecipientId);
                    if (!told.TryGetValue(key, out var step) || step < decision.Step)
                    {
                        told[key] = decision.Step;
                        foreseen.Add((on, decision));
                    }
                }
            }
        }
    }

    private static async Task<IReadOnlyList<Row>> DescribeAsync(AppDbContext db, List<(DateOnly On, ReminderDecision Decision)> foreseen, CancellationToken cancel)
    {
        var abouts = await ReminderAbout.ReadAsync(db, [.. foreseen.Select(one => (one.Decision.Fact.Topic.Subject, one.Decision.Fact.AboutId))], cancel);
        var recipients = foreseen.Select(one => one.Decision.RecipientId).Distinct().ToList();
        var names = await db.People.Where(p => recipients.Contains(p.Id)).Select(p => new { p.Id, p.GivenName, p.FamilyName, p.SortName }).ToDictionaryAsync(p => p.Id, cancel);
        return
        [
            .. foreseen.OrderBy(one => one.On).ThenBy(one => names[one.Decision.RecipientId].SortName, StringComparer.Ordinal).ThenBy(one => one.Decision.Fact.DueOn).ThenBy(one => one.Decision.Fact.AboutId)
                .Select(one => new Row(
                    one.On,
                    $"{names[one.Decision.RecipientId].GivenName} {names[one.Decision.RecipientId].FamilyName}",
                    new ReminderItem(
                        one.Decision.Fact.Topic, abouts[one.Decision.Fact.AboutId], one.Decision.RecipientId, one.Decision.Fact.DueOn, one.Decision.Step, one.Decision.Rung))),
        ];
    }
}
