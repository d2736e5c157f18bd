using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

public sealed class PayTableTests
{
    private static readonly DateOnly Start = new(2024, 8, 15);
    private static readonly DateOnly End = new(2026, 8, 14);

    [Fact]
    public void The_four_half_years_of_an_apprentice_are_paid_30_40_50_and_80_percent()
    {
        var halfYears = HalfYears.For(Start, End, []);

        var pay = PayTable.For(ContractKind.Apprentice, ContractVariant.Ordinary, End, halfYears, 100);

        Assert.Equal(
            [
                new(halfYears[0], 30, new(2018, 1, 1)),
                new(halfYears[1], 40, new(2018, 1, 1)),
                new(halfYears[2], 50, new(2018, 1, 1)),
                new PayStep(halfYears[3], 80, new(2018, 1, 1)),
            ],
            pay.Steps);
        Assert.Null(pay.WhyNot);
    }

    [Fact]
    public void A_step_waits_for_a_break_as_the_half_year_does()
    {
        var pay = Pay(Start, End, new Break(new(2025, 3, 1), new(2025, 5, 1), 100));

        Assert.Equal([Day("2024-08-15"), Day("2025-02-15"), Day("2025-10-16"), Day("2026-04-18")], pay.Steps!.Select(step => step.HalfYear.StartsOn));
        Assert.Equal([30, 40, 50, 80], pay.Steps!.Select(step => step.Percent));
        Assert.Equal(Day("2026-10-15"), pay.Steps![^1].HalfYear.EndsOn);
    }

    [Theory]
    [InlineData(ContractKind.TrainingCandidate, ContractVariant.Ordinary, 100, NoPayTable.OtherKind)]
    [InlineData(ContractKind.PracticeCertificateCandidate, ContractVariant.Ordinary, 100, NoPayTable.OtherKind)]
    [InlineData(ContractKind.OnTheJobCandidate, ContractVariant.Ordinary, 100, NoPayTable.OtherKind)]
    [InlineData(ContractKind.OnTheJobCandidate, ContractVariant.FullTrainingAtWork, 50, NoPayTable.OtherKind)]
    [InlineData(ContractKind.Apprentice, ContractVariant.FullTrainingAtWork, 100, NoPayTable.OtherVariant)]
    [InlineData(ContractKind.Apprentice, ContractVariant.Alternating, 100, NoPayTable.OtherVariant)]
    [InlineData(ContractKind.Apprentice, ContractVariant.DualCompetence, 50, NoPayTable.OtherVariant)]
    [InlineData(ContractKind.Apprentice, ContractVariant.Ordinary, 99, NoPayTable.PartTime)]
    [InlineData(ContractKind.Apprentice, ContractVariant.Ordinary, 50, NoPayTable.PartTime)]
    public void For_anybody_else_there_is_no_table_and_it_says_why(ContractKind kind, ContractVariant variant, int percent, NoPayTable why)
    {
        var pay = PayTable.For(kind, variant, End, HalfYears.For(Start, End, []), percent);

        Assert.Null(pay.Steps);
        Assert.Equal(why, pay.WhyNot);
    }

    [Theory]
    [InlineData("2025-08-14", false)]
    [InlineData("2026-04-14", false)]
    [InlineData("2026-07-13", false)]
    [InlineData("2026-07-14", true)]
    [InlineData("2026-08-14", true)]
    [InlineData("2026-09-14", true)]
    [InlineData("2026-09-15", false)]
    [InlineData("2027-08-14", false)]
    [InlineData("2028-08-14", false)]
    public void The_table_is_for_24_months_give_or_take_31_days(string end, bool fits)
    {
        var pay = Pay(Start, Day(end));

        Assert.Equal(fits, pay.Steps is not null);
        Assert.Equal(fits ? null : NoPayTable.OtherLength, pay.WhyNot);
    }

    [Fact]
    public void A_break_does_not_make_a_contract_of_20_months_one_of_24() =>
        Assert.Equal(NoPayTable.OtherLength, Pay(Start, Day("2026-04-14"), new Break(new(2026, 3, 1), new(2026, 6, 30), 100)).WhyNot);

    [Fact]
    public void Before_the_first_table_there_is_none()
    {
        Assert.Equal(NoPayTable.NoneAtThatTime, Pay(Day("2017-12-31"), Day("2019-12-30")).WhyNot);
        Assert.Equal([30, 40, 50, 80], Pay(Day("2018-01-01"), Day("2019-12-31")).Steps!.Select(step => step.Percent));
    }

    [Fact]
    public void Each_half_year_is_paid_by_the_table_of_its_first_day()
    {
        PayTable[] tables = [new(new(2018, 1, 1), new(2025, 8, 14), [30, 40, 50, 80]), new(new(2025, 8, 15), null, [35, 45, 55, 85])];

        var pay = PayTable.For(tables, ContractKind.Apprentice, ContractVariant.Ordinary, End, HalfYears.For(Start, End, []), 100);

        Assert.Equal([30, 40, 55, 85], pay.Steps!.Select(step => step.Percent));
        Assert.Equal([Day("2018-01-01"), Day("2018-01-01"), Day("2025-08-15"), Day("2025-08-15")], pay.Steps!.Select(step => step.TableFrom));
    }

    [Fact]
    public void A_table_that_has_run_out_is_not_used_any_more()
    {
        PayTable[] tables = [new(new(2018, 1, 1), new(2026, 2, 14), [30, 40, 50, 80])];

        var pay = PayTable.For(tables, ContractKind.Apprentice, ContractVariant.Ordinary, End, HalfYears.For(Start, End, []), 100);

        Assert.Equal(new PaySteps(null, NoPayTable.NoneAtThatTime), pay);
    }

    [Fact]
    public void Two_years_of_steps_come_to_one_year_of_salary() =>
        Assert.All(PayTable.All, table => Assert.Equal(200, table.Percents.Sum()));

    private static PaySteps Pay(DateOnly start, DateOnly end, params Break[] breaks) =>
        PayTable.For(ContractKind.Apprentice, ContractVariant.Ordinary, end, HalfYears.For(start, end, breaks), 100);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
