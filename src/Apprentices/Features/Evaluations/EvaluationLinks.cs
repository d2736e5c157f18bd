using Apprentices.Features.Apprenticeships;

namespace Apprentices.Features.Evaluations;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class EvaluationLinks
{
    public const string Talks = "/talks";
    public static string Talk(Guid id) => $"{Talks}/{id}";

    /// <summary>Where each prepares a talk on her own.</summary>
    public static string Prepare(Guid id) => $"{Talks}/{id}/prepare";

    /// <summary>Who has opened what was said in it, for the apprentice.</summary>
    public static string Readers(Guid id) => $"{Talks}/{id}/readers";

    public static string ReadersPage(Guid id, int page) => $"{Readers(id)}?page={page}";

    /// <summary>The list narrowed to a filter, at a page.</summary>
    public static string Filtered(TalkFilter filter, int page = 1) => (filter, page) switch
    {
        (TalkFilter.All, 1) => Talks,
        (TalkFilter.All, _) => $"{Talks}?page={page}",
        (_, 1) => $"{Talks}?filter={NameOf(filter)}",
        _ => $"{Talks}?filter={NameOf(filter)}&page={page}",
    };

    /// <summary>How the goals have gone over the talks of one.</summary>
    public static string Trends(Guid apprenticeshipId) => $"{ApprenticeshipLinks.Talks(apprenticeshipId)}/trends";

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
