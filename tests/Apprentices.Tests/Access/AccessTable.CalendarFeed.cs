namespace Apprentices.Tests.Access;

/// <content>One's own calendar at a secret address, and what is in it.</content>
internal static partial class AccessTable
{
    private const string OfCalendarFeeds = """
        ReadFeedAddress                  yes   yes   yes   yes   yes   yes   yes   yes   yes   x     -
        MakeFeedAddress                  yes   yes   yes   yes   yes   yes   yes   yes   yes   x     -
        RevokeFeedAddress                yes   yes   yes   yes   yes   yes   yes   yes   yes   x     -
        FetchFeed: her talk              0     yes   yes   0     yes   0     0     yes   0     -     -
        FetchFeed: her duty              0     yes   yes   0     yes   0     0     yes   0     -     -
        FetchFeed: her hand-over         0     0     0     0     0     0     0     0     0     -     -       yes
        FetchFeed: her name              0     yes   yes   0     yes   0     0     0     0     -     -       yes
        """;
}
