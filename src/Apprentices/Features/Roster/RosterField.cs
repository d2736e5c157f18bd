using Apprentices.Domain;

namespace Apprentices.Features.Roster;

/// <summary>What a column of a roster may hold.</summary>
public enum RosterField
{
    GivenName,
    FamilyName,

    /// <summary>Given and family name in one column.</summary>
    FullName,
    Email,
    VigoNumber,
    Language,
    Curriculum,
    Trade,
    Kind,
    StartsOn,
    EndsOn,
    Workplace,
    County,
    TrainingManager,
    TrainingManagerEmail,
    Instructor,
    InstructorEmail,
}

/// <summary>The words for the fields: what the reader is told, and what a heading may be called.</summary>
public static class RosterFields
{
    public static IReadOnlyList<RosterField> All { get; } = Enum.GetValues<RosterField>();

    private static readonly Dictionary<RosterField, string[]> Headings = new()
    {
        [RosterField.GivenName] = ["fornavn", "førenamn", "fornamn", "first name", "given name", "forename"],
        [RosterField.FamilyName] = ["etternavn", "etternamn", "last name", "family name", "surname"],
        [RosterField.FullName] = ["navn", "namn", "name", "full name", "lærling", "apprentice", "fullt navn", "fullt namn", "navn på lærling"],
        [RosterField.Email] = ["e-post", "epost", "e-postadresse", "email", "e-mail", "mail", "e-mail address", "lærling e-post", "e-post lærling", "apprentice email"],
        [RosterField.VigoNumber] = ["vigo-kontrakt", "vigo", "vigonummer", "vigo-kontraktsnummer", "kontraktsnummer", "kontraktnummer", "vigo contract", "contract number", "vigo number"],
        [RosterField.Language] = ["målform", "språk", "language", "skriftspråk", "written form"],
        [RosterField.Curriculum] = ["læreplan", "læreplankode", "curriculum", "curriculum code", "plankode"],
        [RosterField.Trade] = ["lærefag", "fag", "trade", "subject"],
        [RosterField.Kind] = ["kontraktstype", "kontrakttype", "type kontrakt", "contract type", "contract kind", "kontrakt"],
        [RosterField.StartsOn] = ["startdato", "start", "fra", "frå", "fra dato", "frå dato", "kontraktstart", "start date", "from", "starts on"],
        [RosterField.EndsOn] = ["sluttdato", "slutt", "til", "til dato", "kontraktslutt", "end date", "to", "ends on"],
        [RosterField.Workplace] = ["avdeling", "arbeidssted", "arbeidsstad", "workplace", "department", "enhet", "eining", "seksjon"],
        [RosterField.County] = ["fylke", "fylkeskommune", "county"],
        [RosterField.TrainingManager] = ["faglig leder", "fagleg leiar", "training manager", "opplæringsansvarlig", "opplæringsansvarleg", "fagansvarlig", "fagansvarleg"],
        [RosterField.TrainingManagerEmail] = ["faglig leder e-post", "faglig leders e-post", "e-post faglig leder", "fagleg leiar e-post", "e-post fagleg leiar", "training manager email", "faglig leder epostadresse", "opplæringsansvarlig e-post"],
        [RosterField.Instructor] = ["instruktør", "instructor"],
        [RosterField.InstructorEmail] = ["instruktør e-post", "instruktørs e-post", "instruktørens e-post", "e-post instruktør", "instructor email", "instruktør epostadresse"],
    };

    /// <summary>The name of the field in the reader's language.</summary>
    public static string NameOf(RosterField field) => field switch
    {
        RosterField.GivenName => RosterTexts.GivenName,
        RosterField.FamilyName => RosterTexts.FamilyName,
        RosterField.FullName => RosterTexts.FullName,
        RosterField.Email => RosterTexts.Email,
        RosterField.VigoNumber => RosterTexts.VigoNumber,
        RosterField.Language => RosterTexts.Language,
        RosterField.Curriculum => RosterTexts.Curriculum,
        RosterField.Trade => RosterTexts.Trade,
        RosterField.Kind => RosterTexts.Kind,
        RosterField.StartsOn => RosterTexts.StartsOn,
        RosterField.EndsOn => RosterTexts.EndsOn,
        RosterField.Workplace => RosterTexts.Workplace,
        RosterField.County => RosterTexts.County,
        RosterField.TrainingManager => RosterTexts.TrainingManager,
        RosterField.TrainingManagerEmail => RosterTexts.TrainingManagerEmail,
        RosterField.Instructor => RosterTexts.Instructor,
        _ => RosterTexts.InstructorEmail,
    };

    /// <summary>The field a heading names, whatever its case, accents, spaces and hyphens; none for an unknown one.</summary>
    public static RosterField? Of(string heading)
    {
        var folded = Fold(heading);
        return ByHeading.TryGetValue(folded, out var field) ? field : null;
    }

    /// <summary>Whether the heading is one of the usual words for the field, rather than a synonym worth pointing out.</summary>
    public static bool IsUsual(string heading, RosterField field) =>
        Fold(heading) is var folded && (folded == Fold(NameOf(field)) || folded == Fold(Headings[field][0]));

    /// <summary>Letters and digits alone, without accents: "E-postadresse" and "epostadresse" are the same.</summary>
    public static string Fold(string text) => new(
    [
        .. SortKey.Plain(text)
            .Replace("æ", "ae", StringComparison.Ordinal).Replace('ø', 'o').Replace('å', 'a')
            .Where(char.IsLetterOrDigit),
    ]);

    private static readonly Dictionary<string, RosterField> ByHeading = Headings
        .SelectMany(field => field.Value.Select(heading => (Heading: Fold(heading), Field: field.Key)))
        .DistinctBy(pair => pair.Heading, StringComparer.Ordinal)
        .ToDictionary(pair => pair.Heading, pair => pair.Field, StringComparer.Ordinal);
}
