namespace Apprentices.Features.People;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class PeopleLinks
{
    public const string List = "/people";
    public const string Search = "/search";
}
