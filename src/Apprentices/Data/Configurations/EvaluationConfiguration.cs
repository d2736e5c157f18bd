using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Apprentices.Data.Configurations;

/// <summary>The steps of signing as "3,4": the parties of each step as a number.</summary>
internal sealed class StepsAsText() : ValueConverter<IReadOnlyList<FormParties>, string>(
    steps => string.Join(',', steps.Select(step => (int)step)),
    text => text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(step => (FormParties)int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)).ToList());

internal sealed class SameSteps() : ValueComparer<IReadOnlyList<FormParties>>(
    (one, other) => (one ?? Array.Empty<FormParties>()).SequenceEqual(other ?? Array.Empty<FormParties>()),
    steps => steps.Aggregate(0, (sum, step) => HashCode.Combine(sum, step)),
    steps => steps.ToList());

internal sealed class EvaluationConfiguration : IEntityTypeConfiguration<Evaluation>
{
    public void Configure(EntityTypeBuilder<Evaluation> builder)
    {
        builder.Ignore(e => e.IsUntouched).Ignore(e => e.HasOpened);
        builder.Property(e => e.SigningSteps).HasConversion<StepsAsText, SameSteps>();
        builder.HasOne<Person>().WithMany().HasForeignKey(e => e.HeldById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(e => e.FormEdition).WithMany().HasForeignKey(e => e.FormEditionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(e => e.Signatures).WithOne(s => s.Evaluation).HasForeignKey(s => s.EvaluationId);
        builder.HasMany(e => e.Documents).WithOne(d => d.Evaluation).HasForeignKey(d => d.EvaluationId);
        builder.HasMany(e => e.Addenda).WithOne(a => a.Evaluation).HasForeignKey(a => a.EvaluationId);
        builder.HasMany(e => e.Preparations).WithOne(p => p.Evaluation).HasForeignKey(p => p.EvaluationId);
        builder.HasMany(e => e.Answers).WithOne(a => a.Evaluation).HasForeignKey(a => a.EvaluationId);
        builder.HasMany(e => e.Blocks).WithOne(b => b.Evaluation).HasForeignKey(b => b.EvaluationId);
        builder.HasMany(e => e.Actions).WithOne(a => a.Evaluation).HasForeignKey(a => a.EvaluationId);
        builder.HasMany(e => e.Participants).WithOne(p => p.Evaluation).HasForeignKey(p => p.EvaluationId);
        builder.HasMany(e => e.Moves).WithOne(m => m.Evaluation).HasForeignKey(m => m.EvaluationId);
        builder.HasIndex(e => new { e.ApprenticeshipId, e.Kind, e.Number }).IsUnique();
        builder.HasIndex(e => new { e.State, e.DueOn });
        builder.HasIndex(e => new { e.State, e.PlannedOn });

        // The next talk of each row of a list. Without it SQLite takes the index above and reads every planned talk for each row.
        builder.HasIndex(e => new { e.ApprenticeshipId, e.State, e.DueOn });
    }
}

internal sealed class EvaluationSignatureConfiguration : IEntityTypeConfiguration<EvaluationSignature>
{
    public void Configure(EntityTypeBuilder<EvaluationSignature> builder)
    {
        builder.HasOne(s => s.Person).WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.EvaluationId, s.Addendum, s.PersonId, s.Role }).IsUnique();
    }
}
