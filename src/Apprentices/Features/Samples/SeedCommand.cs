using System.Globalization;
using Apprentices.Domain;
using Apprentices.Platform;

namespace Apprentices.Features.Samples;

/// <summary><c>seed --apprenticeships N</c>: fills a demo database for benchmarks and trials.</summary>
public sealed class SeedCommand(SeedDatabase seed)
{
    private const int BarWidth = 40;

    /// <returns>An exit code of <see cref="Commands" />.</returns>
    public async Task<int> RunAsync(string[] arguments, CancellationToken cancel = default)
    {
        if (arguments is not ["--apprenticeships", var number]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count < 1)
        {
            await Console.Error.WriteLineAsync("Say how many: seed --apprenticeships 10000");
            return Commands.Misused;
        }

        try
        {
            await seed.RunAsync(count, new Bar(count), cancel);
        }
        catch (RuleException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return Commands.Refused;
        }

        Console.WriteLine($"{count} apprenticeships added.");
        return Commands.Done;
    }

    /// <summary>A bar that grows on a terminal; a line each tenth elsewhere.</summary>
    private sealed class Bar(int total) : IProgress<int>
    {
        private int tenths;

        public void Report(int value)
        {
            if (!Console.IsOutputRedirected)
            {
                var filled = (int)((long)value * BarWidth / total);
                Console.Write($"\r[{new string('#', filled)}{new string('.', BarWidth - filled)}] {value} of {total}{(value == total ? Environment.NewLine : "")}");
            }
            else if ((long)value * 10 / total is var now && now > tenths)
            {
                tenths = (int)now;
                Console.WriteLine($"{value} of {total}");
            }
        }
    }
}
