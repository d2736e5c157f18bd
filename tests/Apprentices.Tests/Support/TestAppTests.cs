using System.Net;
using Apprentices.Domain;
using Apprentices.Features.Home;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Support;

public sealed class TestAppTests : AppTests
{
    [BothDatabases]
    public async Task Each_test_has_a_database_of_its_own()
    {
        var instructor = await Given.InstructorAsync("Ingrid Ås");
        var evaluation = await Given.EvaluationAsync(dueOn: App.Clock.Today.AddDays(7), instructor: instructor);

        Assert.Equal(2, await App.DbAsync(db => db.People.CountAsync()));
        Assert.Equal(4, await App.DbAsync(db => db.Evaluations.CountAsync()));
        Assert.Equal(EvaluationState.Planned, evaluation.State);
    }

    [BothDatabases]
    public async Task Whoever_a_test_acts_as_is_asking()
    {
        var hr = await Given.HrAsync();

        var user = await App.As(hr).RunAsync((CurrentUserAccessor users) => users.GetAsync());

        Assert.Equal(new CurrentUser(hr.Id, Roles.Hr, TestClock.FirstDay), user);
    }

    [BothDatabases]
    public async Task Statements_are_counted()
    {
        await Given.HrAsync();

        Assert.Equal(1, await App.Sql.CountAsync(() => App.DbAsync(db => db.People.CountAsync())));
    }

    [Fact]
    public async Task A_client_is_signed_in_as_whom_the_test_says()
    {
        var hr = await Given.HrAsync();

        using var signedIn = await App.ClientOf(hr).GetAsync("/no-such-page");
        using var nobody = await App.ClientOf(null).GetAsync(HomeLinks.Home);

        Assert.Equal(HttpStatusCode.NotFound, signedIn.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, nobody.StatusCode);
    }
}
