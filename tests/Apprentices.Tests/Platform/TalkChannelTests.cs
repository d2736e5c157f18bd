using System.Globalization;
using Apprentices.Platform;
using Apprentices.Tests.Support;

namespace Apprentices.Tests.Platform;

/// <summary>What those who have a talk open are told, within one instance and from another.</summary>
public sealed class TalkChannelTests
{
    private static readonly Guid Talk = Guid.CreateVersion7();
    private static readonly Guid Siv = Guid.CreateVersion7();
    private static readonly Guid Ingrid = Guid.CreateVersion7();

    private readonly TestClock clock = new();
    private readonly TalkChannel channel;
    private readonly List<TalkTopic> heard = [];

    public TalkChannelTests() => channel = new TalkChannel(clock);

    [Fact]
    public void Those_in_a_talk_hear_of_it_and_of_no_other()
    {
        using var seat = channel.Take(Talk, Siv, heard.Add);
        heard.Clear();

        channel.Say(Guid.CreateVersion7());
        Assert.Empty(heard);

        channel.Say(Talk);
        Assert.Equal([TalkTopic.Written], heard);
    }

    [Fact]
    public void Who_comes_and_goes_is_seen_and_one_with_two_devices_is_there_until_the_last()
    {
        using var seat = channel.Take(Talk, Siv, heard.Add);
        var phone = channel.Take(Talk, Ingrid, _ => { });
        var laptop = channel.Take(Talk, Ingrid, _ => { });
        Assert.True(channel.Present(Talk).SetEquals([Ingrid, Siv]));

        phone.Dispose();
        Assert.Contains(Ingrid, channel.Present(Talk));
        heard.Clear();
        laptop.Dispose();
        laptop.Dispose();
        Assert.Equal([Siv], channel.Present(Talk));
        Assert.Equal([TalkTopic.Left], heard);
    }

    [Fact]
    public void Who_is_not_heard_of_any_more_is_gone()
    {
        using var seat = channel.Take(Talk, Siv, heard.Add);
        var there = new TalkNews(TalkTopic.Arrived, Talk, Ingrid, Guid.CreateVersion7());
        channel.Hear(there);
        Assert.Contains(Ingrid, channel.Present(Talk));

        clock.Advance(TalkChannel.GoneAfter - TimeSpan.FromSeconds(1));
        channel.Hear(there with { Topic = TalkTopic.StillHere });
        clock.Advance(TalkChannel.GoneAfter - TimeSpan.FromSeconds(1));
        channel.Beat();
        Assert.Contains(Ingrid, channel.Present(Talk));

        heard.Clear();
        clock.Advance(TimeSpan.FromSeconds(1));
        channel.Beat();
        Assert.DoesNotContain(Ingrid, channel.Present(Talk));
        Assert.Contains(TalkTopic.Left, heard);
    }

    [Fact]
    public void Each_is_told_in_her_own_language_whoever_wrote()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("nn-NO");
            List<string> told = [];
            using var seat = channel.Take(Talk, Siv, _ => told.Add(CultureInfo.CurrentCulture.Name));
            told.Clear();

            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en-GB");
            channel.Say(Talk);

            Assert.Equal(["nn-NO"], told);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void What_got_lost_on_the_way_is_read_anew_by_the_slow_beat()
    {
        using var seat = channel.Take(Talk, Siv, heard.Add);
        heard.Clear();

        channel.Beat();
        channel.Beat();
        Assert.Empty(heard);
        channel.Beat();
        Assert.Equal([TalkTopic.ReadAnew], heard);
    }
}
