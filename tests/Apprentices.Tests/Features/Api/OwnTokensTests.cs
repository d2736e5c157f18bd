using System.Net;
using System.Text.Json;
using Apprentices.Domain;
using Apprentices.Features.Api;
using Apprentices.Features.People;
using Apprentices.Platform;
using Apprentices.Shared;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Api;

/// <summary>A person's own access token: it opens one list, as far as she may see it now, and nothing once she may not.</summary>
public sealed class OwnTokensTests : AppTests
{
    private const string Apprenticeships = $"{ApiEndpoints.Root}/apprenticeships";
    private const string Deadlines = $"{ApiEndpoints.Root}/deadlines";

    [BothDatabases]
    public async Task It_reads_what_its_person_may_see_and_no_more()
    {
        var instructor = await Given.InstructorAsync();
        var hers = await Given.ApprenticeshipAsync(await Given.PersonAsync(Roles.Apprentice, "Liv Lund"), instructor: instructor);
        await Given.ApprenticeshipAsync(await Given.PersonAsync(Roles.Apprentice, "Per Berg"));
        using var client = App.ApiClient((await Given.OwnTokenAsync(instructor)).Secret);

        using var answer = await client.GetAsync(Apprenticeships);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        using var list = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var row = Assert.Single(list.RootElement.GetProperty("rows").EnumerateArray());
        Assert.Equal((1, hers.Id, "Lund"), (list.RootElement.GetProperty("total").GetInt32(), row.GetProperty("id").GetGuid(), row.GetProperty("familyName").GetString()));
    }

