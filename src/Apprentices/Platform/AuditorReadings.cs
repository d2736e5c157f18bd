using Apprentices.Domain;

namespace Apprentices.Platform;

/// <summary>All that an auditor opens is noted, also where the reading of others is not.</summary>
public static class AuditorReadings
{
    /// <summary>Notes it where an auditor reads.</summary>
    public static Task NoteAuditorAsync(this AccessLog log, CurrentUser user, Guid apprenticeshipId, Opened what, Guid? thingId = null, CancellationToken cancel = default) =>
        user.IsAny(Roles.Auditor) ? log.NoteAsync(user, apprenticeshipId, what, thingId: thingId, cancel: cancel) : Task.CompletedTask;
}
