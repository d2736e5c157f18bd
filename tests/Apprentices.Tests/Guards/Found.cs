namespace Apprentices.Tests.Guards;

internal static class Found
{
    /// <summary>Fails with what is there and not in the list, and with what the list has and is not there.</summary>
    public static void Differing(IEnumerable<string> listed, IEnumerable<string> there)
    {
        var (list, found) = (listed.ToHashSet(StringComparer.Ordinal), there.ToHashSet(StringComparer.Ordinal));
        Nothing([.. found.Except(list).Select(one => $"{one} is not in the list"), .. list.Except(found).Select(one => $"{one} is in the list and not there")]);
    }

    /// <summary>Fails with everything that was found, a line each.</summary>
    public static void Nothing(IEnumerable<string?> found)
    {
        var lines = found.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        Assert.True(lines.Count == 0, string.Join(Environment.NewLine, lines));
    }
}
