using Apprentices.Domain;
using Apprentices.Features.Api;
using Apprentices.Features.People;
using Apprentices.Shared;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Api;

public sealed class AccessTokensTests : AppTests
{
    [BothDatabases]
    public async Task An_administrator_makes_one_and_sees_it_and_ends_it()
    {
        var administrator = await Given.AdministratorAsync("Dag Drift");
        await Given.TokenAsync("Fra kommandolinjen");
        App.Clock.Advance(TimeSpan.FromMinutes(1));

        var created = await App.As(administrator).RunAsync((CreateAccessToken use) => use.RunAsync(new() { Name = " Lønn ", ExpiresOn = App.Clock.Today.AddDays(10) }));
        var listed = await ListAsync(administrator);

        Assert.Equal(["Lønn", "Fra kommandolinjen"], listed.Select(row => row.Name));
        Assert.Equal(["Dag Drift", null], listed.Select(row => row.CreatedBy));
        Assert.Equal([AccessTokenState.ExpiresSoon, AccessTokenState.Valid], listed.Select(row => row.State));
        Assert.Equal((App.Clock.Today.AddDays(10), App.Clock.Today.AddYears(1)), (listed[0].ExpiresOn, listed[1].ExpiresOn));
        Assert.StartsWith(listed[0].Prefix, created.Secret, StringComparison.Ordinal);

        await App.As(administrator).RunAsync((RevokeAccessToken use) => use.RunAsync(listed[0].Id));
        await App.As(administrator).RunAsync((RevokeAccessToken use) => use.RunAsync(listed[0].Id));

        Assert.Equal(AccessTokenState.Revoked, (await ListAsync(administrator)).Single(row => row.Name == "Lønn").State);
        await Assert.ThrowsAsync<NotThereException>(() => App.As(administrator).RunAsync((RevokeAccessToken use) => use.RunAsync(Guid.CreateVersion7())));
    }

    [Fact]
    public void A_token_has_a_name_and_lasts_two_years_at_most()
    {
        var today = new DateOnly(2024, 2, 29);

        Assert.Equal(new DateOnly(2026, 2, 28), Made("a", new DateOnly(2026, 2, 28)).ExpiresOn);
        Assert.Equal(today, Made("a", today).ExpiresOn);
        Assert.Throws<RuleException>(() => Made("a", new DateOnly(2026, 3, 1)));
        Assert.Throws<RuleException>(() => Made("a", today.AddDays(-1)));
        Assert.Throws<RuleException>(() => Made("  ", today));
        Assert.Throws<RuleException>(() => Made(new string('a', AccessToken.LongestName + 1), today));

        AccessToken Made(string name, DateOnly expiresOn) =>
            AccessToken.Create(name, AccessScope.WhatIf, expiresOn, null, App.Clock.GetUtcNow(), today).Token;
    }

    [BothDatabases]
    public async Task Who_made_one_and_was_entered_twice_is_named_once()
    {
        var hr = await Given.HrAsync();
        var (kept, gone) = (await Given.AdministratorAsync("Dag Drift"), await Given.AdministratorAsync("Dag Drift"));
        await Given.TokenAsync(createdBy: gone);

        await App.As(hr).RunAsync((MergePeople use) => use.RunAsync(
            new() { Kept = PersonChoice.Of(kept.Id, kept.FullName), Gone = PersonChoice.Of(gone.Id, gone.FullName) }));

        Assert.Equal(kept.Id, await App.DbAsync(db => db.AccessTokens.Select(token => token.CreatedById).SingleAsync()));
    }

    private Task<IReadOnlyList<ListAccessTokens.Row>> ListAsync(Person person) => App.As(person).RunAsync((ListAccessTokens use) => use.RunAsync());
}
