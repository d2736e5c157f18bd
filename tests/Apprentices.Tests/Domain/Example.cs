using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

/// <summary>Small things for tests of the domain alone.</summary>
internal static class Example
{
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
