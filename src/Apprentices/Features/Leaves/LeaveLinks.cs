namespace Apprentices.Features.Leaves;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class LeaveLinks
{
    /// <summary>When a person is away.</summary>
    public static string Of(Guid personId) => $"/people/{personId}/leaves";

    /// <summary>The form for another leave of hers.</summary>
    public static string New(Guid personId) => $"{Of(personId)}/new";

    /// <summary>The form that changes one.</summary>
    public static string Change(Guid personId, Guid id) => $"{Of(personId)}/{id}";
}
