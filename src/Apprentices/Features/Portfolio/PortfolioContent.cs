using System.Text.Json.Serialization;
using Apprentices.Domain;

namespace Apprentices.Features.Portfolio;

/// <summary>
/// Everything that is kept about one apprenticeship as its reader may see it: what the page shows and mappe.json says. The names of
/// the fields are part of the file: whoever changes one raises <see cref="CurrentVersion"/> and tells it in the read-me.
/// </summary>
public sealed record PortfolioContent
{
    public const int CurrentVersion = 1;

    public string Schema { get; } = "apprentices-portfolio";
    public int Version { get; } = CurrentVersion;

    /// <summary>When it was taken out, in UTC.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Whether the apprentice took it out herself: then what she has not handed in is in it.</summary>
    public required bool IsOwn { get; init; }
    public required string Employer { get; init; }
    public required ContractOf Contract { get; init; }
    public required IReadOnlyList<PersonOf> People { get; init; }
    public required IReadOnlyList<DecisionOf> Decisions { get; init; }
    public required IReadOnlyList<HalfOf> HalfYears { get; init; }
    public required IReadOnlyList<GoalOf> Goals { get; init; }
    public required IReadOnlyList<TaskOf> Tasks { get; init; }
    public required IReadOnlyList<PlacementOf> Placements { get; init; }
    public required IReadOnlyList<EntryOf> Log { get; init; }
    public required IReadOnlyList<ObservationOf> Observations { get; init; }
    public required IReadOnlyList<TalkOf> Talks { get; init; }
    public required IReadOnlyList<FileOf> Files { get; init; }

    public sealed record ContractOf(
        Guid Id, string GivenName, string FamilyName, LocalText Trade, string Curriculum, ContractKind Kind, ContractVariant Variant, string? VigoNumber,
        DateOnly StartsOn, DateOnly EndsOn, string Workplace, string County, string? TrainingOffice)
    {
        [JsonIgnore]
        public string Name => $"{GivenName} {FamilyName}";
    }

    /// <summary>Who follows her up, or did.</summary>
    public sealed record PersonOf(string Name, AssignmentRole Role, bool IsDeputy, DateOnly FromOn, DateOnly? ToOn);

    /// <summary>What was decided about the contract. Why, is in no file.</summary>
    public sealed record DecisionOf(int Order, string What, string Title, string Days, Decider DecidedBy, DateOnly EnteredOn);

    public sealed record HalfOf(int Number, DateOnly StartsOn, DateOnly EndsOn);

    public sealed record RatingOf(Level Level, DateOnly RatedOn, DateTimeOffset RatedAt, string RatedBy, string? Note);

    public sealed record GoalOf(Guid Id, string Code, LocalText Title, int HalfYear, DateOnly ExpectedOn, Level Level, string? Responsible, DateOnly? LeftOn)
    {
        public IReadOnlyList<RatingOf> Ratings { get; init; } = [];
    }

    public sealed record TaskOf(Guid Id, string Title, TaskKind Kind, int HalfYear, DateOnly FromOn, DateOnly ToOn, string? Workplace)
    {
        public required TaskResponsible Responsible { get; init; }
        public string? ResponsibleName { get; init; }
        public string? Method { get; init; }
        public string? Documentation { get; init; }
        public required IReadOnlyList<string> Goals { get; init; }
    }

    public sealed record PlacementOf(string Workplace, DateOnly FromOn, DateOnly ToOn, string? Instructor);

    public sealed record EventOf(LogEventKind What, DateTimeOffset At, string By, string? Comment);

    public sealed record EntryOf(Guid Id, DateOnly WorkedOn, DateOnly WorkedTo, string Text, string? Reflection, int? Minutes, LogState State)
    {
        public required DateTimeOffset WrittenAt { get; init; }
        public required DateTimeOffset? HandedInAt { get; init; }
        public required DateTimeOffset? DecidedAt { get; init; }
        public required DateOnly? EnteredElsewhereOn { get; init; }

        /// <summary>By their codes.</summary>
        public required IReadOnlyList<string> Goals { get; init; }

        /// <summary>By their titles.</summary>
        public required IReadOnlyList<string> Tasks { get; init; }
        public required IReadOnlyList<EventOf> Trail { get; init; }

        /// <summary>By their paths.</summary>
        public required IReadOnlyList<string> Files { get; init; }
    }

    public sealed record ObservationOf(Guid Id, DateOnly ObservedOn, string Text, string By, DateTimeOffset WrittenAt, DateTimeOffset? CorrectedAt, IReadOnlyList<string> Goals);

    /// <summary>That somebody signed the talk itself, or refused to; then it stands in the kind.</summary>
    public sealed record SignatureOf(string Name, Roles Role, DateTimeOffset SignedAt, SignatureKind Kind);

    /// <param name="ContentIsIncluded">Whether the reader may read what was said; else the summary is left out.</param>
    public sealed record TalkOf(
        EvaluationKind Kind, int Number, EvaluationState State, DateOnly WindowStartsOn, DateOnly DueOn, DateOnly? PlannedOn, DateOnly? HeldOn, string? WaivedReason,
        bool ContentIsIncluded, string? Summary, IReadOnlyList<SignatureOf> Signatures);

    /// <param name="Path">Where it lies in the zip.</param>
    /// <param name="LogEntryId">The entry it goes with; empty: not saved with one yet.</param>
    public sealed record FileOf(
        [property: JsonIgnore] Guid Id, string Path, string Name, AttachmentKind Kind, string MediaType, long Size, string Sha256, DateTimeOffset AddedAt, Guid? LogEntryId);
}
