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
