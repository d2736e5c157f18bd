using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.BeforeTheSystem;

/// <summary>Of which contracts the talks are asked for.</summary>
public enum TalksFromBeforeOf
{
    All,

    /// <summary>Contracts that have ended.</summary>
    Ended,

    /// <summary>Contracts that still run.</summary>
    Running,
}

/// <summary>The talks whose window had ended when their record was entered, and of which nobody has said what became, by name.</summary>
public sealed class ListTalksFromBefore(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public const int RowsOnAPage = 50;

    public sealed record Row(Guid Id, Guid ApprenticeshipId, string Apprentice, string Workplace, int Number, DateOnly WindowStartsOn, DateOnly DueOn, bool HasEnded);

    /// <summary>A page of rows, how many there are of each kind of contract, and of those asked for.</summary>
    public sealed record Result(IReadOnlyList<Row> Rows, int Total, int Ended, int Running);

    public async Task<Result> RunAsync(TalksFromBeforeOf contracts, int page, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SettleTalksFromBefore);

        await using var db = await database.CreateDbContextAsync(cancel);
        var counts = await Of(db, user, TalksFromBeforeOf.All)
            .GroupBy(talk => talk.Apprenticeship.EndsOn < user.Today)
            .Select(group => new { HasEnded = group.Key, Count = group.Count() })
            .ToListAsync(cancel);
        var ended = counts.Where(count => count.HasEnded).Sum(count => count.Count);
        var running = counts.Where(count => !count.HasEnded).Sum(count => count.Count);
        var rows = await Of(db, user, contracts)
            .OrderBy(talk => talk.Apprenticeship.Person.SortName).ThenBy(talk => talk.ApprenticeshipId).ThenBy(talk => talk.Number)
            .Skip((page - 1) * RowsOnAPage).Take(RowsOnAPage)
            .Select(talk => new Row(
                talk.Id, talk.ApprenticeshipId, talk.Apprenticeship.Person.GivenName + " " + talk.Apprenticeship.Person.FamilyName,
                talk.Apprenticeship.Workplace.Name, talk.Number, talk.WindowStartsOn, talk.DueOn, talk.Apprenticeship.EndsOn < user.Today))
            .ToListAsync(cancel);
        var total = contracts switch { TalksFromBeforeOf.Ended => ended, TalksFromBeforeOf.Running => running, _ => ended + running };
        return new Result(rows, total, ended, running);
    }

    /// <summary>The talks one may see that are still unknown.</summary>
    internal static IQueryable<Evaluation> Of(AppDbContext db, CurrentUser user, TalksFromBeforeOf contracts)
    {
        var unknown = db.Evaluations.VisibleTo(user).Where(talk => talk.State == EvaluationState.UnknownBeforeSystem);
        return contracts switch
        {
            TalksFromBeforeOf.Ended => unknown.Where(talk => talk.Apprenticeship.EndsOn < user.Today),
            TalksFromBeforeOf.Running => unknown.Where(talk => talk.Apprenticeship.EndsOn >= user.Today),
            _ => unknown,
        };
    }
}
