using System.Linq.Expressions;

namespace Apprentices.Domain;

/// <content>What is written and agreed in the talk itself.</content>
public sealed partial class Evaluation
{
    private readonly List<TalkBlock> blocks = [];
    private readonly List<AgreedAction> actions = [];

    /// <summary>The shared notes, one block a question that is answered together.</summary>
    public IReadOnlyList<TalkBlock> Blocks => blocks;

    /// <summary>What was agreed, with who does it and by when.</summary>
    public IReadOnlyList<AgreedAction> Actions => actions;

    /// <summary>The block of a question, begun where there is none; needs the blocks.</summary>
    public TalkBlock Block(string question)
    {
        var block = blocks.Find(one => one.Question == question);
        if (block is null)
        {
            block = new TalkBlock(question);
            blocks.Add(block);
        }

        return block;
    }

    /// <summary>Agrees on something to do. Its day may lie ahead of the training's end, never in the past.</summary>
    /// <exception cref="RuleException">The talk is signed, or what is to be done is missing or too long.</exception>
    public AgreedAction AgreeOn(string what, Guid responsibleId, string responsibleName, DateOnly dueOn, DateOnly today)
    {
        RequireUnsigned();
        Rule.Require(dueOn >= today, RuleTexts.ActionDayPast);
        var action = new AgreedAction(ApprenticeshipId, actions.Count == 0 ? 1 : actions.Max(one => one.Order) + 1);
        action.Say(what, responsibleId, responsibleName, dueOn);
        actions.Add(action);
        return action;
    }

    /// <summary>Gives up what was agreed, while nobody has signed.</summary>
    /// <exception cref="RuleException">The talk is signed.</exception>
    public void GiveUp(AgreedAction action)
    {
        RequireUnsigned();
        actions.Remove(action);
    }

    /// <summary>Nothing of a talk changes once somebody has signed it.</summary>
    /// <exception cref="RuleException">Somebody has.</exception>
    public void RequireUnsigned()
    {
        Rule.Require(State is EvaluationState.Planned or EvaluationState.Held, RuleTexts.EvaluationSigned);
        Rule.Require(!signatures.Exists(one => one.Addendum == 0), RuleTexts.EvaluationSigned);
    }
}

/// <summary>
/// A block of the shared notes. One writes in it at a time; another may take it over by a click, and what the first had typed
/// and not saved becomes a <see cref="BlockSuggestion"/>.
/// </summary>
public sealed class TalkBlock : IVersioned
{
    /// <summary>The block that belongs to no question: whatever else was spoken of.</summary>
    public const string FreeNotes = "notes";

    private readonly List<BlockSuggestion> suggestions = [];

    private TalkBlock() { }

    internal TalkBlock(string question) => Question = question;

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid EvaluationId { get; private set; }
    public Evaluation Evaluation { get; private set; } = null!;

    /// <summary>The question's key.</summary>
    [NotPersonal]
    public string Question { get; private set; } = "";

