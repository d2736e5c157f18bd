using System.Globalization;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;

namespace Apprentices.Features.Traces;

/// <summary>Puts a change into plain words: the names of tables, columns and acts, and what stands in a column.</summary>
public static class TraceWords
{
    public static string Of(Opened what) => Text($"Opened_{what}") ?? what.ToString();

    /// <summary>What a row is of.</summary>
    public static string Table(string table) => Text($"Table_{table}") ?? table;

    /// <summary>What became of it.</summary>
    public static string Way(ChangedRow row) => row.Count > 1
        ? Texts.Format(row.Way == ChangeWay.Removed ? TraceTexts.RemovedMany : TraceTexts.AddedMany, row.Count)
        : row.Way switch
        {
            ChangeWay.Added => TraceTexts.Added,
            ChangeWay.Removed => TraceTexts.Removed,
            _ => TraceTexts.Changed,
        };

    public static string Column(string column) => Text($"Column_{column.Split('.')[0]}") ?? column;

    /// <summary>What was put into a list and what was taken out of it.</summary>
    public static string Ties(ChangedColumn list) => string.Join("; ", new[]
    {
        list.To is null ? null : Texts.Format(TraceTexts.AddedTies, list.To),
        list.From is null ? null : Texts.Format(TraceTexts.RemovedTies, list.From),
    }.OfType<string>());

    /// <summary>A job by its name, a use case by its own.</summary>
    public static string Act(string useCase) =>
        BackgroundJobs.Table.FirstOrDefault(job => job.Id == useCase) is { } job ? job.Name() : useCase == Start.StartAct ? TraceTexts.AtStart : useCase;

    /// <summary>What stood or stands in a column; nothing where it is a word of the program's own.</summary>
    public static string? Value(string table, string column, string? said, IReadOnlyDictionary<string, string> names)
    {
        if (said is null)
        {
            return TraceTexts.Nothing;
        }

        if (names.TryGetValue(said, out var name))
        {
            return name;
        }

        if (said.StartsWith(ChangedRows.PersonMark, StringComparison.Ordinal) || said.StartsWith(ChangedRows.WorkplaceMark, StringComparison.Ordinal))
        {
            return TraceTexts.Unknown;
        }

        var property = TypeOf(table)?.GetProperty(column.Split('.')[0])?.PropertyType;
        return (property is null ? null : Nullable.GetUnderlyingType(property) ?? property) switch
        {
            { IsEnum: true } => said.Split(", ").Select(one => Text($"Value_{one}")).ToList() is var words && words.TrueForAll(word => word is not null) ? string.Join(", ", words) : null,
            { } type when type == typeof(bool) => said == bool.TrueString ? TraceTexts.Yes : TraceTexts.No,
            { } type when type == typeof(DateOnly) && DateOnly.TryParseExact(said, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => SpokenDate.Full(day),
            { } type when type == typeof(DateTimeOffset) && DateTimeOffset.TryParse(said, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) =>
                SpokenDate.Moment(TimeZoneInfo.ConvertTime(at, OfficeTime.Zone)),
            _ => said,
        };
    }

    private static Type? TypeOf(string table) => TracedTables.Traced.Keys.FirstOrDefault(type => type.Name == table);

    private static string? Text(string key) => TraceTexts.ResourceManager.GetString(key, CultureInfo.CurrentUICulture);
}
