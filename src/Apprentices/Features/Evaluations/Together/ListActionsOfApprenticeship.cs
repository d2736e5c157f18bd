using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Together;

/// <summary>What the talks of one apprentice agreed on, for those who may read them: open ones first, due soonest first.</summary>
public sealed class ListActionsOfApprenticeship(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, AccessLog readings)
{
    public const int PageSize = 20;

    public sealed record Row(Guid Id, string What, string Responsible, DateOnly DueOn, DateOnly? DoneOn, Guid TalkId, bool MaySettle);

    public sealed record View(IReadOnlyList<Row> Rows, int Total, int Open, DateOnly Today);

    public async Task<View> RunAsync(Guid apprenticeshipId, int page = 1, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SettleActions);
        var me = user.PersonId;

        await using var db = await database.CreateDbContextAsync(cancel);
        var hers = db.AgreedActions.VisibleTo(user).Where(AgreedAction.IsTask).Where(action => action.ApprenticeshipId == apprenticeshipId);
        var mine = db.Evaluations.Where(TalkAccess.SupervisedBy(user));
        var rows = await hers
            .OrderBy(action => action.DoneOn != null).ThenBy(action => action.DueOn).ThenBy(action => action.Id)
            .Skip(PageNumber.Skip(page, PageSize)).Take(PageSize)
            .Select(action => new Row(
                action.Id, action.What, action.Responsible.GivenName + " " + action.Responsible.FamilyName, action.DueOn, action.DoneOn, action.EvaluationId,
                action.ResponsibleId == me || mine.Any(talk => talk.Id == action.EvaluationId)))
            .ToListAsync(cancel);
        if (rows.Count > 0)
        {
            await readings.NoteAsync(user, apprenticeshipId, Opened.Talk, cancel: cancel);
        }

        return new View(rows, await hers.CountAsync(cancel), await hers.CountAsync(action => action.DoneOn == null, cancel), user.Today);
    }
}
