using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Apprentices.Data;

/// <summary>Whom a changed row is about: the apprentice of its record, or the person herself; nobody where it is the employer's own.</summary>
internal static class ChangeSubjects
{
    private const string RecordKey = nameof(Assignment.ApprenticeshipId);

    public readonly record struct Subject(Guid? PersonId, Guid? ApprenticeshipId);

    public static async Task<IReadOnlyDictionary<EntityEntry, Subject>> FindAsync(AppDbContext db, IReadOnlyList<EntityEntry> entries, CancellationToken cancel)
    {
        Dictionary<EntityEntry, Guid?> records = [];
        foreach (var entry in entries)
        {
            records[entry] = await RecordOfAsync(db, entry, cancel);
        }

        var people = await ApprenticesAsync(db, [.. records.Values.OfType<Guid>().Distinct()], cancel);
        return entries.ToDictionary(entry => entry, entry => records[entry] is { } record
            ? new Subject(people.TryGetValue(record, out var person) ? person : null, record)
            : new Subject(OwnerOf(entry), ApprenticeshipId: null));
    }

    private static Guid? OwnerOf(EntityEntry entry) => entry.Entity switch
    {
        Person person when entry.State != EntityState.Deleted => person.Id,
        Leave leave => leave.PersonId,
        HrLimit limit => limit.PersonId,
        HrUnit unit => unit.PersonId,
        AuditGrant grant => grant.AuditorId,
        ProviderAccount account => account.PersonId,
        Invitation invitation => invitation.PersonId,
        AccessToken { PersonId: { } person } => person,
        _ => null,
    };

    private static async Task<Guid?> RecordOfAsync(AppDbContext db, EntityEntry entry, CancellationToken cancel)
    {
        if (entry.Entity is Apprenticeship apprenticeship)
        {
            return apprenticeship.Id;
        }

        if (KeyOf(entry) is { } own)
        {
            return own;
        }

        foreach (var key in entry.Metadata.GetForeignKeys())
        {
            if (key.PrincipalEntityType.FindProperty(RecordKey) is not null && key.Properties is [var column] && entry.Property(column) is { CurrentValue: Guid id })
            {
                // Mostly tracked already: nothing is asked then.
                return await db.FindAsync(key.PrincipalEntityType.ClrType, [id], cancel) is { } parent ? KeyOf(db.Entry(parent)) : null;
            }
        }

        return null;
    }

    private static Guid? KeyOf(EntityEntry entry) => entry.Metadata.FindProperty(RecordKey) is { } column
        ? (Guid?)entry.Property(column).CurrentValue ?? (entry.State == EntityState.Added ? null : (Guid?)entry.Property(column).OriginalValue) : null;

    private static async Task<Dictionary<Guid, Guid>> ApprenticesAsync(AppDbContext db, IReadOnlyCollection<Guid> records, CancellationToken cancel)
    {
        var known = db.ChangeTracker.Entries<Apprenticeship>().Where(entry => records.Contains(entry.Entity.Id)).ToDictionary(entry => entry.Entity.Id, entry => entry.Entity.PersonId);
        var others = records.Where(record => !known.ContainsKey(record)).ToList();
        if (others.Count > 0)
        {
            foreach (var one in await db.Apprenticeships.Where(a => others.Contains(a.Id)).Select(a => new { a.Id, a.PersonId }).ToListAsync(cancel))
            {
                known[one.Id] = one.PersonId;
            }
        }

        return known;
    }
}
