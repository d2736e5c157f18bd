using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Apprentices.Data.Configurations;

internal sealed class SpentMarkConfiguration : IEntityTypeConfiguration<SpentMark>
{
    public void Configure(EntityTypeBuilder<SpentMark> builder)
    {
        // Two who use the same at the same moment: the key lets one of them.
        builder.HasKey(mark => mark.Hash);
        builder.HasIndex(mark => mark.ForgetAt);
    }
}
