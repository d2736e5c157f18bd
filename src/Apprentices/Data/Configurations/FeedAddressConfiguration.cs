using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Apprentices.Data.Configurations;

internal sealed class FeedAddressConfiguration : IEntityTypeConfiguration<FeedAddress>
{
    public void Configure(EntityTypeBuilder<FeedAddress> builder)
    {
        // Every fetch is looked up by it.
        builder.HasIndex(address => address.SecretHash).IsUnique();
        builder.HasIndex(address => address.PersonId).IsUnique();
        builder.HasOne(address => address.Person).WithMany().HasForeignKey(address => address.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
