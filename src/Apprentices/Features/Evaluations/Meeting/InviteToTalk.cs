using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Meeting;

/// <summary>Invites a colleague or a guest to a talk, beside those who are in it by their roles; or takes one out again.</summary>
public sealed class InviteToTalk(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    /// <summary>Either a colleague or a guest by name.</summary>
    public sealed class Input : IValidatableObject
    {
        public Guid? PersonId { get; set; }

        [StringLength(200)]
        public string? Name { get; set; }

        /// <summary>As what the guest comes, such as the safety representative.</summary>
        [StringLength(200)]
        public string? Part { get; set; }

        [StringLength(254)]
        public string? Email { get; set; }

        /// <summary>The version the form was opened with.</summary>
        public int Version { get; set; }

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        {
            if (PersonId is null && string.IsNullOrWhiteSpace(Name))
            {
                yield return new ValidationResult(RuleTexts.GuestNameMissing, [nameof(Name)]);
            }

            if (!string.IsNullOrWhiteSpace(Email) && !EmailAddress.IsValid(Email.Trim()))
            {
                yield return new ValidationResult(RuleTexts.EmailMalformed, [nameof(Email)]);
            }
        }
    }

    public async Task RunAsync(Guid id, Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.PlanTalks);

        await using var db = await database.CreateDbContextAsync(cancel);
        if (input.PersonId is { } person && !await db.People.WhoMayBeInvitedBy(user).AnyAsync(p => p.Id == person, cancel))
        {
            throw new NotThereException();
        }

        var one = input.PersonId is { } known ? new TalkParticipant(known) : new TalkParticipant(input.Name ?? "", input.Part, input.Email);
        await ChangeAsync(db, user, id, input.Version, talk => [.. talk.Participants, one], cancel);
    }

    /// <summary>Takes somebody out who was invited.</summary>
    public async Task RemoveAsync(Guid id, Guid participantId, int version, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.PlanTalks);

        await using var db = await database.CreateDbContextAsync(cancel);
        await ChangeAsync(db, user, id, version, talk => [.. talk.Participants.Where(known => known.Id != participantId)], cancel);
    }

    private async Task ChangeAsync(
        AppDbContext db, CurrentUser user, Guid id, int version, Func<Evaluation, IReadOnlyList<TalkParticipant>> invited, CancellationToken cancel)
    {
        var talk = await db.Evaluations.VisibleTo(user).Where(TalkAccess.PlannedBy(user)).Include(e => e.Participants).SingleOrDefaultAsync(e => e.Id == id, cancel)
            ?? throw new NotThereException();

        db.Entry(talk).Property(e => e.Version).OriginalValue = version;
        talk.Invite(invited(talk));
        await TalkMails.QueueMeetingAsync(db, talk, clock.GetUtcNow(), cancel);
        await db.SaveChangesAsync(cancel);
    }
}