    [BothDatabases]
    public async Task It_opens_the_one_thing_it_was_made_for()
    {
        var hr = await Given.HrAsync();
        var apprenticeship = await Given.ApprenticeshipAsync();
        using var ofRecords = App.ApiClient((await Given.OwnTokenAsync(hr)).Secret);
        using var ofDeadlines = App.ApiClient((await Given.OwnTokenAsync(hr, AccessScope.Deadlines)).Secret);
        using var ofSystem = App.ApiClient((await Given.TokenAsync(createdBy: hr)).Secret);

        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden],
            await StatusesAsync(ofRecords, Apprenticeships, Deadlines, $"{ApiEndpoints.Root}/trades"));
        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.OK], await StatusesAsync(ofDeadlines, Apprenticeships, Deadlines));
        Assert.Equal([HttpStatusCode.Forbidden, HttpStatusCode.Forbidden], await StatusesAsync(ofSystem, Apprenticeships, Deadlines));
        Assert.Contains(apprenticeship.Id.ToString(), await ofDeadlines.GetStringAsync(Deadlines), StringComparison.Ordinal);
    }

    [BothDatabases]
    public async Task What_its_person_loses_it_loses_at_the_next_request()
    {
        var hr = await Given.HrAsync();
        using var client = App.ApiClient((await Given.OwnTokenAsync(hr)).Secret);
        var before = await StatusesAsync(client, Apprenticeships);

        await BecomeAsync(hr, Roles.Apprentice);
        var asApprentice = await StatusesAsync(client, Apprenticeships);
        await BecomeAsync(hr, Roles.None);
        using var nobody = await client.GetAsync(Apprenticeships);
        await BecomeAsync(hr, Roles.Hr);
        await App.ChangeAsync(async db => (await db.People.SingleAsync(one => one.Id == hr.Id)).Deactivate(App.Clock.GetUtcNow()));
        using var deactivated = await client.GetAsync(Apprenticeships);

        Assert.Equal([HttpStatusCode.OK], before);
        Assert.Equal([HttpStatusCode.Forbidden], asApprentice);
        foreach (var problem in (ProblemAnswer[])[await ProblemAnswer.OfAsync(nobody), await ProblemAnswer.OfAsync(deactivated)])
        {
            Assert.Equal((HttpStatusCode.Unauthorized, "Den som laget tilgangsnøkkelen, har ikke lenger tilgang her."), (problem.Status, problem.Detail));
        }
    }

    [BothDatabases]
    public async Task Its_person_makes_sees_and_ends_it_and_an_administrator_sees_and_ends_all()
    {
        var (hr, administrator) = (await Given.HrAsync("Nina Dahl"), await Given.AdministratorAsync());
        await Given.OwnTokenAsync(await Given.HrAsync());
        var made = await App.As(hr).RunAsync((CreateOwnToken use) => use.RunAsync(new() { Name = " Regneark ", Scope = AccessScope.Deadlines }));
        using var client = App.ApiClient(made.Secret);
        Assert.Equal([HttpStatusCode.OK], await StatusesAsync(client, Deadlines));

        var own = Assert.Single((await App.As(hr).RunAsync((ListOwnTokens use) => use.RunAsync())).Rows);
        var all = await App.As(administrator).RunAsync((ListAccessTokens use) => use.RunAsync());

        Assert.Equal(("Regneark", AccessScope.Deadlines, App.Clock.Today.AddDays(90), App.Clock.Today), (own.Name, own.Scope, own.ExpiresOn, own.LastUsedOn));
        Assert.Equal((2, true, "Nina Dahl"), (all.Count, all.Single(row => row.Id == own.Id).IsOwn, all.Single(row => row.Id == own.Id).CreatedBy));

        await App.As(administrator).RunAsync((RevokeAccessToken use) => use.RunAsync(own.Id));

        Assert.Equal([HttpStatusCode.Unauthorized], await StatusesAsync(client, Deadlines));
        Assert.Equal(AccessTokenState.Revoked, (await App.As(hr).RunAsync((ListOwnTokens use) => use.RunAsync())).Rows[0].State);
    }

    [Fact]
    public async Task Nobody_has_more_than_ten_that_can_be_used()
    {
        var hr = await Given.HrAsync();
        foreach (var _ in Enumerable.Range(0, AccessToken.MostOwn))
        {
            await Given.OwnTokenAsync(hr);
        }

        await Assert.ThrowsAsync<RuleException>(MakeAsync);
        await App.ChangeAsync(async db => (await db.AccessTokens.FirstAsync()).Revoke(App.Clock.GetUtcNow()));
        await MakeAsync();

        Task<CreateAccessToken.Created> MakeAsync() =>
            App.As(hr).RunAsync((CreateOwnToken use) => use.RunAsync(new() { Name = "En til", Scope = AccessScope.WhatIf }));
    }

    [Fact]
    public void A_systems_opens_nothing_about_people() => Assert.Throws<RuleException>(() => AccessToken.Create(
        "Lønn", AccessScope.Apprenticeships, App.Clock.Today, Guid.CreateVersion7(), App.Clock.GetUtcNow(), App.Clock.Today));

    [BothDatabases]
    public async Task Who_was_entered_twice_keeps_no_token_of_the_one_that_goes()
    {
        var (hr, kept, gone) = (await Given.HrAsync(), await Given.InstructorAsync("Tor Eide"), await Given.InstructorAsync("Tor Eide"));
        var (token, _) = await Given.OwnTokenAsync(gone);

        await App.As(hr).RunAsync((MergePeople use) => use.RunAsync(
            new() { Kept = PersonChoice.Of(kept.Id, kept.FullName), Gone = PersonChoice.Of(gone.Id, gone.FullName) }));

        var left = await App.DbAsync(db => db.AccessTokens.SingleAsync(one => one.Id == token.Id));
        Assert.Equal((kept.Id, AccessTokenState.Revoked), (left.PersonId, left.StateOn(App.Clock.Today)));
    }

    private Task<int> BecomeAsync(Person person, Roles roles) =>
        App.DbAsync(db => db.People.Where(one => one.Id == person.Id).ExecuteUpdateAsync(one => one.SetProperty(p => p.Roles, roles)));

    private static async Task<List<HttpStatusCode>> StatusesAsync(HttpClient client, params string[] addresses)
    {
        List<HttpStatusCode> statuses = [];
        foreach (var address in addresses)
        {
            using var answer = await client.GetAsync(address);
            statuses.Add(answer.StatusCode);
        }

        return statuses;
    }
}
