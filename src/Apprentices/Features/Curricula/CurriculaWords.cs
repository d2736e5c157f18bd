using Apprentices.Domain;
using Apprentices.Features.Curricula.Grep;
using Apprentices.Platform;
using Apprentices.Shared;
using System.Globalization;

namespace Apprentices.Features.Curricula;

/// <summary>What is said of curricula and their imports.</summary>
public static class CurriculaWords
{
    /// <summary>The language of whoever reads.</summary>
    public static Language Reader => Cultures.Find(CultureInfo.CurrentUICulture.Name) ?? Language.Bokmal;

    public static string Of(CurriculumChange change) => change.Outcome switch
    {
        CurriculumOutcome.Added => CurriculaTexts.OutcomeAdded,
        CurriculumOutcome.NextEdition => Texts.Format(CurriculaTexts.OutcomeNext, change.Edition),
        CurriculumOutcome.Worded => Texts.Format(CurriculaTexts.OutcomeWorded, change.Edition),
        CurriculumOutcome.Incomplete => CurriculaTexts.OutcomeIncomplete,
        _ => Texts.Format(CurriculaTexts.OutcomeUnchanged, change.Edition),
    };

    /// <summary>How many goals are new, changed, removed, worded and unchanged; what is none is not said.</summary>
    public static string Counts(IEnumerable<GoalChange> goals)
    {
        var counts = goals.CountBy(goal => goal.State).ToDictionary();
        var said = new[]
        {
            (GoalState.New, CurriculaTexts.CountNew), (GoalState.Changed, CurriculaTexts.CountChanged), (GoalState.Removed, CurriculaTexts.CountRemoved),
            (GoalState.Worded, CurriculaTexts.CountWorded), (GoalState.Unchanged, CurriculaTexts.CountUnchanged),
        };
        return string.Join(", ", said.Where(one => counts.ContainsKey(one.Item1)).Select(one => Texts.Format(one.Item2, counts[one.Item1])));
    }

    /// <summary>What is lacking, a sentence each.</summary>
    public static IEnumerable<string> Lacks(GrepCurriculum read)
    {
        if (read.MissingSets.Count > 0)
        {
            yield return Texts.Format(CurriculaTexts.MissingSets, string.Join(", ", read.MissingSets));
        }

        if (read.MissingGoals.Count > 0)
        {
            yield return Texts.Format(CurriculaTexts.MissingGoals, string.Join(", ", read.MissingGoals));
        }

        var inOne = read.Goals.Where(goal => !goal.IsWhole).Select(goal => goal.Code).ToList();
        if (inOne.Count > 0)
        {
            yield return Texts.Format(CurriculaTexts.OneLanguageOnly, string.Join(", ", inOne));
        }
    }
}
