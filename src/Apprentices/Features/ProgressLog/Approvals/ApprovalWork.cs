using Apprentices.Features.ProgressLog.Files;

namespace Apprentices.Features.ProgressLog.Approvals;

/// <summary>A list of entries that is worked down: cards that wait, and in the place of a decided one a line that says what was done.</summary>
public sealed class ApprovalWork
{
    /// <summary>So many lines of what was done stay; older ones go when the next comes.</summary>
    private const int MostLines = 3;

    private readonly List<Slot> slots = [];

    /// <summary>A place in the list.</summary>
    public sealed class Slot(ListWaitingEntries.Row row)
    {
        public ListWaitingEntries.Row Row { get; set; } = row;

        public bool IsChosen { get; set; }

        /// <summary>It says something else since the list was read, and was not approved.</summary>
        public bool HasChanged { get; set; }

        public DoneLine? Done { get; set; }
    }

    /// <param name="Sentence">What was done.</param>
    /// <param name="Approved">The approvals it speaks of, which can be undone for some minutes.</param>
    public sealed record DoneLine(string Sentence, IReadOnlyList<Guid> Approved);

    public IReadOnlyList<Slot> Slots => slots;

    public IReadOnlyList<Slot> Open => [.. slots.Where(slot => slot.Done is null)];

    public IReadOnlyList<Slot> Chosen => [.. Open.Where(slot => slot.IsChosen)];

    /// <summary>How many wait, also those that are not shown.</summary>
    public int Left { get; private set; }

    public DateOnly Today { get; private set; }

    /// <summary>The files by the entries they go with.</summary>
    public Dictionary<Guid, IReadOnlyList<ListAttachments.Row>> Files { get; } = [];

    /// <summary>The slots by apprentice and week, in the order in which the first of each waits; without the lines about several at once.</summary>
    public IEnumerable<IGrouping<(Guid ApprenticeshipId, DateOnly Week), Slot>> Weeks =>
        slots.Where(slot => !IsOfSeveral(slot)).GroupBy(slot => (slot.Row.ApprenticeshipId, slot.Row.Week));

    /// <summary>A line about several that were approved at once, perhaps of several apprentices.</summary>
    public static bool IsOfSeveral(Slot slot) => slot.Done is { Approved.Count: > 1 };

    /// <summary>Puts in what was read; lines of what was done stay.</summary>
    public void Fill(ListWaitingEntries.Waiting read)
    {
        (Left, Today) = (read.Total, read.Today);
        slots.RemoveAll(slot => slot.Done is null || read.Rows.Any(row => row.Id == slot.Row.Id));
        slots.AddRange(read.Rows.Select(row => new Slot(row)));
    }

    public void Clear() => slots.Clear();

    public void Choose(IReadOnlyList<Slot> which, bool chosen)
    {
        foreach (var slot in which)
        {
            slot.IsChosen = chosen;
        }
    }

    /// <summary>The next to look at once these are decided: the first open one after them, else the last before.</summary>
    public Slot? After(IReadOnlyList<Slot> decided)
    {
        var open = slots.Where(slot => slot.Done is null || decided.Contains(slot)).ToList();
        var first = open.FindIndex(decided.Contains);
        return open.Skip(first).FirstOrDefault(slot => !decided.Contains(slot)) ?? open.Take(first).LastOrDefault();
    }

    /// <summary>These are decided: a line stands where the first of them stood.</summary>
    public void Finish(IReadOnlyList<Slot> decided, DoneLine line)
    {
        if (decided.Count == 0)
        {
            return;
        }

        Left -= decided.Count;
        (decided[0].Done, decided[0].IsChosen) = (line, false);
        slots.RemoveAll(slot => decided.Skip(1).Contains(slot));
        foreach (var old in slots.Where(slot => slot.Done is not null && slot != decided[0]).SkipLast(MostLines - 1).ToList())
        {
            slots.Remove(old);
        }
    }

    /// <summary>What was approved waits again, in the place of the line.</summary>
    public void PutBack(Slot done, IReadOnlyList<ListWaitingEntries.Row> again)
    {
        var place = slots.IndexOf(done);
        slots.RemoveAt(place);
        slots.InsertRange(place, again.Select(row => new Slot(row)));
        Left += again.Count;
    }

    /// <summary>These were not as shown: they are shown as they are now, and those that wait no longer go.</summary>
    public void Renew(IReadOnlyList<Slot> changed, IReadOnlyList<ListWaitingEntries.Row> now)
    {
        foreach (var slot in changed)
        {
            if (now.FirstOrDefault(row => row.Id == slot.Row.Id) is { } row)
            {
                (slot.Row, slot.HasChanged, slot.IsChosen) = (row, true, false);
            }
            else
            {
                slots.Remove(slot);
                Left--;
            }
        }
    }
}
