using Apprentices.Domain;
using Apprentices.Features.Reminders;
using Apprentices.Features.Reminders.Rules;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Page = Apprentices.Data.Page;

namespace Apprentices.Tests.Features.Reminders.Rules;

/// <summary>HR's own words stand in the mails of their language, and nowhere else.</summary>
public sealed class ReminderWordsOfHrTests : AppTests
{
    private static readonly ReminderTopic Talk = new(ReminderSubject.Talk);
    private Person hr = null!;

    protected override IReadOnlyList<string> MailServerArguments => ["--refuse", "avvist@example.no"];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        hr = await Given.HrAsync("Nina Dahl");
    }

    [BothDatabases]
    public async Task They_are_in_the_mail_of_whoever_reads_that_language_and_not_in_the_inbox()
    {
        var (liv, siv) = (await Given.PersonAsync(Roles.Apprentice, "Liv Lund", language: Language.Nynorsk), await Given.InstructorAsync("Siv Åmot"));
        await Given.EvaluationAsync(App.Clock.Today.AddDays(7), liv, siv);
        await SetAsync(Language.Nynorsk, "Kjære deg: {hva}, {navn}. {frist}.\nDet er {avstand}, altså {dag}.");
        await SendAsync();

        var mails = await MailServer.WaitForAsync(2);
        var (hers, his) = (mails.Single(mail => mail.To[0] == liv.Email), mails.Single(mail => mail.To[0] == siv.Email));
        Assert.Contains("Kjære deg: Halvårssamtale 1 med deg, Liv. Fristen er tysdag 22. september 2026.\nDet er om 7 dagar, altså tysdag 22. september 2026.", hers.Text!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("tysdag 22. september 2026.<br />Det er om 7 dagar", hers.Html!, StringComparison.Ordinal);
        Assert.Contains("Halvårssamtale 1 med Liv skal holdes senest", his.Text!, StringComparison.Ordinal);
        Assert.DoesNotContain("Kjære", his.Text + his.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Lund", hers.Text + his.Text + hers.Html + his.Html, StringComparison.Ordinal);
        var row = (await App.As(liv).RunAsync((ListInbox use) => use.RunAsync(new Page(0, 25)))).Rows.Single(row => row.Subject == ReminderSubject.Talk);
        Assert.Equal("Halvårssamtale 1 med deg", ReminderWords.Title(row, row.About.FullName));
    }

    [BothDatabases]
    public async Task A_name_with_braces_or_a_tag_stays_text()
    {
        var (eve, siv) = (await Given.PersonAsync(Roles.Apprentice, "{dag}<b>Eve</b>{0} Vik"), await Given.InstructorAsync("Siv Åmot"));
        await Given.EvaluationAsync(App.Clock.Today.AddDays(7), eve, siv);
        await SetAsync(Language.Bokmal, "<i>Husk</i> {navn}.");
        await SendAsync();

        var mail = (await MailServer.WaitForAsync(2)).Single(mail => mail.To[0] == siv.Email);
        Assert.Contains("<i>Husk</i> {dag}<b>Eve</b>{0}.", mail.Text!, StringComparison.Ordinal);
        Assert.Contains("&lt;i&gt;Husk&lt;/i&gt; {dag}&lt;b&gt;Eve&lt;/b&gt;{0}.", mail.Html!, StringComparison.Ordinal);
    }

    [BothDatabases]
    public async Task Emptied_the_words_that_ship_stand_again()
    {
        await SetAsync(Language.Bokmal, "Våre ord.");
        Assert.Equal([Language.Bokmal], (await App.As(hr).RunAsync((ListReminderRules use) => use.RunAsync())).Single(row => row.Topic == Talk).Worded);

        await SetAsync(Language.Bokmal, "  ");
        Assert.Empty(await App.DbAsync(db => db.ReminderTexts.ToListAsync()));
        await Given.EvaluationAsync(App.Clock.Today.AddDays(7));
        await SendAsync();
        Assert.Contains("skal holdes senest", Assert.Single(await MailServer.WaitForAsync(1)).Text!, StringComparison.Ordinal);
    }

    [BothDatabases]
    public async Task Unknown_braces_are_refused_and_of_two_who_write_at_once_the_later_is_told_so()
    {
        var refused = await Assert.ThrowsAsync<RuleException>(() => SetAsync(Language.English, "Dear {name}"));
        Assert.Contains("{name}", refused.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RuleException>(() => SetAsync(Language.English, new string('x', ReminderTextInput.Longest + 1)));

        var (mine, hers) = (await ReadAsync(Language.English), await ReadAsync(Language.English));
        (mine.Text, hers.Subject) = ("Mine.", "Hers");
        await SaveAsync(Language.English, mine);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => SaveAsync(Language.English, hers));
        var (again, late) = (await ReadAsync(Language.English), await ReadAsync(Language.English));
        (again.Text, late.Text) = ("Mine again.", null);
        await SaveAsync(Language.English, again);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => SaveAsync(Language.English, late));
        Assert.Equal("Mine again.", (await ReadAsync(Language.English)).Text);
    }

    [BothDatabases]
    public async Task Her_subject_is_that_of_a_mail_about_one_thing_and_what_ships_that_of_a_mail_about_several()
    {
        var (one, several) = (await Given.InstructorAsync("Siv Åmot"), await Given.InstructorAsync("Bo Eng"));
        await Given.EvaluationAsync(App.Clock.Today.AddDays(7), instructor: one);
        await Given.EvaluationAsync(App.Clock.Today.AddDays(7), instructor: several);
        await Given.EvaluationAsync(App.Clock.Today.AddDays(7), instructor: several);
        await SetAsync(Language.Bokmal, text: null, "Samtale {avstand}.\r\n {FRIST}, altså\u2028{ dag }");
        Assert.Equal(("Samtale {avstand}. {FRIST}, altså { dag }", ""), await KeptAsync());
        await SendAsync();

        var mails = (await MailServer.WaitForAsync(5)).ToLookup(mail => mail.To[0]);
        var mail = Assert.Single(mails[one.Email]);
        Assert.Equal("Samtale om 7 dager. Fristen er tirsdag 22. september 2026, altså tirsdag 22. september 2026", mail.Subject);
        Assert.Contains("skal holdes senest", mail.Text!, StringComparison.Ordinal);
        Assert.Equal("2 påminnelser", Assert.Single(mails[several.Email]).Subject);
    }

    [BothDatabases]
    public async Task Subject_and_text_are_each_worded_and_emptied_on_their_own()
    {
        await SetAsync(Language.Bokmal, "Våre ord.", "Vårt emne");
        Assert.Equal(("Vårt emne", "Våre ord."), await KeptAsync());
        await SetAsync(Language.Bokmal, text: null, "Vårt emne");
        Assert.Equal(("Vårt emne", ""), await KeptAsync());
        Assert.Equal([Language.Bokmal], (await App.As(hr).RunAsync((ListReminderRules use) => use.RunAsync())).Single(row => row.Topic == Talk).Worded);
        await SetAsync(Language.Bokmal, "Våre ord.", " \n ");
        Assert.Equal((null, "Våre ord."), await KeptAsync());
        Assert.Equal("Våre ord.", (await ReadAsync(Language.Bokmal)).Text);

        await Given.EvaluationAsync(App.Clock.Today.AddDays(7));
        await SendAsync();
        Assert.Equal("Påminnelse: halvårssamtale innen tirsdag 22. september 2026", Assert.Single(await MailServer.WaitForAsync(1)).Subject);

        await SetAsync(Language.Bokmal, text: null);
        Assert.Empty(await App.DbAsync(db => db.ReminderTexts.ToListAsync()));
    }

    [BothDatabases]
    public async Task A_subject_that_names_somebody_or_is_too_long_is_refused()
    {
        var refused = await Assert.ThrowsAsync<RuleException>(() => SetAsync(Language.Bokmal, "Hei {navn}.", "Samtale med {navn}"));
        Assert.Equal("{navn} kan ikke stå i emnet, for det nevner ingen ved navn. Her kan du bruke {dag}, {frist}, {avstand}.", refused.Message);
        await Assert.ThrowsAsync<RuleException>(() => SetAsync(Language.Bokmal, text: null, "{hva}"));
        await Assert.ThrowsAsync<RuleException>(() => SetAsync(Language.Bokmal, text: null, new string('x', ReminderTextInput.LongestSubject + 1)));
        Assert.Empty(await App.DbAsync(db => db.ReminderTexts.ToListAsync()));

        await SetAsync(Language.Bokmal, text: null, new string('x', ReminderTextInput.LongestSubject));
        await Assert.ThrowsAsync<RuleException>(() => TestAsync(hr, new ReminderTextInput { Topic = Talk, Subject = "{navn}" }));
        await Assert.ThrowsAsync<RuleException>(() => App.As(hr).RunAsync((PreviewReminderText use) => use.RunAsync(Language.Bokmal, new ReminderTextInput { Topic = Talk, Subject = "{navn}" }, isLate: true)));
    }

    [BothDatabases]
    public async Task What_ships_is_shown_before_and_after_with_its_subject()
    {
        var view = await App.As(hr).RunAsync((SetReminderText use) => use.ReadAsync(Talk.Key, Language.Nynorsk));

        Assert.Equal(("Påminning: halvårssamtale innan tysdag 22. september 2026", "Påminning: halvårssamtalen skulle vore halden laurdag 12. september 2026"), (view.Before.Subject, view.After.Subject));
        Assert.StartsWith("Halvårssamtale 1 med Kari", view.Before.Text, StringComparison.Ordinal);
    }

    [BothDatabases]
    public async Task The_preview_is_the_whole_mail_about_nothing_there_is_and_is_kept_nowhere()
    {
        foreach (var topic in ReminderRules.Shipped.Keys)
        {
            var mail = await App.As(hr).RunAsync((PreviewReminderText use) => use.RunAsync(Language.English, new ReminderTextInput { Topic = topic, Subject = "Our subject. {frist}", Text = "Our words: {hva}. {frist}." }, isLate: true));
            Assert.Equal("en-GB", mail.Culture);
            Assert.StartsWith("Our subject. It was due by ", mail.Subject, StringComparison.Ordinal);
            Assert.Contains("Our words: ", mail.Text, StringComparison.Ordinal);
            Assert.Contains("It was due by ", mail.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", mail.Html, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Empty(await App.DbAsync(db => db.ReminderTexts.ToListAsync()));
        Assert.Empty(await MailServer.MailsAsync());
    }

    [BothDatabases]
    public async Task The_test_goes_to_oneself_alone_and_a_refusal_is_said_in_words()
    {
        var input = new ReminderTextInput { Topic = Talk, Subject = "Prøv {avstand}", Text = "Prøv dette: {hva}." };
        Assert.Equal(hr.Email, await TestAsync(hr, input));

        var mail = Assert.Single(await MailServer.WaitForAsync(1));
        Assert.Equal([hr.Email], mail.To);
        Assert.Equal("Prøve: Prøv om 7 dager", mail.Subject);
        Assert.Contains("Prøv dette: Halvårssamtale 1 med Kari.", mail.Text!, StringComparison.Ordinal);

        var refused = await Given.PersonAsync(Roles.Hr, "Ute Lukket", email: "avvist@example.no");
        var failure = await Assert.ThrowsAsync<RuleException>(() => TestAsync(refused, input));
        Assert.StartsWith("Prøven ble ikke sendt. ", failure.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<RuleException>(() => TestAsync(hr, new ReminderTextInput { Topic = Talk, Text = "{hvem}" }));
        Assert.Single(await MailServer.MailsAsync());
    }

    [BothDatabases]
    public async Task The_words_are_read_once_for_all_mails_of_a_run()
    {
        for (var i = 0; i < 4; i++)
        {
            await Given.EvaluationAsync(App.Clock.Today, instructor: await Given.InstructorAsync());
        }

        await QueueAsync();
        App.Sql.Clear();
        await App.AsNobody().RunAsync((SendQueuedReminders use) => use.RunAsync());

        Assert.Equal(8, (await MailServer.WaitForAsync(8)).Count);
        Assert.Single(App.Sql.Statements, statement => statement.Contains("\"ReminderTexts\"", StringComparison.Ordinal));
    }

    private Task<string> TestAsync(Person person, ReminderTextInput input) => App.As(person).RunAsync((SendTestReminder use) => use.RunAsync(Language.Bokmal, input, isLate: false));

    private async Task<ReminderTextInput> ReadAsync(Language language) => (await App.As(hr).RunAsync((SetReminderText use) => use.ReadAsync(Talk.Key, language))).Input;

    private Task SaveAsync(Language language, ReminderTextInput input) => App.As(hr).RunAsync((SetReminderText use) => use.RunAsync(language, input));

    private async Task SetAsync(Language language, string? text, string? subject = null)
    {
        var input = await ReadAsync(language);
        (input.Subject, input.Text) = (subject, text);
        await SaveAsync(language, input);
    }

    private Task<(string? Subject, string Text)> KeptAsync() => App.DbAsync(async db =>
    {
        var own = await db.ReminderTexts.SingleAsync();
        return (own.MailSubject, own.Text);
    });

    private Task<int> QueueAsync() => App.AsNobody().RunAsync((QueueReminders use) => use.RunAsync());

    private async Task SendAsync()
    {
        await QueueAsync();
        await App.AsNobody().RunAsync((SendQueuedReminders use) => use.RunAsync());
    }
}
