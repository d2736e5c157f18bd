namespace Apprentices.Features.Evaluations;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class EvaluationLinks
{
    public const string Talks = "/talks";
    public static string Talk(Guid id) => $"{Talks}/{id}";

    /// <summary>The list narrowed to a filter, at a page.</summary>
    public static string Filtered(TalkFilter filter, int page = 1) => (filter, page) switch
    {
        (TalkFilter.All, 1) => Talks,
        (TalkFilter.All, _) => $"{Talks}?page={page}",
        (_, 1) => $"{Talks}?filter={NameOf(filter)}",
        _ => $"{Talks}?filter={NameOf(filter)}&page={page}",
    };

    /// <summary>The filter an address names; all where it names none.</summary>
    public static TalkFilter FilterOf(string? name) => Enum.GetValues<TalkFilter>().FirstOrDefault(filter => NameOf(filter) == name);

    private static string NameOf(TalkFilter filter) => filter switch
    {
        TalkFilter.Overdue => "overdue",
        TalkFilter.DueWithin30Days => "due",
        TalkFilter.ToSign => "to-sign",
        _ => "all",
    };
}
