namespace Apprentices.Shared;

/// <summary>
/// Gives each mark in a lane a row, and its label a side, so that nothing stands on anything else. All marks share one row
/// where that goes; the label stands at the right, unless the next mark, the edge or a line across the lane is in its way.
/// </summary>
internal static class LabelRows
{
    private const double Clearance = 6;

    /// <summary>What a mark takes up on the line, and its label, at one of its sides or (0) nowhere.</summary>
    public readonly record struct Mark(double Left, double Right, double Label)
    {
        public (double From, double To) Box(bool leftward) => leftward ? (Left - Label, Right) : (Left, Right + Label);

        public bool IsCrossed(bool leftward, double? line) => leftward ? line > Left - Label - 2 && line < Left : line > Right && line < Right + Label + 2;
    }

    public readonly record struct Place(int Row, bool Leftward);

    /// <summary>What a label that a line crosses costs; more than all sides of a lane together.</summary>
    private const double Crossing = 1000;

    /// <summary>A place for each mark; they come in the order of their days. Labels are at most as long as one of their sides has room for.</summary>
    public static IReadOnlyList<Place> For(IReadOnlyList<Mark> marks, double from, double to, double? line)
    {
        List<List<int>> rows = [];
        for (var index = 0; index < marks.Count; index++)
        {
            // A row will do where everything fits and the line crosses no label that another row would spare.
            var row = rows.Find(row => Row([.. row, index]) is { } sides && sides.Cost < Crossing * (1 + row.Append(index).Sum(Unavoidable)));
            if (row is null)
            {
                rows.Add(row = []);
            }

            row.Add(index);
        }

        int Unavoidable(int index) => Row([index]) is { Cost: >= Crossing } ? 1 : 0;

        (double Cost, bool[] Sides)? Row(List<int> row) => Sides([.. row.Select(one => marks[one])], from, to, line);

        var places = new Place[marks.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            var sides = Row(rows[row])?.Sides ?? new bool[rows[row].Count];
            for (var place = 0; place < sides.Length; place++)
            {
                places[rows[row][place]] = new Place(row, sides[place]);
            }
        }

        return places;
    }

    /// <summary>The best sides for marks in one row, found from left to right; nothing where they do not all fit.</summary>
    private static (double Cost, bool[] Sides)? Sides(IReadOnlyList<Mark> marks, double from, double to, double? line)
    {
        var costs = new double[marks.Count, 2];
        var cameFrom = new int[marks.Count, 2];
        for (var index = 0; index < marks.Count; index++)
        {
            for (var side = 0; side < 2; side++)
            {
                var (left, right) = marks[index].Box(side == 1);
                (costs[index, side], cameFrom[index, side]) = left < from || right > to ? (double.PositiveInfinity, 0) : Cheapest(index, left);
                costs[index, side] += side + (marks[index].IsCrossed(side == 1, line) ? Crossing : 0);
            }
        }

        (double, int) Cheapest(int index, double left) => index == 0
            ? (0, 0)
            : Enumerable.Range(0, 2)
                .Select(before => (marks[index - 1].Box(before == 1).To + Clearance <= left ? costs[index - 1, before] : double.PositiveInfinity, before))
                .Min();

        var sides = new bool[marks.Count];
        var last = costs[marks.Count - 1, 0] <= costs[marks.Count - 1, 1] ? 0 : 1;
        var cost = costs[marks.Count - 1, last];
        for (var index = marks.Count - 1; index >= 0; index--)
        {
            sides[index] = last == 1;
            last = cameFrom[index, last];
        }

        return double.IsPositiveInfinity(cost) ? null : (cost, sides);
    }
}
