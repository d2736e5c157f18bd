using System.Globalization;
using Apprentices.Domain;
using Apprentices.Features.Curricula.Grep;
using Apprentices.Platform;
using Apprentices.Shared;

namespace Apprentices.Features.Curricula;

/// <summary>What is said of curricula and their imports.</summary>
public static class CurriculaWords
{
    /// <summary>The language of whoever reads.</summary>
    public static Language Reader => Cultures.Find(CultureInfo.CurrentUICulture.Name) ?? Language.Bokmal;

    /// <summary>The tag of a language as a page says it.</summary>
    public static string TagOf(Language language) => Cultures.Of(language).TwoLetterISOLanguageName;

    /// <summary>The tag of a language by Udir's name of it; nothing where a page has no better one.</summary>
    public static string? TagOf(string? fixedLanguage) => fixedLanguage switch
    {
        "nob" => "nb",
        "nno" => "nn",
        "eng" => "en",
        "sme" => "se",
        _ => null,
    };

    /// <summary>What a language is called, by its tag.</summary>
    public static string LanguageOf(string tag) => tag switch
    {
        "nn" => CurriculaTexts.InNynorsk,
        "en" => CurriculaTexts.InEnglish,
        _ => CurriculaTexts.InBokmal,
    };

    /// <summary>From which day, and until which, it is valid.</summary>
    public static string Validity(DateOnly from, DateOnly? to) => to is { } last
        ? Texts.Format(CurriculaTexts.ValidBetween, SpokenDate.Digits(from), SpokenDate.Digits(last)) : Texts.Format(CurriculaTexts.ValidSince, SpokenDate.Digits(from));

    public static string Of(TradeFamily family) => family switch
    {
        TradeFamily.IctService => CurriculaTexts.FamilyIctService,
        TradeFamily.OfficeAdministration => CurriculaTexts.FamilyOfficeAdministration,
        _ => CurriculaTexts.FamilyOther,
    };

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
