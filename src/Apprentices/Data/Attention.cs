using System.Linq.Expressions;
using Apprentices.Domain;

namespace Apprentices.Data;

/// <summary>
/// What of a training under way somebody should see early: how far it is from its plan, since when its log is silent, and what
/// waits to be approved. The one definition for every screen that says so; counted by the database, judged alike in SQL and in memory.
/// </summary>
public sealed record Attention
{
    private static readonly Func<Attention, bool> IsBehindHere = IsBehindPlan.Compile();
    private static readonly Func<Attention, bool> MaySilenceHere = LogIsAwaited.Compile();

    public required Guid Id { get; init; }
    public required string GivenName { get; init; }
    public required string FamilyName { get; init; }
    public required string SortName { get; init; }
    public required string CurriculumCode { get; init; }
    public required LocalText Trade { get; init; }
    public required Guid WorkplaceId { get; init; }
    public required string Workplace { get; init; }
    public required DateOnly EndsOn { get; init; }

    /// <summary>How many goals are mastered, alone or not.</summary>
    public required int Documented { get; init; }

    /// <summary>How many goals are expected by today.</summary>
    public required int Expected { get; init; }
    public required int Total { get; init; }

    /// <summary>The last day of the full break that lasts today; <see cref="Standing.NobodyKnows"/> where it is open.</summary>
    public required DateOnly? AwayUntil { get; init; }

    /// <summary>Whether the log of the trade is kept elsewhere.</summary>
    public required bool IsLogOff { get; init; }

    /// <summary>The last day that what she handed in is about, today at the latest; empty where she has handed in nothing.</summary>
    public required DateOnly? LastEntryOn { get; init; }

    /// <summary>That day, or the day before the first one of the training.</summary>
    public required DateOnly SilentSince { get; init; }

    /// <summary>The days since then on which she was wholly away.</summary>
    public required int AwayDays { get; init; }

    /// <summary>How many entries wait for a supervisor.</summary>
    public required int Waiting { get; init; }

    /// <summary>When the oldest of them was handed in.</summary>
    public required DateTimeOffset? WaitingSince { get; init; }

    public required string? Instructor { get; init; }
    public required string? TrainingManager { get; init; }

    /// <summary>The day it is judged on.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>How far below expected is called behind, in percent of all goals.</summary>
    public required int MarginPercent { get; init; }

    public string Name => $"{GivenName} {FamilyName}";

    public bool IsBehind => IsBehindHere(this);

    /// <summary>Days without an entry, days away not counted; empty where no entry is awaited.</summary>
    public int? SilentDays => MaySilenceHere(this) ? Today.DayNumber - SilentSince.DayNumber - AwayDays : null;

    public static Expression<Func<Attention, bool>> IsBehindPlan =>
        a => a.Total > 0 && (a.Expected - a.Documented) * 100 > a.MarginPercent * a.Total;

    /// <summary>Whether anybody waits for her to write: not where the log is off, nor while she is wholly away.</summary>
    public static Expression<Func<Attention, bool>> LogIsAwaited => a => !a.IsLogOff && a.AwayUntil == null;

    /// <summary>The one definition of "no entry for so many days".</summary>
    public static Expression<Func<Attention, bool>> IsSilentFor(int days) =>
        a => !a.IsLogOff && a.AwayUntil == null && a.Today.DayNumber - a.SilentSince.DayNumber - a.AwayDays >= days;
}
