using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

/// <summary>Small things for tests of the domain alone.</summary>
internal static class Example
{
    /// <summary>A contract by which nothing else happened than breaks the county consented to.</summary>
    public static ContractState State(DateOnly start, DateOnly end, params IEnumerable<Break> breaks) =>
        ContractState.Of(new Apprentices.Domain.Apprenticeship.Terms(
            ContractKind.Apprentice, ContractVariant.Ordinary, null, "ITD03-01", "03", Guid.CreateVersion7(), start, end)) with
        {
            Breaks = [.. breaks.Select(b => new ContractBreak(Guid.CreateVersion7(), b.StartsOn, b.EndsOn, b.Percent, true) { ConsentOn = start, ConsentedToOn = b.EndsOn })],
        };

    public static IReadOnlyList<Duty> TalksOf(DateOnly start, DateOnly end, params IEnumerable<Break> breaks) =>
        Duties.Talks(State(start, end, breaks), DutyRules.Default);

    public static Apprenticeship Apprenticeship(DateOnly start, DateOnly end, int goals = 15) => Apprentices.Domain.Apprenticeship.Enter(
        Person.Enter("Ingrid", "Solheim", "ingrid@example.no", Language.Bokmal),
        new(ContractKind.Apprentice, ContractVariant.Ordinary, null, "ITD03-01", "03", Guid.CreateVersion7(), start, end),
        Curriculum(goals: goals), start);

    public static Curriculum Curriculum(string code = "ITD03-01", int goals = 15)
    {
        var name = new LocalText("IT-driftsfaget", "IT-driftsfaget", "IT operations");
        var curriculum = new Curriculum(code, "LK20", TradeFamily.IctService, name, name, new(2022, 8, 1), null);
        for (var order = 1; order <= goals; order++)
        {
            curriculum.Add(new Goal($"KM{order}", order, new LocalText($"Mål {order}", $"Mål {order}", $"Goal {order}")));
        }

        return curriculum;
    }
}
