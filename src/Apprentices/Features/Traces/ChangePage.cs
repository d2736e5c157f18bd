using System.Buffers.Binary;
using System.Security.Cryptography;
using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Traces;

/// <summary>A page of what was changed in the app, newest first.</summary>
/// <param name="Acts">Those on it.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Names">The people and workplaces that columns lead to, by their marks.</param>
public sealed record ChangePage(IReadOnlyList<ChangePage.Act> Acts, int Total, IReadOnlyDictionary<string, string> Names)
{
    public const int Size = 25;

    /// <summary>One act.</summary>
    /// <param name="Name">Who did it; nothing: a job or a command, or somebody who was erased.</param>
    /// <param name="IsSomebody">Whether a person did it.</param>
    /// <param name="About">Whom it is about; nothing: the house, or somebody who was erased.</param>
    /// <param name="Rows">What changed; nothing where it can no longer be read.</param>
    public sealed record Act(Guid Id, DateTimeOffset At, string? Name, bool IsSomebody, string? About, string UseCase, IReadOnlyList<ChangedRow>? Rows);

    /// <param name="db">Where they are.</param>
    /// <param name="traces">Which, of those the reader may see.</param>
    /// <param name="keys">What opens them.</param>
    /// <param name="page">From 1.</param>
    /// <param name="withDuties">Whether the deadlines are for her.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<ChangePage> ReadAsync(AppDbContext db, IQueryable<ChangeTrace> traces, TraceKeys keys, int page, bool withDuties, CancellationToken cancel)
    {
        var newestFirst = traces.AsNoTracking().Include(trace => trace.Subject!.Person).Include(trace => trace.Actor!.Person)
            .OrderByDescending(trace => trace.At).ThenByDescending(trace => trace.Id);
        var before = PageNumber.Skip(page, Size);
        if (withDuties)
        {
            List<Act> acts = [.. (await newestFirst.Skip(before).Take(Size).ToListAsync(cancel)).Select(trace => ActOf(trace, keys))];
            return await NamedAsync(db, acts, await traces.CountAsync(cancel), cancel);
        }

        // Whom the deadlines are not for, is told nothing of them, not that there was an act either. What an act changed lies locked: all are opened to be counted.
        List<Act> open = [.. (await newestFirst.ToListAsync(cancel)).Select(trace => ActOf(trace, keys)).Select(WithoutDuties).OfType<Act>()];
        List<Act> shown = [.. open.Skip(before).Take(Size)];
        return await NamedAsync(db, shown, open.Count, cancel);
    }

    private static Act ActOf(ChangeTrace trace, TraceKeys keys) =>
        new(trace.Id, trace.At, trace.Actor?.Person?.FullName, trace.ActorId is not null, trace.Subject?.Person?.FullName, trace.UseCase, Read(trace, keys));

    /// <returns>Nothing where deadlines are all that it changed.</returns>
    private static Act? WithoutDuties(Act act) => act.Rows is null || act.Rows.All(row => row.Table != nameof(TrackedDuty)) ? act
        : act.Rows.Where(row => row.Table != nameof(TrackedDuty)).ToList() is { Count: > 0 } rest ? act with { Rows = rest }
        : null;

    private static IReadOnlyList<ChangedRow>? Read(ChangeTrace trace, TraceKeys keys)
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

    /// <summary>
    /// With names alone, of those whom changes that may be read lead to. The traces know whoever is named in one; whom they do not know any
    /// more, or anew since then, has been erased, and is named no more though she may still be registered.
    /// </summary>
    private static async Task<ChangePage> NamedAsync(AppDbContext db, List<Act> acts, int total, CancellationToken cancel)
    {
        var known = await KnownAsync(db, [.. Said(acts).Select(ChangedRows.PersonOf).OfType<Guid>()], cancel);
        acts = acts.ConvertAll(act => act with { Rows = act.Rows?.Select(row => row with { Columns = [.. row.Columns.Select(column => column with { From = Named(column.From, act), To = Named(column.To, act) })] }).ToList() });
        var said = Said(acts);
        var people = said.Select(ChangedRows.PersonOf).OfType<Guid>().ToList();
        var places = said.Where(text => text.StartsWith(ChangedRows.WorkplaceMark, StringComparison.Ordinal))
            .Select(text => Guid.TryParse(text[ChangedRows.WorkplaceMark.Length..], out var id) ? id : Guid.Empty).ToList();
        var names = await db.People.Where(person => people.Contains(person.Id)).Select(person => new { person.Id, Name = person.GivenName + " " + person.FamilyName }).ToListAsync(cancel);
        var workplaces = await db.Workplaces.Where(place => places.Contains(place.Id)).Select(place => new { place.Id, place.Name }).ToListAsync(cancel);
        return new ChangePage(
            acts, total,
            names.Select(one => ($"{ChangedRows.PersonMark}{one.Id}", one.Name)).Concat(workplaces.Select(one => ($"{ChangedRows.WorkplaceMark}{one.Id}", one.Name)))
                .ToDictionary(one => one.Item1, one => one.Name, StringComparer.Ordinal));

        string? Named(string? text, Act act) =>
            ChangedRows.PersonOf(text) is { } person && !(known.TryGetValue(person, out var since) && since <= MadeAt(act.Id)) ? ChangedRows.PersonMark : text;
    }

    /// <summary>Since when the traces know each.</summary>
    private static async Task<IReadOnlyDictionary<Guid, long>> KnownAsync(AppDbContext db, List<Guid> people, CancellationToken cancel) =>
        (await db.TracePersons.Where(one => one.PersonId != null && people.Contains(one.PersonId.Value)).Select(one => new { one.Id, PersonId = one.PersonId!.Value }).ToListAsync(cancel))
            .GroupBy(one => one.PersonId, one => MadeAt(one.Id)).ToDictionary(hers => hers.Key, hers => hers.Min());

    private static HashSet<string> Said(List<Act> acts) =>
        acts.SelectMany(act => act.Rows ?? []).SelectMany(row => row.Columns).SelectMany(column => new[] { column.From, column.To }).OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>When an id was made, in milliseconds since 1970 (RFC 9562, version 7).</summary>
    private static long MadeAt(Guid id) => BinaryPrimitives.ReadInt64BigEndian(id.ToByteArray(bigEndian: true)) >> 16;
}
