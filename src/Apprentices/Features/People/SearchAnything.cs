using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.People;

/// <summary>Finds apprentices, people, workplaces and trades by what is typed; only what the one who asks may see.</summary>
public sealed class SearchAnything(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <summary>How many of each kind are shown.</summary>
    public const int Most = 8;

    public sealed record Result(
        IReadOnlyList<Record> Records, IReadOnlyList<Somebody> People, IReadOnlyList<Place> Workplaces, IReadOnlyList<Trade> Trades, bool MayOpenPeople)
    {
        public int Count => Records.Count + People.Count + Workplaces.Count + Trades.Count;

        /// <summary>Whether there may be more than are shown.</summary>
        public bool IsCut => Records.Count == Most || People.Count == Most || Workplaces.Count == Most || Trades.Count == Most;
    }

    public sealed record Record(Guid Id, string Name, LocalText Trade, string Workplace, DateOnly StartsOn, DateOnly EndsOn);

    public sealed record Somebody(Guid Id, string Name, string Email, Roles Roles);

    public sealed record Place(Guid Id, string Name, int Apprentices);

    public sealed record Trade(string Code, LocalText Name, int Apprentices);

    public async Task<Result> RunAsync(string text, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeRecords);
        var words = SortKey.Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
        {
            return new Result([], [], [], [], user.Allows(Policy.ManagePeople));
        }

        await using var db = await database.CreateDbContextAsync(cancel);
        var open = db.Apprenticeships.VisibleTo(user);
        var trades = await db.Curricula.Select(c => new Trade(c.Code, c.Trade, open.Count(a => a.CurriculumCode == c.Code))).ToListAsync(cancel);
        var places = db.Workplaces.Where(w => open.Any(a => a.WorkplaceId == w.Id));
        var records = open;
        foreach (var word in words)
        {
            var codes = trades.Where(trade => Says(trade, word)).Select(trade => trade.Code).ToList();
            var number = word.ToUpperInvariant();
            places = places.Where(w => w.SearchText.Contains(word));
            records = records.Where(a => a.Person.SearchText.Contains(word) || a.Workplace.SearchText.Contains(word) || codes.Contains(a.CurriculumCode)
                || (a.VigoNumber != null && (a.VigoNumber.Contains(word) || a.VigoNumber.Contains(number))));
        }

        return new Result(
            await records.OrderBy(a => a.Person.SortName).ThenByDescending(a => a.StartsOn).Take(Most).Select(a => new Record(
                a.Id, a.Person.GivenName + " " + a.Person.FamilyName, a.Curriculum.Trade, a.Workplace.Name, a.StartsOn, a.EndsOn)).ToListAsync(cancel),
            await db.People.VisibleTo(db, user).Found(text).Where(p => !db.Apprenticeships.Any(a => a.PersonId == p.Id))
                .OrderBy(p => p.SortName).Take(Most).Select(p => new Somebody(p.Id, p.GivenName + " " + p.FamilyName, p.Email, p.Roles)).ToListAsync(cancel),
            await places.OrderBy(w => w.SearchText).Take(Most)
                .Select(w => new Place(w.Id, w.Name, open.Count(a => a.WorkplaceId == w.Id))).ToListAsync(cancel),
            [.. trades.Where(trade => trade.Apprentices > 0 && words.All(word => Says(trade, word))).Take(Most)],
            user.Allows(Policy.ManagePeople));
    }

    private static bool Says(Trade trade, string word) =>
        SortKey.Plain($"{trade.Code} {trade.Name.Nb} {trade.Name.Nn} {trade.Name.En}").Contains(word, StringComparison.Ordinal);
}
