using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Roster;
using Apprentices.Tests.Features.Roster;
using Apprentices.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Access;

/// <summary>
/// One apprenticeship with everything that can be asked about, another beside it, and somebody in each seat. Every question
/// finds the same rows: what the one before it changed in the database is put back.
/// </summary>
public sealed partial class Scene : IDisposable
{
    /// <summary>Where the apprentice has typed something and not saved it.</summary>
    public const string DraftPlace = "log/matrix";

    /// <summary>What the talks say.</summary>
    public const string Said = "Vi snakket om høsten.";

    /// <summary>A curriculum that has come in a second edition.</summary>
    public const string TwoEditions = "TEST02-01";

    private readonly Dictionary<Seat, Person> people = [];
    private readonly SqliteConnection asItIs;
    private readonly SqliteConnection asItWas = new("Data Source=:memory:");
    private long version;

    private Scene(TestApp app, Apprenticeship apprenticeship, Dictionary<Seat, Person> people, string file)
    {
        (App, Apprenticeship, this.people) = (app, apprenticeship, people);
        asItIs = new SqliteConnection($"Data Source={file};Pooling=False");
        asItIs.Open();
        asItWas.Open();
        asItIs.BackupDatabase(asItWas);
        version = Version();
    }

    public TestApp App { get; }

    public Apprenticeship Apprenticeship { get; }

    public Guid Id => Apprenticeship.Id;

    public PlannedGoal Goal => Apprenticeship.Plan[0];

    /// <summary>She is received by another instructor within a week; the hand-over is open.</summary>
    public Placement Placement => Apprenticeship.Placements[0];

    /// <summary>A talk that nobody knows about: its window had ended when the record was entered.</summary>
    public Evaluation FromBefore => Talk(1);

    /// <summary>Held and signed by the instructor of that time, signed by the apprentice.</summary>
    public Evaluation Signed => Talk(2);

    /// <summary>Held by the training manager; nobody has signed.</summary>
    public Evaluation Held => Talk(3);

    public Evaluation Planned => Talk(4);

    /// <summary>The last day to register her for the final test.</summary>
    public TrackedDuty Registration => Apprenticeship.Duties.Single(duty => duty.Kind == DutyKind.RegistrationDeadline);

    /// <summary>The attest of another apprentice of the training manager's, whose contract ended before its time.</summary>
    public required TrackedDuty Attest { get; init; }

    /// <summary>The template her plan follows, published again since: what is new waits for an answer.</summary>
    public required PlanTemplate Template { get; init; }

    public PlannedTask PlannedTask => Apprenticeship.Tasks[0];

    /// <summary>Her plan as it was put forward, before it followed the template; she has not agreed to it.</summary>
    public PlanEdition PlanEdition => Apprenticeship.PlanEditions[0];

    public required LogEntry LogEntry { get; init; }

    /// <summary>What the instructor of that time has seen her do.</summary>
    public required Observation Observation { get; init; }

    /// <summary>A picture with her entry, and one with an entry she has not saved.</summary>
    public Attachment LogFile => LogEntry.Attachments[0];

    public required Attachment DraftFile { get; init; }

    /// <summary>What HR saw of a roster with one new apprentice, before confirming it.</summary>
    public required RosterReview Review { get; init; }

    public required Reminder Reminder { get; init; }

    /// <summary>Her instructor is away some days from tomorrow on, and the one who stands in for her already is the deputy.</summary>
    public required Leave Leave { get; init; }

    /// <summary>The form of the half-yearly talk, as it ships.</summary>
    public required EvaluationForm Form { get; init; }

    public Person? this[Seat seat] => people.GetValueOrDefault(seat);

