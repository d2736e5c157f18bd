using Apprentices.Domain;
using Apprentices.Features.Reminders;
using Apprentices.Features.Reminders.Rules;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Reminders.Rules;

/// <summary>HR's rules decide what is promised, sent and foreseen; before they are saved it is said what they change.</summary>
public sealed class ReminderRulesTests : AppTests
{
    private static readonly string Talk = new ReminderTopic(ReminderSubject.Talk).Key;
    private static readonly string Plan = new ReminderTopic(ReminderSubject.Duty, DutyKind.PlanInPlace).Key;

    private Person hr = null!;
    private Person siv = null!;
    private Person ingrid = null!;
    private Evaluation talk = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (hr, siv, ingrid) = (await Given.HrAsync("Nina Dahl"), await Given.InstructorAsync("Siv Åmot"), await Given.PersonAsync(Roles.Apprentice, "Ingrid Solheim"));
        talk = await Given.EvaluationAsync(App.Clock.Today.AddDays(8), ingrid, siv);
    }

    [BothDatabases]
    public async Task A_changed_rule_changes_what_is_foreseen_and_what_is_promised()
    {
        var input = (await ReadAsync(Talk)).Input;
        input.Steps.Clear();
        input.Steps.AddRange([new() { Days = 8, Side = ReminderRuleInput.Side.Before }, new() { Days = 2, Side = ReminderRuleInput.Side.After }]);
        (input.Apprentice, input.TrainingManager, input.HrAfter) = (false, false, null);
        await SetAsync(Talk, input);

        Assert.Equal([(talk.DueOn.AddDays(-8), siv.Id), (talk.DueOn.AddDays(2), siv.Id)], (await ForeseenAsync(talk.Id)).Select(row => (row.On, row.Item.RecipientId)));
        await QueueAsync();
        Assert.Equal([(-8, siv.Id)], (await PromisedAsync()).Select(r => (r.Step, r.RecipientId)));
    }

    [BothDatabases]
    public async Task Turned_off_nobody_is_told_and_turned_on_again_it_is_as_before()
    {
        await Given.ApprenticeshipAsync(startsOn: App.Clock.Today, instructor: siv);
        var input = (await ReadAsync(Plan)).Input;
        input.Steps.Add(new() { Days = 20, Side = ReminderRuleInput.Side.Before });
        await SetAsync(Plan, input);
        var before = await ForeseenOfAsync(Plan);
        Assert.NotEmpty(before);

        input = (await ReadAsync(Plan)).Input;
        input.IsOff = true;
        await SetAsync(Plan, input);
        Assert.Empty(await ForeseenOfAsync(Plan));
        App.Clock.Set(before[0].On);
        await QueueAsync();
        Assert.DoesNotContain(await PromisedAsync(), r => r.Kind == DutyKind.PlanInPlace);

        input = (await ReadAsync(Plan)).Input;
        Assert.Equal([-20, -7, 0, 3], input.ToRule().Steps);
        input.IsOff = false;
        await SetAsync(Plan, input);
        Assert.Equal(before.Select(row => row.On), (await ForeseenOfAsync(Plan)).Select(row => row.On));
    }

    [BothDatabases]
    public async Task What_the_law_binds_can_be_changed_but_not_turned_off()
    {
        foreach (var topic in ReminderRules.LawBound)
        {
            var input = (await ReadAsync(topic.Key)).Input;
            input.IsOff = true;

            var refused = await Assert.ThrowsAsync<RuleException>(() => SetAsync(topic.Key, input));
            Assert.Equal(RuleTexts.LawBoundReminder, refused.Message);
            await Assert.ThrowsAsync<RuleException>(() => CompareAsync(topic.Key, input));
        }

        Assert.Empty(await App.DbAsync(db => db.ReminderSettings.ToListAsync()));
    }

    [BothDatabases]
    public async Task Saved_like_the_shipped_rule_it_is_none_of_HRs_own()
    {
        var input = (await ReadAsync(Talk)).Input;
        input.HrAfter = 20;
        await SetAsync(Talk, input);
        var changed = await ReadAsync(Talk);
        Assert.True(changed.IsChanged && (await RowAsync(Talk)).IsChanged);

        await SetAsync(Talk, ReminderRuleInput.Of(changed.Shipped, isOff: false, changed.Input.Version));

        Assert.False((await ReadAsync(Talk)).IsChanged || (await RowAsync(Talk)).IsChanged);
        Assert.Empty(await App.DbAsync(db => db.ReminderSettings.ToListAsync()));
    }

    [BothDatabases]
    public async Task Before_it_is_saved_exactly_what_comes_and_what_falls_away_is_listed()
    {
        var input = (await ReadAsync(Talk)).Input;
        input.Steps.Clear();
        input.Steps.AddRange([new() { Days = 2, Side = ReminderRuleInput.Side.Before }, new() { Side = ReminderRuleInput.Side.OnTheDay }]);
        var (before, seen) = (await ForeseenAsync(), new Seen());

        var comparison = await App.As(hr).RunAsync((CompareReminderRule use) => use.RunAsync(Talk, input, seen));

        // The seventh day before, the day after and a week after fall away for both; two days before comes. HR after two weeks stays.
        Assert.Empty(await App.DbAsync(db => db.ReminderSettings.ToListAsync()));
        Assert.Equal([.. Enumerable.Range(1, 2 * CompareReminderRule.Days)], seen.Days);
        Assert.Equal(
            new[] { (-2, true, ingrid.Id), (-2, true, siv.Id), (-7, false, ingrid.Id), (-7, false, siv.Id), (1, false, ingrid.Id), (1, false, siv.Id), (7, false, ingrid.Id), (7, false, siv.Id) }.Order(),
            comparison.Lines.Where(line => line.Row.Item.About.Id == talk.Id && line.Row.Item.Step != -14).Select(line => (line.Row.Item.Step, line.IsAdded, line.Row.Item.RecipientId)).Order());
        Assert.Equal((2, comparison.Lines.Count - comparison.Added), (comparison.People, comparison.Dropped));
        Assert.All(comparison.Lines, line => Assert.Equal(Talk, line.Row.Item.Topic.Key));

        await SetAsync(Talk, input);
        var after = await ForeseenAsync();
        Assert.Equal(Told(after).Except(Told(before)).Order(), Told(comparison.Lines.Where(line => line.IsAdded).Select(line => line.Row)).Order());
        Assert.Equal(Told(before).Except(Told(after)).Order(), Told(comparison.Lines.Where(line => !line.IsAdded).Select(line => line.Row)).Order());
        Assert.Equal(Mails(after) - Mails(before), comparison.Mails);
        Assert.Empty((await CompareAsync(Talk, (await ReadAsync(Talk)).Input)).Lines);
    }

    [BothDatabases]
    public async Task What_comes_on_the_same_day_by_another_step_is_no_change()
    {
        // Eight days before, the fourteenth day before is told of; without it, the thirtieth, on the same day.
        var input = (await ReadAsync(Talk)).Input;
        Assert.Equal(1, input.Steps.RemoveAll(step => step.Offset == -14));

        var comparison = await CompareAsync(Talk, input);

        Assert.Empty(comparison.Lines);
        Assert.Equal((0, 0), (comparison.People, comparison.Mails));
    }

    [BothDatabases]
    public async Task Of_two_who_change_it_at_once_the_later_is_told_so()
    {
        var (mine, hers) = ((await ReadAsync(Talk)).Input, (await ReadAsync(Talk)).Input);
        (mine.HrAfter, hers.HrAfter) = (20, 25);
        await SetAsync(Talk, mine);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => SetAsync(Talk, hers));

        var (again, late) = ((await ReadAsync(Talk)).Input, (await ReadAsync(Talk)).Input);
        (again.HrAfter, late.HrAfter) = (21, 22);
        await SetAsync(Talk, again);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => SetAsync(Talk, late));
        Assert.Equal(21, (await ReadAsync(Talk)).Input.HrAfter);
    }

    [BothDatabases]
    public async Task There_is_no_rule_for_what_nobody_is_told_of()
    {
        foreach (var key in new[] { "", "talk", "Duty-RegistrationOpens", "Duty-" })
        {
            await Assert.ThrowsAsync<NotThereException>(() => ReadAsync(key));
            await Assert.ThrowsAsync<NotThereException>(() => SetAsync(key, new ReminderRuleInput()));
        }
    }

    private Task<SetReminderRule.View> ReadAsync(string key) => App.As(hr).RunAsync((SetReminderRule use) => use.ReadAsync(key));

    private Task SetAsync(string key, ReminderRuleInput input) => App.As(hr).RunAsync((SetReminderRule use) => use.RunAsync(key, input));

    private Task<CompareReminderRule.Result> CompareAsync(string key, ReminderRuleInput input) => App.As(hr).RunAsync((CompareReminderRule use) => use.RunAsync(key, input));

    private async Task<ListReminderRules.Row> RowAsync(string key) =>
        (await App.As(hr).RunAsync((ListReminderRules use) => use.RunAsync())).Single(row => row.Topic.Key == key);

    private Task<IReadOnlyList<ForeseeReminders.Row>> ForeseenAsync() => App.As(hr).RunAsync((ForeseeReminders use) => use.RunAsync(CompareReminderRule.Days));

    private async Task<List<ForeseeReminders.Row>> ForeseenAsync(Guid about) => [.. (await ForeseenAsync()).Where(row => row.Item.About.Id == about)];

    private async Task<List<ForeseeReminders.Row>> ForeseenOfAsync(string key) => [.. (await ForeseenAsync()).Where(row => row.Item.Topic.Key == key)];

    private Task<int> QueueAsync() => App.AsNobody().RunAsync((QueueReminders use) => use.RunAsync());

    private Task<List<Reminder>> PromisedAsync() => App.DbAsync(db => db.Reminders.Where(Reminder.Waiting).OrderBy(r => r.Step).ToListAsync());

    private static IEnumerable<(DateOnly, Guid, Guid, int)> Told(IEnumerable<ForeseeReminders.Row> rows) =>
        rows.Select(row => (row.On, row.Item.RecipientId, row.Item.About.Id, row.Item.Step));

    private static int Mails(IEnumerable<ForeseeReminders.Row> rows) => rows.Where(row => row.ByMail).Select(row => (row.On, row.Item.RecipientId)).Distinct().Count();

    private sealed class Seen : IProgress<int>
    {
        public List<int> Days { get; } = [];

        public void Report(int value) => Days.Add(value);
    }
}
