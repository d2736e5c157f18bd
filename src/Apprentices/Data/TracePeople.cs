using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Data;

/// <summary>Some people as the traces know them; one who is not known yet gets her key when she is asked for.</summary>
public sealed class TracePeople
{
    private readonly TraceKeys keys;
    private readonly Dictionary<Guid, TracePerson> known;

    private TracePeople(TraceKeys keys, Dictionary<Guid, TracePerson> known) => (this.keys, this.known) = (keys, known);

    /// <summary>One statement; none where nobody is asked for.</summary>
    public static async Task<TracePeople> LoadAsync(AppDbContext db, TraceKeys keys, IReadOnlyCollection<Guid?> people, CancellationToken cancel)
    {
        var asked = people.OfType<Guid>().Where(id => id != Guid.Empty).Distinct().ToList();
        var rows = asked.Count == 0 ? [] : await db.TracePersons
            .Where(one => one.PersonId != null && asked.Contains(one.PersonId.Value) && one.WrappedKey != null)
            .OrderByDescending(one => one.Id)
            .ToListAsync(cancel);
        Dictionary<Guid, TracePerson> first = [];
        foreach (var one in rows)
        {
            if (one is { PersonId: { } person, WrappedKey: not null })
            {
                first[person] = one;
            }
        }

        return new TracePeople(keys, first);
    }

    /// <summary>Destroys the keys of somebody who is taken away, and notes that it was done; what was noted about her can be read by nobody from then on.</summary>
    /// <returns>As whom the traces knew her.</returns>
    public static async Task<IReadOnlyList<Guid>> ForgetAsync(AppDbContext db, TraceKeys keys, Guid personId, DateTimeOffset at, CancellationToken cancel)
    {
        var hers = await db.TracePersons.Where(one => one.PersonId == personId).ToListAsync(cancel);
        foreach (var one in hers)
        {
            one.Destroy(keys);
            var removal = new TraceRemoval(one, at);
            removal.Lock(keys, "");
            db.Add(removal);
        }

        return [.. hers.Select(one => one.Id)];
    }

    /// <summary>Nobody for nobody, and for a job or a command.</summary>
    public TracePerson? Of(Guid? personId)
    {
        if (personId is not { } id || id == Guid.Empty)
        {
            return null;
        }

        if (!known.TryGetValue(id, out var one))
        {
            known[id] = one = new TracePerson(id, keys);
        }

        return one;
    }
}
