using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Apprentices.Data.Configurations;

internal sealed class ApprenticeshipConfiguration : IEntityTypeConfiguration<Apprenticeship>
{
    public void Configure(EntityTypeBuilder<Apprenticeship> builder)
    {
        builder.Ignore(a => a.HalfYears);
        builder.Ignore(a => a.State);
        builder.Ignore(a => a.Facts);
        builder.HasOne(a => a.Person).WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(a => a.Workplace).WithMany().HasForeignKey(a => a.WorkplaceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(a => a.Curriculum).WithMany().HasForeignKey(a => a.CurriculumCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Assignments).WithOne(s => s.Apprenticeship).HasForeignKey(s => s.ApprenticeshipId);
        builder.HasMany(a => a.Interruptions).WithOne().HasForeignKey(i => i.ApprenticeshipId);
        builder.HasMany(a => a.Plan).WithOne(g => g.Apprenticeship).HasForeignKey(g => g.ApprenticeshipId);
        builder.HasMany(a => a.Tasks).WithOne(t => t.Apprenticeship).HasForeignKey(t => t.ApprenticeshipId);
        builder.HasMany(a => a.PlanEditions).WithOne(e => e.Apprenticeship).HasForeignKey(e => e.ApprenticeshipId);
        builder.HasMany(a => a.Placements).WithOne(p => p.Apprenticeship).HasForeignKey(p => p.ApprenticeshipId);
        builder.HasMany(a => a.Evaluations).WithOne(e => e.Apprenticeship).HasForeignKey(e => e.ApprenticeshipId);
        builder.HasMany(a => a.Entries).WithOne(e => e.Apprenticeship).HasForeignKey(e => e.ApprenticeshipId);
        builder.HasMany(a => a.Workplaces).WithOne(p => p.Apprenticeship).HasForeignKey(p => p.ApprenticeshipId);
        builder.HasMany(a => a.Duties).WithOne(d => d.Apprenticeship).HasForeignKey(d => d.ApprenticeshipId).OnDelete(DeleteBehavior.Cascade);

        // Whoever changes a record adds to its entries, and makes it anew from all of them.
        builder.Navigation(a => a.Entries).AutoInclude();

        builder.HasIndex(a => a.VigoNumber).IsUnique();
        builder.HasIndex(a => new { a.PersonId, a.StartsOn }).IsUnique();
        builder.HasIndex(a => new { a.EndsOn, a.StartsOn });
        builder.HasIndex(a => new { a.TemplateId, a.TemplateEdition });
        builder.HasIndex(a => new { a.CurriculumCode, a.CurriculumEdition });
    }
}

internal sealed class AssignmentConfiguration : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.HasOne(a => a.Person).WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.ApprenticeshipId, a.Role, a.FromOn });
        builder.HasIndex(a => new { a.PersonId, a.Role });
        builder.Ignore(a => a.Supervises);
    }
}

internal sealed class InterruptionConfiguration : IEntityTypeConfiguration<Interruption>
{
    public void Configure(EntityTypeBuilder<Interruption> builder)
    {
        builder.Ignore(i => i.ThatMovesDates);
        builder.HasIndex(i => new { i.ApprenticeshipId, i.StartsOn });
    }
}
