using Apprentices.Domain;
using Apprentices.Features.Apprenticeships;

namespace Apprentices.Features.Evaluations;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class EvaluationLinks
{
    public const string Talks = "/talks";

    /// <summary>The pattern of the file for a calendar.</summary>
    public const string CalendarPattern = "/talks/{id:guid}/calendar.ics";

    public static string Talk(Guid id) => $"{Talks}/{id}";

    /// <summary>Where each prepares a talk on her own.</summary>
    public static string Prepare(Guid id) => $"{Talks}/{id}/prepare";

    /// <summary>Who has opened what was said in it, for the apprentice.</summary>
    public static string Readers(Guid id) => $"{Talks}/{id}/readers";

    public static string ReadersPage(Guid id, int page) => $"{Readers(id)}?page={page}";

    /// <summary>The day of a talk as a file for a calendar.</summary>
    public static string Calendar(Guid id) => $"{Talk(id)}/calendar.ics";

    /// <summary>Where a talk beside the half-yearly ones is arranged; for a duty where one is named.</summary>
    public static string Arrange(Guid apprenticeshipId, Guid? dutyId = null) =>
        $"{ApprenticeshipLinks.Talks(apprenticeshipId)}/new{(dutyId is null ? "" : $"?duty={dutyId}")}";

    /// <summary>The list narrowed to a filter and a kind, at a page.</summary>
    public static string Filtered(TalkFilter filter, int page = 1, EvaluationKind? kind = null)
    {
        var parts = new[]
        {
            filter == TalkFilter.All ? null : $"filter={NameOf(filter)}",
            kind is null ? null : $"kind={kind}",
            page > 1 ? $"page={page}" : null,
        }.OfType<string>().ToList();
        return parts.Count == 0 ? Talks : $"{Talks}?{string.Join('&', parts)}";
    }

    /// <summary>How the goals have gone over the talks of one.</summary>
    public static string Trends(Guid apprenticeshipId) => $"{ApprenticeshipLinks.Talks(apprenticeshipId)}/trends";

    /// <summary>The filter an address names; all where it names none.</summary>
    public static TalkFilter FilterOf(string? name) => Enum.GetValues<TalkFilter>().FirstOrDefault(filter => NameOf(filter) == name);

    /// <summary>The kind an address names; nothing where it names none.</summary>
    public static EvaluationKind? KindOf(string? name) =>
        Enum.TryParse<EvaluationKind>(name, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : null;

    private static string NameOf(TalkFilter filter) => filter switch
    {
        TalkFilter.Overdue => "overdue",
        TalkFilter.DueWithin30Days => "due",
        TalkFilter.ToSign => "to-sign",
        _ => "all",
    };
}
