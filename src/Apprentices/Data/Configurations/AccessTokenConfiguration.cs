using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Apprentices.Data.Configurations;

internal sealed class AccessTokenConfiguration : IEntityTypeConfiguration<AccessToken>
{
    public void Configure(EntityTypeBuilder<AccessToken> builder)
    {
        // Every request is looked up by it.
        builder.HasIndex(token => token.SecretHash).IsUnique();
        builder.HasOne(token => token.CreatedBy).WithMany().HasForeignKey(token => token.CreatedById).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne(token => token.Person).WithMany().HasForeignKey(token => token.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
