using System.Globalization;
using System.Text;
using Apprentices.Domain;
using Apprentices.Features.Roster;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Apprentices.Tests.Features.Roster.RosterExample;

namespace Apprentices.Tests.Features.Roster;

public sealed class PreviewRosterTests : AppTests
{
    private Acting Hr { get; set; } = null!;

    public PreviewRosterTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("nb-NO");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await CurriculaAsync(App);
        Hr = App.As(await Given.HrAsync());
    }

    [BothDatabases]
    public async Task Saves_nothing()
    {
        var review = await Hr.PreviewAsync(OfAnEmployer());

        Assert.Equal(24, review.Count(RowState.New));
        Assert.Equal(0, await App.DbAsync(db => db.Apprenticeships.CountAsync()));
    }

    public static TheoryData<RosterField, string, string> Mistakes => new()
    {
        { RosterField.Curriculum, Row(curriculum: "ITD03-02"), "Finnes ikke. Mente du ITD03-01?" },
        { RosterField.Curriculum, Row(curriculum: "IUV03-01"), "IUV03-01 hører til IT-utviklerfaget, men raden sier IT-driftsfaget." },
        { RosterField.Curriculum, Row(curriculum: "", trade: ""), "Skriv koden til læreplanen, for eksempel ITD03-01." },
        { RosterField.Trade, Row(curriculum: "", trade: "IT-driffsfaget"), "Finnes ikke. Mente du IT-driftsfaget?" },
        { RosterField.EndsOn, Row(end: "31.02.2028"), "31. februar finnes ikke. Skriv siste dag i kontrakten, slik: 14.8.2028." },
        { RosterField.StartsOn, Row(start: "29.02.2025"), "29. februar 2025 finnes ikke. Skriv første dag i kontrakten, slik: 15.8.2026." },
        { RosterField.StartsOn, Row(start: "08/31/2025"), "Det finnes ingen måned 31. Skriv dag, måned og år. Skriv første dag i kontrakten, slik: 15.8.2026." },
        { RosterField.StartsOn, Row(start: "høsten"), "Dette er ikke en dato. Skriv første dag i kontrakten, slik: 15.8.2026." },
        { RosterField.EndsOn, Row(end: "18.08.2025"), "Siste dag må komme etter første dag." },
        { RosterField.Email, Row(email: "vilde.example.no"), "E-postadressen er ikke gyldig. Skriv den slik: navn@example.no" },
        { RosterField.Email, Row(email: ""), "E-postadressen mangler." },
        { RosterField.GivenName, Row(given: "", email: "a@example.no"), "Fornavnet mangler." },
        { RosterField.Kind, Row(kind: "Vikariat"), "Ukjent kontraktstype. Skriv Lærekontrakt, Opplæringskontrakt, Fagbrev på jobb eller Praksisbrev." },
        { RosterField.County, Row(county: "Nordlund"), "Finnes ikke. Mente du Nordland?" },
        { RosterField.County, Row(county: "99"), "Ukjent fylkeskommune. Skriv nummer og navn, for eksempel 03 Oslo." },
        { RosterField.County, Row(county: ""), "Fylkeskommunen mangler." },
        { RosterField.Workplace, Row(workplace: ""), "Arbeidsstedet mangler." },
        { RosterField.Language, Row(language: "svensk"), "Skriv bokmål, nynorsk eller engelsk." },
        { RosterField.Instructor, Row(instructorEmail: ""), "Skriv e-postadressen også, så vi vet hvem det er." },
        { RosterField.Instructor, Row(instructor: ""), "Adressen er ukjent. Skriv navnet også." },
        { RosterField.Instructor, Row(email: "liv.instruks@example.no", given: "Liv", family: "Instruks"), "Lærlingen kan ikke følge opp seg selv." },
        { RosterField.GivenName, Row() + ";for mye", "Raden har flere felt enn det er overskrifter. Står det et skilletegn inne i en tekst?" },
    };

    [Fact]
    public async Task Says_at_the_cell_what_is_wrong()
    {
        foreach (var (field, row, reason) in Mistakes.Select(mistake => mistake.Data))
        {
            var reviewed = Assert.Single((await Hr.PreviewAsync(File(row))).Rows);

            Assert.Equal((RowState.Wrong, reason), (reviewed.State, reviewed[field].Problem));
        }
    }

    [Fact]
    public async Task Understands_what_people_write()
    {
        var review = await Hr.PreviewAsync(File(
            Row("A", trade: "IT-drift", curriculum: "", county: "Oslo", start: "1.9.2025", end: "2027-08-31"),
            Row("B", curriculum: "itd03-01", county: "3", start: "01/09/2025", end: "31.08.2027 00:00:00", language: "nn"),
            Row("C", kind: "Praksisbrev", language: "English"),
            Row("D", kind: "Lærekontrakt (full opplæring i bedrift)", end: "17.08.2029")));

        Assert.All(review.Rows, row => Assert.Equal(RowState.New, row.State));
        Assert.Equal([new DateOnly(2025, 9, 1), new DateOnly(2025, 9, 1)], review.Rows.Take(2).Select(row => row.Entry.StartsOn));
        Assert.Equal([new DateOnly(2027, 8, 31), new DateOnly(2027, 8, 31)], review.Rows.Take(2).Select(row => row.Entry.EndsOn));
        Assert.Equal(["03", "03"], review.Rows.Take(2).Select(row => row.Entry.CountyNumber));
        Assert.Equal([ContractKind.Apprentice, ContractKind.Apprentice, ContractKind.PracticeCertificateCandidate], review.Rows.Take(3).Select(row => row.Entry.Kind!.Value));
        Assert.Equal(ContractVariant.FullTrainingAtWork, review.Rows[3].Entry.Variant);
        Assert.Equal([Language.Nynorsk, Language.English], review.Rows.Skip(1).Take(2).Select(row => row.Entry.Language!.Value));
    }

    [Fact]
    public async Task Splits_a_single_name_at_its_last_space()
    {
        var file = RosterFile.Read(Encoding.UTF8.GetBytes(
            "Navn,E-post,Læreplan,Startdato,Sluttdato,Arbeidssted,Fylke\nKari Anne Moen,k@example.no,ITD03-01,18.08.2025,17.08.2027,Drift,Oslo\n\"Moen, Per\",p@example.no,ITD03-01,18.08.2025,17.08.2027,Drift,Oslo"));

        var review = await Hr.PreviewAsync(file);

        Assert.Equal([("Kari Anne", "Moen"), ("Per", "Moen")], review.Rows.Select(row => (row.Entry.GivenName, row.Entry.FamilyName)));
        Assert.Equal(2, review.Count(RowState.New));
    }

    [Fact]
    public async Task Names_the_row_that_a_row_doubles()
    {
        var review = await Hr.PreviewAsync(File(
            Row("A", vigo: "2026-1"), Row("B", vigo: "2026-1"), Row("C"), Row("C"), Row("D", start: "1.1.2026"), Row("E", email: "d.prove@example.no")));

        Assert.Equal("Samme Vigo-kontraktsnummer som rad 1 (2026-1).", review.Rows[1][RosterField.VigoNumber].Problem);
        Assert.Equal("Samme e-post og startdato som rad 3.", review.Rows[3][RosterField.Email].Problem);
        Assert.Equal("Samme e-post som rad 5, men en annen person.", review.Rows[5][RosterField.Email].Problem);
        Assert.Equal((3, 3), (review.Count(RowState.New), review.Count(RowState.Wrong)));
    }

    [BothDatabases]
    public async Task Shows_what_changes_from_what_to_what()
    {
        await Hr.ImportAsync(File(Row("A", vigo: "2025-1"), Row("B")));

        var review = await Hr.PreviewAsync(File(
            Row("A", vigo: "2025-1", workplace: "Utvikling Bodø", end: "17.10.2027", instructor: "Ny Mann", instructorEmail: "ny.mann@example.no", county: ""),
            Row("B", vigo: "2025-2", managerEmail: "KAI.LEDER@example.no", manager: "Kai L.", language: "nynorsk")));

        var (first, second) = (review.Rows[0], review.Rows[1]);
        Assert.Equal((RowState.Changed, RowState.Changed), (first.State, second.State));
        Assert.Equal(("Drift Bodø", "Utvikling Bodø"), (first[RosterField.Workplace].Old, first[RosterField.Workplace].Value));
        Assert.Equal(("17.8.2027", "17.10.2027"), (first[RosterField.EndsOn].Old, first[RosterField.EndsOn].Value));
        Assert.Equal(("Liv Instruks", "Ny Mann"), (first[RosterField.Instructor].Old, first[RosterField.Instructor].Value));
        Assert.Null(first[RosterField.County].Old);
        Assert.Equal("2025-2", second[RosterField.VigoNumber].Value);
        Assert.Null(second[RosterField.TrainingManager].Old);
        Assert.Equal("kai.leder@example.no er registrert som Kai Leder. Navnet endres ikke her.", second[RosterField.TrainingManager].Note);
        Assert.NotNull(second[RosterField.Language].Note);
    }

    [Fact]
    public async Task Tells_a_new_address_from_somebody_elses_contract()
    {
        await Hr.ImportAsync(File(Row("Anna", "Lie", vigo: "2025-1"), Row("Berit", "Moe", vigo: "2025-2")));

        var review = await Hr.PreviewAsync(File(
            Row("Anna", "Lie", email: "anna.ny@example.no", vigo: "2025-1"),
            Row("Carl", "Dahl", vigo: "2025-2"),
            Row("Anna", "Lie", start: "18.08.2027", end: "17.08.2029", email: "berit.moe@example.no")));

        Assert.Equal((RowState.Changed, "anna.lie@example.no"), (review.Rows[0].State, review.Rows[0][RosterField.Email].Old));
        Assert.Equal("Kontrakten står på Berit Moe (berit.moe@example.no). Er nummeret skrevet feil?", review.Rows[1][RosterField.VigoNumber].Problem);
        Assert.Equal("Adressen tilhører Berit Moe fra før. Er den skrevet feil?", review.Rows[2][RosterField.Email].Problem);
    }

    [Fact]
    public async Task Keeps_the_curriculum_of_a_plan_that_is_in_use()
    {
        await Hr.ImportAsync(File(Row(vigo: "2025-1")));
        await App.ChangeAsync(async db =>
        {
            var goal = await db.PlannedGoals.FirstAsync();
            goal.Rate(Level.Masters, null, App.Clock.Today, (await db.People.FirstAsync()).Id, App.Clock.GetUtcNow(), App.Clock.Today);
        });

        var row = Assert.Single((await Hr.PreviewAsync(File(Row(vigo: "2025-1", trade: "", curriculum: "IUV03-01")))).Rows);

        Assert.Equal(RuleTexts.CurriculumInUse, row[RosterField.Curriculum].Problem);
    }

    [BothDatabases]
    public async Task Asks_as_many_statements_for_two_rows_as_for_many()
    {
        var many = Enumerable.Range(1, 300).Select(number => Row("A", $"B{number}", vigo: $"2025-{number}", workplace: $"Sted {number}")).ToArray();
        await Hr.ImportAsync(File(many));

        var few = await App.Sql.CountAsync(() => Hr.PreviewAsync(File(many[..2])));
        var all = await App.Sql.CountAsync(() => Hr.PreviewAsync(File(many)));

        Assert.Equal(few, all);
    }

    [Fact]
    public async Task Reads_no_row_while_a_needed_column_is_missing()
    {
        var file = RosterFile.Read("Fornavn;Etternavn;Adresse\nA;B;a@example.no"u8.ToArray());

        var review = await Hr.PreviewAsync(file);

        Assert.Empty(review.Rows);
        Assert.Contains(RosterField.Email, review.Map.Missing);
    }

    [Fact]
    public async Task Writes_the_wrong_rows_with_their_reasons_and_no_formula()
    {
        var review = await Hr.PreviewAsync(File(Row("A"), Row("=HYPERLINK(1)", email: "feil")));

        var text = Encoding.UTF8.GetString(WrongRowsFile.Write(review));

        Assert.StartsWith("\uFEFF" + Headings + ";Feil\r\n", text, StringComparison.Ordinal);
        Assert.Contains("'=HYPERLINK(1);Prøve;feil;", text, StringComparison.Ordinal);
        Assert.Contains(";E-post: E-postadressen er ikke gyldig.", text, StringComparison.Ordinal);
        Assert.Equal(3, text.Split("\r\n").Length);
    }

    [Fact]
    public async Task Is_for_hr_alone()
    {
        foreach (var person in new[] { await Given.InstructorAsync(), await Given.TrainingManagerAsync(), await Given.AdministratorAsync(), await Given.PersonAsync(Roles.Apprentice) })
        {
            await Assert.ThrowsAsync<NotAllowedException>(() => App.As(person).PreviewAsync(OfAnEmployer()));
        }
    }
}
