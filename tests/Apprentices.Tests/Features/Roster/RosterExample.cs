using System.Text;
using Apprentices.Domain;
using Apprentices.Features.Roster;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Roster;

/// <summary>Rosters of invented people, and the curricula they name.</summary>
internal static class RosterExample
{
    public const string Headings =
        "Fornavn;Etternavn;E-post;Lærefag;Læreplan;Kontraktstype;Avdeling;Fylke;Startdato;Sluttdato;Vigo-kontrakt;Faglig leder;Faglig leder e-post;Instruktør;Instruktør e-post;Målform";

    /// <summary>One row; a test names only what it is about.</summary>
    public static string Row(
        string given = "Vilde", string family = "Prøve", string? email = null, string trade = "IT-driftsfaget", string curriculum = "ITD03-01",
        string kind = "Lærekontrakt", string workplace = "Drift Bodø", string county = "18 Nordland", string start = "18.08.2025", string end = "17.08.2027",
        string vigo = "", string manager = "Kai Leder", string managerEmail = "kai.leder@example.no", string instructor = "Liv Instruks",
        string instructorEmail = "liv.instruks@example.no", string language = "bokmål") => string.Join(
            ';', given, family, email ?? Address(given, family), trade, curriculum, kind, workplace, county, start, end, vigo,
            manager, managerEmail, instructor, instructorEmail, language);

    /// <summary>The address people of that name have: å and ø are not for addresses.</summary>
    public static string Address(string given, string family) =>
        $"{SortKey.Plain(given)}.{SortKey.Plain(family)}@example.no".Replace('å', 'a').Replace('ø', 'o').Replace("æ", "ae", StringComparison.Ordinal);

    public static RosterFile File(params string[] rows) => RosterFile.Read(Encoding.UTF8.GetBytes(string.Join("\r\n", [Headings, .. rows])));

    /// <summary>Twenty-four rows as an employer has them: two trade families, old and new contracts, all four kinds.</summary>
    public static RosterFile OfAnEmployer() => File([.. Enumerable.Range(1, 24).Select(number => (number % 6) switch
    {
        0 => Row("Olav", $"Eldre{number}", vigo: $"2020-{number}", trade: "IKT-servicefaget", curriculum: "ISF3-01", start: "17.08.2020", end: "16.08.2022"),
        1 => Row("Åse", $"Ny{number}", vigo: $"2026-{number}", start: "17.08.2026", end: "16.08.2028", language: "nynorsk"),
        2 => Row("Thea", $"Jobb{number}", vigo: $"2026-{number}", kind: "Fagbrev på jobb", start: "05.01.2026", end: "04.01.2027"),
        3 => Row("Sara", $"Kontor{number}", vigo: $"2025-{number}", trade: "Service- og administrasjonsfaget", curriculum: "SOA03-01", kind: "Opplæringskontrakt"),
        4 => Row("Nils", $"Bedrift{number}", vigo: $"2025-{number}", kind: "Lærekontrakt (full opplæring i bedrift)", end: "17.08.2029"),
        _ => Row("Ida", $"Vanlig{number}", vigo: $"2025-{number}"),
    })]);

    public static async Task CurriculaAsync(TestApp app)
    {
        var known = await app.DbAsync(db => db.Curricula.Select(curriculum => curriculum.Code).ToListAsync());
        var missing = new[]
        {
            Curriculum("ITD03-01", "IT-driftsfaget", TradeFamily.IctService, 15, new DateOnly(2022, 8, 1)),
            Curriculum("IUV03-01", "IT-utviklerfaget", TradeFamily.IctService, 21, new DateOnly(2021, 8, 1)),
            Curriculum("ISF3-01", "IKT-servicefaget", TradeFamily.IctService, 0, new DateOnly(2008, 8, 1)),
            Curriculum("SOA03-01", "Service- og administrasjonsfaget", TradeFamily.OfficeAdministration, 23, new DateOnly(2022, 8, 1)),
        }.Where(curriculum => !known.Contains(curriculum.Code));
        await app.ChangeAsync(async db => await db.AddRangeAsync(missing));
    }

    public static Task<RosterReview> PreviewAsync(this Acting acting, RosterFile file) =>
        acting.RunAsync((PreviewRoster preview) => preview.RunAsync(file, ColumnMap.Read(file.Headings)));

    public static async Task<ImportRoster.Result> ImportAsync(this Acting acting, RosterFile file)
    {
        var review = await acting.PreviewAsync(file);
        return await acting.RunAsync((ImportRoster import) => import.RunAsync(review));
    }

    private static Curriculum Curriculum(string code, string trade, TradeFamily family, int goals, DateOnly validFrom)
    {
        var name = new LocalText(trade, trade, trade);
        var curriculum = new Curriculum(code, "LK20", family, name, name, validFrom, validTo: null);
        for (var order = 1; order <= goals; order++)
        {
            curriculum.Add(new Goal($"{code}-{order}", order, name));
        }

        return curriculum;
    }
}
