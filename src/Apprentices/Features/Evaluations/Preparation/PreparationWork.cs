using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Shared;
using Apprentices.Shared.Forms;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Preparation;

/// <summary>Reads a talk with the one party's own answers alone, and writes what she prepared into it.</summary>
internal static class PreparationWork
{
    private const int Tries = 4;

    /// <summary>
    /// Does it, and again where another saved in the same moment: the other party taking the form or handing in is no reason to
    /// refuse her. Where it was her own party, the next try finds that and says so.
    /// </summary>
    public static async Task RetryAsync(Func<Task> once)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await once();
                return;
            }
            catch (DbUpdateException lost) when (tries < Tries && LostRace.Caused(lost))
            {
            }
        }
    }

    /// <summary>The talk, and as what the one who asks prepares it. The other party's answers are not read.</summary>
    /// <exception cref="NotThereException">It is not there, or not hers to prepare.</exception>
    public static async Task<(Evaluation Talk, FormParties Party)> LoadAsync(AppDbContext db, CurrentUser user, Guid id, CancellationToken cancel)
    {
        var party = TalkParties.Single(await TalkParties.OfAsync(db, id, user, cancel));
        if (party == FormParties.None)
        {
            throw new NotThereException();
        }

        var talk = await db.Evaluations
            .ContentVisibleTo(user)
            .Include(e => e.Preparations)
            .Include(e => e.FormEdition)
            .Include(e => e.Answers.Where(answer => answer.Party == party))
            .AsSplitQuery()
            .SingleOrDefaultAsync(e => e.Id == id, cancel) ?? throw new NotThereException();
        return (talk, party);
    }

    /// <summary>Puts what was typed into the party's answers.</summary>
    /// <exception cref="RuleException">It is open or handed in, somebody of the party has saved since, or an answer is impossible.</exception>
    public static async Task<FormContent> WriteAsync(
        AppDbContext db, CurrentUser user, Evaluation talk, FormParties party, PreparationInput input, DateTimeOffset at, CancellationToken cancel)
    {
        if (talk.FormEditionId is null)
        {
            talk.TakeForm(await TalkForms.CurrentAsync(db, talk.Kind, cancel));
        }

        var edition = talk.FormEdition;
        Rule.Require(edition is not null, PreparationTexts.NoForm);
        Rule.Require(edition!.Id == input.EditionId, PreparationTexts.FormChanged);
        Rule.Require(edition.Content.AnsweredBy(party).Count > 0, PreparationTexts.NotAsked);
        var saved = talk.Preparations.FirstOrDefault(one => one.Party == party);
        Rule.Require(saved?.Version == input.Version, saved is null ? PreparationTexts.GoneMeanwhile : Texts.Format(PreparationTexts.SavedMeanwhile, await NameAsync(db, saved.PersonId, cancel)));
        var hasInstructor = await db.Assignments.Where(Assignment.CurrentOn(user.Today))
            .AnyAsync(s => s.ApprenticeshipId == talk.ApprenticeshipId && s.Role == AssignmentRole.Instructor, cancel);
        talk.Prepare(party, user.PersonId, at, hasInstructor);
        Hold(db, talk);

        var form = edition.Content;
        var goals = await db.PlannedGoals.VisibleTo(user).Where(goal => goal.ApprenticeshipId == talk.ApprenticeshipId)
            .Select(goal => new { goal.Id, goal.Code, goal.Title }).ToDictionaryAsync(goal => goal.Id, cancel);
        var shown = form.Questions.Where(question => (question.AnsweredBy & party) != FormParties.None && form.IsShown(question, input.Choice)).ToDictionary(question => question.Key);
        foreach (var typed in input.Answers)
        {
            var isKnown = talk.Answers.Any(one => one.Party == party && one.Question == typed.Question && one.GoalId == typed.GoalId);
            if (!shown.TryGetValue(typed.Question, out var question))
            {
                // What is hidden now is not said; it stays in the form until that is closed.
                if (isKnown)
                {
                    talk.Answer(party, typed.Question, typed.GoalId).Say(null, null, null, null, null);
                }

                continue;
            }

            var isAboutGoal = question.Type == QuestionType.GoalScale;
            Rule.Require(isAboutGoal ? goals.ContainsKey(typed.GoalId) : typed.GoalId == Guid.Empty, RuleTexts.GoalOfAnother);
            Rule.Require(Fits(question, typed), Texts.Format(PreparationTexts.AnswerImpossible, question.Text));
            if (!isKnown && IsEmpty(typed))
            {
                continue;
            }

            var answer = talk.Answer(party, typed.Question, typed.GoalId);
            answer.Say(question.Type is QuestionType.Text or QuestionType.GoalScale ? typed.Text : null, typed.Level, string.IsNullOrEmpty(typed.Choice) ? null : typed.Choice, typed.Day, typed.Number);
            if (isAboutGoal)
            {
                answer.About(goals[typed.GoalId].Code, goals[typed.GoalId].Title.Nb);
            }
        }

        return form;
    }

    /// <summary>
    /// Lets whoever changes the same talk in this moment find it changed: nothing is taken back while the other hands in, and
    /// nothing is written into a talk that is being sealed.
    /// </summary>
    public static void Hold(AppDbContext db, Evaluation talk) => db.Entry(talk).Property(e => e.Kind).IsModified = true;

    private static bool IsEmpty(AnswerInput typed) =>
        string.IsNullOrWhiteSpace(typed.Text) && typed is { Level: null, Choice: null or "", Day: null, Number: null };

    private static bool Fits(FormQuestion question, AnswerInput typed) => question.Type switch
    {
        QuestionType.GoalScale => (typed.Level is null || Enum.IsDefined(typed.Level.Value)) && typed is { Choice: null, Day: null, Number: null },
        QuestionType.Choice => (typed.Choice is null || question.Choices.Any(choice => choice.Key == typed.Choice)) && typed is { Level: null, Day: null, Number: null },
        QuestionType.YesNo => typed.Choice is null or "yes" or "no" && typed is { Level: null, Day: null, Number: null },
        QuestionType.Date => typed is { Level: null, Choice: null, Number: null },
        QuestionType.Number => typed is { Level: null, Choice: null, Day: null },
        _ => typed is { Level: null, Choice: null, Day: null, Number: null },
    };

    private static Task<string> NameAsync(AppDbContext db, Guid personId, CancellationToken cancel) =>
        db.People.Where(person => person.Id == personId).Select(person => person.GivenName + " " + person.FamilyName).SingleAsync(cancel);
}
