using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.FinalTests;

/// <summary>What the test of each trade takes: working days, and certificates before it.</summary>
public sealed class ListTestSettings(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <param name="CurriculumCode">The curriculum of the trade.</param>
    /// <param name="Trade">Its name.</param>
    /// <param name="WorkingDays">How long the test is; empty where nobody knows.</param>
    /// <param name="IsShipped">Whether that is what the curriculum says.</param>
    /// <param name="Credentials">How many certificates it asks for.</param>
    public sealed record Row(string CurriculumCode, LocalText Trade, int? WorkingDays, bool IsShipped, int Credentials);

    public async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SetUp);

        await using var db = await database.CreateDbContextAsync(cancel);
        var rows = await db.Curricula.OrderBy(c => c.Code).Select(c => new
        {
            c.Code,
            c.Trade,
            WorkingDays = db.TestSettings.Where(s => s.CurriculumCode == c.Code).Select(s => (int?)s.WorkingDays).FirstOrDefault(),
            Credentials = db.Credentials.Count(credential => credential.CurriculumCode == c.Code && credential.RetiredOn == null),
        }).ToListAsync(cancel);
        return [.. rows.Select(row =>
        {
            var shipped = TestSetting.ByCurriculum.TryGetValue(row.Code, out var days) ? days : (int?)null;
            return new Row(row.Code, row.Trade, row.WorkingDays ?? shipped, row.WorkingDays is null && shipped is not null, row.Credentials);
        })];
    }
}
