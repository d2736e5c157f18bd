using Apprentices.Shared;

namespace Apprentices.Tests.Shared;

public sealed class TypedTimeTests
{
    [Theory]
    [InlineData("9", 9, 0)]
    [InlineData("10.00", 10, 0)]
    [InlineData("09:30", 9, 30)]
    [InlineData("kl. 9.30", 9, 30)]
    [InlineData("kl 13", 13, 0)]
    [InlineData("930", 9, 30)]
    [InlineData("1345", 13, 45)]
    public void Is_read_as_people_type_it(string typed, int hour, int minute) => Assert.Equal(new TimeOnly(hour, minute), TypedTime.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("25")]
    [InlineData("9.7")]
    [InlineData("9.75")]
    [InlineData("ti")]
    public void What_is_no_time_is_not_guessed_at(string typed) => Assert.Null(TypedTime.Read(typed));
}
