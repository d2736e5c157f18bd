using System.Net;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Account;
using Apprentices.Features.Jobs;
using Apprentices.Features.Messages;
using Apprentices.Features.People;
using Apprentices.Platform;
using Apprentices.Shared;
using Apprentices.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Apprentices.Tests.Features.Messages;

/// <summary>Whether an invitation to sign in reached her: among the messages, on her page of access, and for whoever looks after the mail.</summary>
public sealed class InvitationMessagesTests : AppTests
{
    private const string Unknown = "unknown@example.no";
    private Person hr = null!;
    private Person siv = null!;

    protected override IReadOnlyDictionary<string, string?> Settings => ProviderExample.Settings;

    protected override IReadOnlyList<string> MailServerArguments => ["--refuse", Unknown];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (hr, siv) = (await Given.HrAsync(), await Given.PersonAsync(Roles.Instructor, "Siv Åmot", email: Unknown));
    }

    [BothDatabases]
    public async Task One_that_the_server_refused_is_listed_as_given_up_with_its_reason()
    {
        await InviteAsync(hr, siv);
        Assert.Equal((MessageFate.Waiting, 1), ((await ListAsync()).Rows.Single().Fate, (await ListAsync()).Hits.Waiting));
        await SendAsync();

        var listed = await ListAsync(new MessageQuery(MessageFate.GivenUp, MessageKind.SignIn, "siv åmot", 7));
        var row = Assert.Single(listed.Rows);
        Assert.Equal(
            (siv.Id, "Siv Åmot", MessageKind.SignIn, MessageFate.GivenUp, MailFailureKind.RefusedForGood, true, false),
            (row.RecipientId, row.Recipient, row.Kind, row.Fate, row.FailureKind, row.MaySendAgain, row.MustInviteAnew));
        Assert.Equal(new ListMessages.Hits(1, 0, 0, 1, 0, 0), listed.Hits);
        Assert.Empty((await ListAsync(new MessageQuery(Kind: MessageKind.Invitation))).Rows);

        var csv = await ListRead.CsvAsync(output => App.As(hr).RunAsync((DownloadMessages use) => use.RunAsync(new MessageQuery(), output)));
        Assert.Contains($"{MessageTexts.KindSignIn};Siv Åmot;", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(Unknown, csv, StringComparison.Ordinal);
    }

    [BothDatabases]
    public async Task Sent_again_while_it_opens_something_it_goes_out_with_a_link_that_works()
    {
        var kari = await Given.PersonAsync(Roles.Instructor, "Kari Moe");
        await InviteAsync(hr, kari);
        await App.ChangeAsync(async db => (await db.InvitationMails.SingleAsync()).MarkFailed(MailFailureKind.RefusedForGood, "SMTP 550", App.Clock.GetUtcNow(), App.Clock.GetUtcNow()));
        Assert.Equal(0, await SendAsync());
        var row = (await ListAsync()).Rows.Single();

        await AgainAsync(row.Id);
        Assert.Equal(1, await SendAsync());

        var mail = Assert.Single(await MailServer.WaitForAsync(1));
        Assert.Equal($"<{row.Id:N}@example.no>", mail.MessageId);
        var secret = mail.Text!.Split(AccountLinks.Invitation + "#")[1][..43];
        Assert.DoesNotContain((await AllRows.ReadAsync(App)).Values, rows => rows.Contains(secret, StringComparison.Ordinal));
        Assert.Null((await App.SignInAsync(ProviderExample.Of("s_amot#EXT#@tenant.example", "oid-guest") with { Invitation = secret })).Refusal);
        Assert.Equal((MessageFate.Sent, InvitationStanding.Used), (await ListAsync()).Rows.Select(one => (one.Fate, one.Invitation)).Single());
    }

    [BothDatabases]
    public async Task Expired_or_used_it_is_not_sent_again_and_a_sentence_says_to_invite_anew()
    {
        await InviteAsync(hr, siv);
        await SendAsync();
        App.Clock.Advance(TimeSpan.FromDays(7));

        var row = (await ListAsync()).Rows.Single();
        Assert.Equal((false, true), (row.MaySendAgain, row.MustInviteAnew));
        var shown = await ShownAsync<MessagesTable>(new() { ["Rows"] = (MessageRow[])[row] });
        Assert.Contains(PeopleLinks.Access(siv.Id), shown, StringComparison.Ordinal);
        Assert.Contains(MessageTexts.InvitationOver, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(MessageTexts.SendAgain + "<span", shown, StringComparison.Ordinal);
        Assert.Equal(RuleTexts.InvitationOver, (await Assert.ThrowsAsync<RuleException>(() => AgainAsync(row.Id))).Message);

        await InviteAsync(hr, siv);
        await SendAsync();
        await App.ChangeAsync(async db => (await db.Invitations.SingleAsync()).Use(App.Clock.GetUtcNow()));

        row = (await ListAsync()).Rows.Single();
        Assert.Equal((InvitationStanding.Used, false, false), (row.Invitation, row.MaySendAgain, row.MustInviteAnew));
        Assert.Equal(RuleTexts.InvitationOver, (await Assert.ThrowsAsync<RuleException>(() => AgainAsync(row.Id))).Message);
    }

    [BothDatabases]
    public async Task One_that_was_taken_back_is_neither_listed_nor_sent_again()
    {
        await InviteAsync(hr, siv);
        await SendAsync();
        var row = (await ListAsync()).Rows.Single();
        await App.ChangeAsync(async db => (await db.People.SingleAsync(p => p.Id == siv.Id)).Rename("Siv", "Åmot", "kjent@example.no"));

        Assert.Empty((await ListAsync()).Rows);
        await Assert.ThrowsAsync<NotThereException>(() => AgainAsync(row.Id));
    }

    [BothDatabases]
    public async Task Of_people_in_charge_HR_sees_none_and_HR_of_a_unit_sees_none_at_all()
    {
        var (admin, ofUnit) = (await Given.AdministratorAsync(), await Given.HrAsync("Åse Li"));
        var unit = await Given.WorkplaceAsync("Seksjon drift");
        await App.ChangeAsync(db =>
        {
            var limit = new HrLimit(ofUnit);
            limit.Set([unit.Id]);
            db.Add(limit);
            return Task.CompletedTask;
        });
        await InviteAsync(admin, ofUnit);
        var mail = await App.DbAsync(db => db.InvitationMails.AsNoTracking().SingleAsync());

        Assert.Empty((await ListAsync()).Rows);
        await Assert.ThrowsAsync<NotThereException>(() => AgainAsync(mail.Id));

        await InviteAsync(hr, siv);
        Assert.Single((await ListAsync()).Rows);
        await Assert.ThrowsAsync<NotAllowedException>(() => App.As(ofUnit).RunAsync((ListMessages use) => use.RunAsync(new MessageQuery(), new Page(0, 25))));
    }

    [BothDatabases]
    public async Task Her_page_of_access_says_why_it_has_not_reached_her_until_another_one_is_made()
    {
        await InviteAsync(hr, siv);
        Assert.Null((await AccessAsync()).NotDelivered);

        await SendAsync();
        var access = await AccessAsync();
        Assert.Equal(MailFailureKind.RefusedForGood, access.NotDelivered);
        var shown = await ShownAsync<AccountsOfPerson>(new() { ["Person"] = access, ["OnAct"] = (Func<Func<Task>, string, Task>)((act, _) => act()) });
        Assert.Contains(Texts.Format(PeopleTexts.InvitationNotDelivered, MailFailureKind.RefusedForGood.Word()), shown, StringComparison.Ordinal);

        await App.As(hr).RunAsync((InvitePerson use) => use.RunAsync(siv.Id));
        Assert.Null((await AccessAsync()).NotDelivered);
    }

    [BothDatabases]
    public async Task Whoever_looks_after_the_mail_counts_it_with_the_others()
    {
        var admin = await Given.AdministratorAsync();
        await InviteAsync(hr, siv);
        Assert.Equal((1, 0), await CountedAsync());

        await SendAsync();
        Assert.Equal((0, 1), await CountedAsync());
        Assert.Equal(MailFailureKind.RefusedForGood, (await ShownAsync()).LastFailure);

        async Task<(int Waiting, int GivenUp)> CountedAsync() => await ShownAsync() is var mail ? (mail.Waiting, mail.GivenUp) : default;

        Task<ShowMail.Details> ShownAsync() => App.As(admin).RunAsync((ShowMail use) => use.RunAsync());
    }

    /// <summary>What a part of a page says, as plain markup.</summary>
    private async Task<string> ShownAsync<T>(Dictionary<string, object?> parameters) where T : IComponent
    {
        await using var scope = App.Services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            WebUtility.HtmlDecode((await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString()));
    }

    private Task InviteAsync(Person asking, Person invited) => App.As(asking).RunAsync((InvitePerson use) => use.MailAsync(invited.Id));

    private Task<int> SendAsync() => App.AsNobody().RunAsync((SendInvitations use) => use.RunAsync());

    private Task AgainAsync(Guid id) => App.As(hr).RunAsync((SendMessageAgain use) => use.RunAsync(id));

    private Task<ReadAccess.Details> AccessAsync() => App.As(hr).RunAsync((ReadAccess use) => use.RunAsync(siv.Id));

    private Task<ListMessages.Result> ListAsync(MessageQuery? query = null) => App.As(hr).RunAsync((ListMessages use) => use.RunAsync(query ?? new MessageQuery(), new Page(0, 25)));
}
