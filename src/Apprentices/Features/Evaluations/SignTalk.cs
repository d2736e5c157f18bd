using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Evaluations;

/// <summary>
/// Signs a talk in one's own session, by typing one's name under what one has read. With the apprentice's and a
/// supervisor's signature it is locked.
/// </summary>
public sealed class SignTalk(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<EmployerSettings> employer, TimeProvider clock)
{
    /// <summary>Two who sign in the same moment: the later one looks again, so often.</summary>
    private const int MostTries = 3;

    public sealed class Input
    {
        public bool HaveRead { get; set; }

        [Required]
        public string? Name { get; set; }

        /// <summary>The hash of what stood there when it was read; empty for a talk from before hashes were kept.</summary>
        public string? ReadHash { get; set; }
    }

    public async Task RunAsync(Guid id, Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SignTalks);

        for (var tries = 1; ; tries++)
        {
            try
            {
                await SignAsync(id, input, user, cancel);
                return;
            }
            catch (DbUpdateConcurrencyException) when (tries < MostTries)
            {
                // The other one has signed meanwhile: her signature counts when ours is added.
            }
        }
    }

    private async Task SignAsync(Guid id, Input input, CurrentUser user, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var talk = await db.Evaluations
            .ContentVisibleTo(user)
            .Where(TalkAccess.SignedBy(user))
            .WithSealed()
            .SingleOrDefaultAsync(e => e.Id == id, cancel) ?? throw new NotThereException();
        var me = await db.People.VisibleTo(db, user).SingleAsync(p => p.Id == user.PersonId, cancel);

        Rule.Require(input.HaveRead, EvaluationTexts.ReadItFirst);
        Rule.Require(IsNameOf(me, input.Name), Shared.Texts.Format(EvaluationTexts.TypeYourName, me.FullName));
        Rule.Require(talk.Documents.FirstOrDefault(document => document.Addendum == 0)?.Hash == input.ReadHash, EvaluationTexts.ChangedSinceRead);

        if (talk.State == EvaluationState.Held && talk.Documents.Count == 0)
        {
            await TalkSealing.SealAsync(db, talk, employer.Value.Name, clock.GetUtcNow(), cancel);
        }

        talk.Sign(user.PersonId, me.FullName, await RoleAsync(db, talk, user, cancel), clock.GetUtcNow());

        // A signature is a row of its own; the talk is saved with it, so that of two at once the later one looks again.
        db.Entry(talk).Property(e => e.State).IsModified = true;
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>As what she signs: of what she is here, what is still missing, the instructor before the training manager.</summary>
    private static async Task<Roles> RoleAsync(AppDbContext db, Evaluation talk, CurrentUser user, CancellationToken cancel)
    {
        var roles = await db.Assignments
            .VisibleTo(user)
            .Where(Assignment.CurrentOn(user.Today))
            .Where(s => s.PersonId == user.PersonId && s.Role <= AssignmentRole.Instructor && s.ApprenticeshipId == talk.ApprenticeshipId)
            .OrderByDescending(s => s.Role)
            .Select(s => s.Role)
            .ToListAsync(cancel);
        var parts = roles.Select(Apprenticeship.RolesOf).ToList();
        return parts.Count == 0 ? Roles.Apprentice : parts.FirstOrDefault(role => talk.Missing().HasFlag(Evaluation.PartyOf(role)), parts[0]);
    }

    private static bool IsNameOf(Person person, string? typed) => SortKey.Plain(person.FullName) == SortKey.Plain(typed ?? "");
}
