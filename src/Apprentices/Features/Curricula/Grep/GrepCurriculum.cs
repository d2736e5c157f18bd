using Apprentices.Domain;

namespace Apprentices.Features.Curricula.Grep;

/// <summary>A goal as a curriculum of Grep has it.</summary>
/// <param name="Code">Udir's code.</param>
/// <param name="Area">The main area it stands under, by its order from 1; empty where there is none.</param>
/// <param name="Words">Udir's words.</param>
/// <param name="IsWhole">Whether the goal itself was there; otherwise only its set named it, in one language.</param>
public sealed record GrepGoal(string Code, int? Area, OfficialText Words, bool IsWhole);

/// <summary>A curriculum of Grep, put together from its elements. What was missing is named.</summary>
public sealed record GrepCurriculum
{
    public required string Code { get; init; }

    /// <summary>LK06 or LK20.</summary>
    public required string Reform { get; init; }

    public required OfficialText Title { get; init; }

    public required DateOnly? ValidFrom { get; init; }

    public required DateOnly? ValidTo { get; init; }

    /// <summary>Whether Udir says that it has expired.</summary>
    public required bool HasExpired { get; init; }

    /// <summary>The day Udir last changed it.</summary>
    public required DateOnly? ChangedOn { get; init; }

    /// <summary>The curricula it replaces, by their codes.</summary>
    public required IReadOnlyList<string> Replaces { get; init; }

    /// <summary>Those that replace it.</summary>
    public required IReadOnlyList<string> ReplacedBy { get; init; }

    /// <summary>The main areas in their order; none in LK20.</summary>
    public required IReadOnlyList<OfficialText> Areas { get; init; }

    public required IReadOnlyList<GrepGoal> Goals { get; init; }

    /// <summary>The sets of goals that it names and that no file holds.</summary>
    public required IReadOnlyList<string> MissingSets { get; init; }

    /// <summary>The goals that are named and have no words anywhere.</summary>
    public required IReadOnlyList<string> MissingGoals { get; init; }

    /// <summary>How it is assessed in the end, in Udir's words.</summary>
    public required OfficialText Assessment { get; init; }

    /// <summary>The elements that it is made of, itself among them.</summary>
    public required IReadOnlyList<GrepItem> Elements { get; init; }

    /// <summary>Whether all goals it has are known.</summary>
    public bool IsWhole => MissingSets.Count == 0 && MissingGoals.Count == 0;
}
