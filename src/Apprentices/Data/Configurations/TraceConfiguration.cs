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

        // Those not sealed yet: few, however many there are.
        builder.HasIndex(trace => trace.SealNumber).HasFilter("\"SealNumber\" IS NULL");
    }
}
