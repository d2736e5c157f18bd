using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Apprenticeships;

/// <summary>Makes a person of what was chosen in a form.</summary>
internal static class ChosenPerson
{
    /// <summary>The person chosen, or a new one; a new one whose address is known already is that person.</summary>
    /// <exception cref="RuleException">The name or the address cannot be, or the address is somebody else's.</exception>
    public static async Task<Person?> ResolveAsync(AppDbContext db, PersonChoice? choice, CancellationToken cancel)
    {
        if (choice is null || choice.IsEmpty)
        {
            return null;
        }

        return choice.Id is { } id
            ? await db.People.SingleOrDefaultAsync(p => p.Id == id, cancel) ?? throw new NotThereException()
            : await EnterAsync(db, choice.GivenName, choice.FamilyName, choice.Email, cancel);
    }

    public static async Task<Person> EnterAsync(AppDbContext db, string? givenName, string? familyName, string? email, CancellationToken cancel)
    {
        var entered = Person.Enter(givenName ?? "", familyName ?? "", email ?? "", Language.Bokmal);
        var known = db.People.Local.FirstOrDefault(p => p.Email == entered.Email)
            ?? await db.People.SingleOrDefaultAsync(p => p.Email == entered.Email, cancel);
        if (known is null)
        {
            db.Add(entered);
            return entered;
        }

        Rule.Require(known.SearchText == entered.SearchText, Texts.Format(ApprenticeshipTexts.EmailOfAnother, known.Email, known.FullName));
        return known;
    }
}
