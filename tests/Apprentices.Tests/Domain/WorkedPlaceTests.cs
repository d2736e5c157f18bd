using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

public sealed class WorkedPlaceTests
{
    [Fact]
    public void Where_she_was_placed_stands_in_the_place_of_where_the_contract_says_until_the_last_day()
    {
        var (start, today) = (new DateOnly(2024, 8, 15), new DateOnly(2024, 8, 15));
        var (home, desk, archive) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var curriculum = new Curriculum("TEST01-01", "LK20", TradeFamily.IctService, new("a", "a", "a"), new("a", "a", "a"), start, null);
        var record = Apprenticeship.Enter(
            Person.Enter("Liv", "Lund", "liv@example.no", Language.Bokmal, Roles.Apprentice),
            new(ContractKind.Apprentice, ContractVariant.Ordinary, null, curriculum.Code, "03", home, start, new(2026, 8, 14)), curriculum, today);
        record.Place(desk, null, new(2024, 10, 1), new(2024, 12, 31), today);
        record.Place(home, null, new(2025, 1, 1), new(2025, 1, 31), today);
        record.Place(archive, null, new(2025, 5, 1), new(2025, 12, 31), today);
        record.Record(new WorkplaceChanged(new(2025, 3, 1), desk), Decider.Employer, today);

        Assert.Equal(
            [
                new(home, start, new(2024, 9, 30)), new(desk, new(2024, 10, 1), new(2024, 12, 31)), new(home, new(2025, 1, 1), new(2025, 2, 28)),
                new(desk, new(2025, 3, 1), new(2025, 4, 30)), new(archive, new(2025, 5, 1), new(2025, 6, 30)),
            ],
            WorkedPlace.Of(record.State, record.Placements, new(2025, 6, 30)));
        Assert.Equal([new(home, start, new(2024, 9, 1))], WorkedPlace.Of(record.State, record.Placements, new(2024, 9, 1)));
    }
}
