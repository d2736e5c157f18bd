using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

public sealed class ReminderStepsTests
{
    private static readonly DateOnly DueOn = new(2026, 11, 30);

    [Theory]
    [InlineData(-31, null)]
    [InlineData(-30, -30)]
    [InlineData(-15, -30)]
    [InlineData(-14, -14)]
    [InlineData(-8, -14)]
    [InlineData(-7, -7)]
    [InlineData(-1, -7)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(6, 1)]
    [InlineData(7, 7)]
    [InlineData(30, 7)]
    [InlineData(31, null)]
    [InlineData(400, null)]
    public void The_step_to_tell_of_is_the_latest_one_reached(int daysAfter, int? step) =>
        Assert.Equal(step, ReminderSteps.On(DueOn.AddDays(daysAfter), DueOn));
}
