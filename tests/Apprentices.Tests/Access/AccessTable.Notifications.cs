namespace Apprentices.Tests.Access;

/// <content>How one is told, and who stands in; of the leave of her instructor, for whom nobody else does.</content>
internal static partial class AccessTable
{
    private const string OfNotifications = """
        ReadNotificationChoice           yes   yes   yes   yes   yes   yes   yes   yes   yes   yes   -
        SaveNotificationChoice           yes   yes   yes   yes   yes   yes   yes   yes   yes   yes   -
        ListLeaves                       yes   yes   x     x     x     x     x     x     x     x     -
        ReadLeave                        yes   yes   x     x     x     x     x     x     x     x     -
        ReadLeave: her record            yes   yes   x     x     x     x     x     x     x     x     -
        RecordLeave                      yes   yes   x     x     x     x     x     x     x     x     -
        ChangeLeave                      yes   yes   x     x     x     x     x     x     x     x     -
        RemoveLeave                      yes   yes   x     x     x     x     x     x     x     x     -
        ListOwnLeaves                    0     0     0     0     yes   0     0     0     0     0     -
        """;
}
