using Apprentices.Domain;

namespace Apprentices.Data;

/// <summary>Finds people by what is typed of a name or an address.</summary>
public static class PersonSearch
{
    /// <summary>Each word must be found, in any order and without regard to case or accents.</summary>
    public static IQueryable<Person> Found(this IQueryable<Person> people, string? text)
    {
        foreach (var word in SortKey.Plain(text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            people = people.Where(person => person.SearchText.Contains(word));
        }

        return people;
    }
}
