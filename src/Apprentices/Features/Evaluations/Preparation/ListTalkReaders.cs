using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Preparation;

/// <summary>Who has opened what was said in a talk, and when: for the apprentice it was said about, and nobody else.</summary>
public sealed class ListTalkReaders(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public const int PageSize = 50;

    /// <summary>One opening.</summary>
    public sealed record Row(string Name, DateTimeOffset OpenedAt);

    /// <summary>A page of them, newest first.</summary>
    /// <param name="Latest">Of each person the latest, newest first.</param>
    public sealed record View(Guid TalkId, EvaluationKind Kind, int Number, IReadOnlyList<Row> Rows, int Total, IReadOnlyList<Row> Latest);

    /// <returns>Nothing where the talk is not her own.</returns>
    public async Task<View?> RunAsync(Guid id, int page = 1, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeTalkReaders);

        await using var db = await database.CreateDbContextAsync(cancel);
        var talk = await db.Evaluations.ContentVisibleTo(user).Where(e => e.Id == id && e.Apprenticeship.PersonId == user.PersonId)
            .Select(e => new { e.Kind, e.Number }).SingleOrDefaultAsync(cancel);
        if (talk is null)
        {
            return null;
        }

        // One who is erased since has no name any more.
        var openings = db.AccessTraces.VisibleTo(user).Where(opening => opening.What == Opened.Talk && opening.ThingId == id && opening.Reader.Person != null);
        var latest = await openings.GroupBy(opening => opening.Reader.PersonId!.Value).Select(ofOne => new { Id = ofOne.Key, At = ofOne.Max(opening => opening.At) }).ToListAsync(cancel);
        var names = await openings.Select(opening => new { Id = opening.Reader.PersonId!.Value, Name = opening.Reader.Person!.GivenName + " " + opening.Reader.Person.FamilyName }).Distinct()
            .ToDictionaryAsync(one => one.Id, one => one.Name, cancel);
        var rows = await openings
            .OrderByDescending(opening => opening.At).ThenBy(opening => opening.Id)
            .Skip(PageNumber.Skip(page, PageSize)).Take(PageSize)
            .Select(opening => new Row(opening.Reader.Person!.GivenName + " " + opening.Reader.Person.FamilyName, opening.At))
            .ToListAsync(cancel);
        return new View(
            id, talk.Kind, talk.Number, rows, await openings.CountAsync(cancel), [.. latest.OrderByDescending(one => one.At).Select(one => new Row(names[one.Id], one.At))]);
    }
}
