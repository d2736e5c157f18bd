using Apprentices.Features.Apprenticeships;

namespace Apprentices.Features.Traces;

/// <summary>The addresses of what was read and changed.</summary>
public static class TraceLinks
{
    /// <summary>What was changed that is on no apprentice's record.</summary>
    public const string House = "/changes";

    /// <summary>Of it what is about somebody.</summary>
    public static string HouseOf(Guid? person, int page = 1) => (person, page) switch
    {
        (null, 1) => House,
        (null, _) => $"{House}?page={page}",
        (_, 1) => $"{House}?person={person}",
        _ => $"{House}?person={person}&page={page}",
    };

    /// <summary>Who has read a record.</summary>
    public static string Readers(Guid id) => $"{ApprenticeshipLinks.Record(id)}/readers";

    public static string Readers(Guid id, int page) => $"{Readers(id)}?page={page}";

    /// <summary>What was changed of a record in the app.</summary>
    public static string Changes(Guid id) => $"{ApprenticeshipLinks.Record(id)}/changes";

    public static string Changes(Guid id, int page) => $"{Changes(id)}?page={page}";
}
