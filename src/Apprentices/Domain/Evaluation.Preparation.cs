using System.Linq.Expressions;

namespace Apprentices.Domain;

/// <content>What each prepares on her own, and what all say together.</content>
public sealed partial class Evaluation
{
    private readonly List<EvaluationPreparation> preparations = [];
    private readonly List<EvaluationAnswer> answers = [];

    /// <summary>The form it is prepared and held on; taken when somebody first prepares it, or it begins. Empty: a summary alone.</summary>
    public Guid? FormEditionId { get; private set; }
    public EvaluationFormEdition? FormEdition { get; private set; }

    /// <summary>When the talk itself began; from then on all that was prepared is open to those in it.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public DateTimeOffset? BegunAt { get; private set; }

    public IReadOnlyList<EvaluationPreparation> Preparations => preparations;
    public IReadOnlyList<EvaluationAnswer> Answers => answers;

    /// <summary>
    /// The one definition of "what was prepared is open to the other", in SQL and in memory: the talk has begun, or the apprentice
    /// and the supervisor who is waited for have handed in, and nobody else is still writing. Until then each sees her own alone.
    /// </summary>
    public static Expression<Func<Evaluation, bool>> IsOpened { get; } = evaluation => evaluation.BegunAt != null
        || evaluation.State == EvaluationState.Held || evaluation.State == EvaluationState.Signed
        || (evaluation.Preparations.Any(one => one.Party == FormParties.Apprentice && one.HandedInAt != null)
            && evaluation.Preparations.Any(one => one.Party != FormParties.Apprentice && one.IsAwaited && one.HandedInAt != null)
            && !evaluation.Preparations.Any(one => one.HandedInAt == null));

    /// <summary>Whether what was prepared is open; needs the preparations.</summary>
    public bool HasOpened => BegunAt is not null || State is EvaluationState.Held or EvaluationState.Signed
        || (preparations.Exists(one => one.Party == FormParties.Apprentice && one.HandedInAt is not null)
            && preparations.Exists(one => one.Party != FormParties.Apprentice && one.IsAwaited && one.HandedInAt is not null)
            && preparations.TrueForAll(one => one.HandedInAt is not null));

    /// <summary>
    /// The parties whose preparation a talk still waits for: the apprentice, one supervisor, and whoever has begun. The supervisor is named as
    /// the instructor; where there is none, it is the training manager.
    /// </summary>
    /// <param name="apprenticeHandedIn">Whether the apprentice has handed in.</param>
    /// <param name="supervisorHandedIn">Whether a supervisor who is waited for has.</param>
    /// <param name="writing">Those who have begun and not handed in.</param>
    public static FormParties StillPreparing(bool apprenticeHandedIn, bool supervisorHandedIn, FormParties writing) =>
        writing | (apprenticeHandedIn ? FormParties.None : FormParties.Apprentice) | (supervisorHandedIn ? FormParties.None : FormParties.Instructor);

    /// <summary>The same of this one; needs the preparations.</summary>
    public FormParties StillPreparing() => StillPreparing(
        preparations.Exists(one => one.Party == FormParties.Apprentice && one.HandedInAt is not null),
        preparations.Exists(one => one.Party != FormParties.Apprentice && one.IsAwaited && one.HandedInAt is not null),
        preparations.Where(one => one.HandedInAt is null).Aggregate(FormParties.None, (all, one) => all | one.Party));

    /// <summary>Takes the form, if it has none yet.</summary>
    public void TakeForm(EvaluationFormEdition? edition)
    {
        if (FormEditionId is null && edition is not null)
        {
            (FormEdition, FormEditionId) = (edition, edition.Id);
        }
    }

    /// <summary>The party's preparation, begun where there is none; needs the preparations.</summary>
    /// <param name="party">Whose it is.</param>
    /// <param name="personId">Who writes in it.</param>
    /// <param name="at">When.</param>
    /// <param name="hasInstructor">Whether she has an instructor; without one the training manager's is waited for.</param>
    /// <exception cref="RuleException">The party has handed in, or it is open already.</exception>
    public EvaluationPreparation Prepare(FormParties party, Guid personId, DateTimeOffset at, bool hasInstructor = true)
    {
        Rule.Require(State == EvaluationState.Planned, RuleTexts.EvaluationNotPlanned);
        Rule.Require(!HasOpened, RuleTexts.PreparationOver);
        var mine = preparations.Find(one => one.Party == party);
        if (mine is null)
        {
            var isAwaited = party is FormParties.Apprentice or FormParties.Instructor || (party == FormParties.TrainingManager && !hasInstructor);
            mine = new EvaluationPreparation(party, personId, at, isAwaited);
            preparations.Add(mine);
        }

        Rule.Require(mine.HandedInAt is null, RuleTexts.PreparationHandedIn);
        mine.Save(personId, at);
        return mine;
    }

    /// <summary>Hands in what the party prepared. With the other's it opens to both.</summary>
    /// <exception cref="RuleException">It is handed in, or it is open already.</exception>
    public void HandIn(FormParties party, Guid personId, DateTimeOffset at, bool hasInstructor = true) => Prepare(party, personId, at, hasInstructor).HandIn(at);

