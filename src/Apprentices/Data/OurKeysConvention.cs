using Apprentices.Domain;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Apprentices.Data;

/// <summary>
/// Keys are made by the entities, never by the database: else a child added to a tracked parent is taken for an existing
/// row. The framework's own tables are its own matter. And the count of saves is what a lost race is seen by.
/// </summary>
internal sealed class OurKeysConvention : IModelFinalizingConvention
{
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes().Where(entity => entity.ClrType.Assembly == typeof(Person).Assembly))
        {
            foreach (var key in entity.FindPrimaryKey()?.Properties ?? [])
            {
                key.Builder.ValueGenerated(ValueGenerated.Never);
            }

            if (entity.FindProperty(nameof(IVersioned.Version)) is { } version && typeof(IVersioned).IsAssignableFrom(entity.ClrType))
            {
                version.Builder.IsConcurrencyToken(true);
            }
        }
    }
}