    [Personal(PersonalCategory.TalkContent, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public string Text { get; private set; } = "";

    /// <summary>Who writes in it now; empty: nobody.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public Guid? WriterId { get; private set; }
    public Person? Writer { get; private set; }

    [Personal(PersonalCategory.Trace, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public DateTimeOffset? SavedAt { get; private set; }

    [NotPersonal]
    public int Version { get; private set; }

    public IReadOnlyList<BlockSuggestion> Suggestions => suggestions;

    /// <summary>Takes the block: from nobody, or over from whoever has it.</summary>
    public void Take(Guid personId) => WriterId = personId;

    /// <summary>Leaves it to whoever wants to write next.</summary>
    public void Leave(Guid personId) => WriterId = WriterId == personId ? null : WriterId;

    /// <summary>
    /// What is typed in it. From one who has lost it meanwhile, or who typed upon an older text than stands there, it becomes a
    /// suggestion and nothing is overwritten.
    /// </summary>
    /// <param name="text">The whole text.</param>
    /// <param name="seen">The version it was typed upon.</param>
    /// <param name="personId">Who typed it.</param>
    /// <param name="at">When.</param>
    /// <returns>Whether it stands in the block; else it is a suggestion.</returns>
    /// <exception cref="RuleException">It is too long.</exception>
    public bool Write(string text, int seen, Guid personId, DateTimeOffset at)
    {
        Rule.Require(text.Length <= FormContent.LongestText, RuleTexts.AnswerTooLong);
        if (WriterId != personId || seen != Version)
        {
            Suggest(text, personId, at);
            return false;
        }

        (Text, SavedAt) = (text, at);
        return true;
    }

    /// <summary>
    /// Keeps a text as a suggestion; one that says what stands there is none, and one that goes on from what the same person has
    /// suggested takes its place.
    /// </summary>
    public void Suggest(string text, Guid personId, DateTimeOffset at)
    {
        if (string.IsNullOrWhiteSpace(text) || text == Text)
        {
            return;
        }

        if (suggestions.Find(one => one.PersonId == personId && one.SettledAt is null && text.StartsWith(one.Text, StringComparison.Ordinal)) is { } open)
        {
            open.Say(text, at);
        }
        else
        {
            suggestions.Add(new BlockSuggestion(personId, text, at));
        }
    }
}

/// <summary>What somebody had typed in a block that another had taken over; kept until somebody takes it in or sets it aside.</summary>
public sealed class BlockSuggestion
{
    private BlockSuggestion() { }

    internal BlockSuggestion(Guid personId, string text, DateTimeOffset at) => (PersonId, Text, MadeAt) = (personId, text, at);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid BlockId { get; private set; }
    public TalkBlock Block { get; private set; } = null!;

    [Personal(PersonalCategory.Trace, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public Guid PersonId { get; private set; }
    public Person Person { get; private set; } = null!;

    [Personal(PersonalCategory.TalkContent, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public string Text { get; private set; } = "";

    [Personal(PersonalCategory.Trace, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>When it was taken in or set aside; empty: it still stands beside the block.</summary>
    [NotPersonal]
    public DateTimeOffset? SettledAt { get; private set; }

    public void Settle(DateTimeOffset at) => SettledAt ??= at;

    internal void Say(string text, DateTimeOffset at) => (Text, MadeAt) = (text, at);
}

/// <summary>Something a talk agreed on, with who does it and by when; a task on her home until it is done, and part of the next agenda.</summary>
public sealed class AgreedAction : IVersioned
{
    /// <summary>The longest text, in characters.</summary>
    public const int LongestWhat = 1000;

    private AgreedAction() { }

    /// <summary>The one definition of "is a task": its talk has been held. Until then it may be given up as it was agreed on.</summary>
    public static Expression<Func<AgreedAction, bool>> IsTask { get; } = action =>
        action.Evaluation.State == EvaluationState.Held || action.Evaluation.State == EvaluationState.Signed;

    internal AgreedAction(Guid apprenticeshipId, int order) => (ApprenticeshipId, Order) = (apprenticeshipId, order);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid EvaluationId { get; private set; }
    public Evaluation Evaluation { get; private set; } = null!;
    public Guid ApprenticeshipId { get; private set; }
    public Apprenticeship Apprenticeship { get; private set; } = null!;

    [NotPersonal]
    public int Order { get; private set; }

    [Personal(PersonalCategory.TalkContent, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public string What { get; private set; } = "";

    /// <summary>Who does it now.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Guid ResponsibleId { get; private set; }
    public Person Responsible { get; private set; } = null!;

    /// <summary>The name it was agreed under, as it is signed.</summary>
    [Personal(PersonalCategory.Identity, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public string ResponsibleName { get; private set; } = "";

    [Personal(PersonalCategory.Employment, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly DueOn { get; private set; }

    [Personal(PersonalCategory.Employment, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly? DoneOn { get; private set; }

    [Personal(PersonalCategory.Trace, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Guid? DoneById { get; private set; }
    public Person? DoneBy { get; private set; }

    [NotPersonal]
    public int Version { get; private set; }

    /// <summary>What is to be done, by whom and by when; only while nobody has signed the talk (<see cref="Evaluation.RequireUnsigned"/>).</summary>
    /// <exception cref="RuleException">What is to be done is missing or too long.</exception>
    public void Say(string what, Guid responsibleId, string responsibleName, DateOnly dueOn)
    {
        Rule.Require(!string.IsNullOrWhiteSpace(what), RuleTexts.ActionMissing);
        Rule.Require(what.Length <= LongestWhat, RuleTexts.NoteTooLong);
        (What, ResponsibleId, ResponsibleName, DueOn) = (what.Trim(), responsibleId, responsibleName, dueOn);
    }

    public void Finish(DateOnly on, Guid byId) => (DoneOn, DoneById) = (on, byId);

    public void Reopen() => (DoneOn, DoneById) = (null, null);

    /// <summary>A person was entered twice: it now names the one that is kept; the name it was agreed under stays.</summary>
    public void MoveTo(Guid keptPersonId, Guid doublePersonId) => (ResponsibleId, DoneById) =
        (ResponsibleId == doublePersonId ? keptPersonId : ResponsibleId, DoneById == doublePersonId ? keptPersonId : DoneById);
}
