using System.Text.Json;
using System.Text.Json.Serialization;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Apprentices.Data.Configurations;

/// <summary>What editions hold, as JSON: choices as words, so that it can be read for decades.</summary>
internal static class PlanJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}

internal sealed class TasksAsJson() : ValueConverter<IReadOnlyList<TaskState>, string>(
    tasks => JsonSerializer.Serialize(tasks, PlanJson.Options), text => JsonSerializer.Deserialize<List<TaskState>>(text, PlanJson.Options)!);

internal sealed class PlanContentAsJson() : ValueConverter<PlanContent, string>(
    content => JsonSerializer.Serialize(content, PlanJson.Options), text => JsonSerializer.Deserialize<PlanContent>(text, PlanJson.Options)!);

/// <summary>An edition's tasks are never changed, so the list itself is compared.</summary>
internal sealed class SameTasks() : ValueComparer<IReadOnlyList<TaskState>>(
    (one, other) => ReferenceEquals(one, other), tasks => tasks.Count, tasks => tasks);

internal sealed class CodesAsText() : ValueConverter<List<string>, string>(
    codes => string.Join(' ', codes), text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList());

internal sealed class SameCodes() : ValueComparer<List<string>>(
    (one, other) => one!.SequenceEqual(other!), codes => string.Join(' ', codes).GetHashCode(StringComparison.Ordinal), codes => codes.ToList());

internal sealed class PlanTemplateConfiguration : IEntityTypeConfiguration<PlanTemplate>
{
    public void Configure(EntityTypeBuilder<PlanTemplate> builder)
    {
        builder.Ignore(t => t.State);
        builder.HasOne(t => t.Curriculum).WithMany().HasForeignKey(t => t.CurriculumCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(t => t.Tasks).WithOne(task => task.Template).HasForeignKey(task => task.TemplateId);
        builder.HasMany(t => t.Editions).WithOne(edition => edition.Template).HasForeignKey(edition => edition.TemplateId);
        builder.HasIndex(t => new { t.CurriculumCode, t.Name });
    }
}

internal sealed class TemplateTaskConfiguration : IEntityTypeConfiguration<TemplateTask>
{
    public void Configure(EntityTypeBuilder<TemplateTask> builder)
    {
        builder.Ignore(task => task.State);
        builder.Property(task => task.GoalCodes).HasConversion<CodesAsText, SameCodes>();
        builder.HasIndex(task => new { task.TemplateId, task.Order });
    }
}

internal sealed class TemplateEditionConfiguration : IEntityTypeConfiguration<TemplateEdition>
{
    public void Configure(EntityTypeBuilder<TemplateEdition> builder)
    {
        builder.Property(edition => edition.Tasks).HasConversion<TasksAsJson, SameTasks>();
        builder.HasOne(edition => edition.PublishedBy).WithMany().HasForeignKey(edition => edition.PublishedById).OnDelete(DeleteBehavior.Restrict);

        // Of two who publish at once the later one looks again.
        builder.HasIndex(edition => new { edition.TemplateId, edition.Number }).IsUnique();
    }
}

internal sealed class PlannedTaskConfiguration : IEntityTypeConfiguration<PlannedTask>
{
    public void Configure(EntityTypeBuilder<PlannedTask> builder)
    {
        builder.Ignore(task => task.State);
        builder.HasMany(task => task.Goals).WithMany().UsingEntity("PlannedTaskGoal");
        builder.HasIndex(task => new { task.ApprenticeshipId, task.Order });
    }
}

internal sealed class PlanEditionConfiguration : IEntityTypeConfiguration<PlanEdition>
{
    public void Configure(EntityTypeBuilder<PlanEdition> builder)
    {
        builder.Property(edition => edition.Content).HasConversion<PlanContentAsJson>();
        builder.HasOne(edition => edition.MadeBy).WithMany().HasForeignKey(edition => edition.MadeById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(edition => new { edition.ApprenticeshipId, edition.Number }).IsUnique();
    }
}

internal sealed class PlacementConfiguration : IEntityTypeConfiguration<Placement>
{
    public void Configure(EntityTypeBuilder<Placement> builder)
    {
        builder.Ignore(p => p.HandOverOpensOn);
        builder.HasOne(p => p.Workplace).WithMany().HasForeignKey(p => p.WorkplaceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.Instructor).WithMany().HasForeignKey(p => p.InstructorId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.ConfirmedBy).WithMany().HasForeignKey(p => p.ConfirmedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => new { p.ApprenticeshipId, p.FromOn });
        builder.HasIndex(p => new { p.InstructorId, p.FromOn });
    }
}
