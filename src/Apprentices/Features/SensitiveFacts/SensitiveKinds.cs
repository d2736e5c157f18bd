using System.Globalization;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;

namespace Apprentices.Features.SensitiveFacts;

/// <summary>What the employer has decided to keep, what it is called, and what each must look like.</summary>
internal static class SensitiveKinds
{
    private const int YoungestInYears = 13;
    private const int OldestInYears = 100;

    public static bool Keeps(this SensitiveSettings settings, SensitiveKind kind) => kind switch
    {
        SensitiveKind.FacilitationNeeds => settings.FacilitationNeeds,
        SensitiveKind.BirthDate => settings.BirthDate,
        _ => settings.NationalId,
    };

    public static string Name(SensitiveKind kind) => kind switch
    {
        SensitiveKind.FacilitationNeeds => SensitiveTexts.FacilitationNeeds,
        SensitiveKind.BirthDate => SensitiveTexts.BirthDate,
        _ => SensitiveTexts.NationalId,
    };

    /// <summary>What was typed, as it is kept.</summary>
    /// <exception cref="RuleException">It cannot be.</exception>
    public static string Read(SensitiveKind kind, string? typed, DateOnly today)
    {
        var text = typed?.Trim() ?? "";
        Rule.Require(text.Length is > 0 and <= SensitiveFact.LongestText, SensitiveTexts.NothingWritten);
        switch (kind)
        {
            case SensitiveKind.BirthDate:
                var isDay = DateOnly.TryParseExact(text, ["dd.MM.yyyy", "d.M.yyyy", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
                Rule.Require(isDay && day <= today.AddYears(-YoungestInYears) && day >= today.AddYears(-OldestInYears), SensitiveTexts.NotABirthDate);
                return SpokenDate.Digits(day);
            case SensitiveKind.NationalId:
                var number = text.Replace(" ", "", StringComparison.Ordinal);
                Rule.Require(Domain.NationalId.IsValid(number), SensitiveTexts.NotANationalId);
                return number;
            default:
                return text;
        }
    }
}
