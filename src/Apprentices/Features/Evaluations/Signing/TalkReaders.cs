using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Signing;

/// <summary>As what somebody reads a held talk.</summary>
internal static class TalkReaders
{
    /// <summary>All she is in it today; one who only held or signed it once, reads it as what she was then.</summary>
    public static async Task<FormParties> PartiesAsync(AppDbContext db, Evaluation talk, CurrentUser user, CancellationToken cancel)
    {
        var now = await TalkParties.OfAsync(db, talk.Id, user, cancel);
        if (now != FormParties.None)
        {
            return now;
        }

        var signed = talk.Signatures.Where(one => one.PersonId == user.PersonId).Aggregate(FormParties.None, (all, one) => all | Evaluation.PartyOf(one.Role));
        var then = talk.HeldById != user.PersonId ? [] : await db.Assignments
            .Where(s => s.ApprenticeshipId == talk.ApprenticeshipId && s.PersonId == user.PersonId && s.Role <= AssignmentRole.Instructor
                && s.FromOn <= talk.HeldOn && (s.ToOn == null || s.ToOn >= talk.HeldOn))
            .Select(s => s.Role)
            .ToListAsync(cancel);
        return then.Aggregate(signed, (all, role) => all | Evaluation.PartyOf(Apprenticeship.RolesOf(role)));
    }
}
