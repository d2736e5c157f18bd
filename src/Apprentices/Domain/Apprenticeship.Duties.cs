namespace Apprentices.Domain;

/// <content>What is done about its duties. Our own day for a registration and the law's last one are one thing to do.</content>
public sealed partial class Apprenticeship
{
    /// <summary>Whether it is done by recording the county's consent to the change it is about, and by nothing else.</summary>
    public bool TakesConsent(TrackedDuty duty) =>
        duty.Kind == DutyKind.Notice && entries.Exists(entry => entry.Id == duty.Subject && entry.Change.NeedsConsent);

    /// <summary>Records that the county or the training office was told; with the registration sent, our own day for it is kept.</summary>
    /// <exception cref="RuleException">It is no such duty or not open, or the day lies ahead.</exception>
    public void MarkSent(TrackedDuty duty, DateOnly on, Guid byId, DateOnly today)
    {
        var twin = TwinOf(duty);
        var (sent, target) = duty.Kind == DutyKind.RegistrationTarget && twin is not null ? (twin, duty) : (duty, twin);
        sent.MarkSent(on, byId, today);
        if (target is { State: DutyState.Open or DutyState.BeforeSystem })
        {
            target.MarkDone(on, byId, today);
        }
    }

    /// <summary>Records that it was done, or that whoever was told has confirmed it; so is the same registration's other day.</summary>
    /// <exception cref="RuleException">It is not open, the day lies ahead, or it takes the county's consent.</exception>
    public void MarkDone(TrackedDuty duty, DateOnly on, Guid byId, DateOnly today)
    {
        Rule.Require(!TakesConsent(duty), RuleTexts.ConsentNotRecorded);
        duty.MarkDone(on, byId, today);
        if (TwinOf(duty) is { State: DutyState.Open or DutyState.BeforeSystem } twin)
        {
            twin.MarkDone(twin.SentOn > on ? twin.SentOn.Value : on, byId, today);
        }
    }

    /// <summary>It was marked done, waived or sent by mistake. A registration's two days are open again together.</summary>
    /// <exception cref="RuleException">There is nothing to take back.</exception>
    public void Reopen(TrackedDuty duty)
    {
        var wasWaived = duty.State == DutyState.Waived;
        duty.Reopen();
        if (wasWaived || TwinOf(duty) is not { } twin)
        {
            return;
        }

        if (twin.Kind == DutyKind.RegistrationTarget)
        {
            // As long as the registration stands as sent, our own day for it was kept.
            if (duty.SentOn is null && twin is { State: DutyState.Done, DoneById: not null })
            {
                twin.Reopen();
            }

            return;
        }

        while (twin is { State: DutyState.Done, DoneById: not null } or { State: DutyState.Open, SentOn: not null })
        {
            twin.Reopen();
        }
    }

    private TrackedDuty? TwinOf(TrackedDuty duty) => duty.Kind switch
    {
        DutyKind.RegistrationTarget => duties.Find(other => other.Kind == DutyKind.RegistrationDeadline && other.Number == duty.Number),
        DutyKind.RegistrationDeadline => duties.Find(other => other.Kind == DutyKind.RegistrationTarget && other.Number == duty.Number),
        _ => null,
    };
}
