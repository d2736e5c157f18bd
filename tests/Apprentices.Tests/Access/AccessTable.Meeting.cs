namespace Apprentices.Tests.Access;

/// <content>When and where a talk is, and HR's return control.</content>
internal static partial class AccessTable
{
    private const string OfMeetings = """
        ShowMeeting                      yes   yes   yes   -     yes   -     -     yes   -     x     -
        ShowMeeting: why it was moved    0     yes   yes   -     yes   -     -     yes   -     x     -
        ReadArranging                    yes   yes   yes   -     yes   -     -     -     -     -     -
        ArrangeTalk                      yes   yes   yes   -     yes   -     -     x     x     x     -
        CallOffTalk                      yes   yes   yes   -     yes   -     -     x     x     x     -
        CallOffTalk: not agreed          rule  rule  rule  -     rule  -     -     x     x     x     -
        FindInvited                      yes   yes   yes   yes   yes   yes   yes   x     x     x     -
        InviteToTalk                     yes   yes   yes   -     yes   -     -     x     x     x     -
        InviteToTalk: taken out          yes   yes   yes   -     yes   -     -     x     x     x     -
        InviteToTalk: an apprentice      -     -     -     -     -     -     -     x     x     x     -
        ReadAgenda                       -     yes   yes   -     yes   -     -     yes   -     x     -
        SetTalkAgenda                    -     yes   yes   -     yes   -     -     yes   -     x     -
        DownloadTalkCalendar             yes   yes   yes   -     yes   -     -     yes   -     x     -
        ListTalkReturns                  yes   yes   x     x     x     x     x     x     x     x     -
        ListTalkReturns: choices         yes   yes   x     x     x     x     x     x     x     x     -
        DownloadTalkReturns              yes   yes   x     x     x     x     x     x     x     x     -
        ChaseTalks                       yes   yes   x     x     x     x     x     x     x     x     -
        """;
}
