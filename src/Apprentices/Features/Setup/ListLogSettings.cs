using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Setup;

/// <summary>How the log is kept, trade by trade; those that have apprentices of ours first.</summary>
public sealed class ListLogSettings(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <param name="CurriculumCode">The curriculum of the trade.</param>
    /// <param name="Trade">The trade.</param>
    /// <param name="Rules">How its log is kept.</param>
    /// <param name="IsUsual">Nobody has decided otherwise.</param>
    /// <param name="Contracts">How many contracts follow it that have not ended.</param>
    public sealed record Row(string CurriculumCode, LocalText Trade, LogRules Rules, bool IsUsual, int Contracts);

    public async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SetUp);
        var today = user.Today;

        await using var db = await database.CreateDbContextAsync(cancel);
        var settings = await db.LogSettings.AsNoTracking().ToDictionaryAsync(setting => setting.CurriculumCode, cancel);
        var contracts = await db.Apprenticeships.VisibleTo(user).Where(a => a.EndsOn >= today)
            .GroupBy(a => a.CurriculumCode).Select(held => new { Code = held.Key, Count = held.Count() }).ToDictionaryAsync(held => held.Code, held => held.Count, cancel);
        var choices = await SetupChoices.ReadAsync(db, cancel);
        return
        [
            .. choices.Trades
                .Select(trade => new Row(
                    trade.Code, trade.Name, settings.GetValueOrDefault(trade.Code)?.Rules ?? LogSetting.Usual, !settings.ContainsKey(trade.Code), contracts.GetValueOrDefault(trade.Code)))
                .OrderByDescending(row => row.Contracts > 0).ThenBy(row => row.Trade.ToString(), StringComparer.CurrentCulture).ThenBy(row => row.CurriculumCode, StringComparer.Ordinal),
        ];
    }
}
