using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Returns;

/// <summary>Who is what on the records of the return control today.</summary>
internal sealed class ReturnPeople
{
    private readonly ILookup<Guid, One> people;

    private ReturnPeople(ILookup<Guid, One> people) => this.people = people;

    public sealed record One(Guid ApprenticeshipId, Guid PersonId, string Name, FormParties Party);

    /// <summary>
    /// Reads them in two statements, however many records there are. Which those are is handed on as a list: joined to the question that
    /// finds them, it is answered row by row where many came at once and are not counted yet.
    /// </summary>
    public static async Task<ReturnPeople> ReadAsync(AppDbContext db, CurrentUser user, List<Guid> records, CancellationToken cancel)
    {
        var today = user.Today;
        var apprentices = await db.Apprenticeships.VisibleTo(user).Where(a => EF.Parameter(records).Contains(a.Id)).Select(a => new { a.Id, a.PersonId, Name = a.Person.GivenName + " " + a.Person.FamilyName }).ToListAsync(cancel);
        var seen = apprentices.ConvertAll(a => a.Id);
        var others = await db.Assignments
            .Where(s => EF.Parameter(seen).Contains(s.ApprenticeshipId))
            .Where(s => s.Role != AssignmentRole.Mentor && s.FromOn <= today && (s.ToOn == null || s.ToOn >= today))
            .OrderByDescending(s => s.Role).ThenBy(s => s.IsDeputy).ThenBy(s => s.Person.SortName)
            .Select(s => new { s.ApprenticeshipId, s.PersonId, Name = s.Person.GivenName + " " + s.Person.FamilyName, s.Role })
            .ToListAsync(cancel);
        return new ReturnPeople(apprentices.Select(a => new One(a.Id, a.PersonId, a.Name, FormParties.Apprentice))
            .Concat(others.Select(s => new One(s.ApprenticeshipId, s.PersonId, s.Name, Evaluation.PartyOf(Apprenticeship.RolesOf(s.Role)))))
            .ToLookup(one => one.ApprenticeshipId));
    }

    /// <summary>Who is there as those parties. Where an instructor is asked and there is none, the training manager; but nobody signs for another.</summary>
    public IReadOnlyList<One> Of(Guid apprenticeshipId, FormParties parties, TalkMailKind what = TalkMailKind.HoldIt)
    {
        var all = people[apprenticeshipId].ToList();
        if (what != TalkMailKind.SignIt && parties.HasFlag(FormParties.Instructor) && !all.Exists(one => one.Party == FormParties.Instructor))
        {
            parties |= FormParties.TrainingManager;
        }

        return [.. all.Where(one => parties.HasFlag(one.Party)).DistinctBy(one => one.PersonId)];
    }
}
