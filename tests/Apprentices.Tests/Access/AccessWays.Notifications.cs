using Apprentices.Domain;
using Apprentices.Features.Leaves;
using Apprentices.Features.Notifications;

namespace Apprentices.Tests.Access;

/// <content>How one is told, and who stands in.</content>
internal static partial class AccessWays
{
    private static IEnumerable<Way> OfNotifications() =>
    [
        Read<ReadNotificationChoice>(async (use, _) => await use.RunAsync()),
        Do<SaveNotificationChoice>((use, _) => use.RunAsync(new SaveNotificationChoice.Input { InboxOnly = true })),
        Read<ListOwnLeaves>(async (use, at) => (await use.RunAsync()).Any(row => row.Id == at.Leave.Id)),
        Read<ListLeaves>(async (use, at) => (await use.RunAsync(at.Leave.PersonId))?.Ahead.Any(row => row.Id == at.Leave.Id)),
        Read<ReadLeave>(async (use, at) => await use.RunAsync(at.Leave.PersonId, at.Leave.Id)),
        Read<ReadLeave>(async (use, at) => (await use.RecordsAsync(at.Leave.PersonId, null, at.Leave.FromOn, at.Leave.ToOn, at[Seat.OtherInstructor]!.Id))
            .Any(record => record.Apprentice == at.Apprenticeship.Person.FullName), "her record"),
        Do<RecordLeave>((use, at) => use.RunAsync(at[Seat.OtherInstructor]!.Id, new LeaveInput { FromOn = at.Leave.FromOn, ToOn = at.Leave.ToOn })),
        Do<ChangeLeave>((use, at) => use.RunAsync(at.Leave.Id, new LeaveInput { FromOn = at.Leave.FromOn, ToOn = at.Leave.ToOn })),
        Do<RemoveLeave>((use, at) => use.RunAsync(at.Leave.Id)),
    ];
}
