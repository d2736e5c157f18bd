using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Apprenticeships;

/// <summary>Makes a person of what was chosen in a form.</summary>
internal static class ChosenPerson
{
    /// <summary>The person chosen for a role, or a new one; a new one whose address is known already is that person.</summary>
    /// <exception cref="RuleException">The name or the address cannot be, the address is somebody else's, or whoever is of HR for some units would make another HR.</exception>
    public static async Task<Person?> ResolveAsync(AppDbContext db, CurrentUser user, PersonChoice? choice, AssignmentRole role, CancellationToken cancel)
    {
        if (choice is null || choice.IsEmpty)
        {
            return null;
        }

        var person = choice.Id is { } id
            ? await db.People.SingleOrDefaultAsync(p => p.Id == id, cancel) ?? throw new NotThereException()
            : await EnterAsync(db, user, choice.GivenName, choice.FamilyName, choice.Email, cancel);
        Rule.Require(role != AssignmentRole.HrContact || user.IsAny(Roles.Hr) || person.Roles.HasFlag(Roles.Hr), RuleTexts.ContactNotInHr);
        return person;
    }

    /// <summary>Whoever is of HR for some units gives nobody of another unit a contract.</summary>
    /// <exception cref="RuleException">She is somebody's of another unit.</exception>
    public static async Task RequireOwnAsync(AppDbContext db, CurrentUser user, Person person, CancellationToken cancel) => Rule.Require(
        !user.IsAny(Roles.UnitHr) || db.Entry(person).State == EntityState.Added || await db.People.VisibleTo(db, user).AnyAsync(p => p.Id == person.Id, cancel),
        Texts.Format(ApprenticeshipTexts.EmailOfAnother, person.Email, SharedTexts.SomebodyElse));

    public static async Task<Person> EnterAsync(AppDbContext db, CurrentUser user, string? givenName, string? familyName, string? email, CancellationToken cancel)
    {
        var entered = Person.Enter(givenName ?? "", familyName ?? "", email ?? "", Language.Bokmal);
        var known = db.People.Local.FirstOrDefault(p => p.Email == entered.Email)
            ?? await db.People.SingleOrDefaultAsync(p => p.Email == entered.Email, cancel);
        if (known is null)
        {
            db.Add(entered);
            return entered;
        }

        Rule.Require(known.SearchText == entered.SearchText, Texts.Format(ApprenticeshipTexts.EmailOfAnother, known.Email, user.IsAny(Roles.UnitHr) ? SharedTexts.SomebodyElse : known.FullName));
        return known;
    }
}
