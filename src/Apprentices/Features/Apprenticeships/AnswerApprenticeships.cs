using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Apprenticeships;

/// <summary>For a program that somebody has given her own access token: the list she may take away, a page at a time.</summary>
public sealed class AnswerApprenticeships(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<ProgressSettings> progress)
{
    /// <param name="Id">Which one; the address of its page ends in it.</param>
    /// <param name="GivenName">The apprentice's.</param>
    /// <param name="FamilyName">The apprentice's.</param>
    /// <param name="Curriculum">Udir's code.</param>
    /// <param name="Workplace">Where she works.</param>
    /// <param name="StartsOn">The first day.</param>
    /// <param name="EndsOn">The last.</param>
    /// <param name="HalfYear">The half-year she is in, from 1; 0 before the first day.</param>
    /// <param name="Documented">How many goals are documented.</param>
    /// <param name="Expected">How many are expected by today.</param>
    /// <param name="Total">How many there are.</param>
    /// <param name="NextTalkDueOn">The last day of the next talk.</param>
    /// <param name="State">Where it stands, in one word.</param>
    public sealed record Row(
        Guid Id, string GivenName, string FamilyName, string Curriculum, string Workplace, DateOnly StartsOn, DateOnly EndsOn, int HalfYear,
        int Documented, int Expected, int Total, DateOnly? NextTalkDueOn, StandingState State);

    public async Task<ApiPage<Row>> RunAsync(int page, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ExportLists);
        user.Require(Policy.SeeRecords);

        await using var db = await database.CreateDbContextAsync(cancel);
        var standings = db.Apprenticeships.VisibleTo(user).SelectStanding(user.Today, progress.Value.MarginPercent);
        var asked = Page.Number(page, ApiEndpoints.PageSize, sort: null);
        var rows = await standings.OrderBy(s => s.SortName).ThenBy(s => s.Id).Skip(asked.Skip).Take(asked.Take).ToListAsync(cancel);
        return new(
            await standings.CountAsync(cancel), PageNumber.Of(page),
            [.. rows.Select(s => new Row(
                s.Id, s.GivenName, s.FamilyName, s.CurriculumCode, s.Workplace, s.StartsOn, s.EndsOn, s.HalfYear,
                s.Documented, s.Expected, s.Total, s.NextDueOn, s.State))]);
    }
}
