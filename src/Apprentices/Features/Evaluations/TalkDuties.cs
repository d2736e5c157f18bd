using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations;

/// <summary>Duties of a record that a talk settles when it is held.</summary>
internal static class TalkDuties
{
    private static readonly IReadOnlyDictionary<EvaluationKind, DutyKind> Kinds = new Dictionary<EvaluationKind, DutyKind>
    {
        [EvaluationKind.Start] = DutyKind.StartTalk,
        [EvaluationKind.BeforeChange] = DutyKind.TalkBeforeChange,
        [EvaluationKind.MockTest] = DutyKind.MockTest,
    };

    /// <summary>The kind of talk a kind of duty asks for; nothing where it asks for none.</summary>
    public static EvaluationKind? TalkOf(DutyKind duty) => Kinds.Where(pair => pair.Value == duty).Select(pair => (EvaluationKind?)pair.Key).FirstOrDefault();

    /// <summary>What the record asks for by a talk of that kind: the duty that is named, or else the one due next; needs the duties.</summary>
    public static TrackedDuty? For(Apprenticeship record, EvaluationKind kind, Guid? named) => !Kinds.TryGetValue(kind, out var asked) ? null
        : record.Duties.Where(duty => duty.Kind == asked && duty.State is DutyState.Open or DutyState.BeforeSystem).OrderBy(duty => duty.Id != named).ThenBy(duty => duty.DueOn).FirstOrDefault();

    /// <summary>Marks what the record asked for as done on the day the talk was held; the caller saves.</summary>
    public static async Task SettleAsync(AppDbContext db, Evaluation talk, CurrentUser user, CancellationToken cancel)
    {
        if (talk.HeldOn is not { } held || !Kinds.TryGetValue(talk.Kind, out var asked))
        {
            return;
        }

        var record = await db.Apprenticeships.VisibleTo(user).WithDuties().SingleAsync(a => a.Id == talk.ApprenticeshipId, cancel);
        if (record.Duties.Where(duty => duty.Kind == asked && duty.Subject == talk.Subject && duty.State is DutyState.Open or DutyState.BeforeSystem).MinBy(duty => duty.DueOn) is { } duty)
        {
            record.MarkDone(duty, held, user.PersonId, user.Today);
        }
    }
}
