using BenchmarkDotNet.Running;

namespace Apprentices.Benchmarks;

/// <summary>What is measured, never asserted on time: <c>dotnet run -c Release --project tests/Apprentices.Benchmarks</c>.</summary>
internal static class RunBenchmarks
{
    private static void Main(string[] args) => BenchmarkSwitcher.FromAssembly(typeof(RunBenchmarks).Assembly).Run(args);
}
