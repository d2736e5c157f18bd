using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Together;

/// <summary>What talks agreed that one does oneself, due soonest first.</summary>
public sealed class ListOwnActions(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <summary>What is due within so many days waits on a supervisor's Monday.</summary>
    public const int DaysAhead = 7;

    /// <summary>More than so many are not shown at once.</summary>
    public const int PageSize = 20;

    /// <summary>One of them.</summary>
    /// <param name="Apprentice">Whose talk it was.</param>
    /// <param name="IsOwn">Whether it was one's own talk.</param>
    public sealed record Row(Guid Id, string What, DateOnly DueOn, DateOnly? DoneOn, Guid TalkId, string Apprentice, bool IsOwn);

    public sealed record View(IReadOnlyList<Row> Rows, int Total, DateOnly Today);

    /// <summary>Which of them.</summary>
    public enum Which
    {
        Open,

        /// <summary>Due within a week or past, and not put off until tomorrow.</summary>
        Waiting,
        Done,
    }

    public async Task<View> RunAsync(Which which = Which.Open, int page = 1, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SettleActions);
        var (me, today, soon) = (user.PersonId, user.Today, user.Today.AddDays(DaysAhead));

        await using var db = await database.CreateDbContextAsync(cancel);
        var mine = db.AgreedActions.VisibleTo(user).Where(AgreedAction.IsTask).Where(action => action.ResponsibleId == me);
        mine = which switch
        {
            Which.Done => mine.Where(action => action.DoneOn != null),
            Which.Open => mine.Where(action => action.DoneOn == null),
            _ => mine.Where(action => action.DoneOn == null && action.DueOn <= soon
                && !db.PutOffs.VisibleTo(user).Any(off => off.Kind == PutOffKind.AgreedAction && off.AboutId == action.Id && off.UntilOn > today)),
        };
        var ordered = which == Which.Done ? mine.OrderByDescending(action => action.DoneOn).ThenBy(action => action.Id) : mine.OrderBy(action => action.DueOn).ThenBy(action => action.Id);
        var rows = await ordered
            .Skip(PageNumber.Skip(page, PageSize)).Take(PageSize)
            .Select(action => new Row(
                action.Id, action.What, action.DueOn, action.DoneOn, action.EvaluationId,
                action.Apprenticeship.Person.GivenName + " " + action.Apprenticeship.Person.FamilyName, action.Apprenticeship.PersonId == me))
            .ToListAsync(cancel);
        return new View(rows, await mine.CountAsync(cancel), today);
    }
}
