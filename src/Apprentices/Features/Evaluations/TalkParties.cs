using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations;

/// <summary>As what somebody takes part in a talk today.</summary>
internal static class TalkParties
{
    /// <summary>All she is in it; none for one who only held or signed it once.</summary>
    public static async Task<FormParties> OfAsync(AppDbContext db, Guid talkId, CurrentUser user, CancellationToken cancel)
    {
        var talk = await db.Evaluations
            .ContentVisibleTo(user)
            .Where(e => e.Id == talkId)
            .Select(e => new
            {
                e.Apprenticeship.PersonId,
                Roles = e.Apprenticeship.Assignments
                    .Where(s => s.PersonId == user.PersonId && s.Role != AssignmentRole.Mentor && s.FromOn <= user.Today && (s.ToOn == null || s.ToOn >= user.Today))
                    .Select(s => s.Role)
                    .ToList(),
            })
            .SingleOrDefaultAsync(cancel) ?? throw new NotThereException();
        return talk.PersonId == user.PersonId
            ? FormParties.Apprentice
            : talk.Roles.Aggregate(FormParties.None, (all, role) => all | Evaluation.PartyOf(Apprenticeship.RolesOf(role)));
    }

    /// <summary>As what she reads it: all she is in it today; one who is in it no longer, as what she signed it or held it then.</summary>
    public static async Task<FormParties> ReaderAsync(AppDbContext db, Guid talkId, CurrentUser user, CancellationToken cancel)
    {
        var now = await OfAsync(db, talkId, user, cancel);
        if (now != FormParties.None)
        {
            return now;
        }

        var talk = await db.Evaluations
            .ContentVisibleTo(user)
            .Where(e => e.Id == talkId)
            .Select(e => new { e.ApprenticeshipId, e.HeldById, e.HeldOn })
            .SingleOrDefaultAsync(cancel) ?? throw new NotThereException();
        var signed = await db.EvaluationSignatures
            .VisibleTo(user)
            .Where(s => s.EvaluationId == talkId && s.PersonId == user.PersonId && s.Kind != SignatureKind.Unobtainable)
            .Select(s => s.Role)
            .ToListAsync(cancel);
        var held = talk.HeldById != user.PersonId ? [] : await db.Assignments
            .Where(s => s.ApprenticeshipId == talk.ApprenticeshipId && s.PersonId == user.PersonId && s.Role <= AssignmentRole.Instructor
                && s.FromOn <= talk.HeldOn && (s.ToOn == null || s.ToOn >= talk.HeldOn))
            .Select(s => s.Role)
            .ToListAsync(cancel);
        return signed.Concat(held.Select(Apprenticeship.RolesOf)).Aggregate(FormParties.None, (all, role) => all | Evaluation.PartyOf(role));
    }

    /// <summary>Who prepares and speaks as one: the instructor before the training manager, so that one who is both prepares once.</summary>
    public static FormParties Single(FormParties parties) => parties switch
    {
        _ when parties.HasFlag(FormParties.Apprentice) => FormParties.Apprentice,
        _ when parties.HasFlag(FormParties.Instructor) => FormParties.Instructor,
        _ when parties.HasFlag(FormParties.TrainingManager) => FormParties.TrainingManager,
        _ => parties & FormParties.Hr,
    };
}

/// <summary>The form a talk is prepared and held on.</summary>
internal static class TalkForms
{
    /// <summary>The published edition that talks of a kind take now: of several forms the one that was published last; nothing where there is none.</summary>
    public static async Task<EvaluationFormEdition?> CurrentAsync(AppDbContext db, EvaluationKind kind, CancellationToken cancel)
    {
        var forms = await db.EvaluationForms.Where(form => form.RetiredOn == null).Include(form => form.Editions.Where(edition => edition.PublishedAt != null)).ToListAsync(cancel);
        return EvaluationForm.CurrentFor(forms, kind);
    }
}
