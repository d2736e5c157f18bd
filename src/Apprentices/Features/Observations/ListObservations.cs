using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Observations;

/// <summary>What supervisors saw an apprentice do, latest day first, a page at a time, with what is needed to write another.</summary>
public sealed class ListObservations(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, AccessLog readings)
{
    public const int PageSize = 20;

    /// <param name="Id">The observation.</param>
    /// <param name="ObservedOn">The day.</param>
    /// <param name="Text">What was seen.</param>
    /// <param name="AuthorId">Who saw it.</param>
    /// <param name="Author">Her name.</param>
    /// <param name="CorrectedAt">When she changed it last.</param>
    /// <param name="Version">How often it was saved.</param>
    /// <param name="Goals">What it is tied to.</param>
    public sealed record Row(
        Guid Id, DateOnly ObservedOn, string Text, Guid AuthorId, string Author, DateTimeOffset? CorrectedAt, int Version, IReadOnlyList<Tied> Goals);

    public sealed record Tied(Guid Id, LocalText Title);

    /// <param name="MayObserve">Whether the one who asks may write one.</param>
    /// <param name="ReaderId">The one who asks: she may correct her own.</param>
    /// <param name="Goals">What one may be tied to, likeliest first; empty for those who only read.</param>
    public sealed record View(
        Guid ApprenticeshipId, string Apprentice, string GivenName, DateOnly Today, DateOnly LastDay, bool MayObserve, Guid ReaderId,
        IReadOnlyList<ObservedGoal> Goals, IReadOnlyList<Row> Rows, int Total);

    /// <param name="apprenticeshipId">Of whom; of oneself if nobody is named.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Nothing if it is not there, or not for the one who asks.</returns>
    public async Task<View?> RunAsync(Guid? apprenticeshipId = null, int page = 1, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeObservations);

        await using var db = await database.CreateDbContextAsync(cancel);
        var open = db.Apprenticeships.VisibleTo(user);
        open = apprenticeshipId is { } id ? open.Where(a => a.Id == id) : open.OwnOf(user);
        var supervised = db.Apprenticeships.SupervisedBy(user);
        var contract = await open
            .Select(a => new { a.Id, a.Person.GivenName, Name = a.Person.GivenName + " " + a.Person.FamilyName, a.StartsOn, a.EndsOn, IsHers = supervised.Any(s => s.Id == a.Id) })
            .FirstOrDefaultAsync(cancel);
        if (contract is null)
        {
            return null;
        }

        await readings.NoteAsync(user, contract.Id, Opened.Observations, cancel: cancel);
        var mayObserve = contract.IsHers && user.Allows(Policy.Observe) && contract.StartsOn <= user.Today;
        var goals = mayObserve ? await ObservedGoals.LikeliestFirstAsync(db, user, [contract.Id], cancel) : null;
        var observations = db.Observations.VisibleTo(user).Where(observation => observation.ApprenticeshipId == contract.Id);
        var total = await observations.CountAsync(cancel);
        var rows = await observations
            .OrderByDescending(observation => observation.ObservedOn).ThenByDescending(observation => observation.WrittenAt).ThenBy(observation => observation.Id)
            .Skip(PageNumber.Skip(page, PageSize))
            .Take(PageSize)
            .Select(observation => new Row(
                observation.Id, observation.ObservedOn, observation.Text, observation.AuthorId,
                observation.Author.GivenName + " " + observation.Author.FamilyName, observation.CorrectedAt, observation.Version,
                observation.Goals.OrderBy(goal => goal.Order).Select(goal => new Tied(goal.Id, goal.Title)).ToList()))
            .AsSplitQuery()
            .ToListAsync(cancel);
        return new View(
            contract.Id, contract.Name, contract.GivenName, user.Today, contract.EndsOn < user.Today ? contract.EndsOn : user.Today,
            mayObserve, user.PersonId, goals is null ? [] : [.. goals[contract.Id]], rows, total);
    }
}
