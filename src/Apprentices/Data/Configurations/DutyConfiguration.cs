using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Apprentices.Data.Configurations;

internal sealed class TrackedDutyConfiguration : IEntityTypeConfiguration<TrackedDuty>
{
    public void Configure(EntityTypeBuilder<TrackedDuty> builder)
    {
        builder.Ignore(d => d.Key);
        builder.Ignore(d => d.IsToDo);
        builder.HasOne(d => d.DoneBy).WithMany().HasForeignKey(d => d.DoneById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.SentById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => new { d.ApprenticeshipId, d.Kind, d.Number, d.Subject }).IsUnique();

        // The list of what is due, and the calendar of a month.
        builder.HasIndex(d => new { d.State, d.ActOn });
        builder.HasIndex(d => d.DueOn);
    }
}

internal sealed class CountySettingConfiguration : IEntityTypeConfiguration<CountySetting>
{
    public void Configure(EntityTypeBuilder<CountySetting> builder) => builder.HasIndex(c => new { c.CountyNumber, c.ValidFrom }).IsUnique();
}

internal sealed class ChecklistPointConfiguration : IEntityTypeConfiguration<ChecklistPoint>
{
    public void Configure(EntityTypeBuilder<ChecklistPoint> builder)
    {
        builder.HasOne<Workplace>().WithMany().HasForeignKey(p => p.WorkplaceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Curriculum>().WithMany().HasForeignKey(p => p.CurriculumCode).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class OfficeTaskConfiguration : IEntityTypeConfiguration<OfficeTask>
{
    public void Configure(EntityTypeBuilder<OfficeTask> builder) => builder.HasKey(t => t.Kind);
}

internal sealed class TrainingApprovalConfiguration : IEntityTypeConfiguration<TrainingApproval>
{
    public void Configure(EntityTypeBuilder<TrainingApproval> builder)
    {
        builder.HasOne(a => a.Curriculum).WithMany().HasForeignKey(a => a.CurriculumCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(a => a.Workplace).WithMany().HasForeignKey(a => a.WorkplaceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.CurriculumCode, a.WorkplaceId, a.CountyNumber, a.FromOn }).IsUnique();
    }
}
