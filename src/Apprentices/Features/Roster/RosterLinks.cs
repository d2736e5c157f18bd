namespace Apprentices.Features.Roster;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class RosterLinks
{
    public const string Import = "/roster/import";
}
