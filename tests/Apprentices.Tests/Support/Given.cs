using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Support;

/// <summary>What a test takes for granted. Everything has a default; a test names only what it is about.</summary>
public sealed class Given(TestApp app)
{
    private static readonly string[] GivenNames =
        ["Mari", "Ola", "Aisha", "Per", "Ingrid", "Jonas", "Sunniva", "Mohammed", "Eli", "Tor", "Åse", "Øystein"];

    private static readonly string[] FamilyNames = ["Berg", "Haugen", "Nilsen", "Ali", "Dahl", "Ås", "Lunde", "Øygard", "Moen", "Solberg", "Vik"];

    private int people;

    /// <summary>The code of the curriculum that contracts have unless a test says another.</summary>
    public const string CurriculumCode = "TEST01-01";

    public Task<Person> HrAsync(string? named = null) => PersonAsync(Roles.Hr, named);

    public Task<Person> InstructorAsync(string? named = null) => PersonAsync(Roles.Instructor, named);

    public Task<Person> TrainingManagerAsync(string? named = null) => PersonAsync(Roles.TrainingManager, named);

    public Task<Person> AdministratorAsync(string? named = null) => PersonAsync(Roles.Administrator, named);

    /// <param name="roles">What the person may be in the app.</param>
    /// <param name="named">Given and family name, parted by the last space.</param>
    /// <param name="email">An address of the person's own unless given.</param>
    /// <param name="language">What the person reads.</param>
    public async Task<Person> PersonAsync(
        Roles roles = Roles.None, string? named = null, string? email = null, Language language = Language.Bokmal)
    {
        var number = Interlocked.Increment(ref people);
        named ??= $"{GivenNames[number % GivenNames.Length]} {FamilyNames[number % FamilyNames.Length]}";
        var split = named.LastIndexOf(' ');
        var person = Person.Enter(named[..split], named[(split + 1)..], email ?? $"person{number}@example.no", language, roles);
        await app.ChangeAsync(async db => await db.AddAsync(person));
        return person;
    }

    /// <summary>A curriculum of our own, with so many goals; the one of that code if it is there already.</summary>
    public async Task<Curriculum> CurriculumAsync(string code = CurriculumCode, int goals = 8)
    {
        var known = await app.DbAsync(db => db.Curricula.Include(c => c.AllGoals).SingleOrDefaultAsync(c => c.Code == code));
        if (known is not null)
        {
            return known;
        }

        var name = new LocalText("Prøvefaget", "Prøvefaget", "The trial trade");
        var curriculum = new Curriculum(code, "LK20", TradeFamily.IctService, name, name, new DateOnly(2020, 8, 1), validTo: null);
        curriculum.BeginEdition(app.Clock.GetUtcNow());
        for (var order = 1; order <= goals; order++)
        {
            curriculum.Add(new Goal($"KM{9000 + order}", order, new LocalText($"Mål {order}", $"Mål {order}", $"Goal {order}")));
        }

        await app.ChangeAsync(async db => await db.AddAsync(curriculum));
        return curriculum;
    }

    public async Task<Workplace> WorkplaceAsync(string name = "Drift")
    {
        var known = await app.DbAsync(db => db.Workplaces.SingleOrDefaultAsync(w => w.Name == name));
        if (known is not null)
        {
            return known;
        }

        var workplace = Workplace.Named(name);
        await app.ChangeAsync(async db => await db.AddAsync(workplace));
        return workplace;
    }

    /// <summary>A contract with its plan and its talks, by default two years that began half a year before the clock's day.</summary>
    /// <param name="apprentice">A new person unless given.</param>
    /// <param name="startsOn">The first day.</param>
    /// <param name="endsOn">The last day; two years after the first unless given.</param>
    /// <param name="instructor">Assigned from the first day, as are the others.</param>
    /// <param name="trainingManager">Faglig leder.</param>
    /// <param name="hrContact">The one of HR who may read the content of the talks.</param>
    /// <param name="goals">How many goals the curriculum has, where none of that code is there yet.</param>
    /// <param name="enteredOn">The day the record was entered; the first day unless given, so that no talk is from before it.</param>
    /// <param name="vigoNumber">The county's number of the contract.</param>
    /// <param name="curriculum">The code of a curriculum.</param>
    /// <param name="workplace">The name of a workplace.</param>
    /// <param name="county">The number of the county that holds the contract.</param>
    /// <param name="trainingOffice">The training office that is party to it, if any.</param>
    public async Task<Apprenticeship> ApprenticeshipAsync(
        Person? apprentice = null,
        DateOnly? startsOn = null,
        DateOnly? endsOn = null,
        Person? instructor = null,
        Person? trainingManager = null,
        Person? hrContact = null,
        int goals = 8,
        DateOnly? enteredOn = null,
        string? vigoNumber = null,
        string curriculum = CurriculumCode,
        string workplace = "Drift",
        string county = "03",
        string? trainingOffice = null)
    {
        apprentice ??= await PersonAsync(Roles.Apprentice);
        var goalsToReach = await CurriculumAsync(curriculum, goals);
        var place = await WorkplaceAsync(workplace);
        var start = startsOn ?? app.Clock.Today.AddMonths(-6);
        var terms = new Apprenticeship.Terms(
            ContractKind.Apprentice, ContractVariant.Ordinary, vigoNumber, goalsToReach.Code, county, place.Id, start,
            endsOn ?? start.AddYears(2).AddDays(-1))
        { TrainingOffice = trainingOffice };
        var apprenticeship = Apprenticeship.Enter(apprentice, terms, goalsToReach, enteredOn ?? start);

        await app.ChangeAsync(async db =>
        {
            db.Attach(apprentice);
            await db.AddAsync(apprenticeship);
            Assign(trainingManager, AssignmentRole.TrainingManager);
            Assign(instructor, AssignmentRole.Instructor);
            Assign(hrContact, AssignmentRole.HrContact);
            apprenticeship.ScheduleDuties(DutyRules.Default);

            void Assign(Person? person, AssignmentRole role)
            {
                if (person is not null)
                {
                    db.Attach(person);
                    apprenticeship.Assign(person, role, start);
                }
            }
        });
        return apprenticeship;
    }

