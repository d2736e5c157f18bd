using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Signing;

/// <summary>Whose turn it is to sign, and that she is told.</summary>
internal static class TalkTurns
{
    /// <summary>The instructor before the training manager before HR: so one who is several signs as the first.</summary>
    public static IEnumerable<AssignmentRole> InOrder(IEnumerable<AssignmentRole> roles) => roles
        .Where(role => role != AssignmentRole.Mentor)
        .OrderBy(role => role switch { AssignmentRole.Instructor => 0, AssignmentRole.TrainingManager => 1, _ => 2 });

    /// <summary>Those whose turn it is: the parties of the first step that is not finished, and not settled themselves.</summary>
    public static FormParties Now(Evaluation talk, int addendum, FormParties settled)
    {
        var step = talk.SigningSteps.FirstOrDefault(parties => (settled & parties) != parties);
        return step & ~settled;
    }

    /// <summary>
    /// Queues a mail to those whose turn has come by what was just signed; the caller saves. The one place that does it.
    /// One mail a person and day, and none about the content.
    /// </summary>
    public static async Task TellAsync(AppDbContext db, Evaluation talk, int addendum, FormParties settledBefore, CurrentUser user, DateTimeOffset at, CancellationToken cancel)
    {
        var now = Now(talk, addendum, talk.Settled(addendum)) & ~Now(talk, addendum, settledBefore);
        if (now == FormParties.None || talk.SigningSteps.Count == 0)
        {
            return;
        }

        var (today, apprenticeship) = (user.Today, talk.ApprenticeshipId);
        var people = await db.Assignments
            .Where(s => s.ApprenticeshipId == apprenticeship && s.FromOn <= today && (s.ToOn == null || s.ToOn >= today))
            .Select(s => new { s.PersonId, s.Role })
            .ToListAsync(cancel);
        List<Guid> told = [.. people.Where(one => one.Role != AssignmentRole.Mentor && now.HasFlag(Evaluation.PartyOf(Apprenticeship.RolesOf(one.Role)))).Select(one => one.PersonId)];
        if (now.HasFlag(FormParties.Apprentice))
        {
            told.Add(await db.Apprenticeships.Where(a => a.Id == apprenticeship).Select(a => a.PersonId).SingleAsync(cancel));
        }

        var known = await db.TalkMails
            .Where(mail => mail.EvaluationId == talk.Id && mail.Kind == TalkMailKind.SignIt && mail.Sequence == today.DayNumber)
            .Select(mail => mail.RecipientId)
            .ToListAsync(cancel);
        db.AddRange(told.Distinct().Where(person => person != user.PersonId && !known.Contains(person))
            .Select(person => new TalkMail(talk.Id, TalkMailKind.SignIt, today.DayNumber, person, null, at)));
    }
}
