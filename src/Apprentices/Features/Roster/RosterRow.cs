using Apprentices.Domain;

namespace Apprentices.Features.Roster;

/// <summary>What an import would do with a row.</summary>
public enum RowState
{
    Wrong,
    Changed,
    New,
    Unchanged,
}

/// <summary>One field of a row: what will stand there, what stands there now if that differs, what is wrong with it, and what is worth knowing.</summary>
public sealed record RosterCell(string Value, string? Old = null, string? Problem = null, string? Note = null);

/// <summary>Somebody a row names as training manager or instructor; the name may be missing where the address is known.</summary>
public sealed record NamedPerson(string GivenName, string FamilyName, string Email)
{
    public string FullName => $"{GivenName} {FamilyName}".Trim();
}

/// <summary>What a row says, read into the words of the trade. What is empty was not said, and changes nothing.</summary>
public sealed record RosterEntry
{
    public string GivenName { get; init; } = "";
    public string FamilyName { get; init; } = "";
    public string Email { get; init; } = "";
    public string? VigoNumber { get; init; }
    public Language? Language { get; init; }
    public Curriculum? Curriculum { get; init; }
    public ContractKind? Kind { get; init; }
    public ContractVariant? Variant { get; init; }
    public DateOnly StartsOn { get; init; }
    public DateOnly EndsOn { get; init; }
    public string? Workplace { get; init; }
    public string? CountyNumber { get; init; }
    public NamedPerson? TrainingManager { get; init; }
    public NamedPerson? Instructor { get; init; }

    public string FullName => $"{GivenName} {FamilyName}".Trim();

    public NamedPerson? Supervisor(AssignmentRole role) => role == AssignmentRole.Instructor ? Instructor : TrainingManager;
}

/// <summary>A row of a roster as it is reviewed: what it says, what would become of it, and why.</summary>
public sealed class RosterRow(RosterLine line)
{
    private readonly Dictionary<RosterField, RosterCell> cells = [];

    public RosterLine Line { get; } = line;

    public int Number => Line.Number;

    public RosterEntry Entry { get; set; } = new();

    /// <summary>The apprenticeship it is about; none for a new one.</summary>
    public Guid? ApprenticeshipId { get; set; }

    /// <summary>The apprentice, where she is known already.</summary>
    public Guid? PersonId { get; set; }

    public RowState State => IsWrong ? RowState.Wrong
        : ApprenticeshipId is null ? RowState.New
        : cells.Values.Any(cell => cell.Old is not null) ? RowState.Changed
        : RowState.Unchanged;

    public bool IsWrong => cells.Values.Any(cell => cell.Problem is not null);

    public IEnumerable<KeyValuePair<RosterField, RosterCell>> Cells => cells.OrderBy(cell => cell.Key);

    public RosterCell this[RosterField field] => cells.TryGetValue(field, out var cell) ? cell : Empty;

    /// <summary>What is wrong, field by field.</summary>
    public IEnumerable<(RosterField Field, string Problem)> Problems =>
        Cells.Where(cell => cell.Value.Problem is not null).Select(cell => (cell.Key, cell.Value.Problem!));

    private static RosterCell Empty { get; } = new("");

    public void Say(RosterField field, string value) => cells[field] = this[field] with { Value = value };

    /// <summary>Says what is wrong at a field; the first reason stays.</summary>
    public void Fail(RosterField field, string problem) => cells[field] = this[field] with { Problem = this[field].Problem ?? problem };

    public void Note(RosterField field, string note) => cells[field] = this[field] with { Note = this[field].Note is { } first ? $"{first} {note}" : note };

    public void Change(RosterField field, string old, string value) => cells[field] = this[field] with { Old = old, Value = value };
}
