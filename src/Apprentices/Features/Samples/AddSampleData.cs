using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Samples;

/// <summary>
/// At the first start of the app on an empty demo database: puts in the invented employer, so that every state of an
/// apprenticeship can be seen. Its days are counted from today. No command does this.
/// </summary>
public sealed partial class AddSampleData(IDbContextFactory<AppDbContext> database, TimeProvider clock, DutyRulebook rulebook, SensitiveKeys keys, TraceKeys traceKeys)
{
    private const string Office = "Eksempelkontoret";
    private const string OfficeCounty = "03";

    /// <returns>Whether anything was put in.</returns>
    public async Task<bool> RunAsync(CancellationToken cancel = default)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var installation = await db.Installations.SingleAsync(cancel);
        if (!installation.IsDemo || installation.SamplesAddedAt is not null || await db.Apprenticeships.AnyAsync(cancel))
        {
            return false;
        }

        var employer = SampleEmployer.Read();
        var people = await EnterPeopleAsync(db, employer, cancel);
        var workplaces = employer.Workplaces.Select(Workplace.Named).ToDictionary(workplace => workplace.Name);
        db.AddRange(workplaces.Values);
        var curricula = await db.Curricula.Include(curriculum => curriculum.AllGoals).ToDictionaryAsync(curriculum => curriculum.Code, cancel);

        var templates = SampleTemplates.Publish(people, workplaces, curricula, clock.Today());
        db.AddRange(templates.All);
        var form = EvaluationForm.CurrentFor(await db.EvaluationForms.Include(one => one.Editions).ToListAsync(cancel), EvaluationKind.HalfYear);
        var record = new SampleRecord(employer, clock.Today()) { Form = form };
        var rules = await rulebook.ReadAsync(db, cancel);
        var course = SampleRecord.CourseAsked();
        db.Add(course);
        foreach (var (number, trainee) in employer.Apprentices.Index())
        {
            var apprenticeship = Enter(db, record, trainee, people, workplaces, curricula[trainee.Curriculum], rules, course);
            templates.Follow(apprenticeship, trainee.HalfYear, number);
        }

        var two = new LogSetting(SampleRecord.TradeOfTwoApprovals);
        two.Set(LogSetting.Usual with { NeedsTwoApprovals = true });
        db.Add(two);
        AddFeed(db, employer, people);
        AddNotifications(db, people);
        AddReminderRule(db);
        AddAccess(db, employer, people, workplaces);
        AddAccounts(db, people);
        installation.MarkSamplesAdded(clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        await AddReadingsAsync(db, cancel);
        return true;
    }

    /// <summary>One of those who follow up has her own calendar fetched; the secret is nobody's.</summary>
    private void AddFeed(AppDbContext db, SampleEmployer employer, Dictionary<string, Person> people)
    {
        var (address, _) = FeedAddress.Create(people[employer.Apprentices[0].Instructor].Id, clock.GetUtcNow().AddDays(-20));
        address.Fetch([], clock.GetUtcNow().AddHours(-3));
        db.Add(address);
    }

    /// <summary>One reads her reminders once a week; another is away for a fortnight, and whoever stands in sees the records meanwhile.</summary>
    private void AddNotifications(AppDbContext db, Dictionary<string, Person> people)
    {
        var weekly = new NotificationChoice(people["Tor Eide"].Id);
        weekly.Set(MailRhythm.Weekly, DayOfWeek.Friday, inboxOnly: false, new TimeOnly(17, 0), new TimeOnly(7, 30));
        var (away, deputy, from) = (people["Petter Ruud"], people["Hanne Vold"], clock.Today().AddDays(-2));
        var leave = new Leave(away.Id, from, from.AddDays(13), deputy.Id);
        foreach (var record in db.Apprenticeships.Local.Where(a => a.EndsOn >= from && a.CurrentAssignment(AssignmentRole.Instructor, from)?.PersonId == away.Id))
        {
            record.Deputise(deputy, AssignmentRole.Instructor, leave.FromOn, leave.ToOn);
        }

        db.AddRange(weekly, leave);
    }

