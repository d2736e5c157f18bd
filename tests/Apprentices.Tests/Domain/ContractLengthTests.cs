using Apprentices.Domain;
using FsCheck;
using FsCheck.Fluent;

namespace Apprentices.Tests.Domain;

public sealed class ContractLengthTests
{
    private const ContractKind Apprentice = ContractKind.Apprentice;
    private const ContractKind Candidate = ContractKind.TrainingCandidate;
    private const ContractKind Practice = ContractKind.PracticeCertificateCandidate;
    private const ContractKind OnTheJob = ContractKind.OnTheJobCandidate;
    private const ContractVariant Ordinary = ContractVariant.Ordinary;
    private const ContractVariant AllAtWork = ContractVariant.FullTrainingAtWork;
    private const ContractVariant Alternating = ContractVariant.Alternating;
    private const ContractVariant Dual = ContractVariant.DualCompetence;

    [Theory]
    [InlineData(Apprentice, Ordinary, null, 100, 24)]
    [InlineData(Apprentice, Ordinary, 24, 100, 24)]
    [InlineData(Apprentice, Ordinary, 12, 100, 36)]
    [InlineData(Apprentice, Ordinary, 0, 100, 48)]
    [InlineData(Apprentice, Ordinary, 36, 100, 12)]
    [InlineData(Candidate, Ordinary, null, 100, 24)]
    [InlineData(Candidate, Ordinary, 15, 100, 33)]
    [InlineData(Candidate, AllAtWork, 6, 100, 42)]
    [InlineData(Apprentice, AllAtWork, null, 100, 48)]
    [InlineData(Apprentice, AllAtWork, 12, 100, 36)]
    [InlineData(Apprentice, Alternating, 20, 100, 28)]
    [InlineData(Apprentice, Alternating, 0, 100, 48)]
    [InlineData(Apprentice, Dual, 24, 100, 24)]
    [InlineData(Practice, Ordinary, null, 100, 24)]
    [InlineData(Practice, Ordinary, 9, 100, 15)]
    [InlineData(Practice, Alternating, null, 100, 24)]
    [InlineData(OnTheJob, Ordinary, 12, 100, 36)]
    [InlineData(OnTheJob, Ordinary, 30, 100, 18)]
    [InlineData(OnTheJob, Ordinary, 36, 100, 12)]
    [InlineData(OnTheJob, Ordinary, 40, 100, 12)]
    [InlineData(OnTheJob, AllAtWork, 60, 100, 12)]
    [InlineData(Apprentice, Ordinary, null, 50, 48)]
    [InlineData(Apprentice, Ordinary, null, 80, 30)]
    [InlineData(Apprentice, Ordinary, null, 90, 27)]
    [InlineData(Apprentice, Ordinary, null, 99, 25)]
    [InlineData(Apprentice, AllAtWork, null, 60, 80)]
    [InlineData(Practice, Ordinary, 9, 50, 30)]
    [InlineData(OnTheJob, Ordinary, 12, 80, 45)]
    [InlineData(OnTheJob, Ordinary, 40, 50, 16)]
    [InlineData(OnTheJob, Ordinary, 40, 80, 12)]
    public void The_length_follows_from_kind_division_credit_and_part_time(
        ContractKind kind, ContractVariant variant, int? credit, int percent, int months)
    {
        var length = ContractLength.For(kind, variant, credit, percent);

        Assert.Equal(months, length.Months);
        Assert.Equal(months, length.Steps[^1].Gives);
        Assert.Null(length.WhyNot);
    }

    [Theory]
    [InlineData(Apprentice, Alternating, null, NoContractLength.ContractDecides)]
    [InlineData(Apprentice, Dual, null, NoContractLength.ContractDecides)]
    [InlineData(Candidate, Alternating, null, NoContractLength.ContractDecides)]
    [InlineData(OnTheJob, Ordinary, null, NoContractLength.PracticeNotRecorded)]
    [InlineData(OnTheJob, Alternating, null, NoContractLength.PracticeNotRecorded)]
    [InlineData(Apprentice, Ordinary, 48, NoContractLength.CreditLeavesNothing)]
    [InlineData(Practice, Ordinary, 30, NoContractLength.CreditLeavesNothing)]
    public void Where_nothing_can_be_computed_it_says_why(ContractKind kind, ContractVariant variant, int? credit, NoContractLength why)
    {
        var length = ContractLength.For(kind, variant, credit, 100);

        Assert.Null(length.Months);
        Assert.Equal(why, length.WhyNot);
        Assert.Null(length.LastDayFrom(new(2024, 8, 15)));
        Assert.Null(length.DaysOffFrom(new(2024, 8, 15), new(2026, 8, 14)));
    }

