using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Home;

/// <summary>The homes there are.</summary>
public enum HomeKind
{
    /// <summary>Known, but without a task here.</summary>
    Nobody,
    Apprentice,
    Supervisor,
    Hr,
    Administrator,
    Auditor,
}

/// <summary>Which home somebody comes to, and which others are hers too: of several the one with the most to do today.</summary>
public sealed class ChooseHome(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed record Choice(string GivenName, HomeKind Home, IReadOnlyList<HomeKind> Others, DateOnly Today);

    /// <param name="wanted">The one she asked for, if it is hers.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<Choice> RunAsync(HomeKind? wanted = null, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);

        await using var db = await database.CreateDbContextAsync(cancel);
        var mine = await db.People
            .VisibleTo(db, user)
            .Where(person => person.Id == user.PersonId)
            .Select(person => new
            {
                person.GivenName,
                InTraining = db.Apprenticeships.Any(a => a.PersonId == user.PersonId && a.EndsOn >= user.Today),
            })
            .SingleAsync(cancel);

        List<HomeKind> homes = [];
        Offer(HomeKind.Apprentice, user.IsAny(Roles.Apprentice) && mine.InTraining);
        Offer(HomeKind.Supervisor, user.IsAny(Roles.Instructor | Roles.TrainingManager));
        Offer(HomeKind.Hr, user.IsPersonnel);
        Offer(HomeKind.Auditor, user.IsAny(Roles.Auditor));
        Offer(HomeKind.Administrator, user.IsAny(Roles.Administrator));
        Offer(HomeKind.Apprentice, user.IsAny(Roles.Apprentice) && !mine.InTraining);

        var home = wanted is { } asked && homes.Contains(asked) ? asked : homes.FirstOrDefault();
        return new Choice(mine.GivenName, home, [.. homes.Where(other => other != home)], user.Today);

        void Offer(HomeKind kind, bool hers)
        {
            if (hers)
            {
                homes.Add(kind);
            }
        }
    }
}
