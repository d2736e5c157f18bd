using System.Net;
using System.Text.RegularExpressions;
using Apprentices.Domain;
using Apprentices.Features.Evaluations.Meeting;
using Apprentices.Features.Placements;
using Apprentices.Features.Reminders;
using Apprentices.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Features.Notifications;

/// <summary>Mail programs and scanners open every link in a mail, some with the reader's own session: that changes nothing.</summary>
public sealed partial class MailLinksTests : AppTests
{
    private const string Public = "https://laerling.example.no";
    private Person ingrid = null!;
    private Person siv = null!;
    private Person tor = null!;
    private Evaluation talk = null!;

    protected override IReadOnlyList<string> MailServerArguments => [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (ingrid, siv, tor) = (await Given.PersonAsync(Roles.Apprentice, "Ingrid Solheim"), await Given.InstructorAsync("Siv Åmot"), await Given.TrainingManagerAsync("Tor Eide"));
        talk = await Given.EvaluationAsync(App.Clock.Today.AddDays(7), ingrid, siv, tor);
    }

    [BothDatabases]
    public async Task Opening_what_mails_link_to_changes_nothing_whoever_opens_it()
    {
        var links = await LinksAsync();
        Assert.Equal(["/deadlines/{id}", "/notifications", "/placements/{id}/hand-over", "/talks/{id}", "/talks/{id}/prepare"], links.Select(link => Id().Replace(link, "{id}")).Distinct().Order(StringComparer.Ordinal));
        List<(Person? Person, HttpClient Client)> visitors = [.. new[] { null, ingrid, siv, tor }.Select(person => (person, App.ClientOf(person)))];
        var before = await AllRows.ReadAsync(App);

        foreach (var (person, client) in visitors)
        {
            foreach (var link in links)
            {
                foreach (var method in new[] { HttpMethod.Get, HttpMethod.Head })
                {
                    using var ask = new HttpRequestMessage(method, link);
                    using var answer = await client.SendAsync(ask);
                    Assert.True(person is not null || answer.StatusCode == HttpStatusCode.Redirect, $"{link} is open to anyone");
                }
            }

            client.Dispose();
        }

        Assert.Empty(AllRows.Changed(before, await AllRows.ReadAsync(App)));
    }

    /// <summary>Every address that answers to GET, with every id there is in it. Only that somebody read what is confidential is kept, as it must be.</summary>
    [Fact]
    public async Task Nothing_that_answers_to_GET_changes_anything_but_who_has_read_it()
    {
        await LinksAsync();
        var ids = await App.DbAsync(async db => new[]
        {
            talk.Id, talk.ApprenticeshipId, ingrid.Id, await db.Placements.Select(p => p.Id).FirstAsync(), await db.TrackedDuties.Select(d => d.Id).FirstAsync(),
        });
        var addresses = App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && endpoint.RoutePattern.RawText?.StartsWith("/_", StringComparison.Ordinal) == false)
            .Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is not { HttpMethods: [_, ..] methods } || methods.Contains("GET"))
            .Select(endpoint => endpoint.RoutePattern.RawText!)
            .Distinct(StringComparer.Ordinal)
            .SelectMany(route => route.Contains('{', StringComparison.Ordinal) ? ids.Select(id => Part().Replace(route, $"{id}")) : [route])
            .ToList();
        Assert.InRange(addresses.Count, 50, 2000);
        List<(Person? Person, HttpClient Client)> visitors = [.. new[] { null, ingrid, siv, await Given.HrAsync() }.Select(person => (person, App.ClientOf(person)))];
        var before = await AllRows.ReadAsync(App);

        foreach (var (person, client) in visitors)
        {
            foreach (var address in addresses)
            {
                using var answer = await client.GetAsync(address);
                Assert.True((int)answer.StatusCode < 500, $"{address} answers {answer.StatusCode}");
            }

            client.Dispose();
            var changed = AllRows.Changed(before, await AllRows.ReadAsync(App));
            Assert.Empty(person is null ? changed : changed.Except(["AccessTraces", "TracePersons", "IssuedDocuments"]));
        }
    }

    /// <summary>What every kind of mail links to, in both its forms.</summary>
    private async Task<IReadOnlyList<string>> LinksAsync()
    {
        var place = await Given.WorkplaceAsync("Brukerstøtte");
        var ali = await Given.InstructorAsync("Ali Khan");
        await App.As(tor).RunAsync((PlanPlacement use) => use.RunAsync(
            talk.ApprenticeshipId, new PlacementInput { WorkplaceId = place.Id, InstructorId = ali.Id, FromOn = App.Clock.Today.AddDays(7), ToOn = App.Clock.Today.AddDays(60) }));
        var version = await App.DbAsync(db => db.Evaluations.Where(e => e.Id == talk.Id).Select(e => e.Version).SingleAsync());
        await App.As(siv).RunAsync((PlanTalk use) => use.RunAsync(talk.Id, new PlanTalk.Input { PlannedOn = App.Clock.Today.AddDays(3), Version = version }));
        await App.ChangeAsync(async db => await db.AddRangeAsync(
            new TalkMail(talk.Id, TalkMailKind.PrepareIt, 1, ingrid.Id, guestEmail: null, App.Clock.GetUtcNow()),
            new TalkMail(talk.Id, TalkMailKind.HoldIt, 1, siv.Id, guestEmail: null, App.Clock.GetUtcNow())));
        await App.AsNobody().RunAsync((QueueReminders use) => use.RunAsync());
        var sent = await App.AsNobody().RunAsync((SendQueuedReminders use) => use.RunAsync()) + await App.AsNobody().RunAsync((SendTalkMails use) => use.RunAsync());
        var mails = await MailServer.WaitForAsync(sent);
        Assert.All(mails, mail => Assert.Equal(
            Address().Matches(mail.Text!).Select(link => link.Value).Order(StringComparer.Ordinal), Address().Matches(WebUtility.HtmlDecode(mail.Html!)).Select(link => link.Value).Order(StringComparer.Ordinal)));
        return [.. mails.SelectMany(mail => Address().Matches(mail.Text!)).Select(link => link.Value[Public.Length..]).Distinct(StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"https://laerling\.example\.no[^\s""<]*")]
    private static partial Regex Address();

    [GeneratedRegex(@"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Id();

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Part();
}
