using Apprentices.Domain;
using FsCheck;
using FsCheck.Fluent;

namespace Apprentices.Tests.Domain;

/// <summary>Whatever was answered: no figure is of fewer than five, and no two figures differ by fewer than five.</summary>
public sealed class FormFiguresPropertyTests
{
    private static readonly string[] Answers = ["a", "b", "c"];
    private static readonly string[] Periods = ["2025-2", "2026-1"];
    private static readonly string[] Trades = ["IT", "KONTOR", "SOA"];
    private static readonly Guid[] Workplaces = [.. Enumerable.Range(1, 3).Select(number => new Guid(number, 0, 0, new byte[8]))];

    private static readonly Arbitrary<FigureAnswer[]> Given = (
        from size in Gen.Choose(0, 90)
        from all in (
            from person in Gen.Choose(1, 70)
            from period in Gen.Elements(Periods)
            from trade in Gen.Frequency((6, Gen.Constant(Trades[0])), (3, Gen.Constant(Trades[1])), (1, Gen.Constant(Trades[2])))
            from place in Gen.Frequency((5, Gen.Constant(Workplaces[0])), (3, Gen.Constant(Workplaces[1])), (1, Gen.Constant(Workplaces[2])))
            from answer in Gen.Frequency((6, Gen.Constant("a")), (3, Gen.Constant("b")), (1, Gen.Constant("c")))
            select new FigureAnswer(new Guid(person, 0, 0, new byte[8]), period, trade, place, answer, person)).ArrayOf(size)
        select all).ToArbitrary();

    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(300);

    private static IEnumerable<FigureFilter> Filters =>
        from period in Periods.Append(null)
        from trade in Trades.Append(null)
        from place in Workplaces.Select(place => (Guid?)place).Append(null)
        select new FigureFilter(period, trade, place);

    [Fact]
    public void No_figure_is_of_fewer_than_five_and_each_is_right() => Check.One(Many, Prop.ForAll(Given, given =>
    {
        var figures = new FormFigures(given, Answers);
        foreach (var filter in Filters)
        {
            foreach (var cell in figures.For(filter).Cells.Where(cell => cell.Count is not null))
            {
                var behind = Behind(given, figures, filter, cell);
                Assert.Equal((behind.Count, behind.Sum(one => one.Value)), (cell.Count, cell.Sum));
                Assert.True(cell.Count >= FormFigures.Least, $"{filter} {string.Join('+', cell.Answers)}: {cell.Count}");
            }
        }
    }));

    [Fact]
    public void No_two_filters_tell_by_their_difference_of_fewer_than_five() => Check.One(Many, Prop.ForAll(Given, given =>
    {
        var figures = new FormFigures(given, Answers);
        List<HashSet<(Guid, string)>> told = [];
        foreach (var filter in Filters)
        {
            var table = figures.For(filter);
            var cells = table.Cells.Where(cell => cell.Count is not null).Select(cell => Behind(given, figures, filter, cell)).ToList();
            told.AddRange(cells.Select(cell => cell.Select(one => (one.PersonId, one.Period)).ToHashSet()));
            if (table.Total is not null)
            {
                told.Add([.. cells.SelectMany(cell => cell).Select(one => (one.PersonId, one.Period))]);
            }
        }

        var different = told.DistinctBy(one => string.Join(' ', one.Order())).ToList();
        foreach (var one in different)
        {
            foreach (var other in different)
            {
                // What lies in one and not in the other is nobody, or at least five.
                Assert.True(one.Except(other).Count() is 0 or >= FormFigures.Least);
            }
        }
    }));

    [Fact]
    public void A_period_that_is_told_of_stays_as_it_is_whatever_is_answered_in_another() => Check.One(Many, Prop.ForAll(Given, given =>
    {
        var (before, after) = (new FormFigures(given.Where(one => one.Period == Periods[0]), Answers), new FormFigures(given, Answers));
        foreach (var filter in Filters.Where(filter => filter.Period == Periods[0]))
        {
            Assert.Equal(Said(before.For(filter)), Said(after.For(filter)));
        }
    }));

    /// <summary>Told of only where it is safe, and still told of: a rule that tells nothing would pass all the others.</summary>
    [Fact]
    public void Enough_of_each_answer_are_told_of_to_the_workplace()
    {
        var given = Enumerable.Range(0, 60).Select(number => new FigureAnswer(
            new Guid(number, 0, 0, new byte[8]), Periods[0], Trades[number % 2], Workplaces[number / 2 % 2], Answers[number / 4 % 3])).ToList();
        var figures = new FormFigures(given, Answers);

        Assert.Equal((60, "a20 b20 c20"), (figures.For(new()).Total, Said(figures.For(new()))));
        Assert.Equal("a5 b5 c5", Said(figures.For(new(Periods[0], Trades[0], Workplaces[0]))));
        Assert.Null(figures.For(new(Trade: Trades[2])).Total);
    }

    [Fact]
    public void Answers_that_few_gave_are_told_together_with_the_least_given()
    {
        var given = Enumerable.Range(0, 17).Select(number => new FigureAnswer(new Guid(number, 0, 0, new byte[8]), Periods[0], Trades[0], Workplaces[0], number < 9 ? "a" : number < 15 ? "b" : "c")).ToList();

        Assert.Equal("a9 b+c8", Said(new FormFigures(given, Answers).For(new())));
        Assert.Equal("a+b+c-", Said(new FormFigures(given.Take(4), Answers).For(new())));
        Assert.Equal("a9 b+c6", Said(new FormFigures(given.Take(15), Answers).For(new())));
    }

    [Fact]
    public void An_apprentice_counts_once_in_a_period_by_what_she_answered_last() => Assert.Equal(
        "a+b+c-",
        Said(new FormFigures(Enumerable.Range(0, 9).Select(number => new FigureAnswer(new Guid(number % 4, 0, 0, new byte[8]), Periods[0], Trades[0], Workplaces[0], "a")), Answers).For(new())));

    private static List<FigureAnswer> Behind(FigureAnswer[] given, FormFigures figures, FigureFilter filter, FigureCell cell) =>
    [
        .. given.DistinctBy(one => (one.PersonId, one.Period)).Where(one => figures.Periods.Contains(one.Period))
            .Where(one => (filter.Period is null || one.Period == filter.Period) && (filter.Trade is null || one.Trade == filter.Trade) && (filter.Workplace is null || one.Workplace == filter.Workplace))
            .Where(one => cell.Answers.Contains(one.Answer)),
    ];

    private static string Said(FigureTable table) => string.Join(' ', table.Cells.Select(cell => $"{string.Join('+', cell.Answers)}{cell.Count?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-"}"));
}
