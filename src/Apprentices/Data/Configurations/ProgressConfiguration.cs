using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Apprentices.Data.Configurations;

internal sealed class PlannedGoalConfiguration : IEntityTypeConfiguration<PlannedGoal>
{
    public void Configure(EntityTypeBuilder<PlannedGoal> builder)
    {
        builder.HasOne(g => g.Responsible).WithMany().HasForeignKey(g => g.ResponsibleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(g => g.Ratings).WithOne(r => r.PlannedGoal).HasForeignKey(r => r.PlannedGoalId);

        // Follows goals of the same plan since a move. A goal with evidence is never removed from its plan, so no tie is lost.
        builder.HasMany(g => g.Predecessors).WithMany().UsingEntity<Dictionary<string, object>>(
            "PlannedGoalPredecessor",
            tie => tie.HasOne<PlannedGoal>().WithMany().HasForeignKey("PredecessorId"),
            tie => tie.HasOne<PlannedGoal>().WithMany().HasForeignKey("SuccessorId"));

        // Covers the two counts a list asks of each apprenticeship: documented, and expected by a day.
        builder.HasIndex(g => new { g.ApprenticeshipId, g.ExpectedOn, g.Level });
    }
}

internal sealed class GoalRatingConfiguration : IEntityTypeConfiguration<GoalRating>
{
    public void Configure(EntityTypeBuilder<GoalRating> builder)
    {
        builder.HasOne(r => r.RatedBy).WithMany().HasForeignKey(r => r.RatedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.PlannedGoalId, r.RatedAt });
    }
}

internal sealed class LogEntryConfiguration : IEntityTypeConfiguration<LogEntry>
{
    public void Configure(EntityTypeBuilder<LogEntry> builder)
    {
        builder.HasOne(e => e.Apprenticeship).WithMany().HasForeignKey(e => e.ApprenticeshipId);
        builder.HasMany(e => e.Goals).WithMany().UsingEntity("LogEntryGoal");
        builder.HasIndex(e => new { e.ApprenticeshipId, e.WorkedOn });
    }
}
