using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Units;

/// <summary>Says for which units somebody of HR is, or that she is for the whole house. It holds from her next click on.</summary>
public sealed class LimitHr(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed class Input
    {
        public bool IsLimited { get; set; }

        public IReadOnlyList<Unit> Units { get; set; } = [];

        /// <summary>The save that the form was filled from; none where she was not limited.</summary>
        public int? Version { get; set; }
    }

    /// <summary>A workplace, and whether she is for it.</summary>
    public sealed class Unit
    {
        public Guid Id { get; init; }
        public string Name { get; init; } = "";
        public bool IsHers { get; set; }
    }

    public sealed record Details(string Name, Input Input);

    /// <summary>As it stands; nothing where she is not there or not of HR.</summary>
    public async Task<Details?> ReadAsync(Guid personId, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.LimitHr);

        await using var db = await database.CreateDbContextAsync(cancel);
        var (limits, units) = (db.HrLimits.VisibleTo(user), db.HrUnits.VisibleTo(user));
        var person = await db.People.WhoMayBeLimitedBy(user).Where(p => p.Id == personId).Select(p => new
        {
            Name = p.GivenName + " " + p.FamilyName,
            Version = limits.Where(limit => limit.PersonId == p.Id).Select(limit => (int?)limit.Version).FirstOrDefault(),
        }).SingleOrDefaultAsync(cancel);
        return person is null ? null : new Details(person.Name, new Input
        {
            IsLimited = person.Version is not null,
            Version = person.Version,
            Units = await db.Workplaces.OrderBy(w => w.SearchText)
                .Select(w => new Unit { Id = w.Id, Name = w.Name, IsHers = units.Any(unit => unit.PersonId == personId && unit.WorkplaceId == w.Id) }).ToListAsync(cancel),
        });
    }

    /// <exception cref="RuleException">Nobody would be left who is of HR for the whole house, or it is her own limit.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody saved in between.</exception>
    public async Task RunAsync(Guid personId, Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.LimitHr);

        await using var db = await database.CreateDbContextAsync(cancel);
        var person = await db.People.WhoMayBeLimitedBy(user).SingleOrDefaultAsync(p => p.Id == personId, cancel) ?? throw new NotThereException();
        Rule.Require(personId != user.PersonId || user.IsAny(Roles.Hr), UnitTexts.OwnLimit);
        var limit = await db.HrLimits.VisibleTo(user).Include(one => one.Units).SingleOrDefaultAsync(one => one.PersonId == personId, cancel);
        if (limit?.Version != input.Version)
        {
            throw new DbUpdateConcurrencyException();
        }

        if (!input.IsLimited)
        {
            db.RemoveRange(limit is null ? [] : [limit]);
        }
        else
        {
            var chosen = input.Units.Where(unit => unit.IsHers).Select(unit => unit.Id).ToList();
            Set(db, limit ?? db.Add(new HrLimit(person)).Entity, await db.Workplaces.Where(w => chosen.Contains(w.Id)).Select(w => w.Id).ToListAsync(cancel));
        }

        await LastOfTheHouse.KeepAsync(db, user, () => db.SaveChangesAsync(cancel), cancel);
    }

    /// <summary>Other units are another save of the limit, though no column of its own changes.</summary>
    private static void Set(AppDbContext db, HrLimit limit, IReadOnlyCollection<Guid> units)
    {
        limit.Set(units);
        if (db.Entry(limit).State == EntityState.Unchanged)
        {
            db.Entry(limit).State = EntityState.Modified;
        }
    }
}
