using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Evaluations;
using Apprentices.Features.Evaluations.Meeting;
using Apprentices.Features.Evaluations.Returns;
using Apprentices.Tests.Features.Notifications;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Evaluations.Returns;

/// <summary>When mails that ask somebody about a talk come, and to whom while she is away.</summary>
public sealed class AskedTests : ToldTests
{
    private Evaluation Talk => Contract.Evaluations[0];

    [BothDatabases]
    public async Task At_night_and_on_a_day_without_work_nobody_is_asked_but_an_invitation_comes()
    {
        // A Saturday, with the days of Christmas before it; the next working day is Monday the 28th.
        App.Clock.Set(new DateOnly(2026, 12, 26), new TimeOnly(11, 0));
        await AskAsync();
        Assert.Empty(await SentAsync());
        App.Clock.Set(new DateOnly(2026, 12, 28), new TimeOnly(6, 59));
        Assert.Empty(await SentAsync());
        App.Clock.Set(new DateOnly(2026, 12, 28), new TimeOnly(7, 0));
        Assert.Equal([Siv.Email], await SentAsync());

        App.Clock.Set(new DateOnly(2026, 12, 29), new TimeOnly(3, 0));
        await AskAsync();
        var version = await VersionAsync();
        await App.As(Siv).RunAsync((PlanTalk use) => use.RunAsync(Talk.Id, new PlanTalk.Input { PlannedOn = new DateOnly(2027, 1, 12), Version = version }));
        await SentAsync();
        Assert.All((await MailServer.MailsAsync()).Skip(1), mail => Assert.Equal("REQUEST", mail.Calendar?.Method));
        Assert.Equal(1 + 3, (await MailServer.MailsAsync()).Count);
    }

    [BothDatabases]
    public async Task In_her_quiet_hours_nobody_is_asked_and_after_them_she_is()
    {
        await ChooseAsync(Siv, MailRhythm.Daily, from: new TimeOnly(9, 0), to: new TimeOnly(12, 0));
        await AskAsync();
        Assert.Empty(await SentAsync());
        App.Clock.Set(App.Clock.Today, new TimeOnly(12, 0));
        Assert.Equal([Siv.Email], await SentAsync());
    }

    [BothDatabases]
    public async Task Who_stands_in_is_asked_and_said_why_and_she_herself_once_she_is_back()
    {
        // A Tuesday; the talk is due in January.
        App.Clock.Set(new DateOnly(2026, 12, 1));
        await LeaveAsync(Siv, App.Clock.Today, App.Clock.Today.AddDays(1), Tor);
        Assert.Equal(new ChaseTalks.Result(1, 0), await AskAsync());
        Assert.Equal([Tor.Email], await SentAsync());
        var mail = Assert.Single(await MailServer.MailsAsync());
        Assert.Contains(MeetingTexts.MailWhyInPlace, mail.Text!, StringComparison.Ordinal);
        Assert.Contains(EvaluationLinks.Talk(Talk.Id), mail.Text!, StringComparison.Ordinal);
        Assert.Equal(["Tor Eide"], (await AskedAsync()).Select(one => one.Name));
        Assert.Equal(new ChaseTalks.Result(0, 1), await AskAsync());

        App.Clock.Set(App.Clock.Today.AddDays(2));
        await AskAsync();
        Assert.Equal([Siv.Email], (await SentAsync()).Skip(1));
        Assert.DoesNotContain(MeetingTexts.MailWhyInPlace, (await MailServer.MailsAsync())[^1].Text!, StringComparison.Ordinal);
    }

    [BothDatabases]
    public async Task Who_stands_in_on_the_record_is_asked_once_and_in_her_own_right()
    {
        await LeaveAsync(Siv, App.Clock.Today, App.Clock.Today.AddDays(1), Lise);
        await AskAsync();

        Assert.Equal([Lise.Email], await SentAsync());
        Assert.DoesNotContain(MeetingTexts.MailWhyInPlace, Assert.Single(await MailServer.MailsAsync()).Text!, StringComparison.Ordinal);
    }

    [BothDatabases]
    public async Task Who_stands_in_is_left_in_peace_in_her_own_quiet_hours_and_not_written_to_once_it_is_done()
    {
        await ChooseAsync(Tor, MailRhythm.Daily, from: new TimeOnly(9, 0), to: new TimeOnly(12, 0));
        await LeaveAsync(Siv, App.Clock.Today, App.Clock.Today.AddDays(3), Tor);
        await AskAsync();
        Assert.Empty(await SentAsync());
        App.Clock.Set(App.Clock.Today, new TimeOnly(12, 0));
        Assert.Equal([Tor.Email], await SentAsync());

        App.Clock.Set(App.Clock.Today.AddDays(1));
        await AskAsync();
        Assert.Equal([Tor.Email], await SentAsync());
        await App.ChangeAsync(async db => (await db.Evaluations.Include(e => e.Moves).SingleAsync(e => e.Id == Talk.Id)).PlanOn(TestClock.FirstDay.AddDays(10)));
        App.Clock.Set(App.Clock.Today, new TimeOnly(12, 0));
        Assert.Equal([Tor.Email], await SentAsync());
    }

