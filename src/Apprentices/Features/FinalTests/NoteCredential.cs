using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.FinalTests;

/// <summary>Notes that an apprentice has a certificate her trade asks for, since a day; or that this was a mistake.</summary>
public sealed class NoteCredential(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed class Input
    {
        public Guid CredentialId { get; init; }

        [Required]
        public DateOnly? On { get; set; }
    }

    /// <exception cref="RuleException">The day lies ahead.</exception>
    /// <exception cref="NotThereException">The trade does not ask for it.</exception>
    public async Task RunAsync(Guid apprenticeshipId, Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.PlanFinalTests);

        await using var db = await database.CreateDbContextAsync(cancel);
        var record = await db.ReadToTestAsync(user, apprenticeshipId, cancel);
        if (!await db.Credentials.AnyAsync(c => c.Id == input.CredentialId && c.CurriculumCode == record.CurriculumCode && c.RetiredOn == null, cancel))
        {
            throw new NotThereException();
        }

        db.Add(new HeldCredential(record.Id, input.CredentialId, input.On ?? user.Today, user.PersonId, user.Today));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>It was noted by mistake.</summary>
    public async Task TakeBackAsync(Guid apprenticeshipId, Guid credentialId, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.PlanFinalTests);

        await using var db = await database.CreateDbContextAsync(cancel);
        var record = await db.ReadToTestAsync(user, apprenticeshipId, cancel);
        var held = await db.HeldCredentials.VisibleTo(user).SingleOrDefaultAsync(h => h.ApprenticeshipId == record.Id && h.CredentialId == credentialId, cancel)
            ?? throw new NotThereException();
        db.Remove(held);
        await db.SaveChangesAsync(cancel);
    }
}
