using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations;

/// <summary>
/// Signs a talk in one's own session, by typing one's name under what one has read. With the apprentice's and a
/// supervisor's signature it is locked.
/// </summary>
public sealed class SignTalk(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    /// <summary>Two who sign in the same moment: the later one looks again, so often.</summary>
    private const int MostTries = 3;

    public sealed class Input
    {
        public bool HaveRead { get; set; }

        [Required]
        public string? Name { get; set; }

        /// <summary>What stood there when it was read.</summary>
        public string? ReadSummary { get; set; }

        /// <summary>The day that stood there when it was read.</summary>
        public DateOnly? ReadHeldOn { get; set; }
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
            .Include(e => e.Signatures)
            .SingleOrDefaultAsync(e => e.Id == id, cancel) ?? throw new NotThereException();
        var me = await db.People.VisibleTo(db, user).SingleAsync(p => p.Id == user.PersonId, cancel);

        Rule.Require(input.HaveRead, EvaluationTexts.ReadItFirst);
        Rule.Require(IsNameOf(me, input.Name), Shared.Texts.Format(EvaluationTexts.TypeYourName, me.FullName));
        Rule.Require(talk.Summary == input.ReadSummary && talk.HeldOn == input.ReadHeldOn, EvaluationTexts.ChangedSinceRead);

        talk.Sign(user.PersonId, await RoleAsync(db, id, user, cancel), clock.GetUtcNow());

        // A signature is a row of its own; the talk is saved with it, so that of two at once the later one looks again.
        db.Entry(talk).Property(e => e.State).IsModified = true;
        await db.SaveChangesAsync(cancel);
    }

    private static async Task<Roles> RoleAsync(AppDbContext db, Guid id, CurrentUser user, CancellationToken cancel)
    {
        var asRole = await db.Assignments
            .VisibleTo(user)
            .Where(Assignment.CurrentOn(user.Today))
            .Where(s => s.PersonId == user.PersonId && s.Role <= AssignmentRole.Instructor && s.Apprenticeship.Evaluations.Any(e => e.Id == id))
            .OrderByDescending(s => s.Role)
            .Select(s => (AssignmentRole?)s.Role)
            .FirstOrDefaultAsync(cancel);
        return asRole is { } role ? Apprenticeship.RolesOf(role) : Roles.Apprentice;
    }

    private static bool IsNameOf(Person person, string? typed) => SortKey.Plain(person.FullName) == SortKey.Plain(typed ?? "");
}
