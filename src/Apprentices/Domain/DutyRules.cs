namespace Apprentices.Domain;

/// <summary>What a county has set, from a day on. HR keeps it; what was in force before stays readable.</summary>
public sealed class CountySetting : IVersioned
{
    private CountySetting() { }

    /// <exception cref="RuleException">A number or a day of the year cannot be.</exception>
    public CountySetting(string countyNumber, DateOnly validFrom) => (CountyNumber, ValidFrom) = (countyNumber, validFrom);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public string CountyNumber { get; private set; } = "";

    /// <summary>The first day it is in force; until the next one of the county.</summary>
    public DateOnly ValidFrom { get; private set; }

    /// <summary>So many months before the training's end the county begins to take registrations for the final test.</summary>
    public int RegistrationOpensMonths { get; private set; } = DefaultOpensMonths;

    /// <summary>Sickness longer than so many weeks is told the county, and the training prolonged.</summary>
    public int LongSicknessWeeks { get; private set; } = DefaultSicknessWeeks;

    /// <summary>The month of the yearly report's last day.</summary>
    public int ReportMonth { get; private set; } = DefaultReportMonth;

    /// <summary>The day of that month; a month that lacks it gives its last.</summary>
    public int ReportDay { get; private set; } = DefaultReportDay;

    /// <summary>Where HR has it from.</summary>
    public string? Source { get; private set; }
    public int Version { get; private set; }

    public const int DefaultOpensMonths = 8;
    public const int DefaultSicknessWeeks = 4;
    public const int DefaultReportMonth = 3;
    public const int DefaultReportDay = 1;

    /// <exception cref="RuleException">A number or a day of the year cannot be.</exception>
    public void Set(int registrationOpensMonths, int longSicknessWeeks, int reportMonth, int reportDay, string? source)
    {
        Rule.Require(registrationOpensMonths is >= 3 and <= 24, RuleTexts.OpensMonthsOutOfRange);
        Rule.Require(longSicknessWeeks is >= 1 and <= 52, RuleTexts.SicknessWeeksOutOfRange);
        Rule.Require(reportMonth is >= 1 and <= 12 && reportDay >= 1 && reportDay <= DateTime.DaysInMonth(2024, reportMonth), RuleTexts.NoSuchDayOfYear);

        (RegistrationOpensMonths, LongSicknessWeeks, ReportMonth, ReportDay, Source) = (
            registrationOpensMonths, longSicknessWeeks, reportMonth, reportDay, string.IsNullOrWhiteSpace(source) ? null : source.Trim());
    }

    /// <summary>The last day of the yearly report in a year.</summary>
    public DateOnly ReportDueOn(int year) => new(year, ReportMonth, Math.Min(ReportDay, DateTime.DaysInMonth(year, ReportMonth)));
}

/// <summary>Which of the two ends of a training a checklist point belongs to.</summary>
public enum ChecklistPhase
{
    Start,
    End,
}

/// <summary>One point of what is to be seen to when somebody starts or ends, as HR keeps it; a house rule with a day and a responsible.</summary>
public sealed class ChecklistPoint : IVersioned
{
    private ChecklistPoint() { }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public ChecklistPhase Phase { get; private set; }

    /// <summary>The trade it is for, by its curriculum's code; empty: all.</summary>
    public string? CurriculumCode { get; private set; }

    /// <summary>The workplace it is for; empty: all.</summary>
    public Guid? WorkplaceId { get; private set; }
    public LocalText Title { get; private set; } = new("", "", "");

    /// <summary>Days after the first day of the training, or after its last; negative before.</summary>
    public int OffsetDays { get; private set; }
    public DutyRole Responsible { get; private set; }

    /// <summary>From this day on it is not asked for any more; what was asked for stays.</summary>
    public DateOnly? RetiredOn { get; private set; }
    public int Version { get; private set; }

    /// <exception cref="RuleException">The title is missing, or the day is too far away.</exception>
    public static ChecklistPoint For(
        ChecklistPhase phase, LocalText title, int offsetDays, DutyRole responsible, string? curriculumCode = null, Guid? workplaceId = null)
    {
        var point = new ChecklistPoint { Phase = phase };
        point.Set(title, offsetDays, responsible, curriculumCode, workplaceId);
        return point;
    }

