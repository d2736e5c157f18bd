using System.ComponentModel.DataAnnotations;
using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.Reminders.Rules;

/// <summary>What a mail is to say of a topic, as it is typed.</summary>
public sealed class ReminderTextInput : IValidatedInParts
{
    public const int Longest = 1000;

    /// <summary>What it is about; it decides what may stand in braces.</summary>
    public ReminderTopic Topic { get; init; }

    /// <summary>Empty: the words that ship.</summary>
    [StringLength(Longest)]
    public string? Text { get; set; }

    /// <summary>The save the form was filled from; nothing where our own words stood.</summary>
    public int? Version { get; init; }

    /// <summary>The text as it is kept.</summary>
    public string Kept => (Text ?? "").ReplaceLineEndings("\n").Trim();

    public IEnumerable<WrongPart> WrongParts()
    {
        if (ReminderPhrases.WrongIn(Topic, Kept) is { } wrong)
        {
            yield return new WrongPart(this, nameof(Text), wrong);
        }
    }

    /// <exception cref="RuleException">It is too long, or its braces are wrong.</exception>
    internal void Require()
    {
        Rule.Require(Kept.Length <= Longest, Texts.Format(ValidationTexts.TooLong, Longest));
        foreach (var wrong in WrongParts())
        {
            throw new RuleException(wrong.Message);
        }
    }
}
