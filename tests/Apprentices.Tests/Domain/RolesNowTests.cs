using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

public sealed class RolesNowTests
{
    [Theory]
    [InlineData(Roles.Hr, false, Roles.Hr)]
    [InlineData(Roles.Hr, true, Roles.UnitHr)]
    [InlineData(Roles.Hr | Roles.Administrator, true, Roles.UnitHr | Roles.Administrator)]
    [InlineData(Roles.Instructor, true, Roles.Instructor)]
    [InlineData(Roles.UnitHr, false, Roles.None)]
    [InlineData(Roles.Hr | Roles.UnitHr, false, Roles.Hr)]
    public void A_limit_takes_the_whole_house_away_and_gives_nothing(Roles given, bool isLimited, Roles now) => Assert.Equal(now, RolesNow.Of(given, isLimited, examines: false));

    [Theory]
    [InlineData(Roles.None, true, Roles.Auditor)]
    [InlineData(Roles.Auditor, true, Roles.Auditor)]
    [InlineData(Roles.Auditor, false, Roles.None)]
    [InlineData(Roles.Auditor | Roles.Instructor, true, Roles.Instructor)]
    public void An_auditor_is_one_as_long_as_something_is_open_and_she_is_nothing_else(Roles given, bool examines, Roles now) =>
        Assert.Equal(now, RolesNow.Of(given, isLimited: false, examines));
}