    /// <summary>Changes it. A language that is left out says what bokmål says.</summary>
    /// <exception cref="RuleException">The title is missing, or the day is too far away.</exception>
    public void Set(LocalText title, int offsetDays, DutyRole responsible, string? curriculumCode, Guid? workplaceId)
    {
        Rule.Require(!string.IsNullOrWhiteSpace(title.Nb), RuleTexts.TitleMissing);
        Rule.Require(offsetDays is >= -365 and <= 365, RuleTexts.OffsetOutOfRange);

        var nb = title.Nb.Trim();
        Title = new LocalText(nb, Or(title.Nn, nb), Or(title.En, nb));
        (OffsetDays, Responsible, CurriculumCode, WorkplaceId) = (offsetDays, responsible, curriculumCode, workplaceId);
    }

    public void Retire(DateOnly on) => RetiredOn ??= on;

    private static string Or(string? text, string otherwise) => string.IsNullOrWhiteSpace(text) ? otherwise : text.Trim();
}

/// <summary>Whether the training office, where a contract has one, does a kind of task for us.</summary>
public sealed class OfficeTask : IVersioned
{
    private OfficeTask() { }

    public OfficeTask(DutyKind kind, bool byOffice) => (Kind, ByOffice) = (kind, byOffice);

    public DutyKind Kind { get; private set; }
    public bool ByOffice { get; private set; }
    public int Version { get; private set; }

    /// <summary>The kinds of task a training office may do, and whether it does by the practice of the state's own (OK stat).</summary>
    public static IReadOnlyDictionary<DutyKind, bool> Kinds { get; } = new Dictionary<DutyKind, bool>
    {
        [DutyKind.ContractSigned] = true,
        [DutyKind.ContractApproved] = true,
        [DutyKind.RegistrationDeadline] = true,
        [DutyKind.MockTest] = true,
        [DutyKind.Notice] = true,
        [DutyKind.Accommodation] = false,
        [DutyKind.AnnualReport] = false,
    };

    public void Let(bool byOffice) => ByOffice = byOffice;
}

/// <summary>What the house and the counties have set, which the sums of the duties depend on.</summary>
public sealed record DutyRules(
    IReadOnlyList<CountySetting> Counties, IReadOnlyList<ChecklistPoint> Checklist, IReadOnlySet<DutyKind> ByOffice, SummerClosure? Closure)
{
    /// <summary>What holds where nobody has set anything.</summary>
    public static DutyRules Default { get; } = new(
        [], [], OfficeTask.Kinds.Where(kind => kind.Value).Select(kind => kind.Key).ToHashSet(), SummerClosure.Default);

    /// <summary>What a county has set on a day; before its first setting, that one; a county without any has the defaults.</summary>
    public CountySetting SettingOf(string countyNumber, DateOnly day)
    {
        var own = Counties.Where(c => c.CountyNumber == countyNumber).OrderBy(c => c.ValidFrom).ToList();
        return own.LastOrDefault(c => c.ValidFrom <= day) ?? own.FirstOrDefault() ?? new CountySetting(countyNumber, day);
    }

    /// <summary>The last day of a county's report in a year: by the setting that is in force on the day it gives itself.</summary>
    public DateOnly ReportDueOn(string countyNumber, int year)
    {
        var own = Counties.Where(c => c.CountyNumber == countyNumber).OrderByDescending(c => c.ValidFrom).ToList();
        return (own.Find(c => c.ValidFrom <= c.ReportDueOn(year)) ?? own.LastOrDefault() ?? new CountySetting(countyNumber, new DateOnly(year, 1, 1))).ReportDueOn(year);
    }

    /// <summary>
    /// The day from which a county takes registrations for a training that ends on a day: by the setting that is in force on
    /// the day it gives itself.
    /// </summary>
    public (DateOnly Day, int Months) RegistrationOpens(string countyNumber, DateOnly endsOn)
    {
        var own = Counties.Where(c => c.CountyNumber == countyNumber).OrderByDescending(c => c.ValidFrom).ToList();
        var months = (own.Find(c => c.ValidFrom <= endsOn.AddMonths(-c.RegistrationOpensMonths)) ?? own.LastOrDefault())?.RegistrationOpensMonths
            ?? CountySetting.DefaultOpensMonths;
        return (endsOn.AddMonths(-months), months);
    }
}
