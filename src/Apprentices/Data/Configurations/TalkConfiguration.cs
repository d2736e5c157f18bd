using System.Text.Json;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Apprentices.Data.Configurations;

internal sealed class FormContentAsJson() : ValueConverter<FormContent, string>(
    content => JsonSerializer.Serialize(content, PlanJson.Options), text => JsonSerializer.Deserialize<FormContent>(text, PlanJson.Options)!);

internal sealed class SameFormContent() : ValueComparer<FormContent>(
    (one, other) => JsonSerializer.Serialize(one, PlanJson.Options) == JsonSerializer.Serialize(other, PlanJson.Options),
    content => JsonSerializer.Serialize(content, PlanJson.Options).GetHashCode(StringComparison.Ordinal),
    content => content);

internal sealed class KindsAsText() : ValueConverter<IReadOnlyList<EvaluationKind>, string>(
    kinds => string.Join(',', kinds), text => text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<EvaluationKind>).ToList());

internal sealed class SameKinds() : ValueComparer<IReadOnlyList<EvaluationKind>>(
    (one, other) => (one ?? Array.Empty<EvaluationKind>()).SequenceEqual(other ?? Array.Empty<EvaluationKind>()),
    kinds => kinds.Aggregate(0, (sum, kind) => HashCode.Combine(sum, kind)),
    kinds => kinds.ToList());

internal sealed class EvaluationFormConfiguration : IEntityTypeConfiguration<EvaluationForm>
{
    public void Configure(EntityTypeBuilder<EvaluationForm> builder)
    {
        builder.Ignore(form => form.Current).Ignore(form => form.Begun).Ignore(form => form.Published).Ignore(form => form.UsedKeys);
        builder.Property(form => form.Kinds).HasConversion<KindsAsText, SameKinds>();
        builder.HasMany(form => form.Editions).WithOne(edition => edition.Form).HasForeignKey(edition => edition.FormId);
        builder.HasIndex(form => form.ShippedKey).IsUnique();
    }
}

