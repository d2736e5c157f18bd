using Apprentices.Domain;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Samples;

/// <summary>Tests decide anew what a database was made as.</summary>
internal static class Installations
{
    public static async Task RenewInstallationAsync(this TestApp app, bool isDemo)
    {
        await app.DbAsync(db => db.Installations.ExecuteDeleteAsync());
        await app.ChangeAsync(async db => await db.AddAsync(new Installation(isDemo, app.Clock.GetUtcNow())));
    }
}
