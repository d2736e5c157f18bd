using Apprentices.Domain;
using Apprentices.Features.Account;
using Apprentices.Platform;
using Apprentices.Shared;

namespace Apprentices.Features.People;

/// <summary>The mail that invites somebody to sign in.</summary>
internal static class InvitationLetter
{
    public static string AddressOf(string publicAddress, string secret) => publicAddress.TrimEnd('/') + AccountLinks.InvitationOf(secret);

    public static Mail Write(Guid id, Person person, string secret, DateOnly lastDay, string publicAddress)
    {
        using var _ = Speaking.In(person.Language);
        var greeting = Texts.Format(PeopleTexts.LetterGreeting, person.GivenName);
        var what = Texts.Format(PeopleTexts.LetterWhat, SpokenDate.Digits(lastDay));
        IReadOnlyList<LetterItem> items = [new(what, AddressOf(publicAddress, secret), PeopleTexts.LetterOpen, PeopleTexts.LetterWhy)];
        return new Mail(
            id, person.Email, person.FullName, Cultures.NameOf(person.Language), PeopleTexts.LetterSubject,
            MailLetter.Plain(greeting, items, PeopleTexts.LetterSecret), MailLetter.Html(greeting, items, PeopleTexts.LetterSecret));
    }
}
