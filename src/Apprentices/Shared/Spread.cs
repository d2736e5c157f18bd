namespace Apprentices.Shared;

/// <summary>Moves places on a line just so far apart that what stands on them does not overlap.</summary>
internal static class Spread
{
    /// <summary>The places, which come in order, at least a gap apart and between two ends; a gap there is no room for is narrowed.</summary>
    public static IReadOnlyList<double> Apart(IReadOnlyList<double> wanted, double gap, double from, double to)
    {
        var step = wanted.Count > 1 ? Math.Min(gap, (to - from) / (wanted.Count - 1)) : 0;
        var places = wanted.ToArray();
        for (var index = 0; index < places.Length; index++)
        {
            places[index] = Math.Max(places[index], index == 0 ? from : places[index - 1] + step);
        }

        for (var index = places.Length - 1; index >= 0; index--)
        {
            places[index] = Math.Min(places[index], index == places.Length - 1 ? to : places[index + 1] - step);
        }

        return places;
    }
}
