using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Reminders;

/// <summary>
/// What would be told on the days ahead if nothing were done meanwhile, to whom and why: the job of each working day, by the same
/// facts and the same plan, without a row being written.
/// </summary>
public sealed class ForeseeReminders(
    IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<ProgressSettings> progress, TimeProvider clock)
{
    private readonly ReminderReckoning reckoning = progress.Value.Reckoning(clock);

    /// <summary>So far ahead one may look, in days.</summary>
    public const int MostDays = 366;

    /// <summary>So many things are looked at together.</summary>
    private const int PageSize = 500;

    /// <summary>One line: on a day somebody is told of something, by mail or in her inbox alone.</summary>
    public sealed record Row(DateOnly On, string Recipient, bool ByMail, ReminderItem Item);

    /// <param name="days">So many days from today on; what is still to be told today is among them.</param>
    /// <param name="settings">Rules to look at in place of those that hold; empty: those that hold.</param>
    /// <param name="report">Told after each day how many are done.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Day by day.</returns>
    /// <exception cref="RuleException">So far ahead nobody looks.</exception>
    public async Task<IReadOnlyList<Row>> RunAsync(
        int days, IReadOnlyCollection<ReminderSetting>? settings = null, IProgress<int>? report = null, CancellationToken cancel = default)
    {
        (await users.GetAsync(cancel)).Require(Policy.SetUp);
        Rule.Require(days is >= 1 and <= MostDays, Texts.Format(ReminderTexts.DaysAhead, MostDays));
        var today = clock.Today();

        await using var db = await database.CreateDbContextAsync(cancel);
        var terms = await ReminderFacts.TermsAsync(db, today, cancel);
        if (settings is not null)
        {
            terms = terms with { Rules = ReminderRules.With(settings) };
        }

        var course = await ReminderCourse.BeginAsync(db, today, clock.StartOf(today), terms, cancel);
        for (var day = 0; day < days; day++)
        {
            var on = today.AddDays(day);
            if (WorkingDays.IsWorkingDay(on))
            {
                course.Go(on, await DecideAsync(db, on, terms, cancel));
            }

            report?.Report(day + 1);
        }

        return await DescribeAsync(db, course.Told, cancel);
    }

    private async Task<IReadOnlyList<ReminderDecision>> DecideAsync(AppDbContext db, DateOnly on, ReminderTerms terms, CancellationToken cancel)
    {
        List<ReminderDecision> decisions = [];
        foreach (var source in ReminderFacts.Sources(terms))
        {
            ReminderFacts.Mark? last = null;
            do
            {
                (var facts, last) = await ReminderFacts.PageAsync(db, source, reckoning, on, last, PageSize, cancel);
                decisions.AddRange(facts.SelectMany(fact => ReminderPlan.On(on, fact, terms)));
            }
            while (last is not null);
        }

        return decisions;
    }

    private async Task<IReadOnlyList<Row>> DescribeAsync(AppDbContext db, IReadOnlyList<ReminderCourse.Line> told, CancellationToken cancel)
    {
        var abouts = await ReminderAbout.ReadAsync(db, [.. told.Select(line => (line.Decision.Fact.Topic.Subject, line.Decision.Fact.AboutId))], reckoning, clock.Today(), cancel);
        var recipients = told.Select(line => line.Decision.RecipientId).Distinct().ToList();
        var names = await db.People.Where(p => recipients.Contains(p.Id)).Select(p => new { p.Id, p.GivenName, p.FamilyName, p.SortName }).ToDictionaryAsync(p => p.Id, cancel);
        return
        [
            .. told.OrderBy(line => line.On).ThenBy(line => names[line.Decision.RecipientId].SortName, StringComparer.Ordinal)
                .ThenBy(line => line.Decision.Fact.DueOn).ThenBy(line => line.Decision.Fact.AboutId)
                .Select(line => new Row(
                    line.On, $"{names[line.Decision.RecipientId].GivenName} {names[line.Decision.RecipientId].FamilyName}", line.ByMail,
                    new ReminderItem(
                        line.Decision.Fact.Topic, abouts[(line.Decision.Fact.Topic.Subject, line.Decision.Fact.AboutId)], line.Decision.RecipientId, line.Decision.Fact.DueOn, line.Decision.Step, line.Decision.Rung))),
        ];
    }
}