    [BothDatabases]
    public async Task Back_before_it_has_gone_it_is_asked_of_her_again_and_where_who_stands_in_is_away_as_well_of_the_next()
    {
        await ChooseAsync(Tor, MailRhythm.Daily, from: new TimeOnly(9, 0), to: new TimeOnly(8, 0));
        await LeaveAsync(Siv, App.Clock.Today, App.Clock.Today, Tor);
        await AskAsync();
        Assert.Empty(await SentAsync());
        App.Clock.Set(App.Clock.Today.AddDays(1), new TimeOnly(8, 30));
        Assert.Equal([Siv.Email], await SentAsync());

        App.Clock.Set(App.Clock.Today.AddDays(1));
        await LeaveAsync(Siv, App.Clock.Today, App.Clock.Today.AddDays(3), Tor);
        await AskAsync();
        Assert.Equal([Siv.Email], await SentAsync());
        await App.ChangeAsync(async db => db.Add(new Leave(Tor.Id, App.Clock.Today.AddDays(1), App.Clock.Today.AddDays(1), deputyId: null)));
        App.Clock.Set(App.Clock.Today.AddDays(1), new TimeOnly(8, 30));
        Assert.Equal([Siv.Email, Nina.Email], await SentAsync());
    }

    [BothDatabases]
    public async Task Who_was_told_herself_is_not_told_through_another_when_she_goes_away_while_somebody_else_has_yet_to_be()
    {
        await App.ChangeAsync(async db => (await db.Evaluations.Include(e => e.Moves).SingleAsync(e => e.Id == Talk.Id)).PlanOn(TestClock.FirstDay.AddDays(10)));
        await AskAsync();
        await App.ChangeAsync(async db => (await db.TalkMails.SingleAsync(mail => mail.RecipientId == Contract.PersonId))
            .MarkFailed(MailFailureKind.RefusedForNow, "Full", App.Clock.GetUtcNow(), App.Clock.GetUtcNow().AddDays(1)));
        Assert.Equal([Siv.Email], await SentAsync());

        App.Clock.Set(App.Clock.Today.AddDays(1));
        await LeaveAsync(Siv, App.Clock.Today, App.Clock.Today.AddDays(3), Tor);
        await SentAsync();
        Assert.Equal(2, (await MailServer.MailsAsync()).Count);
        Assert.DoesNotContain(await MailServer.MailsAsync(), mail => mail.To[0] == Tor.Email);
    }

    [BothDatabases]
    public async Task Asked_again_while_who_stands_in_has_yet_to_be_told_one_mail_goes_and_to_her_who_is_there()
    {
        await ChooseAsync(Tor, MailRhythm.Daily, from: new TimeOnly(9, 0), to: new TimeOnly(8, 0));
        await LeaveAsync(Siv, App.Clock.Today, App.Clock.Today, Tor);
        await AskAsync();
        Assert.Empty(await SentAsync());

        App.Clock.Set(App.Clock.Today.AddDays(1), new TimeOnly(7, 30));
        Assert.Equal(new ChaseTalks.Result(0, 1), await AskAsync());
        App.Clock.Set(App.Clock.Today, new TimeOnly(8, 30));
        Assert.Equal([Siv.Email], await SentAsync());
        Assert.Equal([Siv.Email], await SentAsync());
    }

    [BothDatabases]
    public async Task What_is_asked_of_one_who_may_not_come_in_any_more_goes_to_the_training_manager()
    {
        await App.ChangeAsync(async db => (await db.People.SingleAsync(p => p.Id == Siv.Id)).Deactivate(App.Clock.GetUtcNow()));
        await AskAsync();
        Assert.Equal([Tor.Email], await SentAsync());
    }

