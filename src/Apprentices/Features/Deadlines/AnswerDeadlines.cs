using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Deadlines;

/// <summary>For a program that somebody has given her own access token: what is still to be done on the records she may see, most urgent first.</summary>
public sealed class AnswerDeadlines(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <param name="Id">Which one; the address of its page ends in it.</param>
    /// <param name="Kind">What it is.</param>
    /// <param name="Title">In words, in the language asked for.</param>
    /// <param name="ApprenticeshipId">On which record; nothing for the employer's own.</param>
    /// <param name="GivenName">The apprentice's.</param>
    /// <param name="FamilyName">The apprentice's.</param>
    /// <param name="Basis">Law or house rule.</param>
    /// <param name="OpensOn">The first day of its window.</param>
    /// <param name="DueOn">The last day.</param>
    /// <param name="Responsible">Who sees to it.</param>
    public sealed record Row(
        Guid Id, DutyKind Kind, string Title, Guid? ApprenticeshipId, string? GivenName, string? FamilyName, DutyBasis Basis, DateOnly OpensOn, DateOnly DueOn,
        DutyRole Responsible);

    public async Task<ApiPage<Row>> RunAsync(int page, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ExportLists);
        user.Require(Policy.SeeDuties);

        await using var db = await database.CreateDbContextAsync(cancel);
        var open = db.DueTo(user).Where(DueRow.IsOpen);
        var asked = Page.Number(page, ApiEndpoints.PageSize, sort: null);
        var rows = await open.MostUrgentFirst(user.Today).Skip(asked.Skip).Take(asked.Take).ToListAsync(cancel);
        var ids = rows.Select(row => row.ApprenticeshipId).OfType<Guid>().Distinct().ToList();
        var names = await DueNames.ReadAsync(db, user, db.Apprenticeships.VisibleTo(user).Where(a => ids.Contains(a.Id)), cancel);
        return new(
            await open.CountAsync(cancel), PageNumber.Of(page),
            [.. rows.Select(row => new Row(
                row.Id, row.Kind, DutyWords.Title(row, names), row.ApprenticeshipId, names.RecordOf(row)?.GivenName, names.RecordOf(row)?.FamilyName,
                row.Basis, row.OpensOn, row.DueOn, row.Responsible))]);
    }
}
