using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Setup;

/// <summary>
/// Enters what a county has set from a day on. What held before stays readable and in force until that day; where there is one
/// from the same day already, it was wrong and is corrected.
/// </summary>
public sealed class SetCountySetting(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed class Input : IValidatableObject
    {
        [Required]
        public DateOnly? ValidFrom { get; set; }

        [Required, Range(3, 24)]
        public int? OpensMonths { get; set; }

        [Required, Range(1, 52)]
        public int? SicknessWeeks { get; set; }

        [Required, Range(1, 31)]
        public int? ReportDay { get; set; }

        [Required, Range(1, 12)]
        public int? ReportMonth { get; set; }

        [StringLength(300)]
        public string? Source { get; set; }

        /// <summary>The setting the form was filled from, and which save of it.</summary>
        public Guid FilledFrom { get; set; }

        public int Version { get; set; }

        public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
            ReportDay > DateTime.DaysInMonth(2024, ReportMonth ?? 1) ? [new ValidationResult(RuleTexts.NoSuchDayOfYear, [nameof(ReportDay)])] : [];
    }

    /// <param name="County">Which county.</param>
    /// <param name="Settings">All it has ever set, newest first.</param>
    /// <param name="InForce">What holds today.</param>
    /// <param name="Input">The form, filled from one of them.</param>
    public sealed record View(County County, IReadOnlyList<CountySetting> Settings, CountySetting InForce, Input Input);

    /// <summary>What a county has set, now and before; nothing where there is no such county.</summary>
    /// <param name="countyNumber">The county's official number.</param>
    /// <param name="from">The day of the setting to correct; otherwise the form begins with what holds today.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<View?> ReadAsync(string countyNumber, DateOnly? from = null, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SetUp);
        if (County.All.FirstOrDefault(county => county.Number == countyNumber) is not { } county)
        {
            return null;
        }

        await using var db = await database.CreateDbContextAsync(cancel);
        var settings = await db.CountySettings.AsNoTracking().Where(c => c.CountyNumber == countyNumber).OrderByDescending(c => c.ValidFrom).ToListAsync(cancel);
        var inForce = (DutyRules.Default with { Counties = settings }).SettingOf(countyNumber, user.Today);
        var corrected = settings.Find(setting => setting.ValidFrom == from);
        var filled = corrected ?? inForce;
        return new View(county, settings, inForce, new Input
        {
            ValidFrom = corrected?.ValidFrom ?? user.Today,
            OpensMonths = filled.RegistrationOpensMonths,
            SicknessWeeks = filled.LongSicknessWeeks,
            ReportDay = filled.ReportDay,
            ReportMonth = filled.ReportMonth,
            Source = corrected?.Source,
            FilledFrom = filled.Id,
            Version = filled.Version,
        });
    }

    /// <exception cref="RuleException">A number or a day of the year cannot be.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody saved in between.</exception>
    public async Task RunAsync(string countyNumber, Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SetUp);
        if (County.All.All(county => county.Number != countyNumber) || input.ValidFrom is not { } from)
        {
            throw new NotThereException();
        }

        await using var db = await database.CreateDbContextAsync(cancel);
        var setting = await db.CountySettings.SingleOrDefaultAsync(c => c.CountyNumber == countyNumber && c.ValidFrom == from, cancel);
        if (setting is null)
        {
            setting = new CountySetting(countyNumber, from);
            db.Add(setting);
        }
        else if (setting.Id == input.FilledFrom && setting.Version != input.Version)
        {
            throw new DbUpdateConcurrencyException();
        }

        setting.Set(input.OpensMonths ?? 0, input.SicknessWeeks ?? 0, input.ReportMonth ?? 0, input.ReportDay ?? 0, input.Source);
        await db.SaveChangesAsync(cancel);
    }
}
