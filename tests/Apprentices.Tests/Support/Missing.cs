namespace Apprentices.Tests.Support;

/// <summary>A real counterpart that is not on this machine: the test is skipped and says which; in CI that is a failure.</summary>
internal static class Missing
{
    public static void Skip(string what)
    {
        var reason = $"{what} is missing. Run tests/run, which installs it where it may.";
        if (Environment.GetEnvironmentVariable("CI") == "true")
        {
            Assert.Fail(reason);
        }

        Assert.Skip(reason);
    }
}
