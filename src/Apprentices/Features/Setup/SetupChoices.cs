using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Setup;

/// <summary>The trades and the workplaces there are, to choose among and to name what is chosen.</summary>
public sealed record SetupChoices(IReadOnlyList<SetupChoices.Trade> Trades, IReadOnlyList<SetupChoices.Place> Workplaces)
{
    public sealed record Trade(string Code, LocalText Name)
    {
        /// <summary>Several curricula may be of one trade.</summary>
        public string Label => $"{Name} ({Code})";
    }

    public sealed record Place(Guid Id, string Name);

    public string NameOf(string curriculumCode) => Trades.FirstOrDefault(trade => trade.Code == curriculumCode)?.Label ?? curriculumCode;

    public string NameOf(Guid workplaceId) => Workplaces.FirstOrDefault(place => place.Id == workplaceId)?.Name ?? "";

    internal static async Task<SetupChoices> ReadAsync(AppDbContext db, CancellationToken cancel) => new(
        await db.Curricula.OrderBy(c => c.Code).Select(c => new Trade(c.Code, c.Trade)).ToListAsync(cancel),
        await db.Workplaces.OrderBy(w => w.SearchText).Select(w => new Place(w.Id, w.Name)).ToListAsync(cancel));
}
