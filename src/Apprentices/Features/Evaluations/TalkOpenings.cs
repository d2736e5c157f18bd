using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations;

/// <summary>Notes each opening of what was said in a talk, for the apprentice to see. Pages ask once when they open, not when they refresh.</summary>
internal static class TalkOpenings
{
    /// <summary>Adds the opening, unless it is the apprentice's own; the caller saves.</summary>
    public static void Note(AppDbContext db, Guid talkId, Guid apprenticeId, CurrentUser user, DateTimeOffset at)
    {
        if (user.PersonId != apprenticeId)
        {
            db.Add(new TalkOpening(talkId, user.PersonId, at));
        }
    }
}

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
