using Apprentices.Data;
using Apprentices.Domain;

namespace Apprentices.Features.People;

/// <summary>Who answers for whose account: HR for everybody but HR and administrators, an administrator for these. The visibility of accounts says the same.</summary>
internal static class LettingIn
{
    public static bool Answers(CurrentUser user, Person person) =>
        user.IsAny((person.Roles & Visibility.InCharge) == Roles.None ? Roles.Hr : Roles.Administrator);
}
