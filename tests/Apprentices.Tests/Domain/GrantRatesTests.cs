using System.Globalization;
using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

public sealed class GrantRatesTests
{
    [Theory]
    [InlineData(ContractKind.Apprentice, true, GrantBasis.One)]
    [InlineData(ContractKind.TrainingCandidate, true, GrantBasis.One)]
    [InlineData(ContractKind.PracticeCertificateCandidate, true, GrantBasis.One)]
    [InlineData(ContractKind.OnTheJobCandidate, true, GrantBasis.Two)]
    [InlineData(ContractKind.Apprentice, false, GrantBasis.Two)]
    [InlineData(ContractKind.TrainingCandidate, false, GrantBasis.Two)]
    [InlineData(ContractKind.PracticeCertificateCandidate, false, GrantBasis.Two)]
    [InlineData(ContractKind.OnTheJobCandidate, false, GrantBasis.Two)]
    public void Youth_right_gives_grant_I_and_the_others_get_II(ContractKind kind, bool hasYouthRight, GrantBasis basis) =>
        Assert.Equal(basis, GrantRates.BasisOf(kind, hasYouthRight));

    [Theory]
    [InlineData("2018-01-01", GrantBasis.One, "6377.21")]
    [InlineData("2019-12-31", GrantBasis.One, "6377.21")]
    [InlineData("2021-01-01", GrantBasis.One, "6975")]
    [InlineData("2024-12-31", GrantBasis.One, "6975")]
    [InlineData("2025-01-01", GrantBasis.One, "7628.875")]
    [InlineData("2031-05-05", GrantBasis.One, "7628.875")]
    [InlineData("2018-01-01", GrantBasis.Two, "4984.25")]
    [InlineData("2020-12-31", GrantBasis.Two, "5288")]
    [InlineData("2021-07-01", GrantBasis.Two, "5452")]
    [InlineData("2025-01-01", GrantBasis.Two, "5963")]
    public void On_each_day_the_newest_rate_counts(string day, GrantBasis basis, string perMonth) =>
        Assert.Equal(
            decimal.Parse(perMonth, CultureInfo.InvariantCulture), Assert.Single(GrantRates.On(Day(day), basis)).PerMonth(24));

    [Fact]
    public void A_year_of_2020_is_spread_over_24_months() =>
        Assert.Equal(6_765.58m, Math.Round(Assert.Single(GrantRates.On(new(2020, 6, 1), GrantBasis.One)).PerMonth(24), 2));

    [Fact]
    public void In_the_first_half_of_2021_grant_II_had_708_a_month_more_and_I_had_not()
    {
        Assert.Equal([5_452m, 708m], GrantRates.On(new(2021, 1, 1), GrantBasis.Two).Select(rate => rate.PerMonth(24)));
        Assert.Equal([5_452m, 708m], GrantRates.On(new(2021, 6, 30), GrantBasis.Two).Select(rate => rate.PerMonth(24)));
        Assert.Single(GrantRates.On(new(2021, 3, 1), GrantBasis.One));
    }

    [Fact]
    public void Before_2018_no_rate_is_known() => Assert.Empty(GrantRates.On(new(2017, 12, 31), GrantBasis.Two));

    [Fact]
    public void A_rate_begins_on_the_first_of_a_month_and_ends_on_a_last() => Assert.All(GrantRates.All, rate =>
    {
        Assert.Equal(1, rate.ValidFrom.Day);
        Assert.True(rate.ValidTo is null || rate.ValidTo.Value.AddDays(1).Day == 1);
    });

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
