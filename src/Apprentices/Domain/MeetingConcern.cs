namespace Apprentices.Domain;

/// <summary>What speaks against a day for a meeting. None of it forbids the day: those who meet know best.</summary>
public enum MeetingConcern
{
    /// <summary>It lies behind.</summary>
    Past,

    /// <summary>It lies after the last day the talk can be held in time.</summary>
    AfterLastDay,

    /// <summary>The training is over then.</summary>
    AfterTraining,

    /// <summary>A Saturday, a Sunday or a public holiday.</summary>
    NotAWorkingDay,

    /// <summary>In the weeks of the summer in which nobody is asked to a meeting.</summary>
    SummerClosure,

    /// <summary>The apprentice is away, wholly or in part.</summary>
    Away,
}

/// <summary>What a day for a meeting is judged by.</summary>
/// <param name="DueOn">The last day the talk can be held in time.</param>
/// <param name="EndsOn">The training's last day.</param>
/// <param name="Away">The days the apprentice is away; without a last day it is not known.</param>
/// <param name="Closure">The summer weeks without meetings.</param>
public sealed record MeetingFacts(DateOnly DueOn, DateOnly EndsOn, IReadOnlyList<(DateOnly FromOn, DateOnly? ToOn)> Away, SummerClosure? Closure)
{
    /// <summary>What speaks against the day, the gravest first.</summary>
    public IEnumerable<MeetingConcern> Against(DateOnly day, DateOnly today)
    {
        if (day < today)
        {
            yield return MeetingConcern.Past;
        }

        if (day > EndsOn)
        {
            yield return MeetingConcern.AfterTraining;
        }
        else if (day > DueOn)
        {
            yield return MeetingConcern.AfterLastDay;
        }

        if (!WorkingDays.IsWorkingDay(day))
        {
            yield return MeetingConcern.NotAWorkingDay;
        }

        if (Closure?.Contains(day) == true)
        {
            yield return MeetingConcern.SummerClosure;
        }

        if (Away.Any(away => away.FromOn <= day && (away.ToOn is null || away.ToOn >= day)))
        {
            yield return MeetingConcern.Away;
        }
    }
}
