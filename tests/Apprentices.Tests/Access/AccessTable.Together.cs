namespace Apprentices.Tests.Access;

/// <content>The talk held together, and what it agrees on.</content>
internal static partial class AccessTable
{
    private const string Together = """
        ReadTogetherStanding             -     yes   yes   -     yes   -     -     yes   -     x     -
        ReadTogether                     -     yes   yes   -     yes   -     -     yes   -     x     -
        ReadTogether: the former's       -     yes   yes   -     yes   -     -     yes   -     x     -
        BeginTalk                        x     x     yes   -     yes   -     -     x     x     x     -
        TakeBlock                        -     yes   yes   -     yes   -     -     yes   -     x     -
        TakeBlock: before it begins      -     rule  rule  -     rule  -     -     rule  -     x     -
        WriteBlock                       -     yes   yes   -     yes   -     -     yes   -     x     -
        LeaveBlock                       yes   yes   yes   yes   yes   yes   yes   yes   yes   x     -
        SettleSuggestion                 -     yes   yes   -     yes   -     -     yes   -     x     -
        SettleSuggestion: hers, set aside  -   -     -     -     -     -     -     yes   -     x     -
        AgreeOnAnswer                    -     yes   yes   -     yes   -     -     yes   -     x     -
        AddAction                        -     yes   yes   -     yes   -     -     yes   -     x     -
        ChangeAction                     -     yes   yes   -     yes   -     -     yes   -     x     -
        RemoveAction                     -     yes   yes   -     yes   -     -     yes   -     x     -
        FinishTalk: with nothing said    x     x     rule  -     rule  -     -     x     x     x     -
        SettleAction                     -     -     yes   -     yes   -     -     yes   -     x     -
        ListOwnActions                   0     0     0     0     0     0     0     yes   0     x     -
        ListActionsOfApprenticeship      0     yes   yes   0     yes   0     0     yes   0     x     -
        PutOffAction                     x     x     -     -     -     -     -     x     x     x     -
        """;
}
