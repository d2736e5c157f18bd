using Apprentices.Features.Roster;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Apprentices.Tests.Features.Roster.RosterExample;

namespace Apprentices.Tests.Features.Roster;

public sealed class ImportRosterCommandTests : AppTests
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("apprentices-roster-");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await CurriculaAsync(App);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Ends_well_only_if_every_row_is_good()
    {
        Assert.Equal(Commands.Done, await RunAsync(Written("good.csv", Row("A"), Row("B")), "--preview"));
        Assert.Equal(0, await CountAsync());

        Assert.Equal(Commands.Done, await RunAsync(Written("good.csv", Row("A"), Row("B"))));
        Assert.Equal(Commands.Refused, await RunAsync(Written("mixed.csv", Row("C"), Row("D", end: "31.02.2028"))));
        Assert.Equal(3, await CountAsync());
    }

    [Fact]
    public async Task Says_when_it_cannot_make_sense_of_what_it_was_given()
    {
        Assert.Equal(Commands.Misused, await RunAsync());
        Assert.Equal(Commands.Misused, await RunAsync("a.csv", "--force"));
        Assert.Equal(Commands.Misused, await RunAsync(Path.Combine(folder.FullName, "missing.csv")));
        Assert.Equal(Commands.Misused, await RunAsync(Written("headless.csv")));
    }

    private Task<int> RunAsync(params string[] arguments) =>
        App.AsConsole().RunAsync((ImportRosterCommand command) => command.RunAsync(arguments));

    private Task<int> CountAsync() => App.DbAsync(db => db.Apprenticeships.CountAsync());

    private string Written(string name, params string[] rows)
    {
        var path = Path.Combine(folder.FullName, name);
        System.IO.File.WriteAllLines(path, [Headings, .. rows]);
        return path;
    }
}
