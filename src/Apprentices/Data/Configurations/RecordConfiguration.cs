using System.Text.Json;
using System.Text.Json.Serialization;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Apprentices.Data.Configurations;

internal sealed class RecordEntryConfiguration : IEntityTypeConfiguration<RecordEntry>
{
    public void Configure(EntityTypeBuilder<RecordEntry> builder)
    {
        builder.Property(e => e.Change).HasConversion<ChangeAsJson>();
        builder.HasOne(e => e.RecordedBy).WithMany().HasForeignKey(e => e.RecordedById).OnDelete(DeleteBehavior.Restrict);

        // Of two who add an entry at once the later one looks again.
        builder.HasIndex(e => new { e.ApprenticeshipId, e.Order }).IsUnique();
    }
}

/// <summary>What happened, as JSON: names of changes and of choices as words, so that it can be read for decades.</summary>
internal sealed class ChangeAsJson() : ValueConverter<RecordChange, string>(
    change => JsonSerializer.Serialize(change, Options), text => JsonSerializer.Deserialize<RecordChange>(text, Options)!)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },

        // What follows from a change, such as whether it needs consent, is asked of the change and not kept with it.
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}

internal sealed class EntryReasonConfiguration : IEntityTypeConfiguration<EntryReason>
{
    public void Configure(EntityTypeBuilder<EntryReason> builder)
    {
        builder.HasKey(r => r.EntryId);
        builder.HasOne(r => r.Entry).WithOne().HasForeignKey<EntryReason>(r => r.EntryId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(r => r.ApprenticeshipId);
    }
}

internal sealed class WorkplacePeriodConfiguration : IEntityTypeConfiguration<WorkplacePeriod>
{
    public void Configure(EntityTypeBuilder<WorkplacePeriod> builder)
    {
        builder.HasOne(p => p.Workplace).WithMany().HasForeignKey(p => p.WorkplaceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.ApprenticeshipId, p.FromOn });
    }
}

internal sealed class SensitiveFactConfiguration : IEntityTypeConfiguration<SensitiveFact>
{
    public void Configure(EntityTypeBuilder<SensitiveFact> builder)
    {
        builder.HasOne(fact => fact.Apprenticeship).WithMany().HasForeignKey(fact => fact.ApprenticeshipId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(fact => fact.SavedBy).WithMany().HasForeignKey(fact => fact.SavedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(fact => new { fact.ApprenticeshipId, fact.Kind }).IsUnique();
    }
}
