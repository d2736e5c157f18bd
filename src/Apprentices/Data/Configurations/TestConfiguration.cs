using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Apprentices.Data.Configurations;

internal sealed class TestAttemptConfiguration : IEntityTypeConfiguration<TestAttempt>
{
    public void Configure(EntityTypeBuilder<TestAttempt> builder)
    {
        builder.Ignore(a => a.Current);
        builder.HasOne(a => a.Apprenticeship).WithMany().HasForeignKey(a => a.ApprenticeshipId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(a => a.Responsible).WithMany().HasForeignKey(a => a.ResponsibleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(a => a.Agreements).WithOne(g => g.TestAttempt).HasForeignKey(g => g.TestAttemptId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(a => new { a.ApprenticeshipId, a.Number }).IsUnique();
    }
}

internal sealed class TestAgreementConfiguration : IEntityTypeConfiguration<TestAgreement>
{
    public void Configure(EntityTypeBuilder<TestAgreement> builder)
    {
        builder.Ignore(g => g.Dates);
        builder.HasOne(g => g.AgreedBy).WithMany().HasForeignKey(g => g.AgreedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(g => new { g.TestAttemptId, g.Order }).IsUnique();
    }
}

internal sealed class TestSettingConfiguration : IEntityTypeConfiguration<TestSetting>
{
    public void Configure(EntityTypeBuilder<TestSetting> builder)
    {
        builder.HasKey(s => s.CurriculumCode);
        builder.HasOne<Curriculum>().WithMany().HasForeignKey(s => s.CurriculumCode).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class CredentialConfiguration : IEntityTypeConfiguration<Credential>
{
    public void Configure(EntityTypeBuilder<Credential> builder) =>
        builder.HasOne<Curriculum>().WithMany().HasForeignKey(c => c.CurriculumCode).OnDelete(DeleteBehavior.Restrict);
}

internal sealed class HeldCredentialConfiguration : IEntityTypeConfiguration<HeldCredential>
{
    public void Configure(EntityTypeBuilder<HeldCredential> builder)
    {
        builder.HasOne(h => h.Apprenticeship).WithMany().HasForeignKey(h => h.ApprenticeshipId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(h => h.Credential).WithMany().HasForeignKey(h => h.CredentialId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(h => h.NotedBy).WithMany().HasForeignKey(h => h.NotedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(h => new { h.ApprenticeshipId, h.CredentialId }).IsUnique();
    }
}

internal sealed class MissingSubjectConfiguration : IEntityTypeConfiguration<MissingSubject>
{
    public void Configure(EntityTypeBuilder<MissingSubject> builder)
    {
        builder.HasOne(s => s.Apprenticeship).WithMany().HasForeignKey(s => s.ApprenticeshipId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(s => s.NotedBy).WithMany().HasForeignKey(s => s.NotedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => s.ApprenticeshipId);
    }
}
