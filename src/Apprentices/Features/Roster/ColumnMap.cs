namespace Apprentices.Features.Roster;

/// <summary>Which column of a file holds which field: guessed by the headings, corrected by hand.</summary>
public sealed class ColumnMap
{
    private readonly Dictionary<RosterField, int> columns;

    private ColumnMap(Dictionary<RosterField, int> columns) => this.columns = columns;

    /// <summary>The column of a field, from 0; none where the file lacks it.</summary>
    public int? this[RosterField field] => columns.TryGetValue(field, out var column) ? column : null;

    /// <summary>The fields without which no row can be read, and which no column holds.</summary>
    public IReadOnlyList<RosterField> Missing
    {
        get
        {
            var missing = new List<RosterField>();
            if (!Has(RosterField.FullName))
            {
                missing.AddRange(new[] { RosterField.GivenName, RosterField.FamilyName }.Where(needed => !Has(needed)));
            }

            if (!Has(RosterField.Curriculum) && !Has(RosterField.Trade))
            {
                missing.Add(RosterField.Curriculum);
            }

            missing.AddRange(new[] { RosterField.Email, RosterField.StartsOn, RosterField.EndsOn }.Where(needed => !Has(needed)));
            return missing;
        }
    }

    /// <summary>Finds the fields by the headings. The first column of a field counts.</summary>
    public static ColumnMap Read(IReadOnlyList<string> headings)
    {
        var found = new Dictionary<RosterField, int>();
        RosterField? before = null;
        for (var column = 0; column < headings.Count; column++)
        {
            // "Instruktør;E-post": the address is the instructor's.
            var field = (RosterFields.Of(headings[column]), before) switch
            {
                (RosterField.Email, RosterField.TrainingManager) => RosterField.TrainingManagerEmail,
                (RosterField.Email, RosterField.Instructor) => RosterField.InstructorEmail,
                var (named, _) => named,
            };
            if (field is { } known)
            {
                found.TryAdd(known, column);
            }

            before = field;
        }

        return new ColumnMap(found);
    }

    /// <summary>The map with columns chosen by hand; null takes a field's column away.</summary>
    public ColumnMap With(IEnumerable<KeyValuePair<RosterField, int?>> choices)
    {
        var corrected = new Dictionary<RosterField, int>(columns);
        foreach (var (field, column) in choices)
        {
            if (column is { } chosen)
            {
                corrected[field] = chosen;
            }
            else
            {
                corrected.Remove(field);
            }
        }

        return new ColumnMap(corrected);
    }

    /// <summary>What a line says of a field; empty where it says nothing.</summary>
    public string Value(RosterLine line, RosterField field) =>
        this[field] is { } column && column < line.Values.Count ? line.Values[column] : "";

    private bool Has(RosterField field) => columns.ContainsKey(field);
}
