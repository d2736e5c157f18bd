using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Observations;

/// <summary>
/// The apprentices in training of whom a supervisor has written nothing for a week: one observation each is what her Monday asks
/// for. Whoever is away, and whom she has put off until next week, is not among them.
/// </summary>
public sealed class ListMissingObservations(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <summary>An observation counts for so many days.</summary>
    public const int Days = 7;

    /// <summary>So many are shown at once; the others come as these are done.</summary>
    public const int Shown = 5;

    /// <param name="ApprenticeshipId">Whose record.</param>
    /// <param name="GivenName">Her given name.</param>
    /// <param name="Name">Her name.</param>
    /// <param name="Trade">What she learns.</param>
    /// <param name="LastOn">The day of the last observation the one who asks has written of her.</param>
    public sealed record Row(Guid ApprenticeshipId, string GivenName, string Name, LocalText Trade, DateOnly? LastOn)
    {
        /// <summary>What an observation may be tied to, likeliest first.</summary>
        public IReadOnlyList<ObservedGoal> Goals { get; init; } = [];
    }

    /// <param name="Rows">The first of them: those longest without first.</param>
    /// <param name="Total">How many there are.</param>
    public sealed record View(DateOnly Today, IReadOnlyList<Row> Rows, int Total);

    public async Task<View> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.Observe);

        await using var db = await database.CreateDbContextAsync(cancel);
        var (today, since) = (user.Today, user.Today.AddDays(-Days));
        var hers = db.Observations.VisibleTo(user).Where(observation => observation.AuthorId == user.PersonId);
        var putOff = db.PutOffs.VisibleTo(user).Where(off => off.Kind == PutOffKind.Observation && off.UntilOn > today);
        var missing = db.Apprenticeships
            .VisibleTo(user)
            .SupervisedBy(user)
            .Where(a => a.StartsOn <= today && a.EndsOn >= today)
            .Where(a => !a.Interruptions.Any(away => away.Percent == 100 && away.StartsOn <= today && (away.EndsOn == null || away.EndsOn >= today)))
            .Where(a => !hers.Any(observation => observation.ApprenticeshipId == a.Id && observation.ObservedOn > since))
            .Where(a => !putOff.Any(off => off.AboutId == a.Id));
        var total = await missing.CountAsync(cancel);
        var rows = await missing
            .Select(a => new
            {
                a.Person.SortName,
                LastOn = hers.Where(observation => observation.ApprenticeshipId == a.Id).Max(observation => (DateOnly?)observation.ObservedOn),
                Row = new { a.Id, a.Person.GivenName, a.Person.FamilyName, a.Curriculum.Trade },
            })
            .OrderBy(found => found.LastOn ?? DateOnly.MinValue).ThenBy(found => found.SortName).ThenBy(found => found.Row.Id)
            .Take(Shown)
            .ToListAsync(cancel);
        var goals = await ObservedGoals.LikeliestFirstAsync(db, user, [.. rows.Select(found => found.Row.Id)], cancel);
        return new View(
            today,
            [.. rows.Select(found => new Row(found.Row.Id, found.Row.GivenName, $"{found.Row.GivenName} {found.Row.FamilyName}", found.Row.Trade, found.LastOn) { Goals = [.. goals[found.Row.Id]] })],
            total);
    }
}
