using System.Globalization;

namespace Apprentices.Platform;

/// <summary>
/// Tells whoever has the program open that something in her inbox is different now, so that the count and the list follow without her
/// loading the page anew. Within one instance by itself; where there are several, <see cref="LiveWire"/> carries it.
/// </summary>
public sealed class InboxChannel : ILiveChannel
{
    /// <summary>PostgreSQL carries 8,000 bytes at a time.</summary>
    private const int MostAtATime = 150;

    private readonly Lock door = new();
    private readonly Dictionary<Guid, List<Listener>> here = [];
    private Action<string>? carry;

    public string Name => "apprentices_inboxes";

    /// <summary>Somebody has the program open.</summary>
    /// <param name="personId">Who.</param>
    /// <param name="heard">Told that it is different, in her language. It must not take long, and not fail.</param>
    /// <returns>Gives it up; twice is once.</returns>
    public IDisposable Listen(Guid personId, Action heard)
    {
        var listener = new Listener(this, personId, heard);
        lock (door)
        {
            if (!here.TryGetValue(personId, out var all))
            {
                here[personId] = all = [];
            }

            all.Add(listener);
        }

        return listener;
    }

    /// <summary>The inboxes of those people are different now, and saved.</summary>
    public void Say(IEnumerable<Guid> people)
    {
        foreach (var some in people.Distinct().Chunk(MostAtATime))
        {
            Tell(some);
            carry?.Invoke(string.Join(' ', some.Select(id => id.ToString("D", CultureInfo.InvariantCulture))));
        }
    }

    public void CarryBy(Action<string> carry) => this.carry = carry;

    public void HearWords(string words) =>
        Tell([.. words.Split(' ').Where(word => Guid.TryParse(word, out _)).Select(word => Guid.Parse(word, CultureInfo.InvariantCulture))]);

    public void ReadAnew()
    {
        Guid[] all;
        lock (door)
        {
            all = [.. here.Keys];
        }

        Tell(all);
    }

    private void Tell(Guid[] people)
    {
        List<Listener> listeners;
        lock (door)
        {
            listeners = [.. people.SelectMany(person => here.GetValueOrDefault(person) ?? [])];
        }

        listeners.ForEach(listener => listener.Tell());
    }

    private sealed class Listener(InboxChannel channel, Guid personId, Action heard) : IDisposable
    {
        private readonly ExecutionContext? hers = ExecutionContext.Capture();

        public void Tell()
        {
            if (hers is null)
            {
                heard();
            }
            else
            {
                ExecutionContext.Run(hers, _ => heard(), null);
            }
        }

        public void Dispose()
        {
            lock (channel.door)
            {
                if (channel.here.TryGetValue(personId, out var all) && all.Remove(this) && all.Count == 0)
                {
                    channel.here.Remove(personId);
                }
            }
        }
    }
}
