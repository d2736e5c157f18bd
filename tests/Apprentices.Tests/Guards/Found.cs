namespace Apprentices.Tests.Guards;

internal static class Found
{
    /// <summary>Fails with everything that was found, a line each.</summary>
    public static void Nothing(IEnumerable<string?> found)
    {
        var lines = found.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        Assert.True(lines.Count == 0, string.Join(Environment.NewLine, lines));
    }
}
