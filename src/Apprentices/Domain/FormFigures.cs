namespace Apprentices.Domain;

/// <summary>One answer of one apprentice's talk, as figures need it.</summary>
/// <param name="PersonId">Whose talk it was; she counts once in a period.</param>
/// <param name="Period">The half-year of the calendar the talk was signed in; it must be over.</param>
/// <param name="Trade">The trade.</param>
/// <param name="Workplace">Where she worked then.</param>
/// <param name="Answer">The choice or the level; the same for all where numbers are asked.</param>
/// <param name="Value">The number, where one is asked for.</param>
public sealed record FigureAnswer(Guid PersonId, string Period, string Trade, Guid Workplace, string Answer, decimal Value = 0);

/// <summary>What figures are narrowed to; nothing: all.</summary>
public sealed record FigureFilter(string? Period = null, string? Trade = null, Guid? Workplace = null)
{
    internal bool Takes(FigureAnswer answer) =>
        (Period is null || answer.Period == Period) && (Trade is null || answer.Trade == Trade) && (Workplace is null || answer.Workplace == Workplace);
}

/// <summary>How many gave one answer, or one of several that are told together; no count where it cannot be told.</summary>
public sealed record FigureCell(IReadOnlyList<string> Answers, int? Count, decimal? Sum);

/// <summary>What can be told of a question.</summary>
/// <param name="Cells">By answer; each answer in one of them.</param>
/// <param name="Total">All of them; nothing where a cell cannot be told.</param>
public sealed record FigureTable(IReadOnlyList<FigureCell> Cells, int? Total);

/// <summary>
/// Counts of answers, none of them below five, and none below five to be found by any sum or difference of them
/// (docs/decisions/0014). The answers of each period are laid in units of at least five apprentices who gave the same answer, or
/// one of several that are then told together. A figure is a sum of whole units or it is not given; so whoever knows every
/// figure knows the units, and no smaller number. A period is laid out by itself and is over: later answers change nothing of it.
/// </summary>
public sealed class FormFigures
{
    /// <summary>No figure is of fewer apprentices.</summary>
    public const int Least = 5;

    private readonly IReadOnlyList<string> answers;
    private readonly List<Unit> units = [];
    private readonly Dictionary<string, List<string[]>> groups = [];

    /// <param name="given">Of several by one apprentice in a period, the first counts.</param>
    /// <param name="answers">All the answers there are to choose from, in order.</param>
    public FormFigures(IEnumerable<FigureAnswer> given, IReadOnlyList<string> answers)
    {
        this.answers = answers;
        var known = answers.ToHashSet(StringComparer.Ordinal);
        foreach (var period in given.Where(one => known.Contains(one.Answer)).DistinctBy(one => (one.PersonId, one.Period)).GroupBy(one => one.Period).Where(period => period.Count() >= Least))
        {
            groups[period.Key] = GroupsOf([.. period]);
            foreach (var group in groups[period.Key])
            {
                units.AddRange(BlocksOf([.. period.Where(one => group.Contains(one.Answer))]).Select(block => new Unit(period.Key, group, block)));
            }
        }
    }

    /// <summary>The periods in which enough have answered.</summary>
    public IReadOnlyCollection<string> Periods => groups.Keys;

    public FigureTable For(FigureFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var within = groups.Where(period => filter.Period is null || period.Key == filter.Period).ToList();
        var cells = within.Count == 0 ? [new FigureCell(answers, null, null)] : Joined(within.SelectMany(period => period.Value)).Select(joined => CellOf(joined, filter)).ToList();
        return new FigureTable(cells, cells.TrueForAll(cell => cell.Count is not null) ? cells.Sum(cell => cell.Count) : null);
    }

    private FigureCell CellOf(IReadOnlyList<string> joined, FigureFilter filter)
    {
        var about = units.Where(unit => (filter.Period is null || unit.Period == filter.Period) && joined.Contains(unit.Answers[0])).ToList();
        var touched = about.Where(unit => unit.Block.Exists(filter.Takes)).ToList();
        var isWhole = touched.Count > 0 && touched.TrueForAll(unit => unit.Block.TrueForAll(filter.Takes));
        return new FigureCell(joined, isWhole ? touched.Sum(unit => unit.Block.Count) : null, isWhole ? touched.Sum(unit => unit.Block.Sum(one => one.Value)) : null);
    }

    /// <summary>Answers that enough gave stand alone; the others are told together, with the least given of those where they are too few.</summary>
    private List<string[]> GroupsOf(List<FigureAnswer> period)
    {
        var counts = answers.ToDictionary(answer => answer, answer => period.Count(one => one.Answer == answer));
        var alone = answers.Where(answer => counts[answer] >= Least).OrderBy(answer => counts[answer]).ToList();
        var few = answers.Where(answer => counts[answer] < Least).ToList();
        while (few.Count > 0 && few.Sum(answer => counts[answer]) < Least && alone.Count > 0)
        {
            few.Add(alone[0]);
            alone.RemoveAt(0);
        }

        return [.. alone.Select(answer => new[] { answer }), .. few.Count > 0 ? [few.ToArray()] : Array.Empty<string[]>()];
    }

    /// <summary>Lays those who gave an answer in blocks of enough: by workplace within the trade where that goes, else with others of the trade, else with those of other trades.</summary>
    private static List<List<FigureAnswer>> BlocksOf(List<FigureAnswer> same)
    {
        List<List<FigureAnswer>> blocks = [];
        List<FigureAnswer> rest = [];
        foreach (var trade in same.GroupBy(one => one.Trade).OrderBy(trade => trade.Key, StringComparer.Ordinal))
        {
            if (trade.Count() < Least)
            {
                rest.AddRange(trade);
                continue;
            }

            var places = trade.GroupBy(one => one.Workplace).OrderBy(place => place.Key).Select(place => place.ToList()).ToList();
            var own = places.Where(place => place.Count >= Least).ToList();
            AddTo(own, [.. places.Where(place => place.Count < Least).SelectMany(place => place)]);
            blocks.AddRange(own);
        }

        AddTo(blocks, rest);
        return blocks;
    }

    /// <summary>What is left becomes a block, or goes into the smallest where it is too few.</summary>
    private static void AddTo(List<List<FigureAnswer>> blocks, List<FigureAnswer> rest)
    {
        if (rest.Count >= Least)
        {
            blocks.Add(rest);
        }
        else if (rest.Count > 0)
        {
            blocks.MinBy(block => block.Count)!.AddRange(rest);
        }
    }

    /// <summary>Answers that are told together in one of the periods are told together in all.</summary>
    private List<IReadOnlyList<string>> Joined(IEnumerable<string[]> all)
    {
        List<HashSet<string>> joined = [];
        foreach (var group in all)
        {
            var met = joined.Where(one => one.Overlaps(group)).ToList();
            joined.RemoveAll(met.Contains);
            joined.Add([.. group, .. met.SelectMany(one => one)]);
        }

        return [.. joined.Select(one => (IReadOnlyList<string>)[.. answers.Where(one.Contains)]).OrderBy(one => answers.ToList().IndexOf(one[0]))];
    }

    private sealed record Unit(string Period, string[] Answers, List<FigureAnswer> Block);
}
