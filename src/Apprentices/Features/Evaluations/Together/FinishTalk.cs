using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Evaluations.Together;

/// <summary>
/// Ends a talk that was held together: it is held on the day, what was written is sealed to be signed, and the levels agreed on
/// become ratings in her plan by whoever ends it. All of it in one save, once.
/// </summary>
public sealed class FinishTalk(
    IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<EmployerSettings> employer, TalkChannel channel, TimeProvider clock)
{
    private const int MostTries = 30;

    public sealed class Input
    {
        [Required]
        public DateOnly? HeldOn { get; set; }
    }

    /// <exception cref="RuleException">It is not begun, or held already; the day is impossible, or a required answer is missing.</exception>
    public async Task RunAsync(Guid id, Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.HoldTalks);

        for (var tries = 1; ; tries++)
        {
            try
            {
                await FinishAsync(id, input, user, cancel);
                channel.Say(id);
                return;
            }
            catch (Exception failure) when (tries < MostTries && LostRace.Caused(failure))
            {
                // Somebody wrote in this moment: her words are part of what is sealed.
            }
        }
    }

    private async Task FinishAsync(Guid id, Input input, CurrentUser user, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        if (!await db.Evaluations.ContentVisibleTo(user).Where(TalkAccess.SupervisedBy(user)).AnyAsync(e => e.Id == id, cancel))
        {
            throw new NotThereException();
        }

        var talk = (await TalkWriting.TakeAsync(db, user, id, clock, cancel)).Talk;
        Rule.Require(talk.State == EvaluationState.Planned, RuleTexts.EvaluationNotPlanned);
        Rule.Require(talk.BegunAt is not null, RuleTexts.TalkNotBegun);
        var missing = Missing(talk);
        Rule.Require(missing.Count == 0, Texts.Format(TogetherTexts.StillMissing, string.Join("; ", missing)));

        var heldOn = input.HeldOn ?? user.Today;

        // Without a form there are no questions: what was noted is the summary.
        var summary = talk.FormEditionId is null ? talk.Blocks.FirstOrDefault(block => block.Question == TalkBlock.FreeNotes)?.Text : null;
        talk.Hold(heldOn, summary, user.PersonId, await TalkSigning.StepsAsync(db, talk, heldOn, cancel), user.Today);
        await RateAsync(db, talk, heldOn, user, cancel);
        await TalkSealing.SealAsync(db, talk, employer.Value.Name, clock.GetUtcNow(), cancel);
        await TalkDuties.SettleAsync(db, talk, user, cancel);
        TalkSealing.TouchAll(db, talk);
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>The required questions that all answer together and that have no answer, in the form's order.</summary>
    private static List<string> Missing(Evaluation talk)
    {
        var answers = talk.Answers.Where(answer => answer is { Party: FormParties.Together, IsEmpty: false }).ToList();
        var form = talk.FormEdition?.Content;
        return form is null ? [] : [.. form.MustAnswer(FormParties.Together, key => answers.Find(answer => answer.Question == key)?.Choice)
            .SelectMany(question => question.Type switch
            {
                QuestionType.Text => string.IsNullOrWhiteSpace(talk.Blocks.FirstOrDefault(block => block.Question == question.Key)?.Text) ? [question.Text.ToString()] : Array.Empty<string>(),
                QuestionType.GoalScale => [.. talk.Answers
                    .Where(said => said.Question == question.Key && said.Level is not null && said.Party != FormParties.Together)
                    .Where(said => !answers.Exists(agreed => agreed.Question == question.Key && agreed.GoalId == said.GoalId))
                    .Select(said => said.GoalTitle ?? question.Text.ToString())
                    .Distinct(StringComparer.Ordinal)],
                _ => answers.Exists(answer => answer.Question == question.Key) ? [] : [question.Text.ToString()],
            })];
    }

    private async Task RateAsync(AppDbContext db, Evaluation talk, DateOnly heldOn, CurrentUser user, CancellationToken cancel)
    {
        var scales = talk.FormEdition?.Content.Questions.Where(question => question.Type == QuestionType.GoalScale).Select(question => question.Key).ToHashSet(StringComparer.Ordinal) ?? [];
        var agreed = talk.Answers.Where(answer => answer is { Party: FormParties.Together, Level: not null } && scales.Contains(answer.Question)).ToList();
        var ids = agreed.Select(answer => answer.GoalId).ToList();
        var goals = ids.Count == 0 ? [] : await db.PlannedGoals
            .VisibleTo(user)
            .Where(PlannedGoal.Counts)
            .Where(goal => goal.ApprenticeshipId == talk.ApprenticeshipId && ids.Contains(goal.Id))
            .Include(goal => goal.Ratings)
            .ToListAsync(cancel);
        foreach (var goal in goals)
        {
            goal.Rate(agreed.First(answer => answer.GoalId == goal.Id).Level!.Value, null, heldOn, user.PersonId, clock.GetUtcNow(), user.Today);
        }
    }
}
