using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Apprenticeships;

/// <summary>What the form of a contract offers: the curricula and the workplaces there are.</summary>
public sealed class ReadContractChoices(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed record Result(IReadOnlyList<Curriculum> Curricula, IReadOnlyList<string> Workplaces);

    /// <summary>Somebody who is known already, to be filled in; nothing where nobody is.</summary>
    public async Task<Person?> ReadPersonAsync(Guid id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.RegisterApprenticeship);

        await using var db = await database.CreateDbContextAsync(cancel);
        return await db.People.VisibleTo(db, user).AsNoTracking().SingleOrDefaultAsync(person => person.Id == id, cancel);
    }

    public async Task<Result> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.RegisterApprenticeship);

        await using var db = await database.CreateDbContextAsync(cancel);
        return new Result(
            await db.Curricula.AsNoTracking().OrderBy(c => c.Code).ToListAsync(cancel),
            await db.Workplaces.WithinUnitsOf(user).OrderBy(w => w.SearchText).Select(w => w.Name).ToListAsync(cancel));
    }
}
