using System.Text.Json.Nodes;
using Apprentices.Features.Curricula;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Apprentices.Tests.Features.Curricula.GrepExample;

namespace Apprentices.Tests.Features.Curricula;

public sealed class ImportCurriculumCommandTests : AppTests
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("apprentices-grep-");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Ends_well_only_if_nothing_is_lacking()
    {
        var whole = Whole();
        var files = whole.Select(element => Written($"{element["kode"]}.json", element.ToJsonString())).ToArray();

        Assert.Equal(Commands.Done, await RunAsync([.. files, "--preview"]));
        Assert.Equal(5, await CountAsync());
        Assert.Equal(Commands.Done, await RunAsync(files));
        Assert.Equal(6, await CountAsync());
        Assert.Equal(Commands.Done, await RunAsync(files));
        Assert.Equal(6, await App.DbAsync(db => db.GrepElements.CountAsync()));

        Assert.Equal(Commands.Refused, await RunAsync(Written("halv.json", Curriculum("HAL03-01", sets: ["KV5001"]).ToJsonString())));
        Assert.Equal(7, await CountAsync());
    }

    [Fact]
    public async Task Says_when_it_cannot_make_sense_of_what_it_was_given_and_then_saves_nothing()
    {
        var good = Written("god.json", new JsonArray([.. Whole()]).ToJsonString());

        Assert.Equal(Commands.Misused, await RunAsync());
        Assert.Equal(Commands.Misused, await RunAsync(good, "--force"));
        Assert.Equal(Commands.Misused, await RunAsync(good, Path.Combine(folder.FullName, "missing.json")));
        Assert.Equal(Commands.Misused, await RunAsync(good, folder.FullName));
        Assert.Equal(Commands.Misused, await RunAsync(good, Written("broken.json", "{")));
        Assert.Equal(5, await CountAsync());
    }

    private Task<int> RunAsync(params string[] arguments) =>
        App.AsConsole().RunAsync((ImportCurriculumCommand command) => command.RunAsync(arguments));

    private Task<int> CountAsync() => App.DbAsync(db => db.Curricula.CountAsync());

    private string Written(string name, string content)
    {
        var path = Path.Combine(folder.FullName, name);
        System.IO.File.WriteAllText(path, content);
        return path;
    }
}
