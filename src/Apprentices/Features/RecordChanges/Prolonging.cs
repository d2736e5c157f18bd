using Apprentices.Domain;

namespace Apprentices.Features.RecordChanges;

/// <summary>Whether a break usually prolongs the training. It only proposes; HR decides, and the county consents.</summary>
public static class Prolonging
{
    /// <param name="cause">Why somebody is away, as far as it was said.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day, where it is known.</param>
    /// <param name="sicknessWeeks">From more weeks than this on the county counts sickness.</param>
    public static bool IsUsual(InterruptionCause? cause, DateOnly? from, DateOnly? to, int sicknessWeeks) =>
        cause != InterruptionCause.Sickness || !IsShort(from, to, sicknessWeeks);

    /// <summary>Whether sickness is so short that the county need not be told.</summary>
    public static bool IsShort(DateOnly? from, DateOnly? to, int sicknessWeeks) =>
        from is { } first && to is { } last && last.DayNumber - first.DayNumber + 1 <= 7 * sicknessWeeks;
}
