using Apprentices.Shared;

namespace Apprentices.Tests.Shared;

public sealed class TypedDurationTests
{
    [Theory]
    [InlineData("7,5", 450)]
    [InlineData("7.5", 450)]
    [InlineData("7:30", 450)]
    [InlineData("7.30", 450)]
    [InlineData(" 7 t 30 min ", 450)]
    [InlineData("7t30", 450)]
    [InlineData("7 timer 5 min", 425)]
    [InlineData("7 timar", 420)]
    [InlineData("7", 420)]
    [InlineData("7,75", 465)]
    [InlineData("37,5", 2250)]
    [InlineData("0,25", 15)]
    [InlineData("45 min", 45)]
    [InlineData("90m", 90)]
    [InlineData("1 hour", 60)]
    public void Reads_a_time_as_people_type_it(string typed, int minutes) => Assert.Equal(minutes, TypedDuration.Read(typed));

    [Theory]
    [InlineData("sju")]
    [InlineData("7:75")]
    [InlineData("7,5,5")]
    [InlineData("-1")]
    [InlineData("12345")]
    public void Refuses_what_is_no_time(string typed) => Assert.Null(TypedDuration.Read(typed));

    [Theory]
    [InlineData(1)]
    [InlineData(59)]
    [InlineData(60)]
    [InlineData(450)]
    [InlineData(2250)]
    public void What_it_says_it_reads_again(int minutes) => Assert.Equal(minutes, TypedDuration.Read(TypedDuration.Spoken(minutes)));
}
