using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations;

/// <summary>Duties of a record that a talk settles when it is held.</summary>
internal static class TalkDuties
{
    /// <summary>What the record asks for by a talk of that kind: the duty that is named, or else the one due next; needs the duties.</summary>
    public static TrackedDuty? For(Apprenticeship record, EvaluationKind kind, Guid? named) =>
        Open(record, kind).OrderBy(duty => duty.Id != named).ThenBy(duty => duty.DueOn).FirstOrDefault();

    /// <summary>Marks what the record asked for as done on the day the talk was held; the caller saves.</summary>
    public static async Task SettleAsync(AppDbContext db, Evaluation talk, CurrentUser user, CancellationToken cancel)
    {
        if (talk.HeldOn is not { } held || TalkKinds.SettledBy(talk.Kind) is null)
        {
            return;
        }

        var record = await db.Apprenticeships.VisibleTo(user).WithDuties().SingleAsync(a => a.Id == talk.ApprenticeshipId, cancel);
        if (Open(record, talk.Kind).Where(duty => duty.Subject == talk.Subject).MinBy(duty => duty.DueOn) is { } duty)
        {
            record.MarkDone(duty, held, user.PersonId, user.Today);
        }
    }

    private static IEnumerable<TrackedDuty> Open(Apprenticeship record, EvaluationKind kind) =>
        record.Duties.Where(duty => duty.Kind == TalkKinds.SettledBy(kind) && duty.State is DutyState.Open or DutyState.BeforeSystem);
}
