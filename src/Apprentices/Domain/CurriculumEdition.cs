namespace Apprentices.Domain;

/// <summary>
/// An official text as Udir publishes it: in the language it is fixed in, and in those it is translated to. It is never
/// mixed up with the project's own short titles.
/// </summary>
/// <param name="Fixed">The words it is fixed in; empty where nothing has been imported.</param>
/// <param name="FixedLanguage">The language it is fixed in, as Udir writes it: nob, nno; empty where Udir does not say.</param>
/// <param name="Nb">Bokmål.</param>
/// <param name="Nn">Nynorsk.</param>
/// <param name="En">English.</param>
public sealed record OfficialText(string? Fixed, string? FixedLanguage, string? Nb, string? Nn, string? En)
{
    public static OfficialText None { get; } = new(null, null, null, null, null);

    public bool IsGiven => Fixed is not null || Nb is not null || Nn is not null || En is not null;

    /// <summary>The words in a language, else in the language it is fixed in; with the language tag they are in, where known.</summary>
    public (string? Text, string? Tag) In(Language language)
    {
        var (wanted, tag) = language switch
        {
            Language.Nynorsk => (Nn, "nn"),
            Language.English => (En, "en"),
            _ => (Nb, "nb"),
        };
        return wanted is not null ? (wanted, tag) : Fixed is not null ? (Fixed, FixedTag) : Nb is not null ? (Nb, "nb") : Nn is not null ? (Nn, "nn") : (En, "en");
    }

    /// <summary>Whether both say the same wherever both speak; one may be in more languages than the other.</summary>
    public bool AgreesWith(OfficialText other) =>
        Agree(Fixed, other.Fixed) && Agree(Nb, other.Nb) && Agree(Nn, other.Nn) && Agree(En, other.En);

    /// <summary>Its own words, and the other's where it has none.</summary>
    public OfficialText CompletedBy(OfficialText other) =>
        new(Fixed ?? other.Fixed, FixedLanguage ?? other.FixedLanguage, Nb ?? other.Nb, Nn ?? other.Nn, En ?? other.En);

    private string? FixedTag => FixedLanguage switch
    {
        "nob" => "nb",
        "nno" => "nn",
        "eng" => "en",
        "sme" => "se",
        _ => null,
    };

    private static bool Agree(string? one, string? other) => one is null || other is null || one == other;
}

/// <summary>
/// One edition of a curriculum as it came in: shipped with the program, or imported from Udir's Grep. Its goals stay as they
/// were, so that a plan made by it remains readable when another has come.
/// </summary>
public sealed class CurriculumEdition
{
    /// <summary>The credit that Grep's licence, NLOD, asks for.</summary>
    public const string Credit = "Inneholder data under NLOD, tilgjengeliggjort på data.udir.no";

    private CurriculumEdition() { }

    internal CurriculumEdition(int number, DateTimeOffset addedAt) => (Number, AddedAt) = (number, addedAt);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public string CurriculumCode { get; private set; } = "";

    /// <summary>From 1.</summary>
    public int Number { get; private set; }
    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>The title as Udir writes it.</summary>
    public OfficialText Title { get; private set; } = OfficialText.None;

    /// <summary>When its official words came in; empty while it is only what ships with the program.</summary>
    public DateTimeOffset? ImportedAt { get; private set; }

    /// <summary>The names of the files it came from, or the address.</summary>
    public string? Source { get; private set; }

    /// <summary>Gives it the official words.</summary>
    internal void Import(OfficialText title, string source, DateTimeOffset at) => (Title, Source, ImportedAt) = (title, source, at);
}

/// <summary>
/// An element of Udir's Grep as it was read, whole: a curriculum, a set of goals, a goal, a core element. Kept so that an import
/// loses nothing, and so that references of later files resolve.
/// </summary>
public sealed class GrepElement
{
    private GrepElement() { }

    public GrepElement(string code, string kind, string json, DateTimeOffset importedAt) => (Code, Kind, Json, ImportedAt) = (code, kind, json, importedAt);

    /// <summary>Udir's code, for instance KM6036.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The last part of its grep-type, for instance kompetansemaal_lk20.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The element as JSON, with all it held.</summary>
    public string Json { get; private set; } = "";
    public DateTimeOffset ImportedAt { get; private set; }

    /// <summary>Another file had a newer one.</summary>
    public void Replace(string kind, string json, DateTimeOffset at) => (Kind, Json, ImportedAt) = (kind, json, at);
}
