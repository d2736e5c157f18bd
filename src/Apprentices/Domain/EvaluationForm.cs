using System.Globalization;

namespace Apprentices.Domain;

/// <summary>
/// What is asked in a kind of talk, as HR keeps it in editions. A published edition never changes; a talk keeps the one it was
/// prepared or held on (opplæringsforskrifta § 9-11 gives what an assessment is to do).
/// </summary>
public sealed class EvaluationForm : IVersioned
{
    private readonly List<EvaluationFormEdition> editions = [];

    private EvaluationForm() { }

    /// <exception cref="RuleException">The name is missing.</exception>
    public EvaluationForm(LocalText name, IReadOnlyList<EvaluationKind> kinds, FormContent content, string? shippedKey = null)
    {
        ShippedKey = shippedKey;
        Describe(name, kinds);
        editions.Add(new EvaluationFormEdition(1, content));
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The form that came with the app, by a key of its own; empty: the employer's.</summary>
    [NotPersonal]
    public string? ShippedKey { get; private set; }
    public LocalText Name { get; private set; } = new("", "", "");

    /// <summary>The kinds of talk it is for.</summary>
    [NotPersonal]
    public IReadOnlyList<EvaluationKind> Kinds { get; private set; } = [];

    /// <summary>From this day on no new talk takes it.</summary>
    [NotPersonal]
    public DateOnly? RetiredOn { get; private set; }

    [NotPersonal]
    public int Version { get; private set; }

    public IReadOnlyList<EvaluationFormEdition> Editions => editions;

    /// <summary>The edition new talks take; none before the first is published.</summary>
    public EvaluationFormEdition? Current => Published.MaxBy(edition => edition.Number);

    /// <summary>The editions that were published, in no order.</summary>
    public IEnumerable<EvaluationFormEdition> Published => editions.Where(edition => edition.PublishedAt is not null);

    /// <summary>The keys of questions and sections that were ever used in it.</summary>
    public IReadOnlySet<string> UsedKeys => editions.SelectMany(edition => edition.Content.Sections.SelectMany(section => section.Questions.Select(question => question.Key).Append(section.Key))).ToHashSet();

    /// <summary>The edition somebody is still writing.</summary>
    public EvaluationFormEdition? Begun => editions.Find(edition => edition.PublishedAt is null);

    /// <summary>The published edition that talks of a kind take now: of several forms in use the one that was published last.</summary>
    public static EvaluationFormEdition? CurrentFor(IEnumerable<EvaluationForm> forms, EvaluationKind kind) => forms
        .Where(form => form.RetiredOn is null && form.Kinds.Contains(kind) && form.Current is not null)
        .Select(form => form.Current!)
        .MaxBy(edition => (edition.PublishedAt, edition.Id));

    /// <exception cref="RuleException">The name is missing, or it is for no kind of talk.</exception>
    public void Describe(LocalText name, IReadOnlyList<EvaluationKind> kinds)
    {
        Rule.Require(!string.IsNullOrWhiteSpace(name.Nb), RuleTexts.TitleMissing);
        Rule.Require(kinds.Count > 0, RuleTexts.FormWithoutKind);
        (Name, Kinds) = (new LocalText(name.Nb.Trim(), name.Nn.Trim(), name.En.Trim()), [.. kinds.Distinct().Order()]);
    }

    /// <summary>Writes the edition that is not published yet; begins one after the last where there is none.</summary>
    /// <exception cref="RuleException">A question that was published is asked for another kind of answer: answers to it could no longer be counted together.</exception>
    public EvaluationFormEdition Write(FormContent content)
    {
        var asked = Published.SelectMany(edition => edition.Content.Questions).DistinctBy(question => question.Key).ToDictionary(question => question.Key, question => question.Type);
        var other = content.Questions.FirstOrDefault(question => asked.TryGetValue(question.Key, out var type) && type != question.Type);
        Rule.Require(other is null, string.Format(CultureInfo.CurrentCulture, RuleTexts.QuestionTypeFixed, other?.Text));
        if (Begun is { } begun)
        {
            begun.Write(content);
            return begun;
        }

        var next = new EvaluationFormEdition(editions.Max(edition => edition.Number) + 1, content);
        editions.Add(next);
        return next;
    }

    /// <summary>Gives up what is not published.</summary>
    /// <exception cref="RuleException">Nothing was ever published: there would be nothing left.</exception>
    public void DropBegun()
    {
        Rule.Require(Current is not null, RuleTexts.FormNeverPublished);
        editions.RemoveAll(edition => edition.PublishedAt is null);
    }

    /// <summary>From now on talks that nobody has begun to prepare take the written edition.</summary>
    /// <exception cref="RuleException">There is none, or it cannot be so.</exception>
    public void Publish(DateTimeOffset at, Guid? byId)
    {
        Rule.Require(Begun is not null && (Current is null || !FormComparison.Between(Current.Content, Begun.Content).IsEmpty), RuleTexts.NothingToPublish);
        Begun!.Content.Require();
        Begun.Publish(at, byId);
    }

    public void Retire(DateOnly on) => RetiredOn ??= on;

    public void TakeBack() => RetiredOn = null;
}

/// <summary>A form as it was published, kept unaltered; or as somebody is still writing it.</summary>
public sealed class EvaluationFormEdition
{
    private EvaluationFormEdition() { }

    internal EvaluationFormEdition(int number, FormContent content) => (Number, Content) = (number, content);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid FormId { get; private set; }
    public EvaluationForm Form { get; private set; } = null!;

    /// <summary>From 1.</summary>
    [NotPersonal]
    public int Number { get; private set; }

    [NotPersonal]
    public FormContent Content { get; private set; } = null!;

    [NotPersonal]
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Who published it; empty for the one that ships.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Operation, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public Guid? PublishedById { get; private set; }

    internal void Write(FormContent content) => Content = content;

    internal void Publish(DateTimeOffset at, Guid? byId) => (PublishedAt, PublishedById) = (at, byId);

    /// <summary>Who published it was entered twice: it now names the one that is kept.</summary>
    public void MoveTo(Guid keptPersonId) => PublishedById = keptPersonId;
}