    /// <summary>Takes back what was handed in, as long as the other has not handed in.</summary>
    /// <exception cref="RuleException">Nothing is handed in, or it is open already.</exception>
    public void TakeBackPreparation(FormParties party)
    {
        Rule.Require(State == EvaluationState.Planned && !HasOpened, RuleTexts.PreparationOver);
        var mine = preparations.Find(one => one.Party == party && one.HandedInAt is not null);
        Rule.Require(mine is not null, RuleTexts.NothingHandedIn);
        mine!.TakeBack();
    }

    /// <summary>The answer of a party to a question, about a goal where it is asked for each; needs the answers.</summary>
    public EvaluationAnswer Answer(FormParties party, string question, Guid goalId)
    {
        var answer = answers.Find(one => one.Party == party && one.Question == question && one.GoalId == goalId);
        if (answer is null)
        {
            answer = new EvaluationAnswer(party, question, goalId);
            answers.Add(answer);
        }

        return answer;
    }

    /// <summary>The talk begins; what was prepared opens.</summary>
    /// <exception cref="RuleException">It is held, or lies before its window.</exception>
    public void Begin(DateTimeOffset at, DateOnly today)
    {
        Rule.Require(State == EvaluationState.Planned, RuleTexts.EvaluationNotPlanned);
        Rule.Require(today >= WindowStartsOn, RuleTexts.BeforeTheWindow);
        BegunAt ??= at;
    }
}

/// <summary>That one of those in a talk prepares it on her own: who, since when, and when she handed in.</summary>
public sealed class EvaluationPreparation : IVersioned
{
    private EvaluationPreparation() { }

    internal EvaluationPreparation(FormParties party, Guid personId, DateTimeOffset at, bool isAwaited) =>
        (Party, PersonId, SavedAt, IsAwaited) = (party, personId, at, isAwaited);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid EvaluationId { get; private set; }
    public Evaluation Evaluation { get; private set; } = null!;

    /// <summary>As what; one preparation a party, a deputy goes on in that of whom she stands in for.</summary>
    [NotPersonal]
    public FormParties Party { get; private set; }

    /// <summary>Whether the talk opens only once it is handed in: the apprentice's, and the instructor's or where she has none the training manager's.</summary>
    [NotPersonal]
    public bool IsAwaited { get; private set; }

    /// <summary>Who wrote in it last.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Guid PersonId { get; private set; }
    public Person Person { get; private set; } = null!;

    [Personal(PersonalCategory.Trace, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public DateTimeOffset SavedAt { get; private set; }

    [Personal(PersonalCategory.Trace, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateTimeOffset? HandedInAt { get; private set; }

    [NotPersonal]
    public int Version { get; private set; }

    internal void Save(Guid personId, DateTimeOffset at) => (PersonId, SavedAt) = (personId, at);

    internal void HandIn(DateTimeOffset at) => HandedInAt = at;

    internal void TakeBack() => HandedInAt = null;

    /// <summary>Who wrote in it was entered twice: it now names the one that is kept.</summary>
    public void MoveTo(Guid keptPersonId) => PersonId = keptPersonId;
}

/// <summary>
/// One answer of one party to one question of the form, about a goal where the question is asked for each. One row an answer,
/// so that answers can be counted.
/// </summary>
public sealed class EvaluationAnswer : IVersioned
{
    private EvaluationAnswer() { }

    internal EvaluationAnswer(FormParties party, string question, Guid goalId) => (Party, Question, GoalId) = (party, question, goalId);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid EvaluationId { get; private set; }
    public Evaluation Evaluation { get; private set; } = null!;

    [NotPersonal]
    public FormParties Party { get; private set; }

    /// <summary>The question's key.</summary>
    [NotPersonal]
    public string Question { get; private set; } = "";

    /// <summary>The goal of her plan; empty where the question is not about goals.</summary>
    [NotPersonal]
    public Guid GoalId { get; private set; }

    /// <summary>The goal's code when it was answered; stays when the plan moves to another edition.</summary>
    [NotPersonal]
    public string? GoalCode { get; private set; }

    /// <summary>The goal's title when it was answered, in bokmål.</summary>
    [NotPersonal]
    public string? GoalTitle { get; private set; }

    /// <summary>What was written; beside a level the comment on it.</summary>
    [Personal(PersonalCategory.TalkContent, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public string? Text { get; private set; }

    [Personal(PersonalCategory.TalkContent, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Level? Level { get; private set; }

    /// <summary>The key of the choice, or "yes" or "no".</summary>
    [Personal(PersonalCategory.TalkContent, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public string? Choice { get; private set; }

    [Personal(PersonalCategory.TalkContent, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly? Day { get; private set; }

    [Personal(PersonalCategory.TalkContent, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public decimal? Number { get; private set; }

    [NotPersonal]
    public int Version { get; private set; }

    public bool IsEmpty => Text is null && Level is null && Choice is null && Day is null && Number is null;

    /// <summary>What it says now.</summary>
    /// <exception cref="RuleException">The text is too long.</exception>
    public void Say(string? text, Level? level, string? choice, DateOnly? day, decimal? number)
    {
        Rule.Require((text?.Length ?? 0) <= FormContent.LongestText, RuleTexts.AnswerTooLong);
        (Text, Level, Choice, Day, Number) = (string.IsNullOrWhiteSpace(text) ? null : text.Trim(), level, choice, day, number);
    }

    /// <summary>The goal it is about, as it is called now.</summary>
    public void About(string code, string title) => (GoalCode, GoalTitle) = (code, title);
}
