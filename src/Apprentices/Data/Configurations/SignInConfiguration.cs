using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Apprentices.Data.Configurations;

internal sealed class ProviderAccountConfiguration : IEntityTypeConfiguration<ProviderAccount>
{
    public void Configure(EntityTypeBuilder<ProviderAccount> builder)
    {
        builder.HasIndex(account => new { account.Issuer, account.TenantId, account.ObjectId }).IsUnique();
        builder.Ignore(account => account.State);
        builder.HasOne(account => account.Person).WithMany().HasForeignKey(account => account.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.HasIndex(invitation => invitation.SecretHash).IsUnique();

        // Two who show it at the same moment: one of them was first.
        builder.Property(invitation => invitation.UsedAt).IsConcurrencyToken();
        builder.HasOne(invitation => invitation.Person).WithMany().HasForeignKey(invitation => invitation.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class InvitationMailConfiguration : IEntityTypeConfiguration<InvitationMail>
{
    public void Configure(EntityTypeBuilder<InvitationMail> builder)
    {
        builder.HasIndex(mail => mail.NextTryAt);
        builder.HasOne(mail => mail.Invitation).WithMany().HasForeignKey(mail => mail.InvitationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class UserSessionConfiguration : IEntityTypeConfiguration<UserSession>
{
    public void Configure(EntityTypeBuilder<UserSession> builder)
    {
        // Every request is looked up by it.
        builder.HasIndex(session => session.SecretHash).IsUnique();
        builder.HasIndex(session => session.ProviderSessionId);
        builder.HasIndex(session => session.ActedAt);
        builder.HasOne(session => session.Person).WithMany().HasForeignKey(session => session.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}