internal sealed class EvaluationFormEditionConfiguration : IEntityTypeConfiguration<EvaluationFormEdition>
{
    public void Configure(EntityTypeBuilder<EvaluationFormEdition> builder)
    {
        builder.Property(edition => edition.Content).HasConversion<FormContentAsJson, SameFormContent>();
        builder.HasOne<Person>().WithMany().HasForeignKey(edition => edition.PublishedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(edition => new { edition.FormId, edition.Number }).IsUnique();
    }
}

internal sealed class EvaluationPreparationConfiguration : IEntityTypeConfiguration<EvaluationPreparation>
{
    public void Configure(EntityTypeBuilder<EvaluationPreparation> builder)
    {
        builder.HasOne(one => one.Person).WithMany().HasForeignKey(one => one.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(one => new { one.EvaluationId, one.Party }).IsUnique();
    }
}

internal sealed class EvaluationAnswerConfiguration : IEntityTypeConfiguration<EvaluationAnswer>
{
    public void Configure(EntityTypeBuilder<EvaluationAnswer> builder)
    {
        builder.Ignore(answer => answer.IsEmpty);
        builder.Property(answer => answer.Number).HasPrecision(18, 4);
        builder.HasIndex(answer => new { answer.EvaluationId, answer.Party, answer.Question, answer.GoalId }).IsUnique();

        // For figures over a question, and for how a goal has gone.
        builder.HasIndex(answer => new { answer.Question, answer.Party });
        builder.HasIndex(answer => answer.GoalId);
    }
}

internal sealed class TalkBlockConfiguration : IEntityTypeConfiguration<TalkBlock>
{
    public void Configure(EntityTypeBuilder<TalkBlock> builder)
    {
        builder.HasOne(block => block.Writer).WithMany().HasForeignKey(block => block.WriterId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(block => block.Suggestions).WithOne(suggestion => suggestion.Block).HasForeignKey(suggestion => suggestion.BlockId);
        builder.HasIndex(block => new { block.EvaluationId, block.Question }).IsUnique();
    }
}

internal sealed class BlockSuggestionConfiguration : IEntityTypeConfiguration<BlockSuggestion>
{
    public void Configure(EntityTypeBuilder<BlockSuggestion> builder) =>
        builder.HasOne(suggestion => suggestion.Person).WithMany().HasForeignKey(suggestion => suggestion.PersonId).OnDelete(DeleteBehavior.Restrict);
}

internal sealed class AgreedActionConfiguration : IEntityTypeConfiguration<AgreedAction>
{
    public void Configure(EntityTypeBuilder<AgreedAction> builder)
    {
        builder.HasOne(action => action.Apprenticeship).WithMany().HasForeignKey(action => action.ApprenticeshipId);
        builder.HasOne(action => action.Responsible).WithMany().HasForeignKey(action => action.ResponsibleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(action => action.DoneBy).WithMany().HasForeignKey(action => action.DoneById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(action => new { action.ApprenticeshipId, action.DoneOn, action.DueOn });
        builder.HasIndex(action => new { action.ResponsibleId, action.DoneOn, action.DueOn });
    }
}

internal sealed class TalkParticipantConfiguration : IEntityTypeConfiguration<TalkParticipant>
{
    public void Configure(EntityTypeBuilder<TalkParticipant> builder) =>
        builder.HasOne(one => one.Person).WithMany().HasForeignKey(one => one.PersonId).OnDelete(DeleteBehavior.Restrict);
}

internal sealed class TalkMoveConfiguration : IEntityTypeConfiguration<TalkMove>
{
    public void Configure(EntityTypeBuilder<TalkMove> builder) =>
        builder.HasOne(move => move.By).WithMany().HasForeignKey(move => move.ById).OnDelete(DeleteBehavior.Restrict);
}

internal sealed class SealedTalkConfiguration : IEntityTypeConfiguration<SealedTalk>
{
    public void Configure(EntityTypeBuilder<SealedTalk> builder)
    {
        builder.HasIndex(document => new { document.EvaluationId, document.Addendum }).IsUnique();
        builder.HasIndex(document => document.Hash);
    }
}

internal sealed class EvaluationAddendumConfiguration : IEntityTypeConfiguration<EvaluationAddendum>
{
    public void Configure(EntityTypeBuilder<EvaluationAddendum> builder)
    {
        builder.HasOne(addendum => addendum.WrittenBy).WithMany().HasForeignKey(addendum => addendum.WrittenById).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(addendum => new { addendum.EvaluationId, addendum.Number }).IsUnique();
    }
}

internal sealed class TalkOpeningConfiguration : IEntityTypeConfiguration<TalkOpening>
{
    public void Configure(EntityTypeBuilder<TalkOpening> builder)
    {
        builder.HasOne(opening => opening.Evaluation).WithMany().HasForeignKey(opening => opening.EvaluationId);
        builder.HasOne(opening => opening.Person).WithMany().HasForeignKey(opening => opening.PersonId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(opening => new { opening.EvaluationId, opening.OpenedAt });
    }
}

internal sealed class IssuedDocumentConfiguration : IEntityTypeConfiguration<IssuedDocument>
{
    public void Configure(EntityTypeBuilder<IssuedDocument> builder) => builder.HasKey(document => document.Hash);
}

internal sealed class TalkMailConfiguration : IEntityTypeConfiguration<TalkMail>
{
    public void Configure(EntityTypeBuilder<TalkMail> builder)
    {
        builder.HasOne(mail => mail.Evaluation).WithMany().HasForeignKey(mail => mail.EvaluationId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(mail => mail.Recipient).WithMany().HasForeignKey(mail => mail.RecipientId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(mail => new { mail.EvaluationId, mail.Kind, mail.Sequence, mail.Addressee }).IsUnique();
        builder.HasIndex(mail => new { mail.SentAt, mail.CancelledAt, mail.NextTryAt });
    }
}

internal sealed class MailPauseConfiguration : IEntityTypeConfiguration<MailPause>
{
    public void Configure(EntityTypeBuilder<MailPause> builder)
    {
        builder.HasKey(pause => pause.Id);
        builder.HasOne(pause => pause.PausedBy).WithMany().HasForeignKey(pause => pause.PausedById).OnDelete(DeleteBehavior.Restrict);
    }
}
