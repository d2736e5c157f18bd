namespace Apprentices.Domain;

/// <summary>How many working days the final test of a trade takes. Where there is no setting, what the curriculum says.</summary>
public sealed class TestSetting : IVersioned
{
    /// <summary>The most days, and the longest source in characters.</summary>
    public const int MostDays = 60;
    public const int LongestSource = 300;

    private TestSetting() { }

    public TestSetting(string curriculumCode) => CurriculumCode = curriculumCode;

    /// <summary>The curriculum of the trade: the key.</summary>
    public string CurriculumCode { get; private set; } = "";
    public int WorkingDays { get; private set; }

    /// <summary>Where HR has it from.</summary>
    public string? Source { get; private set; }
    public int Version { get; private set; }

    /// <summary>
    /// What the curricula say under final assessment (sluttvurdering): the test is held within so many working days. The curricula
    /// from before 2020 (LK06: ISF3-01, KAD3-01) were not read: there it is asked, and the training manager types the last day.
    /// </summary>
    public static IReadOnlyDictionary<string, int> ByCurriculum { get; } = new Dictionary<string, int>
    {
        ["ITD03-01"] = 7,
        ["IUV03-01"] = 7,
        ["SOA03-01"] = 3,
    };

    /// <exception cref="RuleException">The number cannot be, or the source is too long.</exception>
    public void Set(int workingDays, string? source)
    {
        Rule.Require(workingDays is >= 1 and <= MostDays, RuleTexts.TestDaysOutOfRange);
        Rule.Require(source is null || source.Length <= LongestSource, RuleTexts.NoteTooLong);
        (WorkingDays, Source) = (workingDays, string.IsNullOrWhiteSpace(source) ? null : source.Trim());
    }
}

/// <summary>The days of a test: its last by working days, and what to think of when they are agreed.</summary>
public static class TestDays
{
    /// <summary>The last day of a test that takes so many working days; weekends and public holidays are skipped.</summary>
    public static DateOnly LastOf(DateOnly first, int workingDays)
    {
        var day = first;
        for (var left = workingDays - (WorkingDays.IsWorkingDay(day) ? 1 : 0); left > 0; left -= WorkingDays.IsWorkingDay(day) ? 1 : 0)
        {
            day = day.AddDays(1);
        }

        return day;
    }

    /// <summary>How many working days there are from the first to the last, both counted.</summary>
    public static int Between(DateOnly first, DateOnly last) => (WorkingDays.IsWorkingDay(first) ? 1 : 0) + WorkingDays.After(first, last);

    /// <summary>What to think of about some days, by the first day of the window, its last, and what the trade asks for.</summary>
    public static IReadOnlyList<TestDaysWarning> WarningsOf(DateOnly first, DateOnly last, DateOnly? opensOn, DateOnly? endsOn, int? workingDays)
    {
        List<TestDaysWarning> warnings = [];
        Add(TestDaysWarning.BeforeWindow, first < opensOn);
        Add(TestDaysWarning.AfterWindow, last > endsOn);
        Add(TestDaysWarning.BeginsOnDayOff, !WorkingDays.IsWorkingDay(first));
        Add(TestDaysWarning.EndsOnDayOff, !WorkingDays.IsWorkingDay(last));
        Add(TestDaysWarning.HolidaysBetween, WorkingDays.Holidays(first, last).Keys.Any(day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)));
        Add(TestDaysWarning.OtherLength, workingDays is { } asked && Between(first, last) != asked);
        return warnings;

        void Add(TestDaysWarning warning, bool holds)
        {
            if (holds)
            {
                warnings.Add(warning);
            }
        }
    }
}

/// <summary>What to think of when days of a test are agreed. None of it is forbidden.</summary>
public enum TestDaysWarning
{
    /// <summary>It begins more than three months before the training ends (opplæringsforskrifta § 9-55).</summary>
    BeforeWindow,

    /// <summary>It ends after the training has ended, which is not the main rule (opplæringsforskrifta § 9-55).</summary>
    AfterWindow,
    BeginsOnDayOff,
    EndsOnDayOff,

    /// <summary>Public holidays lie between; they are not counted.</summary>
    HolidaysBetween,

    /// <summary>It takes another number of working days than the trade asks for.</summary>
    OtherLength,
}
