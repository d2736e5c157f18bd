using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Placements;

/// <summary>Those who follow the apprentice up now write what the one who receives her is to know.</summary>
public sealed class WriteHandOver(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed class Input
    {
        /// <summary>What is open and is to be followed up.</summary>
        [StringLength(Placement.LongestText)]
        public string? OpenActions { get; set; }

        /// <summary>What has been agreed about how the work is arranged; never why.</summary>
        [StringLength(Placement.LongestText)]
        public string? AgreedAdjustments { get; set; }

        /// <summary>The version the form was opened with.</summary>
        public int Version { get; set; }
    }

    /// <exception cref="RuleException">It is confirmed already, or a text is too long.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed it in the meantime.</exception>
    /// <exception cref="NotThereException">There is no such hand-over for the one who asks.</exception>
    public async Task RunAsync(Guid placementId, Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.HandOver);

        await using var db = await database.CreateDbContextAsync(cancel);
        var placement = await db.Placements
            .VisibleTo(user)
            .Where(p => p.InstructorId != null && db.Apprenticeships.SupervisedBy(user).Any(a => a.Id == p.ApprenticeshipId))
            .SingleOrDefaultAsync(p => p.Id == placementId, cancel) ?? throw new NotThereException();

        db.Entry(placement).Property(p => p.Version).OriginalValue = input.Version;
        placement.WriteHandOver(input.OpenActions, input.AgreedAdjustments);
        await db.SaveChangesAsync(cancel);
    }
}
