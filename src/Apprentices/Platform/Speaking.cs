using System.Globalization;
using Apprentices.Domain;

namespace Apprentices.Platform;

/// <summary>For a while, texts and dates in somebody else's language: <c>using var _ = Speaking.In(person.Language);</c></summary>
public sealed class Speaking : IDisposable
{
    private readonly (CultureInfo Format, CultureInfo Texts) before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

    private Speaking(CultureInfo culture) => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);

    public static Speaking In(Language language) => new(Cultures.Of(language));

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
}