    /// <summary>A template with a task at the usual workplace for the first two goals and a course for the third, so that the others are gaps.</summary>
    /// <param name="publisher">Who has published it; unpublished unless named.</param>
    /// <param name="name">The template's name.</param>
    /// <param name="curriculum">The code of its curriculum.</param>
    public async Task<PlanTemplate> TemplateAsync(Person? publisher = null, string name = "Slik gjør vi det", string curriculum = CurriculumCode)
    {
        var (goals, place) = (await CurriculumAsync(curriculum), await WorkplaceAsync());
        var template = PlanTemplate.Create(name, goals);
        template.Add(new TaskTerms("Betjene brukerstøtten", TaskKind.Task, 1) { WorkplaceId = place.Id, Method = "Sammen med en erfaren kollega" }, ["KM9001", "KM9002"]);
        template.Add(new TaskTerms("Kurs i sikkerhet", TaskKind.Course, 2) { Responsible = TaskResponsible.Other, ResponsibleName = "Kurssenteret" }, ["KM9003"]);
        if (publisher is not null)
        {
            template.Publish("Første utgave", publisher.Id, app.Clock.Today);
        }

        await app.ChangeAsync(async db => await db.AddAsync(template));
        return template;
    }

    /// <summary>Lets the plan of a contract follow the latest edition of a template.</summary>
    public Task FollowAsync(Apprenticeship apprenticeship, PlanTemplate template) => app.ChangeAsync(async db =>
    {
        var follower = await db.Apprenticeships.Include(a => a.Plan).Include(a => a.Tasks).Include(a => a.Interruptions).SingleAsync(a => a.Id == apprenticeship.Id);
        follower.Follow(template, template.Editions[^1]);
    });

    /// <summary>An access token and its secret; made on the command line unless by somebody.</summary>
    public async Task<(AccessToken Token, string Secret)> TokenAsync(string name = "Et annet system", DateOnly? expiresOn = null, Person? createdBy = null)
    {
        var today = app.Clock.Today;
        var made = AccessToken.Create(name, AccessScope.WhatIf, expiresOn ?? AccessToken.UsualExpiry(today), createdBy?.Id, app.Clock.GetUtcNow(), today);
        await app.ChangeAsync(async db => await db.AddAsync(made.Token));
        return made;
    }

    /// <summary>An access token of somebody's own.</summary>
    public async Task<(AccessToken Token, string Secret)> OwnTokenAsync(Person of, AccessScope scope = AccessScope.Apprenticeships)
    {
        var today = app.Clock.Today;
        var made = AccessToken.Create("Mitt regneark", scope, AccessToken.UsualOwnExpiry(today), of.Id, app.Clock.GetUtcNow(), today, isOwn: true);
        await app.ChangeAsync(async db => await db.AddAsync(made.Token));
        return made;
    }

    /// <summary>The first talk of a contract, due on the day.</summary>
    public async Task<Evaluation> EvaluationAsync(DateOnly dueOn, Person? apprentice = null, Person? instructor = null, Person? trainingManager = null)
    {
        var apprenticeship = await ApprenticeshipAsync(
            apprentice, startsOn: dueOn.AddDays(1).AddMonths(-6), instructor: instructor, trainingManager: trainingManager);
        var evaluation = apprenticeship.Evaluations[0];
        return evaluation.DueOn == dueOn
            ? evaluation
            : throw new ArgumentException($"No contract has a talk due on {dueOn:O}: take a day before the 28th.", nameof(dueOn));
    }
}
