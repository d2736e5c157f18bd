using Apprentices.Domain;
using BenchmarkDotNet.Attributes;

namespace Apprentices.Benchmarks;

/// <summary>
/// The duties of many apprenticeships, each with its own start, breaks and half-years, counted from their contracts: time and
/// allocations for one of them, at two numbers, so that growth shows. The floor adds six months to each start as often as there
/// are duties, which is the least of date arithmetic that any answer takes.
/// </summary>
[MemoryDiagnoser]
public class DutiesBenchmark
{
    private const int DutiesOfOne = 20;

    private DutyFacts[] facts = [];
    private DutyRules rules = DutyRules.Default;

    [Params(1_000, 10_000)]
    public int Apprenticeships { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        rules = DutyRules.Default with { Checklist = [.. Enumerable.Range(-3, 6).Select(week => ChecklistPoint.For(ChecklistPhase.Start, new LocalText("Punkt", "Punkt", "Point"), 7 * week, DutyRole.Hr))] };
        facts = [.. Enumerable.Range(0, Apprenticeships).Select(FactsOf)];
    }

    [Benchmark(Baseline = true)]
    public int Floor()
    {
        var sum = 0;
        foreach (var one in facts)
        {
            for (var duty = 1; duty <= DutiesOfOne; duty++)
            {
                sum += one.State.Terms.StartsOn.AddMonths(duty).DayNumber;
            }
        }

        return sum;
    }

    [Benchmark]
    public int Duties()
    {
        var sum = 0;
        foreach (var one in facts)
        {
            sum += Domain.Duties.For(one, rules).Count;
        }

        return sum;
    }

    private static DutyFacts FactsOf(int number)
    {
        var start = new DateOnly(2023, 1, 2).AddDays(number * 367 % 1_200);
        var state = ContractState.Of(new Apprenticeship.Terms(
            ContractKind.Apprentice, ContractVariant.Ordinary, null, "ITD03-01", "03", Guid.Empty, start, start.AddYears(2).AddDays(-1)));
        if (number % 4 == 0)
        {
            var id = Guid.CreateVersion7();
            state = state.With(id, new InterruptionBegun(start.AddDays(200), start.AddDays(260), 100, Prolongs: true), start.AddDays(190));
            state = number % 8 == 0 ? state.With(Guid.CreateVersion7(), new ConsentGiven(id, start.AddDays(195)), start.AddDays(195)) : state;
        }

        return new DutyFacts(state);
    }
}
