using Apprentices.Domain;

namespace Apprentices.Features.Evaluations.Meeting;

/// <summary>What a talk waits for, and of whom.</summary>
public sealed record TalkAsk(TalkMailKind What, FormParties From)
{
    /// <summary>A signature of those whose turn it is; a preparation of those who have not handed in; or that a day is agreed and the talk held.</summary>
    public static TalkAsk? For(EvaluationState state, DateOnly? plannedOn, bool hasOpened, FormParties preparing, FormParties turn, DateOnly today) => state switch
    {
        EvaluationState.Held when turn != FormParties.None => new TalkAsk(TalkMailKind.SignIt, turn),
        EvaluationState.Planned when plannedOn is null || plannedOn < today => new TalkAsk(TalkMailKind.HoldIt, FormParties.Instructor),
        EvaluationState.Planned when !hasOpened => new TalkAsk(TalkMailKind.PrepareIt, preparing),
        _ => null,
    };

    /// <summary>The same of one; needs the preparations and the signatures.</summary>
    public static TalkAsk? For(Evaluation talk, DateOnly today) => For(talk.State, talk.PlannedOn, talk.HasOpened, talk.StillPreparing(), talk.Turn(), today);
}
