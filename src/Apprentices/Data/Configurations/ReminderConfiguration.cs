using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Apprentices.Data.Configurations;

internal sealed class ReminderConfiguration : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> builder)
    {
        builder.HasOne(r => r.Apprenticeship).WithMany().HasForeignKey(r => r.ApprenticeshipId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(r => r.Evaluation).WithMany().HasForeignKey(r => r.EvaluationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(r => r.Placement).WithMany().HasForeignKey(r => r.PlacementId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(r => r.Duty).WithMany().HasForeignKey(r => r.DutyId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(r => r.Action).WithMany().HasForeignKey(r => r.ActionId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(r => r.Recipient).WithMany().HasForeignKey(r => r.RecipientId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(r => r.Mail).WithMany().HasForeignKey(r => r.MailId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(r => r.Topic);

        // A promise is made once, however often the job runs.
        builder.HasIndex(r => new { r.AboutId, r.Subject, r.DueOn, r.Step, r.RecipientId }).IsUnique();
        builder.HasIndex(r => new { r.MailId, r.CancelledAt, r.MailOn });
        builder.HasIndex(r => new { r.RecipientId, r.ReadAt });
        builder.HasIndex(r => r.ApprenticeshipId);
    }
}

internal sealed class ReminderMailConfiguration : IEntityTypeConfiguration<ReminderMail>
{
    public void Configure(EntityTypeBuilder<ReminderMail> builder)
    {
        builder.HasOne(mail => mail.Recipient).WithMany().HasForeignKey(mail => mail.RecipientId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(mail => new { mail.SentAt, mail.CancelledAt, mail.NextTryAt });
        builder.HasIndex(mail => new { mail.RecipientId, mail.QueuedAt });
    }
}

internal sealed class ReminderSettingConfiguration : IEntityTypeConfiguration<ReminderSetting>
{
    public void Configure(EntityTypeBuilder<ReminderSetting> builder)
    {
        builder.HasKey(setting => setting.Id);
        builder.Ignore(setting => setting.Rule);
    }
}

internal sealed class ReminderTextConfiguration : IEntityTypeConfiguration<ReminderText>
{
    public void Configure(EntityTypeBuilder<ReminderText> builder) => builder.HasIndex(text => new { text.TopicId, text.Language }).IsUnique();
}

internal sealed class NotificationChoiceConfiguration : IEntityTypeConfiguration<NotificationChoice>
{
    public void Configure(EntityTypeBuilder<NotificationChoice> builder)
    {
        builder.HasKey(choice => choice.PersonId);
        builder.HasOne(choice => choice.Person).WithOne().HasForeignKey<NotificationChoice>(choice => choice.PersonId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class LeaveConfiguration : IEntityTypeConfiguration<Leave>
{
    public void Configure(EntityTypeBuilder<Leave> builder)
    {
        builder.HasOne(leave => leave.Person).WithMany().HasForeignKey(leave => leave.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(leave => leave.Deputy).WithMany().HasForeignKey(leave => leave.DeputyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(leave => leave.ToOn);
    }
}
