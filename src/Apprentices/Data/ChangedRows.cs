using System.Globalization;
using System.Reflection;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Apprentices.Data;

/// <summary>Tells of a tracked row what becomes of it, column by column. What is sensitive or written about somebody is named and not said.</summary>
internal static class ChangedRows
{
    /// <summary>A longer text is cut: the history tells what was changed, it is no copy.</summary>
    private const int LongestValue = 300;

    /// <summary>What says nothing to a reader: counts of saves, places in an order, and what is made from other columns.</summary>
    private static readonly HashSet<string> Left = new HashSet<string>(StringComparer.Ordinal)
    {
        nameof(IVersioned.Version), nameof(Person.SortName), nameof(Person.SearchText), nameof(PlannedGoal.Order), nameof(EvaluationSignature.Hash), nameof(EvaluationSignature.Seal),
        nameof(Attachment.Sha256), nameof(Attachment.Width), nameof(Attachment.Height), nameof(Evaluation.CalendarSequence), nameof(EvaluationForm.ShippedKey), nameof(AccessToken.Prefix), nameof(AccessToken.SecretHash),
        nameof(ProviderAccount.SeenAt),
    };

    /// <summary>The marks before the key of a person or a workplace, to be shown by name.</summary>
    public const string PersonMark = "person:";
    public const string WorkplaceMark = "workplace:";

    /// <summary>The person whom what stands in a column leads to.</summary>
    public static Guid? PersonOf(string? said) =>
        said?.StartsWith(PersonMark, StringComparison.Ordinal) == true && Guid.TryParse(said[PersonMark.Length..], out var id) ? id : null;

    /// <returns>Nothing where nothing changed.</returns>
    public static ChangedRow? Of(EntityEntry entry)
    {
        ChangeWay? way = entry.State switch
        {
            EntityState.Added => ChangeWay.Added,
            EntityState.Modified => ChangeWay.Changed,
            EntityState.Deleted => ChangeWay.Removed,
            _ => null,
        };
        if (way is not { } how)
        {
            return null;
        }

        // Who is taken away is not told: what was noted about her lies under her key alone.
        List<ChangedColumn> columns = entry is { Entity: Person, State: EntityState.Deleted }
            ? [] : [.. PropertiesOf(entry).Select(property => ColumnOf(property.Name, property.Entry, how)).OfType<ChangedColumn>()];
        return how == ChangeWay.Changed && columns.Count == 0
            ? null : new ChangedRow(entry.Metadata.ClrType.Name, IdOf(entry), how, columns);
    }

    /// <summary>A row of which no column changed, only what is tied to it.</summary>
    public static ChangedRow OnlyTies(EntityEntry entry) => new(entry.Metadata.ClrType.Name, IdOf(entry), ChangeWay.Changed, []);

    private static Guid? IdOf(EntityEntry entry) => entry.Metadata.FindPrimaryKey() is { Properties: [var key] } && entry.Property(key).CurrentValue is Guid id ? id : null;

    /// <summary>Whether a column is ever told, by its name at least.</summary>
    public static bool IsTold(IProperty column) => !column.IsPrimaryKey() && !Left.Contains(column.Name) && IsShown(column);

    private static IEnumerable<(string Name, PropertyEntry Entry)> PropertiesOf(EntityEntry entry) =>
        entry.Properties.Where(property => IsTold(property.Metadata))
            .Select(property => (property.Metadata.Name, property))
            .Concat(entry.ComplexProperties.SelectMany(complex => complex is ComplexPropertyEntry && !complex.Metadata.IsCollection
                ? complex.Properties.Select(property => ($"{complex.Metadata.Name}.{property.Metadata.Name}", property)) : []));

    /// <summary>A key that leads to another row says nothing; one that leads to a person or a workplace is shown by name.</summary>
    private static bool IsShown(IProperty column) => Nullable.GetUnderlyingType(column.ClrType) != typeof(Guid) && column.ClrType != typeof(Guid) || MarkOf(column) is not null;

    private static string? MarkOf(IProperty column) => column.GetContainingForeignKeys().Select(key => key.PrincipalEntityType.ClrType).FirstOrDefault() switch
    {
        { } type when type == typeof(Person) => PersonMark,
        { } type when type == typeof(Workplace) => WorkplaceMark,
        _ => null,
    };

    private static ChangedColumn? ColumnOf(string name, PropertyEntry property, ChangeWay way)
    {
        var (from, to) = (way == ChangeWay.Added ? null : property.OriginalValue, way == ChangeWay.Removed ? null : property.CurrentValue);
        if (way == ChangeWay.Changed && (!property.IsModified || property.Metadata.GetValueComparer().Equals(from, to)))
        {
            return null;
        }

        if (IsUnsaid(property.Metadata))
        {
            return from is null && to is null ? null : new ChangedColumn(name, null, null, IsUnsaid: true);
        }

        var (before, after) = (Said(property.Metadata, from), Said(property.Metadata, to));
        return before == after ? null : new ChangedColumn(name, before, after);
    }

    /// <summary>What fewer may read than read the record: the grounds of the grant are for HR, why a duty was let go for those of the training, a guest's address for those who plan talks.</summary>
    private static readonly HashSet<string> ForFewer = new(StringComparer.Ordinal)
    {
        nameof(Apprenticeship.HasYouthRight), nameof(Apprenticeship.ResidenceCountyNumber), nameof(TrackedDuty.WaivedReason), nameof(TalkParticipant.GuestEmail),
    };

    /// <summary>
    /// The name of another than the one a row is about would lie under the key of that one, and stay when she is erased: it is named and not said. Who it was, the column
    /// with the key of the person tells while she is there; whom a task names in plain words, and a guest, stand in the task and the talk. A person's own row and her own
    /// account lie under her own key. As what a guest came is said: it names an office, and tells a reader which guest it was. The name of a workplace is nobody's.
    /// </summary>
    private static bool NamesAnother(IProperty column) => column.ClrType == typeof(string) && column.Name != nameof(TalkParticipant.GuestRole)
        && column.DeclaringType.ClrType != typeof(Person) && column.DeclaringType.ClrType != typeof(ProviderAccount)
        && (column.Name == nameof(TaskTerms.ResponsibleName) || column.PropertyInfo?.GetCustomAttribute<PersonalAttribute>()?.Category is PersonalCategory.Identity);

    private static bool IsUnsaid(IProperty column) => !IsPlain(column.ClrType) || ForFewer.Contains(column.Name) || NamesAnother(column)
        || column.PropertyInfo?.GetCustomAttribute<PersonalAttribute>()?.Category is PersonalCategory.Sensitive or PersonalCategory.TalkContent
        || (column.ClrType == typeof(string) && column.PropertyInfo?.GetCustomAttribute<PersonalAttribute>()?.Category is PersonalCategory.Assessment);

    private static bool IsPlain(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is var plain
        && (plain.IsPrimitive || plain.IsEnum || plain == typeof(string) || plain == typeof(decimal) || plain == typeof(Guid)
            || plain == typeof(DateOnly) || plain == typeof(TimeOnly) || plain == typeof(DateTimeOffset));

    public static string Cut(string text) => text.Length > LongestValue ? text[..LongestValue] + "…" : text;

    private static string? Said(IProperty column, object? value) => value switch
    {
        null or "" => null,
        Guid id => MarkOf(column) + id.ToString(),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        DateTimeOffset at => Trace.Said(at),
        string text => Cut(text),
        IFormattable one => one.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
