using System.Globalization;
using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.Portfolio;

/// <summary>How a portfolio says days, sizes and roles.</summary>
internal static class PortfolioWords
{
    public static string Days(DateOnly fromOn, DateOnly? toOn) =>
        toOn is { } to ? $"{SpokenDate.Digits(fromOn)}–{SpokenDate.Digits(to)}" : Texts.Format(PortfolioTexts.FromDay, SpokenDate.Digits(fromOn));

    /// <summary>An instant as the clock on the office's wall showed it.</summary>
    public static string Moment(TimeProvider clock, DateTimeOffset at) => SpokenDate.Moment(TimeZoneInfo.ConvertTime(at, clock.LocalTimeZone));

    /// <summary>The day, or the week.</summary>
    public static string When(PortfolioContent.EntryOf entry) => entry.WorkedTo == entry.WorkedOn
        ? SpokenDate.DayAndYear(entry.WorkedOn)
        : $"{Texts.Format(SharedTexts.WeekNumber, SpokenDate.Week(entry.WorkedOn))}, {Days(entry.WorkedOn, entry.WorkedTo)}";

    public static string Of(PortfolioContent.PersonOf person)
    {
        var role = person.Role switch
        {
            AssignmentRole.TrainingManager => PortfolioTexts.RoleTrainingManager,
            AssignmentRole.HrContact => PortfolioTexts.RoleHrContact,
            AssignmentRole.Mentor => PortfolioTexts.RoleMentor,
            _ => PortfolioTexts.RoleInstructor,
        };
        return person.IsDeputy ? Texts.Format(PortfolioTexts.DeputyFor, role) : role;
    }

    public static string Of(EvaluationState state) => PortfolioTexts.ResourceManager.GetString($"Talk{state}", CultureInfo.CurrentUICulture)!;

    public static string Size(long bytes) => bytes < 1024 * 1024
        ? string.Create(CultureInfo.CurrentCulture, $"{Math.Max(1, bytes / 1024)} kB")
        : string.Create(CultureInfo.CurrentCulture, $"{bytes / (1024d * 1024):0.0} MB");

    /// <summary>A path in the zip as the page links to it.</summary>
    public static string Href(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
