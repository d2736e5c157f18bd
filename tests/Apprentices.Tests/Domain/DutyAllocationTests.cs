using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

/// <summary>What counting the duties costs in memory; how long it takes, the benchmark says.</summary>
public sealed class DutyAllocationTests
{
    /// <summary>Far above what it takes; a list copied once too often for each duty would pass it.</summary>
    private const long MostBytesForOne = 64 * 1024;

    [Fact]
    public void Counting_the_duties_of_one_takes_a_bounded_share_of_memory_however_many_are_counted()
    {
        var few = BytesFor(200);
        var many = BytesFor(2_000);

        Assert.InRange(few, 1, 200 * MostBytesForOne);
        Assert.InRange(many, 9.5 * few, 10.5 * few);
    }

    private static long BytesFor(int count)
    {
        var facts = Enumerable.Range(0, count).Select(number => new DutyFacts(Example.State(
            new DateOnly(2024, 1, 2).AddDays(number % 200), new DateOnly(2026, 1, 1).AddDays(number % 200), new Break(new(2025, 3, 1), new(2025, 4, 30), 100)))).ToArray();
        foreach (var one in facts.Take(10))
        {
            Duties.For(one, DutyRules.Default);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var one in facts)
        {
            Duties.For(one, DutyRules.Default);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
