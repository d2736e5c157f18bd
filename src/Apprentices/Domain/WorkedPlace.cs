namespace Apprentices.Domain;

/// <summary>Where she worked from and to which day: at a placement as long as it lasted, else where the contract says.</summary>
public sealed record WorkedPlace(Guid WorkplaceId, DateOnly FromOn, DateOnly ToOn)
{
    /// <summary>All of them until a day, in order and without gaps; what follows on the same is one.</summary>
    public static IReadOnlyList<WorkedPlace> Of(ContractState state, IEnumerable<Placement> placements, DateOnly last)
    {
        var stays = placements.OrderBy(placement => placement.FromOn).ToList();
        var starts = state.Workplaces.Select(period => period.FromOn)
            .Concat(stays.SelectMany(stay => new[] { stay.FromOn, stay.ToOn.AddDays(1) }))
            .Append(state.Terms.StartsOn)
            .Where(day => day >= state.Terms.StartsOn && day <= last)
            .Distinct().Order().ToList();
        List<WorkedPlace> places = [];
        foreach (var (place, from) in starts.Index())
        {
            var to = place + 1 < starts.Count ? starts[place + 1].AddDays(-1) : last;
            var at = stays.Find(stay => stay.FromOn <= from && stay.ToOn >= from)?.WorkplaceId ?? state.WorkplaceOn(from);
            if (places.Count > 0 && places[^1].WorkplaceId == at)
            {
                places[^1] = places[^1] with { ToOn = to };
            }
            else
            {
                places.Add(new WorkedPlace(at, from, to));
            }
        }

        return places;
    }
}
