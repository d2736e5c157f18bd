using Apprentices.Domain;

namespace Apprentices.Tests.Support;

/// <summary>Log entries that wait for a supervisor.</summary>
public static class HandedIn
{
    public static LogEntry Entry(Apprenticeship apprenticeship, DateOnly workedOn, string text, IReadOnlyList<PlannedGoal> goals, DateTimeOffset at, DateOnly today)
    {
        var entry = LogEntry.Write(apprenticeship, workedOn, text, goals, at, today);
        entry.HandIn(apprenticeship.PersonId, at);
        return entry;
    }
}