    public static async Task<Scene> SetAsync(TestApp app)
    {
        var (given, today) = (app.Given, app.Clock.Today);
        var seats = new Dictionary<Seat, Person>
        {
            [Seat.Hr] = await given.HrAsync("Hanne Rød"),
            [Seat.NamedHr] = await given.HrAsync("Nina Rød"),
            [Seat.Manager] = await given.TrainingManagerAsync("Frida Leder"),
            [Seat.OtherManager] = await given.TrainingManagerAsync("Anders Leder"),
            [Seat.Instructor] = await given.InstructorAsync("Inga Veien"),
            [Seat.OtherInstructor] = await given.InstructorAsync("Arne Veien"),
            [Seat.FormerInstructor] = await given.InstructorAsync("Tove Veien"),
            [Seat.Apprentice] = await given.PersonAsync(Roles.Apprentice, "Liv Lund"),
            [Seat.OtherApprentice] = await given.PersonAsync(Roles.Apprentice, "Else Bakke"),
            [Seat.Deputy] = await given.PersonAsync(Roles.None, "Dina Vikar"),
            [Seat.Mentor] = await given.InstructorAsync("Fredrik Fadder"),
            [Seat.Receiver] = await given.InstructorAsync("Rune Mottak"),
            [Seat.Administrator] = await given.AdministratorAsync("Dag Drift"),
            [Seat.UnitHr] = await given.HrAsync("Una Enhet"),
            [Seat.Deactivated] = await given.HrAsync("Siri Sluttet"),
            [Seat.OtherUnitHr] = await given.HrAsync("Berit Enhet"),
            [Seat.Auditor] = await given.PersonAsync(Roles.None, "Rita Revisor"),
            [Seat.FormerAuditor] = await given.PersonAsync(Roles.None, "Geir Revisor"),
            [Seat.OtherAuditor] = await given.PersonAsync(Roles.None, "Pia Revisor"),
        };
        var other = await given.ApprenticeshipAsync(seats[Seat.OtherApprentice], instructor: seats[Seat.OtherInstructor], trainingManager: seats[Seat.OtherManager]);
        var entered = await given.ApprenticeshipAsync(
            seats[Seat.Apprentice], startsOn: today.AddMonths(-19), enteredOn: today.AddMonths(-12), vigoNumber: "V-2025-1",
            trainingManager: seats[Seat.Manager], hrContact: seats[Seat.NamedHr], instructor: seats[Seat.FormerInstructor]);

        var template = await app.TemplateAsync(seats[Seat.Manager]);
        var written = await app.DbAsync(async db =>
        {
            var apprenticeship = await db.Apprenticeships
                .Include(a => a.Plan).ThenInclude(goal => goal.Ratings).Include(a => a.Evaluations).ThenInclude(talk => talk.Signatures)
                .WithDuties().Include(a => a.Person).Include(a => a.Curriculum)
                .SingleAsync(a => a.Id == entered.Id);
            var change = Fill(db, apprenticeship, seats, app.Clock);
            apprenticeship.PutForward(apprenticeship.Curriculum, seats[Seat.Manager].Id, app.Clock.GetUtcNow());
            apprenticeship.Follow(template, template.Editions[0]);
            await db.SaveChangesAsync();
            return (apprenticeship, change.Entry, change.Reminder, change.Observation, change.DraftFile);
        });
        await app.PublishAsync(template, seats[Seat.Manager], t => t.Add(TemplateExample.Terms("Kurs i nettverk", 1), ["KM9004"]));
        template = await app.DbAsync(db => db.PlanTemplates.AsNoTracking().Include(t => t.Tasks).SingleAsync(t => t.Id == template.Id));
        await given.CurriculumAsync(TwoEditions, goals: 2);
        await app.ChangeAsync(async db =>
        {
            var curriculum = await db.Curricula.Include(c => c.AllGoals).Include(c => c.Editions).SingleAsync(c => c.Code == TwoEditions);
            curriculum.BeginEdition(app.Clock.GetUtcNow());
            curriculum.Add(new Goal("KM9002", 1, new LocalText("Mål 2, skrevet om", "Mål 2, omskrive", "Goal 2, rewritten")));
        });
        var attest = await EndAsync(app, seats[Seat.Manager]);
        var leave = new Leave(seats[Seat.Instructor].Id, today.AddDays(1), today.AddDays(4), seats[Seat.Deputy].Id);
        await app.ChangeAsync(async db => await db.AddAsync(leave));
        await RosterExample.CurriculaAsync(app);
        var review = await app.AsConsole().PreviewAsync(RosterExample.File(RosterExample.Row()));
        var audit = await GiveAccessAsync(app, seats, entered, other);
        var path = await app.DbAsync(db => Task.FromResult(db.Database.GetDbConnection().DataSource));
        return new Scene(app, written.apprenticeship, seats, path)
        {
            LogEntry = written.Entry,
            Observation = written.Observation,
            DraftFile = written.DraftFile,
            Review = review,
            Reminder = written.Reminder,
            Leave = leave,
            Form = await app.DbAsync(db => db.EvaluationForms.AsNoTracking().Include(form => form.Editions).SingleAsync(form => form.ShippedKey == "half-year")),
            Attest = attest,
            Audit = audit,
            Template = template,
        };
    }

