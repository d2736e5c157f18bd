using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.FinalTests;

/// <summary>Decides how many working days the test of a trade takes. It holds for the dates agreed from now on.</summary>
public sealed class SetTestSetting(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed class Input
    {
        [Required, Range(1, TestSetting.MostDays)]
        public int? WorkingDays { get; set; }

        [StringLength(TestSetting.LongestSource)]
        public string? Source { get; set; }

        /// <summary>The save the form was filled from; nothing where nobody had decided yet.</summary>
        public int? Version { get; init; }
    }

    /// <param name="Trade">The trade.</param>
    /// <param name="Input">The form, filled from what holds now.</param>
    /// <param name="IsShipped">Whether what holds is what the curriculum says.</param>
    /// <param name="Credentials">The certificates it asks for; those retired come after.</param>
    public sealed record View(LocalText Trade, Input Input, bool IsShipped, IReadOnlyList<Credential> Credentials);

    /// <summary>What holds now; nothing where there is no such trade.</summary>
    public async Task<View?> ReadAsync(string curriculumCode, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SetUp);

        await using var db = await database.CreateDbContextAsync(cancel);
        var trade = await db.Curricula.Where(c => c.Code == curriculumCode).Select(c => new { c.Trade }).SingleOrDefaultAsync(cancel);
        if (trade is null)
        {
            return null;
        }

        var setting = await db.TestSettings.AsNoTracking().SingleOrDefaultAsync(s => s.CurriculumCode == curriculumCode, cancel);
        var shipped = TestSetting.ByCurriculum.TryGetValue(curriculumCode, out var days) ? days : (int?)null;
        var credentials = await db.Credentials.AsNoTracking().Where(c => c.CurriculumCode == curriculumCode).ToListAsync(cancel);
        return new View(
            trade.Trade, new Input { WorkingDays = setting?.WorkingDays ?? shipped, Source = setting?.Source, Version = setting?.Version }, setting is null && shipped is not null,
            [.. credentials.OrderBy(c => c.RetiredOn is not null).ThenBy(c => c.Title.ToString(), StringComparer.CurrentCulture)]);
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

        var setting = await db.TestSettings.SingleOrDefaultAsync(s => s.CurriculumCode == curriculumCode, cancel);
        if (setting?.Version != input.Version)
        {
            throw new DbUpdateConcurrencyException();
        }

        if (setting is null)
        {
            setting = new TestSetting(curriculumCode);
            db.Add(setting);
        }

        setting.Set(input.WorkingDays ?? 0, input.Source);
        await db.SaveChangesAsync(cancel);
    }
}
