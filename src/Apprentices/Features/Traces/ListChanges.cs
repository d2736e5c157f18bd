using System.Security.Cryptography;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Traces;

/// <summary>What was changed of a record in the app: who, when, in which use case, which columns, from and to; newest first.</summary>
public sealed class ListChanges(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, AccessLog readings, TraceKeys keys)
{
    public const int PageSize = 25;

    /// <summary>One act.</summary>
    /// <param name="Name">Who did it; nothing: a job or a command, or somebody who was erased.</param>
    /// <param name="IsSomebody">Whether a person did it.</param>
    /// <param name="Rows">What changed; nothing where it can no longer be read.</param>
    public sealed record Act(Guid Id, DateTimeOffset At, string? Name, bool IsSomebody, string UseCase, IReadOnlyList<ChangedRow>? Rows);

    /// <param name="Acts">A page of them, newest first.</param>
    /// <param name="Total">How many there are.</param>
    /// <param name="Names">The people and workplaces that columns lead to, by their marks.</param>
    public sealed record View(IReadOnlyList<Act> Acts, int Total, IReadOnlyDictionary<string, string> Names);

    /// <returns>Nothing where the record is not there or not the reader's to see.</returns>
    public async Task<View?> RunAsync(Guid id, int page = 1, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeChanges);

        await using var db = await database.CreateDbContextAsync(cancel);
        if (await db.Apprenticeships.VisibleTo(user).Where(a => a.Id == id).Select(a => (Guid?)a.PersonId).SingleOrDefaultAsync(cancel) is not { } owner)
        {
            return null;
        }

        await readings.NoteAsync(user, id, Opened.Changes, cancel: cancel);
        var known = await db.TracePersons.Where(one => one.PersonId == owner).Select(one => (Guid?)one.Id).ToListAsync(cancel);
        var traces = db.ChangeTraces.VisibleTo(db, user).Where(trace => trace.ApprenticeshipId == id || (trace.ApprenticeshipId == null && known.Contains(trace.SubjectId)));
        var newestFirst = traces.AsNoTracking().Include(trace => trace.Subject).Include(trace => trace.Actor!.Person).OrderByDescending(trace => trace.At).ThenByDescending(trace => trace.Id);
        var before = (Math.Max(page, 1) - 1) * PageSize;
        if (user.Allows(Policy.SeeDuties))
        {
            List<Act> acts = [.. (await newestFirst.Skip(before).Take(PageSize).ToListAsync(cancel)).Select(ActOf)];
            return new View(acts, await traces.CountAsync(cancel), await NamesAsync(db, acts, cancel));
        }

        // Whom the deadlines are not for, is told nothing of them, not that there was an act either. What an act changed lies locked: all are opened to be counted.
        List<Act> open = [.. (await newestFirst.ToListAsync(cancel)).Select(ActOf).Select(WithoutDuties).OfType<Act>()];
        List<Act> shown = [.. open.Skip(before).Take(PageSize)];
        return new View(shown, open.Count, await NamesAsync(db, shown, cancel));
    }

    private Act ActOf(ChangeTrace trace) => new(trace.Id, trace.At, trace.Actor?.Person?.FullName, trace.ActorId is not null, trace.UseCase, Read(trace));

    /// <returns>Nothing where deadlines are all that it changed.</returns>
    private static Act? WithoutDuties(Act act) => act.Rows is null || act.Rows.All(row => row.Table != nameof(TrackedDuty)) ? act
        : act.Rows.Where(row => row.Table != nameof(TrackedDuty)).ToList() is { Count: > 0 } rest ? act with { Rows = rest }
        : null;

    private IReadOnlyList<ChangedRow>? Read(ChangeTrace trace)
    {
        try
        {
            return trace.Read(keys);
        }
        catch (CryptographicException)
        {
            // What cannot be opened, verify tells; here the rest is still shown.
            return null;
        }
    }

    /// <summary>Names alone, of those whom changes that may be read already lead to. A person whose traces were erased is named here no more, though she may still be registered.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> NamesAsync(AppDbContext db, IReadOnlyList<Act> acts, CancellationToken cancel)
    {
        var said = acts.SelectMany(act => act.Rows ?? []).SelectMany(row => row.Columns).SelectMany(column => new[] { column.From, column.To }).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var (people, places) = (KeysOf(said, ChangedRows.PersonMark), KeysOf(said, ChangedRows.WorkplaceMark));
        var names = await db.People.Where(person => people.Contains(person.Id) && db.TracePersons.Any(one => one.PersonId == person.Id)).Select(person => new { person.Id, Name = person.GivenName + " " + person.FamilyName }).ToListAsync(cancel);
        var workplaces = await db.Workplaces.Where(place => places.Contains(place.Id)).Select(place => new { place.Id, place.Name }).ToListAsync(cancel);
        return names.Select(one => ($"{ChangedRows.PersonMark}{one.Id}", one.Name)).Concat(workplaces.Select(one => ($"{ChangedRows.WorkplaceMark}{one.Id}", one.Name)))
            .ToDictionary(one => one.Item1, one => one.Name, StringComparer.Ordinal);
    }

    private static List<Guid> KeysOf(IEnumerable<string> said, string mark) =>
        [.. said.Where(text => text.StartsWith(mark, StringComparison.Ordinal)).Select(text => Guid.TryParse(text[mark.Length..], out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)];
}
