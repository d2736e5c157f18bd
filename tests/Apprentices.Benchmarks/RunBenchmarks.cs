using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Apprentices.Benchmarks;

/// <summary>What is measured, never asserted on time: <c>dotnet run -c Release --project tests/Apprentices.Benchmarks -- --filter '*'</c>.</summary>
internal static class RunBenchmarks
{
    private static async Task Main(string[] args)
    {
        // In one process, so that every measurement asks the same filled database.
        var job = Job.Default.WithToolchain(new InProcessEmitToolchain(TimeSpan.FromHours(1), logOutput: true)).WithWarmupCount(2).WithIterationCount(8);
        BenchmarkSwitcher.FromAssembly(typeof(RunBenchmarks).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
        await SeededProgram.StopAsync();
    }
}
