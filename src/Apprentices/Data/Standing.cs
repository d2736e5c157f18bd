using System.Linq.Expressions;
using Apprentices.Domain;

namespace Apprentices.Data;

/// <summary>The one word that says where an apprenticeship stands today; of several the gravest.</summary>
public enum StandingState
{
    OnTrack,
    NotBegun,
    NoGoals,
    EndsSoon,
    Behind,
    DueSoon,
    Interrupted,
    Overdue,
    Ended,
}

/// <summary>What a list of apprenticeships may be narrowed to.</summary>
public enum StandingFilter
{
    All,
    NeedsAttention,
    Overdue,
    DueWithin30Days,
    BehindPlan,
    Interrupted,
    EndsSoon,
    Ended,
}

/// <summary>
/// Where an apprenticeship stands on a day: what is documented and expected of how much, which half-year it is, which talk
/// is next. The one definition for every list, home and record; counted by the database, judged alike in SQL and in memory.
/// </summary>
public sealed record Standing
{
    /// <summary>From so many days before its last day a talk counts as due soon.</summary>
    public const int SoonDays = 14;

    /// <summary>The days ahead that lists look at.</summary>
    public const int HorizonDays = 30;

    /// <summary>From so many days before its end an apprenticeship counts as ending soon.</summary>
    public const int EndsSoonDays = 90;

    /// <summary>The last day of a break that nobody knows the end of.</summary>
    public static readonly DateOnly NobodyKnows = new(9999, 12, 31);

    private static readonly Func<Standing, bool> IsEndedHere = HasEnded.Compile();
    private static readonly Func<Standing, bool> IsOverdueHere = HasOverdueTalk.Compile();
    private static readonly Func<Standing, bool> IsBehindHere = IsBehindPlan.Compile();
    private static readonly Func<Standing, bool> IsEndingHere = IsEndingSoon.Compile();

    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }
    public required string GivenName { get; init; }
    public required string FamilyName { get; init; }
    public required string SortName { get; init; }
    public required string CurriculumCode { get; init; }
    public required LocalText Trade { get; init; }
    public required string Workplace { get; init; }
    public required DateOnly StartsOn { get; init; }
    public required DateOnly EndsOn { get; init; }

    /// <summary>How many goals are mastered, alone or not.</summary>
    public required int Documented { get; init; }

    /// <summary>How many goals are expected by today.</summary>
    public required int Expected { get; init; }

    /// <summary>How many goals there are. Without goals nobody is behind, and there is no percentage.</summary>
    public required int Total { get; init; }

    /// <summary>The half-year whose window has begun last, from 1; 0 before the first day.</summary>
    public required int HalfYear { get; init; }
    public required int HalfYears { get; init; }

    /// <summary>The first talk still to be held; empty when none is, or the training is over.</summary>
    public required Guid? NextTalkId { get; init; }

    /// <summary>The number of that talk.</summary>
    public required int? NextTalk { get; init; }

    /// <summary>The last day of that talk.</summary>
    public required DateOnly? NextDueOn { get; init; }

    /// <summary>The day that talk is agreed to be held, if it is.</summary>
    public required DateOnly? NextPlannedOn { get; init; }

    /// <summary>The last day of the full break that lasts today; <see cref="NobodyKnows"/> where it is open.</summary>
    public required DateOnly? AwayUntil { get; init; }

    public required string? Instructor { get; init; }
    public required string? TrainingManager { get; init; }

    /// <summary>The day it is judged on.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>How far below expected is called behind, in percent of all goals.</summary>
    public required int MarginPercent { get; init; }

    public string Name => $"{GivenName} {FamilyName}";

    /// <summary>Away, and nobody knows until when.</summary>
    public bool IsAwayOpenly => AwayUntil == NobodyKnows;

    public bool IsOverdue => IsOverdueHere(this);

    public bool IsBehind => IsBehindHere(this);

    public StandingState State =>
        IsEndedHere(this) ? StandingState.Ended
        : IsOverdue ? StandingState.Overdue
        : AwayUntil is not null ? StandingState.Interrupted
        : NextDueOn <= Today.AddDays(SoonDays) ? StandingState.DueSoon
        : IsBehind ? StandingState.Behind
        : IsEndingHere(this) ? StandingState.EndsSoon
        : StartsOn > Today ? StandingState.NotBegun
        : Total == 0 ? StandingState.NoGoals
        : StandingState.OnTrack;

    public static Expression<Func<Standing, bool>> HasEnded => s => s.EndsOn < s.Today;

    public static Expression<Func<Standing, bool>> HasOverdueTalk => s => s.NextDueOn < s.Today;

    public static Expression<Func<Standing, bool>> HasTalkWithinHorizon =>
        s => s.NextDueOn >= s.Today && s.NextDueOn <= s.Today.AddDays(HorizonDays);

    public static Expression<Func<Standing, bool>> IsBehindPlan =>
        s => s.EndsOn >= s.Today && s.Total > 0 && (s.Expected - s.Documented) * 100 > s.MarginPercent * s.Total;

    public static Expression<Func<Standing, bool>> IsAway => s => s.AwayUntil != null;

    public static Expression<Func<Standing, bool>> IsEndingSoon =>
        s => s.EndsOn >= s.Today && s.EndsOn <= s.Today.AddDays(EndsSoonDays);

    /// <summary>Overdue, due within the horizon, behind, or ending soon.</summary>
    public static Expression<Func<Standing, bool>> NeedsAttention => s => s.EndsOn >= s.Today
        && (s.NextDueOn <= s.Today.AddDays(HorizonDays)
            || s.EndsOn <= s.Today.AddDays(EndsSoonDays)
            || (s.Total > 0 && (s.Expected - s.Documented) * 100 > s.MarginPercent * s.Total));

    /// <summary>What a filter lets through, in SQL and in memory.</summary>
    public static Expression<Func<Standing, bool>> Matching(StandingFilter filter) => filter switch
    {
        StandingFilter.NeedsAttention => NeedsAttention,
        StandingFilter.Overdue => HasOverdueTalk,
        StandingFilter.DueWithin30Days => HasTalkWithinHorizon,
        StandingFilter.BehindPlan => IsBehindPlan,
        StandingFilter.Interrupted => IsAway,
        StandingFilter.EndsSoon => IsEndingSoon,
        StandingFilter.Ended => HasEnded,
        _ => _ => true,
    };
}
