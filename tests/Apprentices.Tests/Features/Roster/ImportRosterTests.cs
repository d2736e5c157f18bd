using System.Diagnostics;
using System.Globalization;
using Apprentices.Domain;
using Apprentices.Features.Roster;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Apprentices.Tests.Features.Roster.RosterExample;

namespace Apprentices.Tests.Features.Roster;

public sealed class ImportRosterTests : AppTests
{
    private Person importer = null!;

    private Acting Hr => App.As(importer);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await CurriculaAsync(App);
        importer = await Given.HrAsync();
    }

    [BothDatabases]
    public async Task Enters_each_contract_with_its_plan_its_talks_and_its_people()
    {
        var result = await Hr.ImportAsync(OfAnEmployer());

        Assert.Equal((24, 0, 0, 0), (result.Added, result.Changed, result.Unchanged, result.Wrong));
        var entered = await App.DbAsync(db => db.Apprenticeships
            .Include(a => a.Person).Include(a => a.Plan).Include(a => a.Evaluations).Include(a => a.Assignments).ThenInclude(s => s.Person)
            .AsSplitQuery().ToListAsync());
        Assert.Equal(24, entered.Count);

        var old = entered.Single(a => a.VigoNumber == "2020-6");
        Assert.Empty(old.Plan);
        Assert.Equal(4, old.Evaluations.Count);
        Assert.All(old.Evaluations, talk => Assert.Equal(EvaluationState.UnknownBeforeSystem, talk.State));

        var ordinary = entered.Single(a => a.VigoNumber == "2025-5");
        Assert.Equal((15, 4), (ordinary.Plan.Count, ordinary.Evaluations.Count));
        Assert.Equal(
            [new DateOnly(2026, 2, 17), new DateOnly(2026, 8, 17), new DateOnly(2027, 2, 17), new DateOnly(2027, 8, 17)],
            ordinary.Evaluations.OrderBy(talk => talk.Number).Select(talk => talk.DueOn));
        Assert.Equal([1, 2, 3, 4], ordinary.Plan.Select(goal => goal.HalfYear).Distinct().Order());

        var full = entered.Single(a => a.VigoNumber == "2025-4");
        Assert.Equal((ContractVariant.FullTrainingAtWork, 8), (full.Variant, full.Evaluations.Count));
        Assert.Equal(ContractKind.OnTheJobCandidate, entered.Single(a => a.VigoNumber == "2026-2").Kind);
        Assert.Equal((ContractKind.TrainingCandidate, 23), (entered.Single(a => a.VigoNumber == "2025-3").Kind, entered.Single(a => a.VigoNumber == "2025-3").Plan.Count));

        // Whoever imports is the HR contact of those in training, not of history.
        Assert.All(entered, a => Assert.Equal(
            a.EndsOn < App.Clock.Today ? ["Kai Leder", "Liv Instruks"] : ["Kai Leder", "Liv Instruks", importer.FullName],
            a.Assignments.OrderBy(s => s.Role).Select(s => s.Person.FullName)));
        Assert.All(entered.SelectMany(a => a.Assignments).Where(s => s.Role != AssignmentRole.HrContact), s => Assert.Equal(s.Apprenticeship.StartsOn, s.FromOn));
        Assert.Equal(Language.Nynorsk, entered.Single(a => a.VigoNumber == "2026-1").Person.Language);
        Assert.Equal(24 + 2 + 1, await App.DbAsync(db => db.People.CountAsync()));
        Assert.Equal(1, await App.DbAsync(db => db.Workplaces.CountAsync()));
        Assert.Equal(Roles.Instructor, await App.DbAsync(db => db.People.Where(p => p.Email == "liv.instruks@example.no").Select(p => p.Roles).SingleAsync()));
        Assert.Equal(result.TalksFromBefore, await App.DbAsync(db => db.Evaluations.CountAsync(e => e.State == EvaluationState.UnknownBeforeSystem)));
    }

    [BothDatabases]
    public async Task Changes_nothing_when_the_same_file_comes_again()
    {
        await Hr.ImportAsync(OfAnEmployer());
        var before = await VersionsAsync();
        App.Clock.Set(App.Clock.Today.AddDays(40));

        var result = await Hr.ImportAsync(OfAnEmployer());

        Assert.Equal((0, 0, 24, 0), (result.Added, result.Changed, result.Unchanged, result.Wrong));
        Assert.Equal(before, await VersionsAsync());
    }

    [BothDatabases]
    public async Task Corrects_what_changed_and_is_content_with_it_the_next_time()
    {
        await Hr.ImportAsync(File(Row("A", "Lie", vigo: "2025-1"), Row("B", vigo: "2025-2")));
        var changed = File(
            Row("A", "Lie-Moe", email: "a.ny@example.no", vigo: "2025-1", workplace: "Utvikling", end: "17.02.2028", instructor: "Ny Mann", instructorEmail: "ny@example.no"),
            Row("B", vigo: "2025-2", kind: "Opplæringskontrakt", county: "Oslo"));

        var result = await Hr.ImportAsync(changed);
        var again = await Hr.ImportAsync(changed);

        Assert.Equal((2, 2), (result.Changed, again.Unchanged));
        var corrected = await App.DbAsync(db => db.Apprenticeships
            .Include(a => a.Person).Include(a => a.Workplace).Include(a => a.Evaluations).Include(a => a.Assignments).ThenInclude(s => s.Person)
            .SingleAsync(a => a.VigoNumber == "2025-1"));
        Assert.Equal(("A Lie-Moe", "a.ny@example.no", "Utvikling", 5), (corrected.Person.FullName, corrected.Person.Email, corrected.Workplace.Name, corrected.Evaluations.Count));
        Assert.Equal(
            [("Liv Instruks", App.Clock.Today.AddDays(-1)), ("Ny Mann", default(DateOnly?))],
            corrected.Assignments.Where(s => s.Role == AssignmentRole.Instructor).OrderBy(s => s.FromOn).Select(s => (s.Person.FullName, s.ToOn)));
    }

    [BothDatabases]
    public async Task Saves_the_good_rows_and_leaves_the_wrong_ones()
    {
        var result = await Hr.ImportAsync(File(Row("A"), Row("B", curriculum: "FEIL"), Row("C")));

        Assert.Equal((2, 1), (result.Added, result.Wrong));
        Assert.Equal(2, await App.DbAsync(db => db.Apprenticeships.CountAsync()));
    }

    [BothDatabases]
    public async Task Saves_nothing_at_all_when_it_fails_in_the_middle()
    {
        var review = await Hr.PreviewAsync(File([.. Enumerable.Range(1, 450).Select(number => Row("A", $"B{number}"))]));
        var fails = new Reports(progress => throw new IOException($"The line went dead after {progress.Done}."));

        await Assert.ThrowsAsync<IOException>(() => Hr.RunAsync((ImportRoster import) => import.RunAsync(review, fails)));

        Assert.Equal((0, 1), (await App.DbAsync(db => db.Apprenticeships.CountAsync()), await App.DbAsync(db => db.People.CountAsync())));
    }

    [BothDatabases]
    public async Task Can_be_stopped_and_then_saves_nothing()
    {
        var review = await Hr.PreviewAsync(File([.. Enumerable.Range(1, 450).Select(number => Row("A", $"B{number}"))]));
        using var stop = new CancellationTokenSource();
        var stops = new Reports(_ => stop.Cancel());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Hr.RunAsync((ImportRoster import) => import.RunAsync(review, stops, stop.Token)));

        Assert.Equal(0, await App.DbAsync(db => db.Apprenticeships.CountAsync()));
    }

    [BothDatabases]
    public async Task Refuses_when_something_changed_since_the_preview()
    {
        var review = await Hr.PreviewAsync(File(Row("A")));
        await Hr.ImportAsync(File(Row("A", workplace: "Et annet sted")));

        var refused = await Assert.ThrowsAsync<RuleException>(() => Hr.RunAsync((ImportRoster import) => import.RunAsync(review)));

        Assert.Equal(RosterTexts.ChangedSincePreview, refused.Message);
        Assert.Equal("Et annet sted", await App.DbAsync(db => db.Apprenticeships.Select(a => a.Workplace.Name).SingleAsync()));
    }

    /// <summary>Some hundreds in the daily run; ROSTER_ROWS says how many for the long one (docs/testing.md).</summary>
    [BothDatabases]
    public async Task Takes_a_file_of_many_rows()
    {
        var many = int.TryParse(Environment.GetEnvironmentVariable("ROSTER_ROWS"), CultureInfo.InvariantCulture, out var asked) ? asked : 250;
        var rows = Enumerable.Range(1, many).Select(number => Row("A", $"B{number}", vigo: $"2025-{number}")).ToArray();
        var review = await Hr.PreviewAsync(File(rows));
        var reports = new List<ImportRoster.Progress>();

        var watch = Stopwatch.StartNew();
        var result = await Hr.RunAsync((ImportRoster import) => import.RunAsync(review, new Reports(reports.Add)));
        TestContext.Current.TestOutputHelper?.WriteLine($"{watch.Elapsed.TotalSeconds:0.0} s");

        Assert.Equal(many, result.Added);
        Assert.Equal(new ImportRoster.Progress(many, many), reports[^1]);
        Assert.Equal(many, await App.DbAsync(db => db.Database.SqlQueryRaw<int>(db.Database.IsSqlite() ? CountedBySqlite : CountedByPostgreSql).SingleAsync()));
        Assert.Equal(many, (await Hr.PreviewAsync(File(rows))).Count(RowState.Unchanged));
    }

    [Fact]
    public async Task Names_no_hr_contact_when_a_command_imports()
    {
        await App.AsConsole().ImportAsync(File(Row()));

        Assert.DoesNotContain(await App.DbAsync(db => db.Assignments.ToListAsync()), s => s.Role == AssignmentRole.HrContact);
    }

    [Fact]
    public async Task Is_for_hr_alone()
    {
        var review = await Hr.PreviewAsync(OfAnEmployer());
        foreach (var person in new[] { await Given.InstructorAsync(), await Given.TrainingManagerAsync(), await Given.AdministratorAsync(), await Given.PersonAsync(Roles.Apprentice) })
        {
            await Assert.ThrowsAsync<NotAllowedException>(() => App.As(person).RunAsync((ImportRoster import) => import.RunAsync(review)));
        }
    }

    /// <summary>How many contracts the database believes it has.</summary>
    private const string CountedBySqlite = """SELECT CAST(stat AS INTEGER) AS "Value" FROM sqlite_stat1 WHERE tbl = 'Apprenticeships' LIMIT 1""";

    private const string CountedByPostgreSql = """SELECT CAST(reltuples AS INTEGER) AS "Value" FROM pg_class WHERE relname = 'Apprenticeships'""";

    private Task<List<int>> VersionsAsync() => App.DbAsync(async db =>
        (List<int>)[.. await db.Apprenticeships.OrderBy(a => a.Id).Select(a => a.Version).ToListAsync(), .. await db.People.OrderBy(p => p.Id).Select(p => p.Version).ToListAsync()]);

    private sealed class Reports(Action<ImportRoster.Progress> report) : IProgress<ImportRoster.Progress>
    {
        public void Report(ImportRoster.Progress value) => report(value);
    }
}