    [BothDatabases]
    public async Task Nobody_is_asked_again_while_she_has_yet_to_be_told_nor_to_prepare_what_was_called_off()
    {
        // A Saturday and the Sunday after it.
        App.Clock.Set(new DateOnly(2026, 11, 28));
        Assert.Equal(new ChaseTalks.Result(1, 0), await AskAsync());
        App.Clock.Set(new DateOnly(2026, 11, 29));
        Assert.Equal(new ChaseTalks.Result(0, 1), await AskAsync());
        App.Clock.Set(new DateOnly(2026, 11, 30), new TimeOnly(7, 0));
        Assert.Equal([Siv.Email], await SentAsync());

        await ChooseAsync(Siv, MailRhythm.Daily, from: new TimeOnly(8, 0), to: new TimeOnly(16, 0));
        await App.ChangeAsync(async db => (await db.Evaluations.Include(e => e.Moves).SingleAsync(e => e.Id == Talk.Id)).PlanOn(new DateOnly(2026, 12, 15)));
        App.Clock.Set(new DateOnly(2026, 12, 1));
        Assert.Equal(new ChaseTalks.Result(2, 0), await AskAsync());
        await SentAsync();
        await App.ChangeAsync(async db => (await db.Evaluations.Include(e => e.Moves).SingleAsync(e => e.Id == Talk.Id)).CallOff("Syk", null, App.Clock.GetUtcNow()));
        App.Clock.Set(new DateOnly(2026, 12, 1), new TimeOnly(16, 0));
        Assert.Single(await SentAsync(), address => address == Siv.Email);
    }

    [BothDatabases]
    public async Task Without_anybody_in_her_place_the_training_manager_is_asked_and_where_nobody_is_there_she_herself()
    {
        await LeaveAsync(Siv, App.Clock.Today, App.Clock.Today.AddDays(3), deputy: null);
        await AskAsync();
        Assert.Equal([Tor.Email], await SentAsync());

        foreach (var person in new[] { Tor, Nina })
        {
            await App.ChangeAsync(async db => db.Add(new Leave(person.Id, App.Clock.Today.AddDays(1), App.Clock.Today.AddDays(3), deputyId: null)));
        }

        App.Clock.Set(App.Clock.Today.AddDays(1));
        await AskAsync();
        Assert.Equal([Siv.Email], (await SentAsync()).Skip(1));
    }

    [BothDatabases]
    public async Task A_preparation_and_a_signature_are_asked_for_in_the_words_of_one_who_stands_in()
    {
        await App.ChangeAsync(async db => (await db.Evaluations.Include(e => e.Moves).SingleAsync(e => e.Id == Talk.Id)).PlanOn(TestClock.FirstDay.AddDays(10)));
        await LeaveAsync(Siv, App.Clock.Today, App.Clock.Today.AddDays(20), Tor);
        await AskAsync();
        Assert.Equal(2, (await SentAsync()).Count);
        Assert.Equal(["Forbered halvårssamtale 1", "Ikke forberedt ennå: halvårssamtale 1"], (await MailServer.MailsAsync()).Select(mail => mail.Subject).Order());

        App.Clock.Set(TestClock.FirstDay.AddDays(10));
        await App.ChangeAsync(async db =>
        {
            var talk = await db.Evaluations.Include(e => e.Signatures).Include(e => e.Documents).SingleAsync(e => e.Id == Talk.Id);
            talk.Hold(App.Clock.Today, "Vi snakket.", Tor.Id, [FormParties.Instructor, FormParties.Apprentice], App.Clock.Today);
            talk.Seal();
        });
        await AskAsync();
        Assert.Equal(3, (await SentAsync()).Count);
        var mail = (await MailServer.MailsAsync())[^1];
        Assert.Equal((Tor.Email, "Venter på signatur: halvårssamtale 1"), (mail.To[0], mail.Subject));
        Assert.Contains("Halvårssamtale 1 med Ingrid er holdt og venter på signaturen til en som ikke er på jobb i dag.", mail.Text!, StringComparison.Ordinal);
    }

    private Task<ChaseTalks.Result> AskAsync() => App.As(Nina).RunAsync((ChaseTalks use) => use.RunAsync([Talk.Id]));

    /// <summary>Who was asked last, as HR sees it.</summary>
    private async Task<IReadOnlyList<ListTalkReturns.Asked>> AskedAsync() =>
        (await App.As(Nina).RunAsync((ListTalkReturns use) => use.RunAsync(new ReturnsQuery(ReturnsFilter.NotAgreed), new Page(0, 50)))).Lines.Single(line => line.Of.Id == Talk.Id).LastAsked;

    private Task<int> VersionAsync() => App.DbAsync(db => db.Evaluations.Where(e => e.Id == Talk.Id).Select(e => e.Version).SingleAsync());

    /// <summary>Sends, and says to whom mails have gone by then.</summary>
    private async Task<IReadOnlyList<string>> SentAsync()
    {
        await App.AsNobody().RunAsync((SendTalkMails use) => use.RunAsync());
        return [.. (await MailServer.MailsAsync()).Select(mail => mail.To[0])];
    }
}
