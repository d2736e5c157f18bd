namespace Apprentices.Domain;

/// <summary>What becomes of something due when the contract changes.</summary>
public enum DutyOutcome
{
    /// <summary>Its day is what it was.</summary>
    Unchanged,

    /// <summary>It was done, held or waived, and keeps its day.</summary>
    Stays,

    /// <summary>It gets another day.</summary>
    Moves,

    /// <summary>It stays on its day until the county has consented; the other one stands beside it.</summary>
    WaitsForCounty,

    /// <summary>It was to move if the county consented, and does not any more.</summary>
    NoLongerWaits,

    /// <summary>It was not due before.</summary>
    ComesAbout,

    /// <summary>It is not due any more.</summary>
    Goes,

    /// <summary>The change itself says that it is done.</summary>
    IsSettled,

    /// <summary>The record no longer says that it is done.</summary>
    Reopens,
}

/// <summary>One thing due, before and after a change.</summary>
/// <param name="Duty">It, as it is afterwards; what goes, as it was.</param>
/// <param name="Outcome">What becomes of it.</param>
/// <param name="OldDay">Its last day before; empty where it was not due.</param>
/// <param name="NewDay">Its last day after; empty where it is not due any more.</param>
/// <param name="OldProposedDay">The last day it was to have if the county consented.</param>
/// <param name="NewProposedDay">The last day it is to have if the county consents.</param>
public sealed record DutyLine(
    Duty Duty, DutyOutcome Outcome, DateOnly? OldDay, DateOnly? NewDay, DateOnly? OldProposedDay, DateOnly? NewProposedDay)
{
    /// <summary>When it was done or held, where it was.</summary>
    public DateOnly? DoneOn { get; init; }

    /// <summary>Somebody decided that it is not to be done.</summary>
    public bool IsWaived { get; init; }

    /// <summary>The day it is put in order by.</summary>
    public DateOnly Day => NewDay ?? OldDay ?? NewProposedDay ?? OldProposedDay ?? Duty.DueOn;
}

/// <summary>
/// What a change to a contract does to all that is due: two sums side by side, with what has been done meanwhile. What is
/// done stays; what is not done moves, or waits for the county. Pure; no clock and no database.
/// </summary>
public static class DutyComparison
{
    /// <param name="before">The duties before the change.</param>
    /// <param name="after">The duties after it.</param>
    /// <param name="tracked">What has become of them so far.</param>
    /// <param name="talks">What has become of the half-yearly talks.</param>
    /// <returns>A line for each, in order of their days.</returns>
    public static IReadOnlyList<DutyLine> Of(
        IReadOnlyList<Duty> before, IReadOnlyList<Duty> after, IEnumerable<TrackedDuty> tracked, IEnumerable<Evaluation> talks)
    {
        var (old, now) = (before.ToDictionary(duty => duty.Key), after.ToDictionary(duty => duty.Key));
        var settled = Settled(tracked, talks);
        return
        [
            .. old.Keys.Union(now.Keys)
                .Select(key => settled.TryGetValue(key, out var done)
                    ? Kept(old.GetValueOrDefault(key), now.GetValueOrDefault(key), done) : Line(old.GetValueOrDefault(key), now.GetValueOrDefault(key)))
                .OrderBy(line => line.Day).ThenBy(line => line.Duty.Kind).ThenBy(line => line.Duty.Number).ThenBy(line => line.Duty.Subject),
        ];
    }

    /// <summary>What was done or waived by somebody, and the day it keeps.</summary>
    private sealed record Done(DateOnly DueOn, DateOnly? DoneOn, bool IsWaived);

    private static Dictionary<DutyKey, Done> Settled(IEnumerable<TrackedDuty> tracked, IEnumerable<Evaluation> talks)
    {
        var settled = tracked
            .Where(duty => duty.State is DutyState.Done or DutyState.Waived && duty.DoneById is not null)
            .ToDictionary(duty => duty.Key, duty => new Done(duty.DueOn, duty.DoneOn, duty.State == DutyState.Waived));
        foreach (var talk in talks.Where(talk => talk.Kind == EvaluationKind.HalfYear && !talk.IsUntouched))
        {
            settled[new DutyKey(DutyKind.HalfYearTalk, talk.Number, Guid.Empty)] = new Done(talk.DueOn, talk.HeldOn, talk.State == EvaluationState.Waived);
        }

        return settled;
    }

    private static DutyLine Kept(Duty? old, Duty? now, Done done) => new((now ?? old)!, DutyOutcome.Stays, done.DueOn, done.DueOn, null, null)
    {
        DoneOn = done.DoneOn,
        IsWaived = done.IsWaived,
    };

    private static DutyLine Line(Duty? old, Duty? now)
    {
        var (wasDue, isDue) = (old is { IsOnlyProposed: false }, now is { IsOnlyProposed: false });
        var (oldDay, newDay) = (wasDue ? old!.DueOn : (DateOnly?)null, isDue ? now!.DueOn : (DateOnly?)null);
        var (oldProposed, newProposed) = (Proposed(old), Proposed(now));
        var outcome = (wasDue, isDue) switch
        {
            (false, true) => DutyOutcome.ComesAbout,
            (true, false) => DutyOutcome.Goes,
            (true, true) when old!.SettledOn is null && now!.SettledOn is not null => DutyOutcome.IsSettled,
            (true, true) when old!.SettledOn is not null && now!.SettledOn is null => DutyOutcome.Reopens,
            (true, true) when now!.SettledOn is not null && oldDay == newDay => DutyOutcome.Stays,
            (true, true) when oldDay != newDay || (now!.Nature == DutyNature.Window && now.OpensOn != old!.OpensOn) => DutyOutcome.Moves,
            _ when newProposed is not null && newProposed != oldProposed => DutyOutcome.WaitsForCounty,
            _ when newProposed is null && oldProposed is not null => DutyOutcome.NoLongerWaits,
            _ => DutyOutcome.Unchanged,
        };
        return new DutyLine((now ?? old)!, outcome, oldDay, newDay, oldProposed, newProposed) { DoneOn = now?.SettledOn };
    }

    private static DateOnly? Proposed(Duty? duty) => duty is { IsOnlyProposed: true } ? duty.DueOn : duty?.ProposedDueOn;
}
