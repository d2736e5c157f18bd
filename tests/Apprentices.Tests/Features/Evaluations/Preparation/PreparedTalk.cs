using Apprentices.Domain;
using Apprentices.Features.Evaluations.Preparation;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Evaluations.Preparation;

/// <summary>A talk of an apprentice with everybody around it, to be prepared on the form that ships.</summary>
public abstract class PreparedTalk : AppTests
{
    protected Person Apprentice { get; private set; } = null!;
    protected Person Instructor { get; private set; } = null!;
    protected Person Manager { get; private set; } = null!;
    protected Person Contact { get; private set; } = null!;
    protected Person OtherHr { get; private set; } = null!;
    protected Person Stranger { get; private set; } = null!;
    protected Person Former { get; private set; } = null!;
    protected Person Deputy { get; private set; } = null!;
    protected Apprenticeship Contract { get; private set; } = null!;
    protected Evaluation Talk => Contract.Evaluations[0];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (Apprentice, Instructor, Manager) = (await Given.PersonAsync(Roles.Apprentice, "Mari Ås"), await Given.InstructorAsync("Ola Berg"), await Given.TrainingManagerAsync("Eli Lunde"));
        (Contact, OtherHr, Stranger) = (await Given.HrAsync("Tor Vik"), await Given.HrAsync("Hanne Rød"), await Given.InstructorAsync("Per Moen"));
        (Former, Deputy) = (await Given.InstructorAsync("Tove Veien"), await Given.PersonAsync(Roles.None, "Dina Vikar"));
        Contract = await Given.ApprenticeshipAsync(
            Apprentice, startsOn: App.Clock.Today.AddMonths(-5), instructor: Former, trainingManager: Manager, hrContact: Contact);
        await App.ChangeAsync(async db =>
        {
            var hers = await db.Apprenticeships.Include(a => a.Assignments).Include(a => a.Evaluations).SingleAsync(a => a.Id == Contract.Id);
            db.AttachRange(Instructor, Deputy);
            hers.Assign(Instructor, AssignmentRole.Instructor, App.Clock.Today.AddDays(-10));
            hers.Deputise(Deputy, AssignmentRole.Instructor, App.Clock.Today.AddDays(-5), App.Clock.Today.AddDays(5));
        });
    }

    protected Task<ShowPreparation.Details?> ShowAsync(Person person) => App.As(person).RunAsync((ShowPreparation use) => use.RunAsync(Talk.Id));

    /// <summary>The form as somebody opens it, with an answer to every question.</summary>
    protected async Task<PreparationInput> FillAsync(Person person, string text, Level level = Level.Masters)
    {
        var shown = (await ShowAsync(person))!;
        var input = PreparationInput.For(shown);
        foreach (var answer in input.Answers)
        {
            var question = shown.Form!.Find(answer.Question)!;
            switch (question.Type)
            {
                case QuestionType.GoalScale:
                    (answer.Level, answer.Text) = (level, text);
                    break;
                case QuestionType.YesNo:
                    answer.Choice = "yes";
                    break;
                case QuestionType.Choice:
                    answer.Choice = question.Choices[0].Key;
                    break;
                case QuestionType.Number:
                    answer.Number = 3;
                    break;
                case QuestionType.Date:
                    answer.Day = App.Clock.Today;
                    break;
                default:
                    answer.Text = text;
                    break;
            }
        }

        return input;
    }

    protected Task SaveAsync(Person person, PreparationInput input) => App.As(person).RunAsync((SavePreparation use) => use.RunAsync(Talk.Id, input));

    protected async Task SaveAsync(Person person, string text) => await SaveAsync(person, await FillAsync(person, text));

    protected Task HandInAsync(Person person, PreparationInput input) => App.As(person).RunAsync((HandInPreparation use) => use.RunAsync(Talk.Id, input));

    protected async Task HandInAsync(Person person, string text, Level level = Level.Masters) => await HandInAsync(person, await FillAsync(person, text, level));

    protected Task TakeBackAsync(Person person) => App.As(person).RunAsync((TakeBackPreparation use) => use.RunAsync(Talk.Id));

    protected Task<CompareAnswers.Details?> CompareAsync(Person person, bool again = false) => App.As(person).RunAsync((CompareAnswers use) => use.RunAsync(Talk.Id, again));

    protected Task BeginAsync() => App.ChangeAsync(async db => (await db.Evaluations.SingleAsync(e => e.Id == Talk.Id)).Begin(App.Clock.GetUtcNow(), App.Clock.Today));
}
