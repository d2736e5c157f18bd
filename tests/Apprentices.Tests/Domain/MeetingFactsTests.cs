using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

public sealed class MeetingFactsTests
{
    private static readonly DateOnly Today = new(2026, 9, 15);

    private static readonly MeetingFacts Facts = new(
        new DateOnly(2026, 11, 20), new DateOnly(2027, 6, 30), [(new DateOnly(2026, 10, 5), new DateOnly(2026, 10, 9)), (new DateOnly(2027, 5, 3), null)], SummerClosure.Default);

    [Theory]
    [InlineData("2026-10-23", "")]
    [InlineData("2026-09-14", "Past")]
    [InlineData("2026-11-20", "")]
    [InlineData("2026-11-23", "AfterLastDay")]
    [InlineData("2026-10-24", "NotAWorkingDay")]
    [InlineData("2026-12-25", "AfterLastDay NotAWorkingDay")]
    [InlineData("2026-10-05", "Away")]
    [InlineData("2026-10-12", "")]
    [InlineData("2027-05-10", "AfterLastDay Away")]
    [InlineData("2027-07-01", "AfterTraining SummerClosure Away")]
    public void Says_what_speaks_against_a_day(string day, string concerns) =>
        Assert.Equal(concerns, string.Join(' ', Facts.Against(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Today)));
}
