using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Account;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Support;

/// <summary>An identity provider as the tests know it, and what it says of somebody.</summary>
internal static class ProviderExample
{
    public const string Issuer = "https://login.example.no/v2.0";
    public const string Tenant = "6f1a2b6c-8a53-4d29-9b1e-3f3f7c1f0001";
    public const string OtherTenant = "6f1a2b6c-8a53-4d29-9b1e-3f3f7c1f0002";
    public const string HrGroup = "0a61d5c0-7b52-4d5e-9d0f-000000000008";

    public static IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>
    {
        ["AzureAd:TenantId"] = Tenant,
        ["SignIn:AppRoles:Laerling.Instruktor"] = "Instructor",
        ["SignIn:AppRoles:Laerling.Admin"] = "Administrator",
        [$"SignIn:Groups:{HrGroup}"] = "Hr",
        ["SignIn:FirstAdministrator"] = "ada.drift@example.no",
    };

    public static SignInWithProvider.Input Of(string upn, string? objectId = null) =>
        new(Issuer, Tenant, objectId ?? $"oid of {upn}", upn, [], [], SessionId: "sid-1");

    public static Task<SignInWithProvider.Outcome> SignInAsync(this TestApp app, SignInWithProvider.Input input) =>
        app.AsNobody().RunAsync((SignInWithProvider use) => use.RunAsync(input));

    /// <summary>The one account that has asked to come in.</summary>
    public static Task<ProviderAccount> AccountAsync(this TestApp app) => app.DbAsync(db => db.ProviderAccounts.AsNoTracking().SingleAsync());

    /// <summary>An account that is hers already.</summary>
    public static async Task<SignInWithProvider.Input> LinkedAsync(this TestApp app, Person person)
    {
        var input = Of(person.Email);
        await app.ChangeAsync(async db =>
        {
            var account = new ProviderAccount(person.Id, input.Issuer, input.TenantId, input.ObjectId, input.UserPrincipalName, app.Clock.GetUtcNow());
            account.LinkTo(person.Id, app.Clock.GetUtcNow());
            await db.AddAsync(account);
        });
        return input;
    }

    public static Task<Person> PersonAsync(this TestApp app, Guid id) => app.DbAsync(db => db.People.AsNoTracking().SingleAsync(person => person.Id == id));
}
