using Apprentices.Domain;
using Apprentices.Features.Evaluations;
using Apprentices.Features.Evaluations.Signing;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Support;

/// <summary>A half-yearly talk that was prepared by two, held on a form with every type of question, and sealed; nobody has signed it yet.</summary>
public sealed class HeldTalk
{
    public const string Comment = "Oppsettet er godt. Jeg har ikke sett henne lage en plan ennå, så øv på det.";
    public const string Note = "Trives godt på drift.\nVil være med på vaktmøtene fra januar.";
    public const string Action = "Lage plan for nytt lagringsområde";
    public const string Private = "Bare for dem som lærer henne opp.";

    private HeldTalk(TestApp app) => App = app;

    public TestApp App { get; }
    public required Person Apprentice { get; init; }
    public required Person Instructor { get; init; }
    public required Person Manager { get; init; }
    public required Person Contact { get; init; }
    public required Apprenticeship Contract { get; init; }
    public Guid Id { get; private set; }

    /// <summary>First the apprentice and the instructor in any order, then the training manager.</summary>
    public static IReadOnlyList<FormParties> Steps => [FormParties.Apprentice | FormParties.Instructor, FormParties.TrainingManager];

    /// <param name="app">Where.</param>
    /// <param name="steps">Who signs.</param>
    /// <param name="supervisor">The instructor; a new one unless given.</param>
    public static async Task<HeldTalk> SetAsync(TestApp app, IReadOnlyList<FormParties>? steps = null, Person? supervisor = null)
    {
        var given = app.Given;
        var (apprentice, instructor, manager, contact) = (
            await given.PersonAsync(Roles.Apprentice, "Ingrid Æsæther-Bråten"), supervisor ?? await given.InstructorAsync("Siv Åmot"), await given.TrainingManagerAsync("Tor Eide"), await given.HrAsync("Nina Dahl"));
        var contract = await given.ApprenticeshipAsync(apprentice, startsOn: app.Clock.Today.AddMonths(-5), instructor: instructor, trainingManager: manager, hrContact: contact);
        var held = new HeldTalk(app) { Apprentice = apprentice, Instructor = instructor, Manager = manager, Contact = contact, Contract = contract };
        await held.HoldAsync(steps ?? Steps);
        return held;
    }

    public Task<string> HashAsync(int addendum = 0) => App.DbAsync(db => db.SealedTalks.Where(d => d.EvaluationId == Id && d.Addendum == addendum).Select(d => d.Hash).SingleAsync());

    public async Task SignAsync(Person person, int addendum = 0)
    {
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        var input = new SignTalk.Input { HaveRead = true, Name = person.FullName, ReadHash = await HashAsync(addendum), Addendum = addendum };
        await App.As(person).RunAsync((SignTalk use) => use.RunAsync(Id, input));
    }

    public async Task RefuseAsync(Person person, string reason, int addendum = 0)
    {
        var input = new RefuseToSign.Input { Reason = reason, ReadHash = await HashAsync(addendum), Addendum = addendum };
        await App.As(person).RunAsync((RefuseToSign use) => use.RunAsync(Id, input));
    }

    public async Task SignAllAsync(int addendum = 0)
    {
        foreach (var person in new[] { Instructor, Apprentice, Manager })
        {
            await SignAsync(person, addendum);
        }
    }

    public Task AddAsync(Person person, string text = "Det var fra februar.") =>
        App.As(person).RunAsync((WriteAddendum use) => use.RunAsync(Id, new WriteAddendum.Input { Text = text }));

    public Task<EvaluationState> StateAsync() => App.DbAsync(db => db.Evaluations.Where(e => e.Id == Id).Select(e => e.State).SingleAsync());

    public Task<ShowSigning.Details?> ShowAsync(Person person) => App.As(person).RunAsync((ShowSigning use) => use.RunAsync(Id));

