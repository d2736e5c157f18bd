using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Samples;

/// <summary>
/// Believable apprenticeships in any number, for benchmarks and trials: a third over, the others at every point of their way,
/// with plans, ratings, talks and logs, and a supervisor for about six of them. The same number gives the same ones. Demo only.
/// </summary>
public sealed class SeedDatabase(IDbContextFactory<AppDbContext> database, TimeProvider clock, DutyRulebook rulebook)
{
    private const int Batch = 200;
    private const int ApprenticesPerSupervisor = 6;
    private const int DaysOfStarts = 3 * 365;

    private static readonly (string Curriculum, string County, string Place)[] Kinds =
    [
        ("ITD03-01", "03", "IT-drift Oslo"), ("SOA03-01", "46", "Servicesenter Bergen"), ("ITD03-01", "50", "Brukerstøtte Trondheim"),
        ("IUV03-01", "03", "Utvikling Oslo"), ("SOA03-01", "55", "HR og lønn Tromsø"), ("ITD03-01", "11", "IT-drift Stavanger"),
        ("SOA03-01", "34", "Arkiv Hamar"), ("IUV03-01", "42", "Utvikling Kristiansand"),
    ];

    /// <exception cref="RuleException">The database is no demo.</exception>
    public async Task RunAsync(int count, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        var employer = SampleEmployer.Read();
        var staff = await PrepareAsync(employer, count, cancel);
        var record = new SampleRecord(employer, clock.Today());
        for (var done = 0; done < count; done += Batch)
        {
            await AddBatchAsync(employer, staff, record, done, Math.Min(Batch, count - done), cancel);
            progress?.Report(Math.Min(done + Batch, count));
        }

        await using var db = await database.CreateDbContextAsync(cancel);
        await TableStatistics.TryCountAsync(db);
    }

    private async Task<Staff> PrepareAsync(SampleEmployer employer, int count, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        Rule.Require(await db.Installations.AnyAsync(installation => installation.IsDemo, cancel), SampleTexts.NotADemo);

        // A second run goes on where the first ended, so that no address comes twice.
        var before = await db.Apprenticeships.CountAsync(cancel);
        var instructors = People(employer, Math.Max(1, count / ApprenticesPerSupervisor), Roles.Instructor, $".i{before}");
        var managers = People(employer, Math.Max(1, count / ApprenticesPerSupervisor / 4), Roles.TrainingManager, $".f{before}");
        var hr = People(employer, 1, Roles.Hr, $".hr{before}")[0];
        db.AddRange(instructors);
        db.AddRange(managers);
        db.Add(hr);

        var known = await db.Workplaces.ToDictionaryAsync(workplace => workplace.Name, cancel);
        foreach (var (_, _, place) in Kinds.Where(kind => !known.ContainsKey(kind.Place)))
        {
            db.Add(known[place] = Workplace.Named(place));
        }

        await db.SaveChangesAsync(cancel);
        var curricula = await db.Curricula.AsNoTracking().Include(curriculum => curriculum.AllGoals).ToDictionaryAsync(curriculum => curriculum.Code, cancel);
        var templates = await db.PlanTemplates.AsNoTracking().Where(template => template.Published > 0).Include(template => template.Editions).ToListAsync(cancel);
        return new(
            before, instructors, managers, hr, known, curricula,
            templates.DistinctBy(template => template.CurriculumCode).ToDictionary(template => template.CurriculumCode), await rulebook.ReadAsync(db, cancel));
    }

    private async Task AddBatchAsync(SampleEmployer employer, Staff staff, SampleRecord record, int from, int count, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        for (var number = from; number < from + count; number++)
        {
            cancel.ThrowIfCancellationRequested();
            Add(db, employer, staff, record, number);
        }

        db.ChangeTracker.DetectChanges();
        await db.SaveChangesAsync(cancel);
    }

    private void Add(AppDbContext db, SampleEmployer employer, Staff staff, SampleRecord record, int number)
    {
        var (code, county, place) = Kinds[number % Kinds.Length];
        var language = number % 8 == 3 && code != "IUV03-01" ? Language.Nynorsk : Language.Bokmal;
        var name = NameOf(employer, number);
        var person = SampleEmployer.Enter(name, SampleEmployer.EmailOf(name, $".{staff.Before + number}"), language, Roles.Apprentice, phone: null);

        var start = SampleRecord.NextWeekday(clock.Today().AddDays(-(int)((long)number * 367 % DaysOfStarts)));
        var terms = new Apprenticeship.Terms(
            ContractKind.Apprentice, ContractVariant.Ordinary, $"S-{staff.Before + number}", code, county, staff.Workplaces[place].Id,
            start, start.AddMonths(24).AddDays(-1));
        var apprenticeship = Apprenticeship.Enter(person, terms, staff.Curricula[code], start);
        var instructor = staff.Instructors[number / ApprenticesPerSupervisor % staff.Instructors.Count];
        apprenticeship.Assign(staff.Managers[number / (ApprenticesPerSupervisor * 4) % staff.Managers.Count], AssignmentRole.TrainingManager, start);
        apprenticeship.Assign(instructor, AssignmentRole.Instructor, start);
        apprenticeship.Assign(staff.Hr, AssignmentRole.HrContact, start);
        if (staff.Templates.TryGetValue(code, out var template))
        {
            apprenticeship.Follow(template, template.Editions.MaxBy(edition => edition.Number)!);
        }

        db.Add(person);
        db.Add(apprenticeship);
        db.AddRange(record.Tell(apprenticeship, person, language, instructor, CourseOf(number)));
        apprenticeship.ScheduleDuties(staff.Rules);
        record.SettleDuties(apprenticeship, staff.Hr.Id, leaveOpen: number % 9 == 4);
    }

    private static SampleRecord.Course CourseOf(int number) => new(
        Pace: (number % 7) switch { 2 => 0.5, 5 => 0.75, 6 => 1.1, _ => 1 },
        LatestTalk: (number % 11) switch { 4 => SampleRecord.LatestTalk.Overdue, 9 => SampleRecord.LatestTalk.Unsigned, _ => SampleRecord.LatestTalk.Signed },
        NextTalkAgreed: number % 3 == 0,
        LogEntries: number % 5);

    private static string NameOf(SampleEmployer employer, int number) =>
        $"{employer.GivenNames[number % employer.GivenNames.Count]} {employer.FamilyNames[((number * 7) + (number / employer.GivenNames.Count)) % employer.FamilyNames.Count]}";

    private static List<Person> People(SampleEmployer employer, int count, Roles role, string suffix) =>
    [
        .. Enumerable.Range(0, count).Select(number =>
        {
            var name = NameOf(employer, (number * 13) + (int)role);
            return SampleEmployer.Enter(name, SampleEmployer.EmailOf(name, $"{suffix}.{number}"), Language.Bokmal, role, phone: null);
        }),
    ];

    private sealed record Staff(
        int Before, List<Person> Instructors, List<Person> Managers, Person Hr, Dictionary<string, Workplace> Workplaces, Dictionary<string, Curriculum> Curricula,
        Dictionary<string, PlanTemplate> Templates, DutyRules Rules);
}
