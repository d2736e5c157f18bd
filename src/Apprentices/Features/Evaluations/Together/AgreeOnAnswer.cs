using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Evaluations.Together;

/// <summary>
/// What all in the talk agree to answer: the level of a goal, a choice, a day. Saved at once; of two who answer in the same
/// moment the later one is shown what the first one said.
/// </summary>
public sealed class AgreeOnAnswer(
    IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<EmployerSettings> employer, TalkChannel channel, TimeProvider clock)
{
    public sealed class Input
    {
        public string Question { get; set; } = "";
        public Guid GoalId { get; set; }
        public Level? Level { get; set; }
        public string? Choice { get; set; }
        public DateOnly? Day { get; set; }
        public decimal? Number { get; set; }

        /// <summary>The version that was seen; empty where there was no answer yet.</summary>
        public int? Seen { get; set; }
    }

    /// <returns>Whether it stands; where another has answered since, hers does.</returns>
    /// <exception cref="RuleException">The talk is not begun, or signed; or the answer is none the question takes.</exception>
    public async Task<bool> RunAsync(Guid talkId, Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.TalkTogether);

        PlannedGoal? goal = null;
        if (input.GoalId != Guid.Empty)
        {
            await using var db = await database.CreateDbContextAsync(cancel);
            goal = await db.PlannedGoals
                .VisibleTo(user)
                .AsNoTracking()
                .SingleOrDefaultAsync(one => one.Id == input.GoalId && db.Evaluations.Any(e => e.Id == talkId && e.ApprenticeshipId == one.ApprenticeshipId), cancel)
                ?? throw new NotThereException();
        }

        return await new TalkWriting.Means(database, employer, channel, clock).ChangeAsync(user, talkId, hand => Agree(hand, input, goal), cancel);
    }

    private static bool Agree(TalkHand hand, Input input, PlannedGoal? goal)
    {
        hand.Talk.RequireUnsigned();
        var question = hand.Question(input.Question);
        Rule.Require(Fits(question, input, goal), TogetherTexts.AnswerDoesNotFit);

        // Once it is held, an agreed level is a rating by who held it: it is not turned round behind her.
        Rule.Require(hand.Talk.State == EvaluationState.Planned || question.Type != QuestionType.GoalScale, TogetherTexts.LevelsAreRated);
        var there = hand.Talk.Answers.FirstOrDefault(one => one.Party == FormParties.Together && one.Question == question.Key && one.GoalId == input.GoalId);
        if (there?.Version != input.Seen)
        {
            return false;
        }

        var answer = hand.Talk.Answer(FormParties.Together, question.Key, input.GoalId);
        answer.Say(null, input.Level, input.Choice, input.Day, input.Number);
        if (goal is not null)
        {
            answer.About(goal.Code, goal.Title.Nb);
        }

        return true;
    }

    private static bool Fits(FormQuestion question, Input input, PlannedGoal? goal) => question.Type switch
    {
        QuestionType.GoalScale => goal is not null && input is { Choice: null, Day: null, Number: null } && (input.Level is not { } level || Enum.IsDefined(level)),
        QuestionType.Choice => goal is null && input is { Level: null, Day: null, Number: null } && (input.Choice is null || question.Choices.Any(choice => choice.Key == input.Choice)),
        QuestionType.YesNo => goal is null && input is { Level: null, Day: null, Number: null, Choice: null or "yes" or "no" },
        QuestionType.Date => goal is null && input is { Level: null, Choice: null, Number: null },
        QuestionType.Number => goal is null && input is { Level: null, Choice: null, Day: null },
        _ => false,
    };
}
