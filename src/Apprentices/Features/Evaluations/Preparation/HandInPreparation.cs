using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Preparation;

/// <summary>Saves what somebody prepared for a talk and hands it in. With the other's it opens to both.</summary>
public sealed class HandInPreparation(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    private const int MostNamed = 3;

    /// <exception cref="RuleException">A required question is not answered, or as for saving.</exception>
    public async Task RunAsync(Guid id, PreparationInput input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.PrepareTalks);

        await PreparationWork.RetryAsync(async () =>
        {
            await using var db = await database.CreateDbContextAsync(cancel);
            var (talk, party) = await PreparationWork.LoadAsync(db, user, id, cancel);
            var form = await PreparationWork.WriteAsync(db, user, talk, party, input, clock.GetUtcNow(), cancel);
            var asked = (await TalkGoals.ReadAsync(db, user, id, cancel)).Where(goal => goal.IsAsked).ToList();
            if (Missing(form, party, input, asked) is { } missing)
            {
                throw new RuleException(missing);
            }

            talk.HandIn(party, user.PersonId, clock.GetUtcNow());
            await db.SaveChangesAsync(cancel);
        });
    }

    /// <summary>What is still to be answered, in a sentence that names it; nothing where nothing is.</summary>
    internal static string? Missing(FormContent form, FormParties party, PreparationInput input, IReadOnlyList<TalkGoal> asked)
    {
        var missing = form.MustAnswer(party, input.Choice).Where(question => question.Type == QuestionType.GoalScale
            ? asked.Any(goal => input.Find(question.Key, goal.Id)?.Level is null)
            : input.Find(question.Key)?.Answers(question.Type) != true).ToList();
        if (missing.Count == 0)
        {
            return null;
        }

        return string.Join(' ', missing.Select(question => question.Type == QuestionType.GoalScale
            ? Texts.Format(PreparationTexts.GoalsMissing, question.Text, Named(asked.Where(goal => input.Find(question.Key, goal.Id)?.Level is null).Select(goal => goal.Title.ToString())))
            : Texts.Format(PreparationTexts.AnswerMissing, question.Text)));
    }

    private static string Named(IEnumerable<string> goals)
    {
        var all = goals.ToList();
        var named = string.Join(", ", all.Take(MostNamed).Select(goal => $"«{goal}»"));
        return all.Count <= MostNamed ? named : Texts.Format(PreparationTexts.AndMore, named, all.Count - MostNamed);
    }
}