    /// <summary>One has signed in at the provider before, and her account gives her the role she has; an account that looks like another's waits for HR to say whether it is.</summary>
    private void AddAccounts(AppDbContext db, Dictionary<string, Person> people)
    {
        const string issuer = "https://login.example.no";
        var (known, waiting, now) = (people["Tor Eide"], people["Hanne Vold"], clock.GetUtcNow());
        var linked = new ProviderAccount(known.Id, issuer, "", "sample-1", known.Email, now.AddDays(-30));
        linked.LinkTo(known.Id, now.AddDays(-30));
        known.Map(Roles.TrainingManager);
        db.AddRange(linked, new ProviderAccount(waiting.Id, issuer, "", "sample-2", waiting.Email, now.AddHours(-2)));
    }

    /// <summary>HR tells of the mock test earlier than the rule that ships, in words of its own.</summary>
    private static void AddReminderRule(AppDbContext db)
    {
        var topic = new ReminderTopic(ReminderSubject.Duty, DutyKind.MockTest);
        var rule = new ReminderSetting(topic);
        rule.Set(ReminderRules.Shipped[topic] with { Steps = [-30, -7, 0, 3] }, isOff: false);
        db.Add(rule);
        foreach (var language in Enum.GetValues<Language>())
        {
            using var _ = Speaking.In(language);
            db.Add(new ReminderText(topic, language, SampleTexts.SubjectOfTheMockTest, SampleTexts.ReminderOfTheMockTest));
        }
    }

    /// <summary>Two of them came with the installation.</summary>
    private static async Task<Dictionary<string, Person>> EnterPeopleAsync(AppDbContext db, SampleEmployer employer, CancellationToken cancel)
    {
        var known = await db.People.ToDictionaryAsync(person => person.Email, cancel);
        var people = new Dictionary<string, Person>();
        foreach (var somebody in employer.People)
        {
            var person = somebody.ToPerson();
            if (known.TryGetValue(person.Email, out var there))
            {
                person = there;
            }
            else
            {
                db.Add(person);
            }

            people.Add(somebody.Name, person);
        }

        return people;
    }

    private Apprenticeship Enter(
        AppDbContext db, SampleRecord record, SampleEmployer.Trainee trainee, Dictionary<string, Person> people, Dictionary<string, Workplace> workplaces, Curriculum curriculum, DutyRules rules, Credential course)
    {
        var today = clock.Today();
        var start = trainee.FirstDay(today);
        var person = trainee.ToPerson();
        var terms = new Apprenticeship.Terms(
            trainee.Kind, trainee.Variant, $"{start.Year}-{10_000 + (start.DayNumber * 7 % 90_000)}", curriculum.Code, trainee.County, workplaces[trainee.Workplace].Id,
            start, start.AddMonths(trainee.Months).AddDays(-1))
        {
            TrainingOffice = trainee.County == OfficeCounty ? Office : null,
            CreditMonths = trainee.Variant == ContractVariant.Ordinary ? 48 - trainee.Months : null,
            HasYouthRight = start.Month > 6,
        };

        // What ended long ago was entered now, so its talks wait to be settled by HR; the others were here from the first day.
        var apprenticeship = Apprenticeship.Enter(person, terms, curriculum, trainee.StartsOn is null ? start : today);
        apprenticeship.Assign(people[trainee.Manager], AssignmentRole.TrainingManager, start);
        apprenticeship.Assign(people[trainee.Instructor], AssignmentRole.Instructor, start);
        apprenticeship.Assign(people[trainee.Hr], AssignmentRole.HrContact, start);
        if (trainee.Break is { } away)
        {
            var begins = today.AddDays(-away.BegunDaysAgo);
            apprenticeship.Interrupt(begins, begins.AddDays(away.LastsDays - 1), percent: 100, countyConsentOn: begins.AddDays(-3));
        }

        db.Add(person);
        db.Add(apprenticeship);
        db.AddRange(record.Tell(apprenticeship, person, trainee.Language, people[trainee.Instructor], trainee.Course));
        record.Prepare(apprenticeship, person, trainee.Language, people[trainee.Instructor]);
        db.AddRange(record.Asked(apprenticeship, people[trainee.Instructor].Id));
        record.TellContract(apprenticeship, people[trainee.Hr].Id);
        record.TellTests(apprenticeship, people[trainee.Hr].Id);
        record.Place(apprenticeship, trainee.Stays ?? [], people, workplaces);
        apprenticeship.ScheduleDuties(rules);
        record.SettleDuties(apprenticeship, people[trainee.Hr].Id, leaveOpen: trainee.Course.LatestTalk == SampleRecord.LatestTalk.Overdue);
        db.AddRange(record.PlanTests(apprenticeship, people[trainee.Manager].Id, course));
        return apprenticeship;
    }
}
