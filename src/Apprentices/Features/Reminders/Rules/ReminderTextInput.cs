using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.Reminders.Rules;

/// <summary>What a mail is to say of a topic, as it is typed; a draft holds no more than that.</summary>
public sealed class ReminderTextInput : IValidatedInParts
{
    public const int Longest = 1000;
    public const int LongestSubject = 150;

    /// <summary>What it is about; it decides what may stand in braces.</summary>
    [JsonIgnore]
    public ReminderTopic Topic { get; init; }

    /// <summary>Empty: the subject that ships.</summary>
    [StringLength(LongestSubject)]
    public string? Subject { get; set; }

    /// <summary>Empty: the words that ship.</summary>
    [StringLength(Longest)]
    public string? Text { get; set; }

    /// <summary>The save the form was filled from; nothing where our own words stood.</summary>
    [JsonIgnore]
    public int? Version { get; init; }

    /// <summary>The subject as it is kept: one line, whatever was pasted.</summary>
    internal string? KeptSubject => string.Join(' ', (Subject ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } line ? line : null;

    /// <summary>The text as it is kept.</summary>
    internal string? Kept => (Text ?? "").ReplaceLineEndings("\n").Trim() is { Length: > 0 } text ? text : null;

    public IEnumerable<WrongPart> WrongParts()
    {
        if (ReminderPhrases.WrongInSubject(KeptSubject ?? "") is { } wrongSubject)
        {
            yield return new WrongPart(this, nameof(Subject), wrongSubject);
        }

        if (ReminderPhrases.WrongIn(Topic, Kept ?? "") is { } wrong)
        {
            yield return new WrongPart(this, nameof(Text), wrong);
        }
    }

    /// <exception cref="RuleException">It is too long, or its braces are wrong.</exception>
    internal void Require()
    {
        Rule.Require(KeptSubject is null or { Length: <= LongestSubject }, Texts.Format(ValidationTexts.TooLong, LongestSubject));
        Rule.Require(Kept is null or { Length: <= Longest }, Texts.Format(ValidationTexts.TooLong, Longest));
        foreach (var wrong in WrongParts())
        {
            throw new RuleException(wrong.Message);
        }
    }
}