    private async Task HoldAsync(IReadOnlyList<FormParties> steps) => await App.DbAsync(async db =>
    {
        var form = new EvaluationForm(Words("Halvårssamtale"), [EvaluationKind.HalfYear], Form(steps));
        form.Publish(App.Clock.GetUtcNow(), null);
        db.Add(form);
        await db.SaveChangesAsync();

        var talk = await db.Evaluations.Include(e => e.Apprenticeship.Plan).Where(e => e.ApprenticeshipId == Contract.Id).OrderBy(e => e.Number).FirstAsync();
        var at = App.Clock.GetUtcNow();
        talk.TakeForm(form.Current);
        foreach (var (goal, number) in talk.Apprenticeship.Plan.OrderBy(goal => goal.Order).Take(3).Select((goal, number) => (goal, number)))
        {
            Rate(talk, FormParties.Apprentice, goal, Level.Masters, number == 0 ? "Jeg planla og satte opp overvåkingen selv." : null);
            Rate(talk, FormParties.Instructor, goal, number == 0 ? Level.UnderWay : Level.Masters, number == 0 ? Comment : null);
            Rate(talk, FormParties.Together, goal, Level.NeedsPractice, null);
        }

        talk.Answer(FormParties.Apprentice, "wellbeing", Guid.Empty).Say("Jeg trives, og får god hjelp.", null, null, null, null);
        talk.Answer(FormParties.Instructor, "wellbeing", Guid.Empty).Say("Ingrid er blitt trygg i løpet av høsten.", null, null, null, null);
        talk.Answer(FormParties.Instructor, "private", Guid.Empty).Say(Private, null, null, null, null);
        talk.Answer(FormParties.Instructor, "absence", Guid.Empty).Say(null, null, null, null, 3.5m);
        talk.Answer(FormParties.Together, "pace", Guid.Empty).Say(null, null, "right", null, null);
        talk.Answer(FormParties.Together, "move", Guid.Empty).Say(null, null, "yes", null, null);
        talk.Answer(FormParties.Together, "next", Guid.Empty).Say(null, null, null, App.Clock.Today.AddMonths(6), null);
        talk.Block("steps").Take(Instructor.Id);
        talk.Block("steps").Write(Note, 0, Instructor.Id, at);
        talk.Block("notes").Take(Apprentice.Id);
        talk.Block("notes").Write("Vi møtes igjen etter påske.", 0, Apprentice.Id, at);
        talk.AgreeOn(Action, Apprentice.Id, Apprentice.FullName, App.Clock.Today.AddDays(40), App.Clock.Today);
        talk.AgreeOn("Fast halvtime hver mandag", Instructor.Id, Instructor.FullName, App.Clock.Today.AddDays(10), App.Clock.Today);
        talk.Hold(App.Clock.Today, null, Instructor.Id, steps, App.Clock.Today);
        var (json, hash) = TalkSeal.Of(talk, new TalkHeader(
            "Eksempeletaten", Apprentice.FullName, "Prøvefaget", Given.CurriculumCode, "Drift", Instructor.FullName,
            [$"{Apprentice.FullName} (Apprentice)", $"{Instructor.FullName} (Instructor)", $"{Manager.FullName} (TrainingManager)"]));
        talk.Seal(0, json, hash, at);
        await db.SaveChangesAsync();
        Id = talk.Id;
        return true;
    });

    private static void Rate(Evaluation talk, FormParties party, PlannedGoal goal, Level level, string? comment)
    {
        var answer = talk.Answer(party, "goals", goal.Id);
        answer.About(goal.Code, goal.Title.Nb);
        answer.Say(comment, level, null, null, null);
    }

    private static FormContent Form(IReadOnlyList<FormParties> steps)
    {
        const FormParties All = FormContent.Single;
        const FormParties Both = FormParties.Apprentice | FormParties.Instructor;
        return new FormContent(
            [
                new FormSection("learning", Words("Faglig utvikling", "Fagleg utvikling", "Learning"),
                [
                    new FormQuestion("goals", QuestionType.GoalScale, Words("Hvor langt er du kommet?", "Kor langt er du komen?", "How far have you come?"), true, Both | FormParties.Together, All),
                    new FormQuestion("wellbeing", QuestionType.Text, Words("Hvordan går det?", "Korleis går det?", "How is it going?"), true, Both, All),
                    new FormQuestion("private", QuestionType.Text, Words("Til dem som lærer opp"), false, FormParties.Instructor, FormParties.Instructor | FormParties.TrainingManager),
                    new FormQuestion("absence", QuestionType.Number, Words("Fravær i perioden", "Fråvær i perioden", "Absence"), false, FormParties.Instructor, All) { IsInformationOnly = true },
                ]),
                new FormSection("ahead", Words("Veien videre", "Vegen vidare", "The way ahead"),
                [
                    new FormQuestion("pace", QuestionType.Choice, Words("Tempo"), false, FormParties.Together, All) { Choices = [new("right", Words("Passe", "Passe", "About right")), new("slow", Words("For rolig"))] },
                    new FormQuestion("move", QuestionType.YesNo, Words("Skal planen endres?"), false, FormParties.Together, All),
                    new FormQuestion("next", QuestionType.Date, Words("Neste samtale"), false, FormParties.Together, All),
                    new FormQuestion("steps", QuestionType.Text, Words("Neste steg"), false, FormParties.Together, All),
                ]),
            ],
            steps);
    }

    private static LocalText Words(string nb, string? nn = null, string? en = null) => new(nb, nn ?? nb, en ?? nb);
}
