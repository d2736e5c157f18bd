using System.Text.Json;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

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
        builder.Ignore(e => e.IsWeek).Ignore(e => e.IsLocked).Ignore(e => e.IsWaiting);
        builder.HasOne(e => e.Apprenticeship).WithMany().HasForeignKey(e => e.ApprenticeshipId);
        builder.HasMany(e => e.Goals).WithMany().UsingEntity("LogEntryGoal");
        builder.HasMany(e => e.Tasks).WithMany().UsingEntity("LogEntryTask");
        builder.HasMany(e => e.Events).WithOne(e => e.LogEntry).HasForeignKey(e => e.LogEntryId);
        builder.HasMany(e => e.Attachments).WithOne(f => f.LogEntry).HasForeignKey(f => f.LogEntryId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(e => new { e.ApprenticeshipId, e.WorkedOn });

        // What waits for somebody, oldest first; and the last day an apprentice wrote about.
        builder.HasIndex(e => new { e.State, e.HandedInAt });
        builder.HasIndex(e => new { e.ApprenticeshipId, e.State, e.WorkedTo });
    }
}

internal sealed class LogContentAsJson() : ValueConverter<LogContent, string>(
    content => JsonSerializer.Serialize(content, PlanJson.Options), text => JsonSerializer.Deserialize<LogContent>(text, PlanJson.Options)!);

internal sealed class LogEventConfiguration : IEntityTypeConfiguration<LogEvent>
{
    public void Configure(EntityTypeBuilder<LogEvent> builder)
    {
        builder.Property(e => e.Content).HasConversion<LogContentAsJson>();
        builder.HasOne(e => e.By).WithMany().HasForeignKey(e => e.ById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => new { e.LogEntryId, e.At });

        // How fast a supervisor answers.
        builder.HasIndex(e => new { e.ById, e.At });
    }
}

internal sealed class AttachmentConfiguration : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> builder)
    {
        builder.HasOne(f => f.Apprenticeship).WithMany().HasForeignKey(f => f.ApprenticeshipId);
        builder.HasOne<Person>().WithMany().HasForeignKey(f => f.AddedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(f => f.Content).WithOne().HasForeignKey<AttachmentContent>(c => c.AttachmentId);

        // The files of a draft, and those nobody kept.
        builder.HasIndex(f => new { f.AddedById, f.LogEntryId });
    }
}

internal sealed class AttachmentContentConfiguration : IEntityTypeConfiguration<AttachmentContent>
{
    public void Configure(EntityTypeBuilder<AttachmentContent> builder) => builder.HasKey(c => c.AttachmentId);
}

internal sealed class ObservationConfiguration : IEntityTypeConfiguration<Observation>
{
    public void Configure(EntityTypeBuilder<Observation> builder)
    {
        builder.HasOne(o => o.Apprenticeship).WithMany().HasForeignKey(o => o.ApprenticeshipId);
        builder.HasOne(o => o.Author).WithMany().HasForeignKey(o => o.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(o => o.Goals).WithMany().UsingEntity("ObservationGoal");
        builder.HasIndex(o => new { o.ApprenticeshipId, o.ObservedOn });
        builder.HasIndex(o => new { o.AuthorId, o.ObservedOn });
    }
}

internal sealed class LogSettingConfiguration : IEntityTypeConfiguration<LogSetting>
{
    public void Configure(EntityTypeBuilder<LogSetting> builder)
    {
        builder.HasKey(s => s.CurriculumCode);
        builder.Ignore(s => s.Rules);
        builder.HasOne<Curriculum>().WithMany().HasForeignKey(s => s.CurriculumCode).OnDelete(DeleteBehavior.Restrict);
    }
}
