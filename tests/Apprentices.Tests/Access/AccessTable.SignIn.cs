namespace Apprentices.Tests.Access;

/// <content>Who comes in, as what, and where somebody is signed in.</content>
internal static partial class AccessTable
{
    private const string OfSignIn = """
        ListRoles                        yes   yes   x     x     x     x     x     x     x     yes   -
        ReadAccess                       yes   yes   x     x     x     x     x     x     x     yes   -
        ReadAccess: her account          yes   yes   x     x     x     x     x     x     x     0     -
        ReadAccess: HR's account         0     0     x     x     x     x     x     x     x     yes   -
        GiveRole                         x     x     x     x     x     x     x     x     x     yes   -
        GiveRole: to oneself             x     x     x     x     x     x     x     x     x     rule  -
        TakeRole                         x     x     x     x     x     x     x     x     x     yes   -
        TakeRole: the last administrator's  x  x     x     x     x     x     x     x     x     rule  -
        DeactivatePerson                 yes   yes   x     x     x     x     x     x     x     x     -
        DeactivatePerson: the last administrator  rule  rule  x  x   x     x     x     x     x     x     -
        ReactivatePerson                 yes   yes   x     x     x     x     x     x     x     x     -
        InvitePerson                     yes   yes   x     x     x     x     x     x     x     rule  -
        InvitePerson: of HR              rule  rule  x     x     x     x     x     x     x     yes   -
        InvitePerson: without mail       rule  rule  x     x     x     x     x     x     x     rule  -
        ListWaitingAccounts              yes   yes   x     x     x     x     x     x     x     0     -
        ListWaitingAccounts: HR's        0     0     x     x     x     x     x     x     x     yes   -
        ConfirmAccount                   yes   yes   x     x     x     x     x     x     x     -     -
        ConfirmAccount: HR's             -     -     x     x     x     x     x     x     x     yes   -
        RefuseAccount                    yes   yes   x     x     x     x     x     x     x     -     -
        RefuseAccount: HR's              -     -     x     x     x     x     x     x     x     yes   -
        UnlinkAccount                    yes   yes   x     x     x     x     x     x     x     -     -
        UnlinkAccount: HR's              -     -     x     x     x     x     x     x     x     yes   -
        EnterColleague                   x     x     x     x     x     x     x     x     x     yes   -
        ListSessions                     yes   yes   yes   yes   yes   yes   yes   yes   yes   yes   -
        ListSessions: hers               0     0     0     0     0     0     0     yes   0     0     -
        EndSession: hers                 -     -     -     -     -     -     -     yes   -     -     -
        EndAllSessions                   yes   yes   yes   yes   yes   yes   yes   yes   yes   yes   -
        EndAllSessions: hers             0     0     0     0     0     0     0     yes   0     0     -
        """;
}
