using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Apprentices.Data.Configurations;

internal sealed class CurriculumConfiguration : IEntityTypeConfiguration<Curriculum>
{
    public void Configure(EntityTypeBuilder<Curriculum> builder)
    {
        builder.HasKey(curriculum => curriculum.Code);
        builder.Ignore(curriculum => curriculum.Goals);
        builder.Ignore(curriculum => curriculum.MainAreas);
        builder.HasMany(curriculum => curriculum.AllGoals).WithOne().HasForeignKey(goal => goal.CurriculumCode);
        builder.HasMany(curriculum => curriculum.AllMainAreas).WithOne().HasForeignKey(area => area.CurriculumCode);
        builder.HasMany(curriculum => curriculum.Editions).WithOne().HasForeignKey(edition => edition.CurriculumCode);
        builder.Navigation(curriculum => curriculum.AllGoals).HasField("goals").UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(curriculum => curriculum.AllMainAreas).HasField("mainAreas").UsePropertyAccessMode(PropertyAccessMode.Field);
        builder.Navigation(curriculum => curriculum.Editions).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class CurriculumEditionConfiguration : IEntityTypeConfiguration<CurriculumEdition>
{
    public void Configure(EntityTypeBuilder<CurriculumEdition> builder) =>
        builder.HasIndex(edition => new { edition.CurriculumCode, edition.Number }).IsUnique();
}

internal sealed class GoalConfiguration : IEntityTypeConfiguration<Goal>
{
    public void Configure(EntityTypeBuilder<Goal> builder) =>
        builder.HasIndex(goal => new { goal.CurriculumCode, goal.EditionNumber, goal.Code }).IsUnique();
}

internal sealed class GrepElementConfiguration : IEntityTypeConfiguration<GrepElement>
{
    public void Configure(EntityTypeBuilder<GrepElement> builder) => builder.HasKey(element => element.Code);
}
