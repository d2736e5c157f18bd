using System.Security.Cryptography;
using System.Text;
using Apprentices.Domain;
using Apprentices.Features.Curricula.Grep;

namespace Apprentices.Features.Curricula;

/// <summary>What an import does to a curriculum.</summary>
public enum CurriculumOutcome
{
    /// <summary>It is new to the app.</summary>
    Added,

    /// <summary>It gets another edition; the one before stays as it was.</summary>
    NextEdition,

    /// <summary>The edition in force gains Udir's words, and is otherwise as it was.</summary>
    Worded,

    Unchanged,

    /// <summary>It is known already, and the files lack a part of it: saved, it would lose goals. Nothing is done to it.</summary>
    Incomplete,
}

/// <summary>A curriculum as it was read, beside the one the app has.</summary>
public sealed class CurriculumChange
{
    private CurriculumChange(GrepCurriculum read, Curriculum? known)
    {
        (Read, IsKnown) = (read, known is not null);
        Trade = known?.Trade ?? ProposedWords.Trade(read.Title);
        Goals = GoalChange.Compare(known?.Goals ?? [], read.Goals.Select(goal => new GoalChange(goal.Code, GoalState.New, ProposedWords.Title(goal.Words), OfficialText.None, goal.Words, goal.IsWhole)));
        EndsOn = known is not null && read.ValidTo is { } last && last != known.ValidTo ? last : null;
        Outcome = OutcomeOf(known);
        Edition = Outcome == CurriculumOutcome.NextEdition ? Math.Max(known!.Edition, known.Editions.Select(edition => edition.Number).DefaultIfEmpty(1).Max()) + 1 : known?.Edition ?? 1;
        KnownTitles = known is null ? new Dictionary<string, LocalText>() : known.AllGoals.OrderBy(goal => goal.EditionNumber)
            .GroupBy(goal => goal.Code, StringComparer.Ordinal).ToDictionary(goals => goals.Key, goals => goals.Last().Title, StringComparer.Ordinal);
        Fingerprint = FingerprintOf();
    }

    public GrepCurriculum Read { get; }

    public bool IsKnown { get; }

    public CurriculumOutcome Outcome { get; }

    /// <summary>The edition in force once it is saved.</summary>
    public int Edition { get; }

    public IReadOnlyList<GoalChange> Goals { get; }

    /// <summary>The trade's name: the app's own, else one proposed from the title.</summary>
    public LocalText Trade { get; }

    /// <summary>The family: the app's own, else that of a curriculum it replaces.</summary>
    public TradeFamily Family { get; private init; }

    /// <summary>The last day it is valid, where Udir says another than the app has.</summary>
    public DateOnly? EndsOn { get; }

    /// <summary>Whether HR most likely wants it: the app knows it or what it replaces, or it was given with few others.</summary>
    public bool IsProposed { get; private init; }

    /// <summary>Our short titles of goals it has or had, by code.</summary>
    public IReadOnlyDictionary<string, LocalText> KnownTitles { get; }

    /// <summary>The same for two that would save the same.</summary>
    public string Fingerprint { get; }

    /// <summary>Whether there is anything to save.</summary>
    public bool CanBeSaved => Outcome is CurriculumOutcome.Added or CurriculumOutcome.NextEdition or CurriculumOutcome.Worded || (Outcome == CurriculumOutcome.Unchanged && EndsOn is not null);

    public int Count(GoalState state) => Goals.Count(goal => goal.State == state);

    /// <param name="read">As it was read.</param>
    /// <param name="known">As the app has it, with its goals and editions; nothing where it is new.</param>
    /// <param name="families">The families of all curricula the app has, by code.</param>
    /// <param name="isOneOfFew">Whether so few were given that each was meant.</param>
    public static CurriculumChange Of(GrepCurriculum read, Curriculum? known, IReadOnlyDictionary<string, TradeFamily> families, bool isOneOfFew)
    {
        var relative = read.Replaces.Concat(read.ReplacedBy).Where(families.ContainsKey).Select(code => (TradeFamily?)families[code]).FirstOrDefault();
        return new CurriculumChange(read, known)
        {
            Family = known?.Family ?? relative ?? TradeFamily.Other,
            IsProposed = known is not null || (isOneOfFew || (relative is not null && !read.HasExpired)),
        };
    }

    private CurriculumOutcome OutcomeOf(Curriculum? known)
    {
        if (known is null)
        {
            return CurriculumOutcome.Added;
        }

        if (!Read.IsWhole)
        {
            return CurriculumOutcome.Incomplete;
        }

        return Goals.Any(goal => goal.State is GoalState.New or GoalState.Changed or GoalState.Removed) ? CurriculumOutcome.NextEdition
            : Goals.Any(goal => goal.State == GoalState.Worded) ? CurriculumOutcome.Worded
            : CurriculumOutcome.Unchanged;
    }

    private string FingerprintOf()
    {
        var goals = Goals.Select(goal => $"{goal.Code}\u001f{goal.State}\u001f{goal.Title}\u001f{goal.Before}\u001f{goal.After}");
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{Read.Code}\u001e{Outcome}\u001e{Edition}\u001e{EndsOn:O}\u001e{string.Join('\u001e', goals)}")));
    }
}
