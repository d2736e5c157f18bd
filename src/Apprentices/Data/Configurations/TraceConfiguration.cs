using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Apprentices.Data.Configurations;

internal sealed class TracePersonConfiguration : IEntityTypeConfiguration<TracePerson>
{
    public void Configure(EntityTypeBuilder<TracePerson> builder)
    {
        builder.Ignore(one => one.MarkedFields);
        builder.HasOne(one => one.Person).WithMany().HasForeignKey(one => one.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AccessTraceConfiguration : IEntityTypeConfiguration<AccessTrace>
{
    public void Configure(EntityTypeBuilder<AccessTrace> builder)
    {
        builder.Ignore(trace => trace.Kind);
        builder.HasOne(trace => trace.Subject).WithMany().HasForeignKey(trace => trace.SubjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(trace => trace.Reader).WithMany().HasForeignKey(trace => trace.ReaderId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(trace => trace.UseCase).HasMaxLength(Trace.LongestName);
        builder.HasIndex(trace => new { trace.ApprenticeshipId, trace.At });
        builder.HasIndex(trace => trace.At);
        builder.HasIndex(trace => trace.ThingId);

        Traced.Unsealed(builder);
    }
}

internal sealed class ChangeTraceConfiguration : IEntityTypeConfiguration<ChangeTrace>
{
    public void Configure(EntityTypeBuilder<ChangeTrace> builder)
    {
        builder.Ignore(trace => trace.Kind);
        builder.HasOne(trace => trace.Subject).WithMany().HasForeignKey(trace => trace.SubjectId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(trace => trace.Actor).WithMany().HasForeignKey(trace => trace.ActorId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(trace => trace.UseCase).HasMaxLength(Trace.LongestName);
        builder.HasIndex(trace => new { trace.ApprenticeshipId, trace.At });
        builder.HasIndex(trace => trace.At);
        Traced.Unsealed(builder);
    }
}

internal sealed class TraceRemovalConfiguration : IEntityTypeConfiguration<TraceRemoval>
{
    public void Configure(EntityTypeBuilder<TraceRemoval> builder)
    {
        builder.Ignore(trace => trace.Kind);
        builder.HasOne(trace => trace.Subject).WithMany().HasForeignKey(trace => trace.SubjectId).OnDelete(DeleteBehavior.Restrict);
        Traced.Unsealed(builder);
    }
}

internal sealed class SealedTraceConfiguration : IEntityTypeConfiguration<SealedTrace>
{
    public void Configure(EntityTypeBuilder<SealedTrace> builder)
    {
        builder.Ignore(row => row.SealedFields).Ignore(row => row.MarkedFields);
        builder.HasKey(row => new { row.SealNumber, row.Position });
        builder.HasIndex(row => row.TraceId).IsUnique();
    }
}

internal sealed class TraceSealConfiguration : IEntityTypeConfiguration<TraceSeal>
{
    public void Configure(EntityTypeBuilder<TraceSeal> builder)
    {
        builder.Ignore(seal => seal.Fields);
        builder.HasKey(seal => seal.Number);
    }
}

/// <summary>What the tables of traces have in common.</summary>
internal static class Traced
{
    /// <summary>An index of those not sealed yet: few, however many traces there are.</summary>
    public static void Unsealed<T>(EntityTypeBuilder<T> builder) where T : Trace =>
        builder.HasIndex(trace => trace.SealNumber).HasFilter("\"SealNumber\" IS NULL");
}
