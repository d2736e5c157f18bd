using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Data;

/// <summary>A held talk, or an addendum to a signed one, that waits for somebody's signature now.</summary>
/// <param name="Id">The talk.</param>
/// <param name="ApprenticeshipId">Whose contract.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Number">The talk's number.</param>
/// <param name="HeldOn">When it was held.</param>
/// <param name="Addendum">The addendum, from 1; 0: the talk itself.</param>
/// <param name="ApprenticeHasSigned">Whether the apprentice has.</param>
/// <param name="Apprentice">Her name.</param>
public sealed record TalkToSign(Guid Id, Guid ApprenticeshipId, EvaluationKind Kind, int Number, DateOnly HeldOn, int Addendum, bool ApprenticeHasSigned, string Apprentice);

/// <summary>What somebody is to sign now: her turn has come, and she has not answered.</summary>
public static class TalksToSign
{
    /// <summary>Of the apprentice's own talks, or of those she follows up; oldest first. The steps are judged in memory: few wait at a time.</summary>
    public static async Task<IReadOnlyList<TalkToSign>> ToSignAsync(this IQueryable<Evaluation> talks, CurrentUser user, CancellationToken cancel)
    {
        var (me, today) = (user.PersonId, user.Today);
        var waiting = await talks
            .Where(Evaluation.IsBeingSigned)
            .Where(talk => talk.Apprenticeship.PersonId == me || talk.Apprenticeship.Assignments.Any(s =>
                s.PersonId == me && s.Role <= AssignmentRole.Instructor && s.FromOn <= today && (s.ToOn == null || s.ToOn >= today)))
            .Include(talk => talk.Signatures)
            .Include(talk => talk.Addenda)
            .Include(talk => talk.Apprenticeship.Person)
            .Include(talk => talk.Apprenticeship.Assignments.Where(s => s.PersonId == me))
            .OrderBy(talk => talk.HeldOn).ThenBy(talk => talk.Id)
            .AsNoTrackingWithIdentityResolution()
            .AsSplitQuery()
            .ToListAsync(cancel);
        return
        [
            .. waiting
                .Select(talk => (Talk: talk, Addendum: talk.PaperToSign))
                .Where(paper => IsTurn(paper.Talk, paper.Addendum, user))
                .Select(paper => new TalkToSign(
                    paper.Talk.Id, paper.Talk.ApprenticeshipId, paper.Talk.Kind, paper.Talk.Number, paper.Talk.HeldOn ?? today, paper.Addendum,
                    paper.Talk.Settled(paper.Addendum).HasFlag(FormParties.Apprentice), paper.Talk.Apprenticeship.Person.FullName)),
        ];
    }

    private static bool IsTurn(Evaluation talk, int addendum, CurrentUser user)
    {
        if (talk.Signatures.Any(one => one.Addendum == addendum && one.PersonId == user.PersonId && one.Kind != SignatureKind.Unobtainable))
        {
            return false;
        }

        IEnumerable<FormParties> mine = talk.Apprenticeship.PersonId == user.PersonId
            ? [FormParties.Apprentice]
            : talk.Apprenticeship.Assignments.Where(s => s.Role <= AssignmentRole.Instructor && s.IsCurrentOn(user.Today)).Select(s => Evaluation.PartyOf(Apprenticeship.RolesOf(s.Role)));

        return mine.Any(party => talk.Turn(addendum).HasFlag(party));
    }
}
