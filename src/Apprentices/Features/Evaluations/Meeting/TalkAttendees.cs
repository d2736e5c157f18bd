using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Meeting;

/// <summary>Somebody who is to be at a talk.</summary>
/// <param name="PersonId">Empty for a guest.</param>
/// <param name="Email">Empty where a guest has given none.</param>
internal sealed record TalkAttendee(Guid? PersonId, string GivenName, string Name, string? Email, Language Language, bool IsApprentice, bool ByRole)
{
    /// <summary>What a mail to her is known by.</summary>
    public string? Addressee => PersonId?.ToString() ?? Email;
}

/// <summary>
/// Who is to be at a talk: the apprentice and, by their roles on its day, instructors and training managers, and whoever is
/// invited besides. The HR contact reads what was said and comes where she is invited.
/// </summary>
internal static class TalkAttendees
{
    /// <summary>Each once, the apprentice first; needs the participants.</summary>
    public static async Task<IReadOnlyList<TalkAttendee>> ReadAsync(AppDbContext db, Evaluation talk, CancellationToken cancel)
    {
        var day = talk.PlannedOn ?? talk.HeldOn ?? talk.DueOn;
        var invited = talk.Participants.Select(one => one.PersonId).OfType<Guid>().ToList();
        var apprentice = await db.Apprenticeships.Where(a => a.Id == talk.ApprenticeshipId).Select(a => a.PersonId).SingleAsync(cancel);
        var byRole = await db.Assignments
            .Where(s => s.ApprenticeshipId == talk.ApprenticeshipId && s.Role <= AssignmentRole.Instructor && s.FromOn <= day && (s.ToOn == null || s.ToOn >= day))
            .OrderByDescending(s => s.Role).ThenBy(s => s.IsDeputy).ThenBy(s => s.Person.SortName)
            .Select(s => s.PersonId)
            .ToListAsync(cancel);
        List<Guid> ids = [apprentice, .. byRole, .. invited];
        var people = await db.People.Where(p => ids.Contains(p.Id)).AsNoTracking().ToDictionaryAsync(p => p.Id, cancel);
        return
        [
            .. ids.Distinct().Select(id => people[id]).Select(p => new TalkAttendee(
                p.Id, p.GivenName, p.FullName, p.Email, p.Language, p.Id == apprentice, p.Id == apprentice || byRole.Contains(p.Id))),
            .. talk.Participants.Where(one => one.PersonId is null)
                .Select(one => new TalkAttendee(null, one.GuestName!, one.GuestName!, one.GuestEmail, Language.Bokmal, IsApprentice: false, ByRole: false)),
        ];
    }
}
