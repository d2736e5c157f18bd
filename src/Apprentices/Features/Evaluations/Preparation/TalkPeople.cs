using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Preparation;

/// <summary>Those in a talk today, each as what she prepares and speaks.</summary>
internal static class TalkPeople
{
    public sealed record Somebody(Guid PersonId, string Name, FormParties Party);

    /// <summary>The apprentice, then who follows her up and the HR contact.</summary>
    public static async Task<IReadOnlyList<Somebody>> ReadAsync(AppDbContext db, CurrentUser user, Guid apprenticeshipId, CancellationToken cancel)
    {
        var assigned = await db.Assignments.VisibleTo(user).Where(Assignment.CurrentOn(user.Today))
            .Where(s => s.ApprenticeshipId == apprenticeshipId && s.Role != AssignmentRole.Mentor)
            .OrderByDescending(s => s.Role == AssignmentRole.Instructor).ThenBy(s => s.Role).ThenBy(s => s.IsDeputy).ThenBy(s => s.Person.SortName)
            .Select(s => new { s.PersonId, Name = s.Person.GivenName + " " + s.Person.FamilyName, s.Role })
            .ToListAsync(cancel);
        var apprentice = await db.Apprenticeships.VisibleTo(user).Where(a => a.Id == apprenticeshipId)
            .Select(a => new Somebody(a.PersonId, a.Person.GivenName + " " + a.Person.FamilyName, FormParties.Apprentice))
            .ToListAsync(cancel);
        return
        [
            .. apprentice,
            .. assigned.GroupBy(s => s.PersonId).Select(roles => new Somebody(
                roles.Key, roles.First().Name, TalkParties.Single(roles.Aggregate(FormParties.None, (all, s) => all | Evaluation.PartyOf(Apprenticeship.RolesOf(s.Role)))))),
        ];
    }

    /// <summary>Those of them a form asks something on their own; where there is none, the apprentice and the instructor.</summary>
    public static IEnumerable<IGrouping<FormParties, Somebody>> Preparing(this IEnumerable<Somebody> people, FormContent? form)
    {
        var asked = form?.Asked ?? FormParties.Apprentice | FormParties.Instructor;
        return people.Where(one => (one.Party & asked) != FormParties.None).GroupBy(one => one.Party);
    }
}
