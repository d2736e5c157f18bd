using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.FinalTests;

/// <summary>The apprentice notes that she has read the dates of her test as they stand. It is all she may note of it.</summary>
public sealed class ReadTestDates(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    /// <exception cref="NotThereException">They are not of her own test.</exception>
    /// <exception cref="RuleException">Others hold by now.</exception>
    public async Task RunAsync(Guid agreementId, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ReadTestDates);

        await using var db = await database.CreateDbContextAsync(cancel);
        var agreement = await db.TestAgreements.VisibleTo(user)
            .SingleOrDefaultAsync(g => g.Id == agreementId && g.TestAttempt.Apprenticeship.PersonId == user.PersonId, cancel) ?? throw new NotThereException();
        agreement.MarkRead(clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
    }
}
