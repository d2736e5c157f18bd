namespace Apprentices.Features.Standings;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class StandingsLinks
{
    public const string Behind = "/standings";
    public const string Load = "/standings/load";

    /// <summary>A page of the supervisors, from 1.</summary>
    public static string LoadPage(int page) => page > 1 ? $"{Load}?page={page}" : Load;

    /// <summary>Those of one supervisor.</summary>
    public static string BehindOf(Guid supervisorId) => new StandingsQuery(Supervisor: supervisorId).Address(Behind);
}
