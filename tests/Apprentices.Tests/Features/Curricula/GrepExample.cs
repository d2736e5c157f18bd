using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Apprentices.Features.Curricula;
using Apprentices.Features.Curricula.Grep;
using Apprentices.Platform;
using Apprentices.Tests.Support;

namespace Apprentices.Tests.Features.Curricula;

/// <summary>Elements of Grep in its shapes, with codes and sentences of our own: no curriculum in the world has them.</summary>
internal static class GrepExample
{
    public const string Code = "PRØ03-01";
    private const string Ontology = "http://psi.udir.no/ontologi/kl06/";

    /// <summary>A curriculum of LK20 that names its sets.</summary>
    public static JsonObject Curriculum(string code = Code, string fixedIn = "nob", string[]? sets = null, string? replaces = null, string? validTo = null, string changed = "2024-03-01") =>
        Element(code, "laereplan_lk20", Lk20Text(("default", "Læreplan i vg3 prøvefaget"), ("nob", "Læreplan i vg3 prøvefaget"), ("eng", "Curriculum in the trial trade, Vg3")), changed).With(
            ("fastsettelsesinformasjon", new JsonObject { ["fastsatt-dato"] = "2024-02-01T00:00:00", ["fastsatt-spraak"] = new JsonObject { ["kode"] = fixedIn } }),
            ("gyldighetsperiode", new JsonObject
            {
                ["gyldig-fra"] = new JsonObject { ["dato"] = "2024-08-01T00:00:00" },
                ["gyldig-til"] = new JsonObject { ["dato"] = validTo is null ? null : $"{validTo}T00:00:00" },
            }),
            ("erstatter", replaces is null ? [] : new JsonArray(Reference(replaces, "laereplan", "Det gamle faget"))),
            ("om-faget-kapittel", new JsonObject { ["kjerneelementer"] = new JsonArray(Reference("KE9001", "kjerneelement_lk20", "Grunnlag")) }),
            ("kompetansemaal-kapittel", new JsonObject { ["kompetansemaalsett"] = new JsonArray([.. (sets ?? ["KV9001"]).Select(set => Reference(set, "kompetansemaalsett_lk20", "Mål"))]) }),
            ("vurderingsordninger-kapittel", new JsonObject { ["beskrivelse"] = Lk20Text(("default", "Alle skal opp til prøve.")) }));

    /// <summary>A set of LK20; each goal named with its words in one language, as Grep does.</summary>
    public static JsonObject Set(string code = "KV9001", string curriculum = Code, params (string Code, string? Title)[] goals) =>
        Element(code, "kompetansemaalsett_lk20", Lk20Text(("default", "Mål og vurdering"))).With(
            ("kompetansemaal", new JsonArray([.. goals.Select(goal => Reference(goal.Code, "kompetansemaal_lk20", goal.Title))])),
            ("tilhoerer-laereplan", Reference(curriculum, "laereplan_lk20", "Prøvefaget")));

    /// <summary>A goal of LK20 with its words in bokmål, and in nynorsk and English where they are given.</summary>
    public static JsonObject Goal(string code, string nb, string? nn = null, string? en = null, string curriculum = Code)
    {
        var words = new[] { ("default", nb), ("nob", nb), ("nno", nn), ("eng", en), ("sme", "Sátni") };
        return Element(code, "kompetansemaal_lk20", Lk20Text([.. words.Where(word => word.Item2 is not null).Select(word => (word.Item1, word.Item2!))])).With(
            ("rekkefoelge", 1), ("tilhoerer-laereplan", Reference(curriculum, "laereplan_lk20", "Prøvefaget")));
    }

    /// <summary>A curriculum of three goals, whole.</summary>
    public static JsonObject[] Whole(string code = Code, string set = "KV9001", string first = "KM9501", string words = "bygge et tårn av klosser og forklare hvorfor det står", string? replaces = null) =>
    [
        Curriculum(code, sets: [set], replaces: replaces),
        Set(set, code, (first, words), ("KM9502", "telle klossene"), ("KM9503", "rydde klossene bort")),
        Goal(first, words, "byggje eit tårn av klossar og forklare kvifor det står", "build a tower", code),
        Goal("KM9502", "telle klossene", curriculum: code),
        Goal("KM9503", "rydde klossene bort", curriculum: code),
        Element("KE9001", "kjerneelement_lk20", Lk20Text(("default", "Grunnlag"))),
    ];

