using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Apprentices.Data.Configurations;

internal sealed class CurriculumConfiguration : IEntityTypeConfiguration<Curriculum>
{
    public void Configure(EntityTypeBuilder<Curriculum> builder)
    {
        builder.HasKey(curriculum => curriculum.Code);
        builder.HasMany(curriculum => curriculum.Goals).WithOne().HasForeignKey(goal => goal.CurriculumCode);
        builder.HasMany(curriculum => curriculum.MainAreas).WithOne().HasForeignKey(area => area.CurriculumCode);
        builder.Navigation(curriculum => curriculum.Goals).UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(curriculum => curriculum.MainAreas).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class GoalConfiguration : IEntityTypeConfiguration<Goal>
{
    public void Configure(EntityTypeBuilder<Goal> builder) =>
        builder.HasIndex(goal => new { goal.CurriculumCode, goal.Code }).IsUnique();
}
