using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Data;

/// <summary>
/// Somebody is always left who may let others in, and somebody of HR who sees the whole house. Whatever may take the last of them
/// saves through here. What an identity provider takes with an account is not ours to refuse.
/// </summary>
internal static class LastOfTheHouse
{
    /// <summary>
    /// Saves, unless nobody would be left where somebody was. It is done as if nobody else did anything meanwhile: of two who take each
    /// other's place at the same moment one waits and is refused, or loses the race (<see cref="LostRace" />).
    /// </summary>
    /// <exception cref="RuleException">No administrator would be left who may come in, or nobody of HR for the whole house.</exception>
    public static async Task KeepAsync(AppDbContext db, CurrentUser user, Func<Task> save, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, cancel);
        var before = await ThereAreAsync(db, user, cancel);
        await save();
        var lost = before & ~await ThereAreAsync(db, user, cancel);
        Rule.Require(!lost.HasFlag(Roles.Administrator), RuleTexts.LastAdministrator);
        Rule.Require(!lost.HasFlag(Roles.Hr), RuleTexts.LastOfHr);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Which of the two there are. Whoever is of HR for some units alone is not of HR.</summary>
    private static async Task<Roles> ThereAreAsync(AppDbContext db, CurrentUser user, CancellationToken cancel)
    {
        var inCharge = await db.People.Where(person => (person.Roles & Visibility.InCharge) != Roles.None).SelectWhatTheyAre(db, user.Today).ToListAsync(cancel);
        return inCharge.Aggregate(Roles.None, (all, one) => all | one.Roles) & Visibility.InCharge;
    }
}
