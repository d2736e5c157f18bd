using System.Globalization;

namespace Apprentices.Platform;

/// <summary>What those who have a talk open are told.</summary>
public enum TalkTopic
{
    /// <summary>Something was written, agreed or decided in it.</summary>
    Written,

    /// <summary>Somebody has opened it.</summary>
    Arrived,

    /// <summary>Somebody still has it open; said from time to time, so that one who fell silent is taken for gone.</summary>
    StillHere,

    /// <summary>Somebody has closed it.</summary>
    Left,

    /// <summary>Something may have been missed: read anew.</summary>
    ReadAnew,
}

/// <summary>
/// That something has happened in a talk. It carries ids alone, never a name or a word of what was said: whoever hears it reads
/// anew what she may read.
/// </summary>
public sealed record TalkNews(TalkTopic Topic, Guid TalkId, Guid PersonId, Guid SeatId);

/// <summary>
/// Somebody who has a talk open on one device. What she is told is told as if she had asked: in her language and not in that of
/// whoever wrote. Leaving twice is leaving once.
/// </summary>
public sealed class TalkSeat(TalkChannel channel, TalkNews arrival, Action<TalkTopic> heard) : IDisposable
{
    private readonly ExecutionContext? hers = ExecutionContext.Capture();

    public TalkNews Arrival { get; } = arrival;

    public void Dispose() => channel.Leave(this);

    internal void Tell(TalkTopic topic)
    {
        if (hers is null)
        {
            heard(topic);
        }
        else
        {
            ExecutionContext.Run(hers, _ => heard(topic), null);
        }
    }
}

/// <summary>
/// Tells those who have a talk open what happens in it, and who is there. Within one instance by itself; where there are several,
/// <see cref="LiveWire"/> carries it from one to the other.
/// </summary>
public sealed class TalkChannel(TimeProvider clock) : ILiveChannel
{
    /// <summary>So often those who are here say so.</summary>
    public static readonly TimeSpan BeatEvery = TimeSpan.FromSeconds(10);

    /// <summary>Who has not been heard of for so long is gone.</summary>
    public static readonly TimeSpan GoneAfter = TimeSpan.FromSeconds(35);

    /// <summary>At each third beat all read anew, so that what got lost on the way is seen all the same.</summary>
    private const int BeatsBetweenReading = 3;

    private readonly Lock door = new();
    private readonly Dictionary<Guid, TalkSeat> here = [];
    private readonly Dictionary<Guid, (TalkNews News, DateTimeOffset At)> elsewhere = [];
    private Action<string>? carry;
    private int beats;

    public string Name => "apprentices_talks";

    /// <summary>Somebody opens a talk on a device.</summary>
    /// <param name="talkId">The talk; that she may read it, the caller has made sure.</param>
    /// <param name="personId">Who.</param>
    /// <param name="heard">Told what happens. It must not take long, and not fail.</param>
    public TalkSeat Take(Guid talkId, Guid personId, Action<TalkTopic> heard)
    {
        var seat = new TalkSeat(this, new TalkNews(TalkTopic.Arrived, talkId, personId, Guid.CreateVersion7()), heard);
        lock (door)
        {
            here[seat.Arrival.SeatId] = seat;
        }

        Spread(seat.Arrival);
        return seat;
    }

    /// <summary>Something in the talk is different now, and saved.</summary>
    public void Say(Guid talkId) => Spread(new TalkNews(TalkTopic.Written, talkId, Guid.Empty, Guid.Empty));

    /// <summary>Who has it open, on whatever device and instance.</summary>
    public IReadOnlySet<Guid> Present(Guid talkId)
    {
        lock (door)
        {
            return here.Values.Select(seat => seat.Arrival)
                .Concat(elsewhere.Values.Where(one => IsFresh(one.At)).Select(one => one.News))
                .Where(news => news.TalkId == talkId)
                .Select(news => news.PersonId)
                .ToHashSet();
        }
    }

    /// <summary>Another instance says so.</summary>
    public void Hear(TalkNews news)
    {
        bool isNew;
        lock (door)
        {
            isNew = news.Topic switch
            {
                TalkTopic.Arrived or TalkTopic.StillHere => !elsewhere.ContainsKey(news.SeatId),
                TalkTopic.Left => elsewhere.Remove(news.SeatId),
                _ => true,
            };
            if (news.Topic is TalkTopic.Arrived or TalkTopic.StillHere)
            {
                elsewhere[news.SeatId] = (news, clock.GetUtcNow());
            }
        }

        if (isNew)
        {
            Tell(news);
        }

        if (news.Topic == TalkTopic.Arrived)
        {
            foreach (var seat in SeatsOf(news.TalkId))
            {
                Carry(seat.Arrival with { Topic = TalkTopic.StillHere });
            }
        }
    }

    /// <summary>From time to time: those here say so, and those not heard of any more are gone.</summary>
    public void Beat()
    {
        List<TalkNews> gone;
        List<TalkSeat> all;
        lock (door)
        {
            gone = [.. elsewhere.Values.Where(one => !IsFresh(one.At)).Select(one => one.News)];
            gone.ForEach(news => elsewhere.Remove(news.SeatId));
            all = [.. here.Values];
        }

        gone.ForEach(news => Tell(news with { Topic = TalkTopic.Left }));
        all.ForEach(seat => Carry(seat.Arrival with { Topic = TalkTopic.StillHere }));
        if (++beats % BeatsBetweenReading == 0)
        {
            ReadAnew();
        }
    }

    /// <summary>Something may have been missed: all who are here read anew, and say to the others that they are here.</summary>
    public void ReadAnew()
    {
        List<TalkSeat> all;
        lock (door)
        {
            all = [.. here.Values];
        }

        foreach (var seat in all)
        {
            Carry(seat.Arrival);
            seat.Tell(TalkTopic.ReadAnew);
        }
    }

    public void CarryBy(Action<string> carry) => this.carry = carry;

    /// <summary>A topic and three ids.</summary>
    public void HearWords(string words)
    {
        if (words.Split(' ') is [var topic, var talk, var person, var seat]
            && Enum.TryParse<TalkTopic>(topic, out var about)
            && Guid.TryParse(talk, out var talkId) && Guid.TryParse(person, out var personId) && Guid.TryParse(seat, out var seatId))
        {
            Hear(new TalkNews(about, talkId, personId, seatId));
        }
    }

    internal void Leave(TalkSeat seat)
    {
        lock (door)
        {
            if (!here.Remove(seat.Arrival.SeatId))
            {
                return;
            }
        }

        Spread(seat.Arrival with { Topic = TalkTopic.Left });
    }

    private bool IsFresh(DateTimeOffset at) => clock.GetUtcNow() - at < GoneAfter;

    private void Spread(TalkNews news)
    {
        Tell(news);
        Carry(news);
    }

    private void Carry(TalkNews news) =>
        carry?.Invoke(string.Create(CultureInfo.InvariantCulture, $"{(int)news.Topic} {news.TalkId} {news.PersonId} {news.SeatId}"));

    private void Tell(TalkNews news)
    {
        foreach (var seat in SeatsOf(news.TalkId))
        {
            seat.Tell(news.Topic);
        }
    }

    private List<TalkSeat> SeatsOf(Guid talkId)
    {
        lock (door)
        {
            return [.. here.Values.Where(seat => seat.Arrival.TalkId == talkId)];
        }
    }
}
