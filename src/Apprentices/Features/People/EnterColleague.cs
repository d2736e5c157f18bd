using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.People;

/// <summary>
/// An administrator enters a colleague in HR or another administrator: so a new installation gets the first of HR, who enters
/// everybody else.
/// </summary>
public sealed class EnterColleague(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed class Input
    {
        [Required, StringLength(100)]
        public string? GivenName { get; set; }

        [Required, StringLength(100)]
        public string? FamilyName { get; set; }

        [Required, EmailAddress, StringLength(254)]
        public string? Email { get; set; }

        public Roles Role { get; set; } = Roles.Hr;
    }

    /// <returns>Who she is now.</returns>
    /// <exception cref="RuleException">The name or the address cannot be, the address is somebody's, or the role is none of these.</exception>
    public async Task<Guid> RunAsync(Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.GiveRoles);
        Rule.Require(input.Role is Roles.Hr or Roles.Administrator, PeopleTexts.ColleagueRole);

        await using var db = await database.CreateDbContextAsync(cancel);
        var person = Person.Enter(input.GivenName ?? "", input.FamilyName ?? "", input.Email ?? "", Language.Bokmal, input.Role);
        var holder = await db.People.VisibleTo(db, user).Where(p => p.Email == person.Email).Select(p => p.GivenName + " " + p.FamilyName).FirstOrDefaultAsync(cancel);
        Rule.Require(holder is null, Texts.Format(PeopleTexts.EmailOfAnother, person.Email, holder));
        db.Add(person);
        await db.SaveChangesAsync(cancel);
        return person.Id;
    }
}
