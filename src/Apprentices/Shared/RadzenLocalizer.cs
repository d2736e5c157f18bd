using System.Globalization;
using Radzen;

namespace Apprentices.Shared;

/// <summary>
/// Radzen's own words in bokmål, nynorsk and British English. <c>RadzenTexts</c> holds the components the program uses; for any
/// other key Radzen falls back to its American English.
/// </summary>
public sealed class RadzenLocalizer : ILocalizer
{
    public string? Get(string key, CultureInfo culture) => RadzenTexts.ResourceManager.GetString(key, culture);
}
