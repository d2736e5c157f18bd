using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Standings;

/// <summary>
/// How many are in training, behind, quiet and waiting: in all, by trade, by workplace and by supervisor; and what the list may be
/// narrowed to. Who has two supervisors counts with both.
/// </summary>
public sealed class CountStandings(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<ProgressSettings> progress, TimeProvider clock)
{
    public sealed record Count(int InTraining, int Behind, int Quiet, int Waiting)
    {
        public int Of(AttentionFilter filter) => filter switch
        {
            AttentionFilter.Quiet => Quiet,
            AttentionFilter.Waiting => Waiting,
            _ => Behind,
        };

        /// <summary>The share that is behind, of those in training.</summary>
        public double BehindPercent => InTraining == 0 ? 0 : 100.0 * Behind / InTraining;
    }

    /// <param name="Name">What they have in common.</param>
    /// <param name="Query">The list of those behind in it.</param>
    /// <param name="Count">How many.</param>
    public sealed record Group(string Name, StandingsQuery Query, Count Count);

    public sealed record Result(Count All, IReadOnlyList<Group> Trades, IReadOnlyList<Group> Workplaces, IReadOnlyList<Group> Supervisors, RecordChoices Choices);

    private sealed record Place(Guid Id, string Trade, Guid Workplace);

    public async Task<Result> RunAsync(StandingsQuery query, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeStandings);

        await using var db = await database.CreateDbContextAsync(cancel);
        var rows = query.Chosen(db, user, progress.Value);
        var places = await rows.Select(a => new Place(a.Id, a.CurriculumCode, a.WorkplaceId)).ToListAsync(cancel);
        Dictionary<AttentionFilter, HashSet<Guid>> on = [];
        foreach (var filter in Enum.GetValues<AttentionFilter>())
        {
            on[filter] = await StandingsQuery.Narrowed(rows, db, filter, query, user.Today, progress.Value, clock).Select(a => a.Id).ToHashSetAsync(cancel);
        }

        var followed = await db.Assignments
            .VisibleTo(user)
            .Where(Assignment.CurrentOn(user.Today))
            .Where(s => s.Role <= AssignmentRole.Instructor && s.Apprenticeship.StartsOn <= user.Today && s.Apprenticeship.EndsOn >= user.Today)
            .Select(s => new { s.PersonId, s.ApprenticeshipId })
            .Distinct()
            .ToListAsync(cancel);
        var choices = await RecordChoices.ReadAsync(db, user, cancel);
        var chosen = places.Select(place => place.Id).ToHashSet();
        var bySupervisor = followed.Where(pair => chosen.Contains(pair.ApprenticeshipId)).ToLookup(pair => pair.PersonId, pair => pair.ApprenticeshipId);
        var byTrade = places.ToLookup(place => place.Trade, place => place.Id);
        var byPlace = places.ToLookup(place => place.Workplace, place => place.Id);
        return new Result(
            CountOf(chosen),
            Groups(choices.Trades.Select(trade => ($"{trade.Name} ({trade.Code})", query with { Trade = trade.Code }, byTrade[trade.Code]))),
            Groups(choices.Workplaces.Select(place => (place.Name, query with { Workplace = place.Id }, byPlace[place.Id]))),
            Groups(choices.Supervisors.Select(person => (person.Name, query with { Supervisor = person.Id }, bySupervisor[person.Id]))),
            choices);

        IReadOnlyList<Group> Groups(IEnumerable<(string Name, StandingsQuery Query, IEnumerable<Guid> Ids)> groups) =>
        [
            .. groups.Select(group => new Group(group.Name, group.Query, CountOf([.. group.Ids])))
                .Where(group => group.Count.InTraining > 0)
                .OrderByDescending(group => group.Count.Behind).ThenByDescending(group => group.Count.BehindPercent),
        ];

        Count CountOf(IReadOnlyCollection<Guid> ids) => new(
            ids.Count, ids.Count(on[AttentionFilter.Behind].Contains), ids.Count(on[AttentionFilter.Quiet].Contains), ids.Count(on[AttentionFilter.Waiting].Contains));
    }
}
