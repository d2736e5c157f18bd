using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Apprentices.Data.Configurations;

internal sealed class EvaluationConfiguration : IEntityTypeConfiguration<Evaluation>
{
    public void Configure(EntityTypeBuilder<Evaluation> builder)
    {
        builder.Ignore(e => e.IsUntouched);
        builder.HasOne<Person>().WithMany().HasForeignKey(e => e.HeldById).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(e => e.Signatures).WithOne(s => s.Evaluation).HasForeignKey(s => s.EvaluationId);
        builder.HasIndex(e => new { e.ApprenticeshipId, e.Number }).IsUnique();
        builder.HasIndex(e => new { e.State, e.DueOn });

        // The next talk of each row of a list. Without it SQLite takes the index above and reads every planned talk for each row.
        builder.HasIndex(e => new { e.ApprenticeshipId, e.State, e.DueOn });
    }
}

internal sealed class EvaluationSignatureConfiguration : IEntityTypeConfiguration<EvaluationSignature>
{
    public void Configure(EntityTypeBuilder<EvaluationSignature> builder)
    {
        builder.HasOne(s => s.Person).WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.EvaluationId, s.PersonId }).IsUnique();
    }
}

internal sealed class ReminderConfiguration : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.HasOne(r => r.Evaluation).WithMany().HasForeignKey(r => r.EvaluationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(r => r.Placement).WithMany().HasForeignKey(r => r.PlacementId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(r => r.Recipient).WithMany().HasForeignKey(r => r.RecipientId).OnDelete(DeleteBehavior.Restrict);

        // A promise is made once, however often the job runs.
        builder.HasIndex(r => new { r.EvaluationId, r.DueOn, r.Step, r.RecipientId }).IsUnique();
        builder.HasIndex(r => new { r.PlacementId, r.DueOn, r.Step, r.RecipientId }).IsUnique();
        builder.HasIndex(r => new { r.SentAt, r.CancelledAt, r.NextTryAt });
        builder.HasIndex(r => new { r.RecipientId, r.ReadAt });
    }
}