    /// <summary>Puts the rows back that a question has changed.</summary>
    public void PutBack()
    {
        if (version != Version())
        {
            asItWas.BackupDatabase(asItIs);
            version = Version();
        }
    }

    public void Dispose()
    {
        asItIs.Dispose();
        asItWas.Dispose();
    }

    /// <summary>It is another as soon as another connection has changed something.</summary>
    private long Version()
    {
        using var ask = asItIs.CreateCommand();
        ask.CommandText = "PRAGMA data_version";
        return (long)ask.ExecuteScalar()!;
    }

    private static async Task<TrackedDuty> EndAsync(TestApp app, Person manager)
    {
        var (today, contract) = (app.Clock.Today, await app.Given.ApprenticeshipAsync(await app.Given.PersonAsync(Roles.Apprentice, "Nils Vik"), trainingManager: manager));
        return await app.DbAsync(async db =>
        {
            var record = await db.Apprenticeships.WithRecord().SingleAsync(a => a.Id == contract.Id);
            record.Record(new ContractTerminated(today.AddDays(-1), TerminationWay.ByCountyDecision), Decider.County, today);
            record.ScheduleDuties(DutyRules.Default);
            await db.SaveChangesAsync();
            return record.Duties.Single(duty => duty.Kind == DutyKind.Attest);
        });
    }

    private Evaluation Talk(int number) => Apprenticeship.Evaluations.Single(talk => talk.Number == number);

    private static (LogEntry Entry, Reminder Reminder, Observation Observation, Attachment DraftFile) Fill(AppDbContext db, Apprenticeship hers, Dictionary<Seat, Person> people, TestClock clock)
    {
        var (today, now) = (clock.Today, clock.GetUtcNow());
        var (former, apprentice) = (people[Seat.FormerInstructor].Id, people[Seat.Apprentice].Id);
        db.Attach(people[Seat.Instructor]);
        hers.Assign(people[Seat.Instructor], AssignmentRole.Instructor, today.AddDays(-10));
        db.Attach(people[Seat.Deputy]);
        db.Attach(people[Seat.Mentor]);
        hers.Deputise(people[Seat.Deputy], AssignmentRole.Instructor, today.AddDays(-5), today.AddDays(5));
        hers.Assign(people[Seat.Mentor], AssignmentRole.Mentor, today.AddDays(-5));
        db.Attach(people[Seat.Receiver]);
        hers.Place(hers.WorkplaceId, people[Seat.Receiver], today.AddDays(6), today.AddDays(60), today);
        hers.Plan[0].Rate(Level.UnderWay, "Godt i gang.", today.AddMonths(-2), former, now, today);

        var talks = hers.Evaluations.OrderBy(talk => talk.Number).ToList();
        talks[1].Hold(talks[1].DueOn, Said, former, today);
        talks[1].Sign(former, Roles.Instructor, now);
        talks[1].Sign(apprentice, Roles.Apprentice, now);
        talks[2].Hold(talks[2].DueOn, Said, people[Seat.Manager].Id, today);

        var draft = new Draft(apprentice, DraftPlace);
        draft.Keep("Ikke ferdig", now);
        var reminder = talks[3].Promise(apprentice, -30, now);
        var entry = HandedIn.Entry(hers, today, "Satte opp en tjener.", [hers.Plan[0]], now, today);
        entry.Attach(Picture(hers, now), most: 10);
        var draftFile = Picture(hers, now);
        var change = hers.Record(new ContractApproved(today.AddDays(-5)), Decider.County, today);
        var observation = Observation.Write(hers, today.AddMonths(-1), "Forklarte en kollega feilen.", [hers.Plan[0]], former, now, today);
        var off = new PutOff(people[Seat.Manager].Id, PutOffKind.Quiet, hers.Id);
        off.Until(today.AddDays(1));
        db.AddRange(draft, reminder, entry, draftFile, observation, off, new EntryReason(change, null, Said));
        return (entry, reminder, observation, draftFile);
    }

    private static Attachment Picture(Apprenticeship hers, DateTimeOffset now) =>
        new(hers.Id, hers.PersonId, now, "skap.jpg", AttachmentKind.Image, "image/jpeg", 3, "", new AttachmentContent([0xFF, 0xD8, 0xFF], [0xFF, 0xD8, 0xFF]));
}
