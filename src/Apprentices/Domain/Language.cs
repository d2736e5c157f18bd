namespace Apprentices.Domain;

/// <summary>The written forms the app speaks. State bodies offer both bokmål and nynorsk (språklova).</summary>
public enum Language
{
    /// <summary>Bokmål, culture nb-NO; the default.</summary>
    Bokmal,

    /// <summary>Nynorsk, culture nn-NO.</summary>
    Nynorsk,

    /// <summary>English, culture en-GB.</summary>
    English,
}

/// <summary>A short text in the three languages, stored together.</summary>
public sealed record LocalText(string Nb, string Nn, string En)
{
    /// <summary>The text in one language; in bokmål where it is not written in that.</summary>
    public string In(Language language) => IsIn(language) ? Raw(language) : Nb;

    /// <summary>Whether it is written in the language.</summary>
    public bool IsIn(Language language) => !string.IsNullOrWhiteSpace(Raw(language));

    /// <summary>The text in the language of the current reader's culture.</summary>
    public override string ToString() => In(System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName switch
    {
        "nn" => Language.Nynorsk,
        "en" => Language.English,
        _ => Language.Bokmal,
    });

    private string Raw(Language language) => language switch
    {
        Language.Nynorsk => Nn,
        Language.English => En,
        _ => Nb,
    };
}
