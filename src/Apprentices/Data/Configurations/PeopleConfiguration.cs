using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Apprentices.Data.Configurations;

internal sealed class PersonConfiguration : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.HasIndex(person => person.Email).IsUnique();
        builder.HasIndex(person => person.SortName);
        builder.Ignore(person => person.FullName);
        builder.Ignore(person => person.GivenRoles);
    }
}

internal sealed class WorkplaceConfiguration : IEntityTypeConfiguration<Workplace>
{
    public void Configure(EntityTypeBuilder<Workplace> builder) => builder.HasIndex(workplace => workplace.SearchText).IsUnique();
}

internal sealed class DraftConfiguration : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        // Not unique: two devices in one place have one each.
        builder.HasIndex(draft => new { draft.AuthorId, draft.Place });
        builder.HasIndex(draft => draft.SavedAt);
        builder.HasOne<Person>().WithMany().HasForeignKey(draft => draft.AuthorId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class PutOffConfiguration : IEntityTypeConfiguration<PutOff>
{
    public void Configure(EntityTypeBuilder<PutOff> builder)
    {
        builder.HasIndex(off => new { off.PersonId, off.Kind, off.AboutId }).IsUnique();
        builder.HasOne<Person>().WithMany().HasForeignKey(off => off.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class InstallationConfiguration : IEntityTypeConfiguration<Installation>
{
    public void Configure(EntityTypeBuilder<Installation> builder) => builder.HasKey(installation => installation.Id);
}

internal sealed class JobRunConfiguration : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder) => builder.HasIndex(run => new { run.JobId, run.StartedAt });
}

internal sealed class JobStateConfiguration : IEntityTypeConfiguration<JobState>
{
    public void Configure(EntityTypeBuilder<JobState> builder) =>
        builder.HasOne(state => state.PausedBy).WithMany().HasForeignKey(state => state.PausedById).OnDelete(DeleteBehavior.SetNull);
}

internal sealed class HrLimitConfiguration : IEntityTypeConfiguration<HrLimit>
{
    public void Configure(EntityTypeBuilder<HrLimit> builder)
    {
        builder.HasKey(limit => limit.PersonId);
        builder.HasOne(limit => limit.Person).WithOne().HasForeignKey<HrLimit>(limit => limit.PersonId).OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(limit => limit.Units).WithOne().HasForeignKey(unit => unit.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class HrUnitConfiguration : IEntityTypeConfiguration<HrUnit>
{
    public void Configure(EntityTypeBuilder<HrUnit> builder)
    {
        builder.HasKey(unit => new { unit.PersonId, unit.WorkplaceId });
        builder.HasOne(unit => unit.Workplace).WithMany(workplace => workplace.Personnel).HasForeignKey(unit => unit.WorkplaceId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AuditGrantConfiguration : IEntityTypeConfiguration<AuditGrant>
{
    public void Configure(EntityTypeBuilder<AuditGrant> builder)
    {
        builder.HasOne(grant => grant.Auditor).WithMany().HasForeignKey(grant => grant.AuditorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(grant => grant.GrantedBy).WithMany().HasForeignKey(grant => grant.GrantedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(grant => grant.EndedBy).WithMany().HasForeignKey(grant => grant.EndedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(grant => new { grant.AuditorId, grant.ToOn });
    }
}

internal sealed class AuditedRecordConfiguration : IEntityTypeConfiguration<AuditedRecord>
{
    public void Configure(EntityTypeBuilder<AuditedRecord> builder)
    {
        builder.HasKey(record => new { record.GrantId, record.ApprenticeshipId });
        builder.HasOne(record => record.Grant).WithMany(grant => grant.Records).HasForeignKey(record => record.GrantId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(record => record.Apprenticeship).WithMany(a => a.Audits).HasForeignKey(record => record.ApprenticeshipId).OnDelete(DeleteBehavior.Cascade);
    }
}
