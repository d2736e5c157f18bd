using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.Calendar;

/// <summary>Says what is wrong with a question, each time at its field, as a caller of the API writes it.</summary>
internal static class WhatIfCheck
{
    /// <summary>More interruptions, extensions or tests than this are no contract.</summary>
    private const int Most = 50;

    private const int LongestMonths = 119;

    /// <param name="question">The question.</param>
    /// <param name="curricula">The codes there are.</param>
    public static IReadOnlyList<(string Path, string Sentence)> Findings(WhatIfQuestion question, IReadOnlyList<string> curricula)
    {
        List<(string Path, string Sentence)> wrong = [.. OfTheContract(question, curricula)];
        if (wrong.Count > 0)
        {
            return wrong;
        }

        return [.. OfTheBreaks(question), .. OfTheExtensions(question), .. OfTheTests(question)];
    }

    private static IEnumerable<(string Path, string Sentence)> OfTheContract(WhatIfQuestion question, IReadOnlyList<string> curricula)
    {
        if (question.StartsOn.Year is < 2000 or > 2100)
        {
            yield return ("startsOn", RuleTexts.StartOutOfRange);
            yield break;
        }

        if (!curricula.Contains(question.Curriculum, StringComparer.OrdinalIgnoreCase))
        {
            yield return ("curriculum", Texts.Format(CalendarTexts.NoSuchCurriculum, string.Join(", ", curricula)));
        }

        if (County.All.Concat(County.Former).All(county => county.Number != question.County))
        {
            yield return ("county", CalendarTexts.NoSuchCounty);
        }

        if (question.PartTimePercent is < 1 or > 100)
        {
            yield return ("partTimePercent", RuleTexts.PercentOutOfRange);
            yield break;
        }

        if (question.CreditMonths is < 0 or > 60)
        {
            yield return ("creditMonths", RuleTexts.CreditOutOfRange);
            yield break;
        }

        if (question is { EndsOn: not null, Months: not null })
        {
            yield return ("months", CalendarTexts.EndOrMonths);
        }
        else if (question.Months is < 1 or > LongestMonths)
        {
            yield return ("months", Texts.Format(CalendarTexts.MonthsOutOfRange, LongestMonths));
        }
        else if (question.LastDay is not { } last)
        {
            yield return ("endsOn", CalendarTexts.LengthUnknown);
        }
        else if (last <= question.StartsOn)
        {
            yield return ("endsOn", RuleTexts.EndBeforeStart);
        }
        else if (last >= question.StartsOn.AddYears(10))
        {
            yield return ("endsOn", RuleTexts.ContractTooLong);
        }
    }

    private static IEnumerable<(string Path, string Sentence)> OfTheBreaks(WhatIfQuestion question)
    {
        if (question.Interruptions.Count > Most)
        {
            yield return ("interruptions", Texts.Format(CalendarTexts.TooMany, Most));
            yield break;
        }

        List<ContractBreak> earlier = [];
        for (var place = 0; place < question.Interruptions.Count; place++)
        {
            var path = $"interruptions[{place}]";
            if (question.Interruptions[place] is not { } away)
            {
                yield return (path, CalendarTexts.Empty);
            }
            else if (away.StartsOn < question.StartsOn || away.StartsOn > question.StartsOn.AddYears(10))
            {
                yield return ($"{path}.startsOn", RuleTexts.OutsideTheTraining);
            }
            else if (away.EndsOn < away.StartsOn || away.EndsOn > away.StartsOn.AddYears(10))
            {
                yield return ($"{path}.endsOn", RuleTexts.EndBeforeStart);
            }
            else if (away.Percent is < 1 or > 100)
            {
                yield return ($"{path}.percent", RuleTexts.PercentOutOfRange);
            }
            else if (Clash(earlier, away) is { } sentence)
            {
                yield return (path, sentence);
            }
            else
            {
                earlier.Add(new ContractBreak(Guid.CreateVersion7(), away.StartsOn, away.EndsOn, away.Percent, Prolongs: true));
            }
        }
    }

    private static string? Clash(List<ContractBreak> earlier, WhatIfInterruption away)
    {
        try
        {
            RecordRules.RequireRoom(earlier, away.StartsOn, away.EndsOn, away.Percent);
            return null;
        }
        catch (RuleException clash)
        {
            return clash.Message;
        }
    }

    private static IEnumerable<(string Path, string Sentence)> OfTheExtensions(WhatIfQuestion question)
    {
        if (question.Extensions.Count > Most)
        {
            yield return ("extensions", Texts.Format(CalendarTexts.TooMany, Most));
            yield break;
        }

        if (OfTheBreaks(question).Any())
        {
            yield break;
        }

        var end = (question with { Extensions = [], Tests = [] }).ToState().ProposedPeriod.FullEndsOn;
        for (var place = 0; place < question.Extensions.Count; place++)
        {
            if (question.Extensions[place] is not { } extension)
            {
                yield return ($"extensions[{place}]", CalendarTexts.Empty);
                yield break;
            }

            if (extension.EndsOn <= end || extension.EndsOn > question.StartsOn.AddYears(12))
            {
                yield return ($"extensions[{place}].endsOn", RuleTexts.ExtensionNotLonger);
                yield break;
            }

            end = extension.EndsOn;
        }
    }

    private static IEnumerable<(string Path, string Sentence)> OfTheTests(WhatIfQuestion question)
    {
        if (question.Tests.Count > Most)
        {
            yield return ("tests", Texts.Format(CalendarTexts.TooMany, Most));
            yield break;
        }

        for (var place = 0; place < question.Tests.Count; place++)
        {
            if (question.Tests[place] is not { } test)
            {
                yield return ($"tests[{place}]", CalendarTexts.Empty);
            }
            else if (test.HeldOn <= question.StartsOn || test.HeldOn > question.StartsOn.AddYears(12))
            {
                yield return ($"tests[{place}].heldOn", RuleTexts.OutsideTheTraining);
            }
            else if (test.NoticeOn < test.HeldOn)
            {
                yield return ($"tests[{place}].noticeOn", CalendarTexts.NoticeBeforeTest);
            }
        }
    }
}
