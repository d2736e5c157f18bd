using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.SensitiveFacts;

/// <summary>Keeps one sensitive thing about an apprentice, sealed, in place of what was there.</summary>
public sealed class KeepSensitiveFact(
    IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, SensitiveKeys keys, IOptions<SensitiveSettings> settings, TimeProvider clock)
{
    public sealed class Input
    {
        [Required, StringLength(SensitiveFact.LongestText)]
        public string? Text { get; set; }

        /// <summary>The save that is replaced; nothing where nothing was kept.</summary>
        public int? Version { get; init; }
    }

    /// <exception cref="RuleException">The employer keeps no such thing, or it cannot be.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody saved in between.</exception>
    public async Task RunAsync(Guid apprenticeshipId, SensitiveKind kind, Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.KeepSensitive);
        Rule.Require(settings.Value.Keeps(kind), SensitiveTexts.NotKept);
        var text = SensitiveKinds.Read(kind, input.Text, user.Today);

        await using var db = await database.CreateDbContextAsync(cancel);
        _ = await db.Apprenticeships.VisibleTo(user).Where(a => a.Id == apprenticeshipId).Select(a => (Guid?)a.Id).SingleOrDefaultAsync(cancel) ?? throw new NotThereException();
        var fact = await db.SensitiveFacts.VisibleTo(user).SingleOrDefaultAsync(one => one.ApprenticeshipId == apprenticeshipId && one.Kind == kind, cancel);
        if (fact?.Version != input.Version)
        {
            throw new DbUpdateConcurrencyException();
        }

        fact ??= db.Add(new SensitiveFact(apprenticeshipId, kind)).Entity;
        fact.Keep(keys.Seal(apprenticeshipId, kind, text), user.PersonId, clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException race) when (LostRace.Caused(race))
        {
            throw new DbUpdateConcurrencyException(race.Message, race);
        }
    }
}