    [Fact]
    public void The_sum_says_that_the_school_years_were_assumed() => Assert.Equal(
        [
            new(ContractLengthStepKind.NormalTime, 48, 48),
            new(ContractLengthStepKind.SchoolYearsAssumed, 24, 24),
            new ContractLengthStep(ContractLengthStepKind.PartTime, 80, 30),
        ],
        ContractLength.For(Apprentice, Ordinary, null, 80).Steps);

    [Fact]
    public void A_recorded_credit_is_no_assumption() => Assert.Equal(
        [new(ContractLengthStepKind.NormalTime, 48, 48), new ContractLengthStep(ContractLengthStepKind.Credit, 24, 24)],
        ContractLength.For(Apprentice, Ordinary, 24, 100).Steps);

    [Fact]
    public void The_whole_training_at_work_is_one_line() => Assert.Equal(
        [new ContractLengthStep(ContractLengthStepKind.NormalTime, 48, 48)],
        ContractLength.For(Apprentice, AllAtWork, null, 100).Steps);

    [Fact]
    public void The_year_an_on_the_job_contract_must_last_is_the_last_line() => Assert.Equal(
        [
            new(ContractLengthStepKind.NormalTime, 48, 48),
            new(ContractLengthStepKind.Practice, 42, 6),
            new(ContractLengthStepKind.PartTime, 80, 8),
            new ContractLengthStep(ContractLengthStepKind.AtLeast, 12, 12),
        ],
        ContractLength.For(OnTheJob, Ordinary, 42, 80).Steps);

    [Theory]
    [InlineData("2024-08-15", "2026-08-14")]
    [InlineData("2025-01-01", "2026-12-31")]
    [InlineData("2024-02-29", "2026-02-27")]
    [InlineData("2025-08-31", "2027-08-30")]
    [InlineData("2026-03-01", "2028-02-29")]
    public void The_last_day_is_the_day_before_so_many_months_have_passed(string start, string end)
    {
        var length = ContractLength.For(Apprentice, Ordinary, null, 100);

        Assert.Equal(Day(end), length.LastDayFrom(Day(start)));
        Assert.Equal(0, length.DaysOffFrom(Day(start), Day(end)));
    }

    [Theory]
    [InlineData("2026-08-31", 17)]
    [InlineData("2026-08-13", -1)]
    [InlineData("2027-08-14", 365)]
    public void It_says_by_how_many_days_the_contract_is_longer_or_shorter(string stated, int days) => Assert.Equal(
        days, ContractLength.For(Apprentice, Ordinary, null, 100).DaysOffFrom(new(2024, 8, 15), Day(stated)));

    [Theory]
    [InlineData(-1, 100)]
    [InlineData(0, 0)]
    [InlineData(0, 101)]
    public void Impossible_figures_are_refused(int credit, int percent) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ContractLength.For(Apprentice, Ordinary, credit, percent));

    [Fact]
    public void Less_time_a_week_never_makes_it_shorter_and_the_hours_are_never_fewer() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Figures(), figures =>
        {
            var full = ContractLength.For(figures.Kind, figures.Variant, figures.Credit, 100).Months;
            var part = ContractLength.For(figures.Kind, figures.Variant, figures.Credit, figures.Percent).Months;
            var hours = figures.Kind == OnTheJob ? Math.Max(0, 48 - figures.Credit) * 100 : full * 100;
            return (full is null && part is null) || (part >= full && part * figures.Percent >= hours);
        }));

    private static Arbitrary<(ContractKind Kind, ContractVariant Variant, int Credit, int Percent)> Figures() => (
        from kind in Gen.Elements(Enum.GetValues<ContractKind>())
        from variant in Gen.Elements(Enum.GetValues<ContractVariant>())
        from credit in Gen.Choose(0, 60)
        from percent in Gen.Choose(1, 100)
        select (kind, variant, credit, percent)).ToArbitrary();

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