    /// <summary>A curriculum of LK06: main areas, the goals under them within the set, and texts as lists.</summary>
    public static JsonObject[] Lk06(string code = "GAM3-01") =>
    [
        Element(code, "laereplan", Lk06Text("Læreplan i gammelfaget Vg3 / opplæring i bedrift")).With(
            ("fastsettelsesinformasjon", new JsonObject { ["fastsatt-dato"] = "2008-02-14T00:00:00" }),
            ("gyldighet", new JsonObject { ["gyldig-fra"] = "2008-08-01T00:00:00", ["gyldig-til"] = "2023-07-31T00:00:00" }),
            ("hovedomraade-kapittel", new JsonObject { ["hovedomraader"] = new JsonArray(Area("HO1", "Klosser"), Area("HO2", "Tårn")) }),
            ("kompetansemaal-kapittel", new JsonObject { ["kompetansemaalsett"] = new JsonArray(Reference("KMS9001", "kompetansemaalsett", "Mål")) })),
        Element("KMS9001", "kompetansemaalsett", Lk06Text("Mål")).With(
            ("hovedomraader-i-kontekst-av-kompetansemaalsett", new JsonArray(
                Area("HO1", null).With(("hovedomraadeverdier-under-kompetansemaalsett", new JsonObject { ["tittel"] = Lk06Text("Klosser") })), Area("HO2", "Tårn"))),
            ("kompetansemaal", new JsonArray(
                Reference("K9001", "kompetansemaal", "sortere klosser").With(("tilhoerer-hovedomraade", new JsonObject { ["kode"] = "HO1" })),
                Reference("K9002", "kompetansemaal", "bygge tårn")))),
        Element("K9002", "kompetansemaal", Lk06Text("bygge tårn i høyden")).With(("tilhoerer-hovedomraade", new JsonObject { ["kode"] = "HO2" })),
    ];

    public static JsonObject Element(string code, string kind, JsonNode title, string changed = "2024-03-01") => new()
    {
        ["id"] = $"uuid:{Guid.Empty}",
        ["kode"] = code,
        ["uri"] = $"http://psi.udir.no/kl06/{code}",
        ["url-data"] = "http://192.0.2.1/elsewhere",
        ["tittel"] = title,
        ["grep-type"] = Ontology + kind,
        ["status"] = "https://data.udir.no/kl06/v201906/status/status_publisert",
        ["sist-endret"] = $"{changed}T10:00:00.1",
    };

    public static JsonObject Lk20Text(params (string Language, string Words)[] words) => new() { ["tekst"] = List(words), ["forskrift"] = true };

    public static JsonArray Lk06Text(string words) => List(("default", words));

    public static JsonObject With(this JsonObject element, params (string Name, JsonNode? Value)[] parts)
    {
        foreach (var (name, value) in parts)
        {
            element[name] = value;
        }

        return element;
    }

    public static GrepFile File(string name, params byte[] content) => new(name, new MemoryStream(content));

    public static GrepFile File(string name, string content) => File(name, Encoding.UTF8.GetBytes(content));

    public static GrepFile File(JsonNode element) => File($"{element["kode"]}.json", element.ToJsonString());

    public static GrepFile[] Files(IEnumerable<JsonObject> elements) => [.. elements.Select(File)];

    public static GrepFile Zip(string name, params (string Path, string Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in entries)
            {
                using var entry = archive.CreateEntry(path).Open();
                entry.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return File(name, bytes.ToArray());
    }

    public static GrepReading Read(params GrepFile[] files) => Read(new GrepSettings(), files);

    public static GrepReading Read(GrepSettings limits, params GrepFile[] files) => new GrepFiles(limits).Read(files);

    /// <summary>Reads elements, looks them over and saves all that can be saved.</summary>
    public static async Task<ImportCurricula.Result> ImportCurriculaAsync(this Acting somebody, params JsonObject[] elements)
    {
        var review = await somebody.PreviewCurriculaAsync(elements);
        return await somebody.RunAsync((ImportCurricula use) => use.RunAsync(review, [.. review.Changes.Where(change => change.CanBeSaved).Select(ImportCurricula.Choice.Of)]));
    }

    public static Task<CurriculaReview> PreviewCurriculaAsync(this Acting somebody, params JsonObject[] elements) =>
        somebody.RunAsync((PreviewCurricula use) => use.RunAsync(Read(Files(elements))));

    public static JsonObject Reference(string code, string kind, string? title) => new()
    {
        ["gyldighet"] = new JsonObject { ["gyldig-fra"] = null, ["gyldig-til"] = null },
        ["id"] = Guid.Empty.ToString(),
        ["kode"] = code,
        ["url-data"] = "http://192.0.2.1/elsewhere",
        ["grep-type"] = Ontology + kind,
        ["tittel"] = title,
    };

    private static JsonObject Area(string code, string? title) => new() { ["kode"] = code, ["tittel"] = title is null ? null : Lk06Text(title) };

    private static JsonArray List(params (string Language, string Words)[] words) =>
        new([.. words.Select(word => new JsonObject { ["spraak"] = word.Language, ["verdi"] = word.Words })]);
}
