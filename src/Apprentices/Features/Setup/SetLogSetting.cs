using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Setup;

/// <summary>Decides how the log is kept in one trade: how often, whether here at all, and whether two approve. It holds from now on.</summary>
public sealed class SetLogSetting(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed class Input
    {
        public LogRhythm Rhythm { get; set; }

        public bool IsOff { get; set; }

        public bool NeedsTwoApprovals { get; set; }

        /// <summary>The save the form was filled from; nothing where nobody had decided yet.</summary>
        public int? Version { get; init; }
    }

    /// <param name="Trade">The trade.</param>
    /// <param name="Input">The form, filled from what holds now.</param>
    /// <param name="Contracts">How many contracts follow it that have not ended.</param>
    /// <param name="Waiting">How many of its entries wait for the training manager as the second to approve.</param>
    public sealed record View(LocalText Trade, Input Input, int Contracts, int Waiting);

    /// <summary>What holds now; nothing where there is no such trade.</summary>
    public async Task<View?> ReadAsync(string curriculumCode, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SetUp);
        var today = user.Today;

        await using var db = await database.CreateDbContextAsync(cancel);
        var setting = await db.LogSettings.AsNoTracking().SingleOrDefaultAsync(s => s.CurriculumCode == curriculumCode, cancel);
        var rules = setting?.Rules ?? LogSetting.Usual;
        var filled = new Input { Rhythm = rules.Rhythm, IsOff = rules.IsOff, NeedsTwoApprovals = rules.NeedsTwoApprovals, Version = setting?.Version };
        var contracts = db.Apprenticeships.VisibleTo(user).Where(a => a.CurriculumCode == curriculumCode && a.EndsOn >= today);
        var waiting = db.LogEntries.VisibleTo(user).Where(entry => entry.State == LogState.ApprovedOnce && entry.Apprenticeship.CurriculumCode == curriculumCode);
        var found = await db.Curricula
            .Where(curriculum => curriculum.Code == curriculumCode)
            .Select(curriculum => new { curriculum.Trade, Contracts = contracts.Count(), Waiting = waiting.Count() })
            .SingleOrDefaultAsync(cancel);
        return found is null ? null : new View(found.Trade, filled, found.Contracts, found.Waiting);
    }

    /// <exception cref="NotThereException">There is no such trade.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody saved in between.</exception>
    public async Task RunAsync(string curriculumCode, Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SetUp);

        await using var db = await database.CreateDbContextAsync(cancel);
        if (!await db.Curricula.AnyAsync(curriculum => curriculum.Code == curriculumCode, cancel))
        {
            throw new NotThereException();
        }

        var setting = await db.LogSettings.SingleOrDefaultAsync(s => s.CurriculumCode == curriculumCode, cancel);
        if (setting?.Version != input.Version)
        {
            throw new DbUpdateConcurrencyException();
        }

        if (setting is null)
        {
            setting = new LogSetting(curriculumCode);
            db.Add(setting);
        }

        setting.Set(new LogRules(input.Rhythm, input.IsOff, input.NeedsTwoApprovals));
        await db.SaveChangesAsync(cancel);
    }
}
