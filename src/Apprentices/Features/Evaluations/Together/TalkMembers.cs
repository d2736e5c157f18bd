using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Together;

/// <summary>Who may be responsible for something a talk agrees on: those who take part in it, and so read it.</summary>
internal static class TalkMembers
{
    /// <summary>Somebody in the talk, as what.</summary>
    public sealed record Member(Guid Id, string GivenName, string FamilyName, FormParties Party)
    {
        public string Name => $"{GivenName} {FamilyName}";
    }

    /// <summary>The apprentice first, then who follows her up; each once.</summary>
    public static async Task<IReadOnlyList<Member>> ReadAsync(AppDbContext db, CurrentUser user, Guid talkId, CancellationToken cancel)
    {
        var today = user.Today;
        var hers = await db.Evaluations
            .ContentVisibleTo(user)
            .Where(e => e.Id == talkId)
            .Select(e => new
            {
                Apprentice = new Member(e.Apprenticeship.PersonId, e.Apprenticeship.Person.GivenName, e.Apprenticeship.Person.FamilyName, FormParties.Apprentice),
                Others = e.Apprenticeship.Assignments
                    .Where(s => s.Role != AssignmentRole.Mentor && s.FromOn <= today && (s.ToOn == null || s.ToOn >= today))
                    .Select(s => new { s.Role, s.IsDeputy, s.PersonId, s.Person.GivenName, s.Person.FamilyName })
                    .ToList(),
            })
            .SingleOrDefaultAsync(cancel) ?? throw new NotThereException();
        return
        [
            .. hers.Others
                .Select(one => (one.IsDeputy, Member: new Member(one.PersonId, one.GivenName, one.FamilyName, Evaluation.PartyOf(Apprenticeship.RolesOf(one.Role)))))
                .OrderBy(one => one.Member.Party).ThenBy(one => one.IsDeputy)
                .Select(one => one.Member)
                .Prepend(hers.Apprentice)
                .DistinctBy(one => one.Id),
        ];
    }

    /// <summary>The one that is to be responsible.</summary>
    /// <exception cref="RuleException">She does not take part in the talk.</exception>
    public static async Task<Member> ResponsibleAsync(IDbContextFactory<AppDbContext> database, CurrentUser user, Guid talkId, Guid? id, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var found = (await ReadAsync(db, user, talkId, cancel)).FirstOrDefault(one => one.Id == id);
        Rule.Require(found is not null, TogetherTexts.ResponsibleNotInTheTalk);
        return found!;
    }
}
