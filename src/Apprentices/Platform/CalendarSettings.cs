using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Apprentices.Domain;

namespace Apprentices.Platform;

/// <summary>What the house has set for its calendar.</summary>
public sealed class CalendarSettings : IValidatableObject
{
    private const string DayFormat = "MM-dd";

    /// <summary>The first day of the summer weeks in which no meeting is planned, as MM-dd; empty: there are none.</summary>
    public string? SummerClosureFrom { get; set; } = "07-01";

    /// <summary>The last day of those weeks, as MM-dd.</summary>
    public string? SummerClosureTo { get; set; } = "07-31";

    /// <summary>Those weeks; nothing where there are none.</summary>
    public SummerClosure? Closure => Day(SummerClosureFrom) is { } from && Day(SummerClosureTo) is { } to
        ? new SummerClosure(from.Month, from.Day, to.Month, to.Day) : null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (name, value) in new[] { (nameof(SummerClosureFrom), SummerClosureFrom), (nameof(SummerClosureTo), SummerClosureTo) })
        {
            if (!string.IsNullOrWhiteSpace(value) && Day(value) is null)
            {
                yield return new ValidationResult("must be a day of the year such as 07-01, or empty.", [name]);
            }
        }

        if (string.IsNullOrWhiteSpace(SummerClosureFrom) != string.IsNullOrWhiteSpace(SummerClosureTo))
        {
            yield return new ValidationResult("is needed when the other end of the summer closure is set.", [nameof(SummerClosureTo)]);
        }
        else if (Day(SummerClosureFrom) > Day(SummerClosureTo))
        {
            yield return new ValidationResult("must not lie before Calendar:SummerClosureFrom.", [nameof(SummerClosureTo)]);
        }
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact($"2024-{text?.Trim()}", $"yyyy-{DayFormat}", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
