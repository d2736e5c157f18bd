using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.FinalTests;

/// <summary>Notes a common core subject that is missing, the day it was passed, or that either was a mistake.</summary>
public sealed class NoteSubject(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed class Input
    {
        [Required, StringLength(MissingSubject.LongestName)]
        public string? Name { get; set; }
    }

    public sealed class PassInput
    {
        public Guid Id { get; init; }

        [Required]
        public DateOnly? On { get; set; }

        /// <summary>The saves of it the form was opened with.</summary>
        public int Version { get; init; }
    }

    /// <returns>Its id.</returns>
    /// <exception cref="RuleException">The name is missing or too long.</exception>
    public async Task<Guid> RunAsync(Guid apprenticeshipId, Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.PlanFinalTests);

        await using var db = await database.CreateDbContextAsync(cancel);
        var record = await db.ReadToTestAsync(user, apprenticeshipId, cancel);
        var subject = new MissingSubject(record.Id, input.Name ?? "");
        db.Add(subject);
        await db.SaveChangesAsync(cancel);
        return subject.Id;
    }

    /// <summary>It was passed on a day.</summary>
    /// <exception cref="RuleException">The day lies ahead.</exception>
    public Task PassAsync(PassInput input, CancellationToken cancel = default) => ChangeAsync(
        input.Id, input.Version, (_, subject, user) => subject.Pass(input.On ?? user.Today, user.PersonId, user.Today), cancel);

    /// <summary>It was noted as passed by mistake; or, where it was not, noted as missing by mistake.</summary>
    public Task TakeBackAsync(Guid id, int version, CancellationToken cancel = default) => ChangeAsync(
        id, version, (db, subject, user) =>
        {
            if (subject.PassedOn is null)
            {
                db.Remove(subject);
            }
            else
            {
                subject.Pass(null, null, user.Today);
            }
        }, cancel);

    private async Task ChangeAsync(Guid id, int version, Action<AppDbContext, MissingSubject, CurrentUser> change, CancellationToken cancel)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.PlanFinalTests);

        await using var db = await database.CreateDbContextAsync(cancel);
        var subject = await db.MissingSubjects.VisibleTo(user).SingleOrDefaultAsync(s => s.Id == id && s.Apprenticeship.PersonId != user.PersonId, cancel)
            ?? throw new NotThereException();
        db.Entry(subject).Property(s => s.Version).OriginalValue = version;
        change(db, subject, user);
        await db.SaveChangesAsync(cancel);
    }
}
