namespace Apprentices.Tests.Access;

/// <content>What a supervisor decides about the log, and how it is kept.</content>
internal static partial class AccessTable
{
    private const string OfApprovals = """
        ListWaitingEntries               x     x     yes   0     yes   0     0     x     x     x     -
        ListWaitingEntries: choices      x     x     yes   0     yes   0     0     x     x     x     -
        ApproveLogEntries                x     x     yes   0     yes   0     0     x     x     x     -
        ReturnLogEntry                   x     x     yes   -     yes   -     -     x     x     x     -
        UndoApproval                     x     x     yes   -     yes   -     -     x     x     x     -
        UndoApproval: the manager's      x     x     yes   -     rule  -     -     x     x     x     -
        UnlockLogEntry                   x     x     yes   -     yes   -     -     x     x     x     -
        ReadTrail                        yes   yes   yes   -     yes   -     -     yes   -     x     -
        ListLogSettings                  yes   yes   x     x     x     x     x     x     x     x     -
        SetLogSetting: read              yes   yes   x     x     x     x     x     x     x     x     -
        SetLogSetting                    yes   yes   x     x     x     x     x     x     x     x     -
        """;
}
