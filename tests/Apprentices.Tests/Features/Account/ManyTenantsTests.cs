using Apprentices.Domain;
using Apprentices.Tests.Support;

namespace Apprentices.Tests.Features.Account;

/// <summary>Where people of several tenants sign in: each tenant says roles and groups of its own people as it likes.</summary>
public sealed class ManyTenantsTests : AppTests
{
    protected override IReadOnlyDictionary<string, string?> Settings { get; } =
        new Dictionary<string, string?>(ProviderExample.Settings) { ["AzureAd:TenantId"] = "organizations" };

    [BothDatabases]
    public async Task What_a_token_says_of_roles_and_groups_counts_for_nothing()
    {
        var siv = await Given.InstructorAsync("Siv Åmot");
        var input = await App.LinkedAsync(siv);

        var outcome = await App.SignInAsync(input with { AppRoles = ["Laerling.Admin"], Groups = [ProviderExample.HrGroup] });

        Assert.Null(outcome.Refusal);
        Assert.Equal((Roles.Instructor, Roles.None), ((await App.PersonAsync(siv.Id)).Roles, (await App.PersonAsync(siv.Id)).MappedRoles));
    }
}
