using Apprentices.Domain;
using Apprentices.Features.Evaluations.Together;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Access;

/// <content>The talk held together, and what it agrees on.</content>
internal static partial class AccessWays
{
    private static IEnumerable<Way> OfTogether() =>
    [
        Read<ReadTogetherStanding>(async (use, at) => await use.RunAsync(at.Planned.Id)),
        Read<ReadTogether>(async (use, at) => await use.RunAsync((await BegunAsync(at)).Talk, again: true)),
        Read<ReadTogether>(async (use, at) => await use.RunAsync(at.Signed.Id, again: true), "the former's"),
        Do<BeginTalk>((use, at) => use.RunAsync(at.Planned.Id)),
        Do<TakeBlock>(async (use, at) => await use.RunAsync((await BegunAsync(at)).Talk, TalkBlock.FreeNotes)),
        Do<TakeBlock>((use, at) => use.RunAsync(at.Planned.Id, TalkBlock.FreeNotes), "before it begins"),
        Do<WriteBlock>(async (use, at) => await use.RunAsync((await BegunAsync(at)).Talk, new WriteBlock.Input { Question = TalkBlock.FreeNotes, Text = "Notat" })),
        Do<LeaveBlock>(async (use, at) => await use.RunAsync((await BegunAsync(at)).Talk, TalkBlock.FreeNotes)),
        Do<SettleSuggestion>(async (use, at) => await use.RunAsync((await BegunAsync(at)).Talk, (await BegunAsync(at)).Suggestion, use: true)),
        Do<SettleSuggestion>(async (use, at) => await use.RunAsync((await BegunAsync(at)).Talk, (await BegunAsync(at)).Suggestion, use: false), "hers, set aside"),
        Do<AgreeOnAnswer>(async (use, at) => await use.RunAsync((await BegunAsync(at)).Talk, new AgreeOnAnswer.Input { Question = "goals", GoalId = at.Goal.Id, Level = Level.Masters })),
        Do<AddAction>(async (use, at) => await use.RunAsync((await BegunAsync(at)).Talk, Action(at))),
        Do<ChangeAction>(async (use, at) => await use.RunAsync((await BegunAsync(at)).Talk, (await BegunAsync(at)).Action, Action(at))),
        Do<RemoveAction>(async (use, at) => await use.RunAsync((await BegunAsync(at)).Talk, (await BegunAsync(at)).Action, 0)),
        Do<FinishTalk>(async (use, at) => await use.RunAsync((await BegunAsync(at)).Talk, new FinishTalk.Input { HeldOn = at.App.Clock.Today }), "with nothing said"),
        Do<SettleAction>(async (use, at) => await use.RunAsync(await AgreedOnAsync(at), done: true)),
        Read<ListOwnActions>(async (use, at) => (await AgreedOnAsync(at), await use.RunAsync()).Item2.Total > 0),
        Read<ListActionsOfApprenticeship>(async (use, at) => (await AgreedOnAsync(at), await use.RunAsync(at.Id)).Item2.Total > 0),
        Do<PutOffAction>(async (use, at) => await use.RunAsync(await AgreedOnAsync(at))),
    ];

    private static ActionInput Action(Scene at) => new() { What = "Lage en plan", ResponsibleId = at.Apprenticeship.PersonId, DueOn = at.App.Clock.Today };

    /// <summary>The planned talk, begun: with something the apprentice suggested beside a block, and something agreed on.</summary>
    private static async Task<(Guid Talk, Guid Suggestion, Guid Action)> BegunAsync(Scene at)
    {
        var (today, now) = (at.App.Clock.Today, at.App.Clock.GetUtcNow());
        return await at.App.DbAsync(async db =>
        {
            var talk = await db.Evaluations.Include(e => e.Blocks).ThenInclude(block => block.Suggestions).Include(e => e.Actions).SingleAsync(e => e.Id == at.Planned.Id);
            if (talk.BegunAt is null)
            {
                talk.TakeForm(await db.EvaluationFormEditions.FirstAsync(edition => edition.Form.ShippedKey == "half-year"));
                talk.Begin(now, today);
                talk.Block(TalkBlock.FreeNotes).Suggest("Et forslag", at.Apprenticeship.PersonId, now);
                talk.AgreeOn("Noe", at.Apprenticeship.PersonId, "Liv Lund", today, today);
                await db.SaveChangesAsync();
            }

            return (talk.Id, talk.Blocks[0].Suggestions[0].Id, talk.Actions[0].Id);
        });
    }

    /// <summary>Something the apprentice is to do after the talk that is held.</summary>
    private static async Task<Guid> AgreedOnAsync(Scene at) => await at.App.DbAsync(async db =>
    {
        var talk = await db.Evaluations.Include(e => e.Actions).Include(e => e.Signatures).SingleAsync(e => e.Id == at.Held.Id);
        var action = talk.AgreeOn("Lage en plan", at.Apprenticeship.PersonId, "Liv Lund", at.App.Clock.Today, at.App.Clock.Today);
        await db.SaveChangesAsync();
        return action.Id;
    });
}
