using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Support;

/// <summary>The program as a process of its own on a test's database, with its jobs, to be killed.</summary>
public sealed class ChildProgram : IAsyncDisposable
{
    private readonly Process process;
    private readonly DirectoryInfo folder;

    private ChildProgram(Process process, DirectoryInfo folder) => (this.process, this.folder) = (process, folder);

    public static ChildProgram Start(TestApp app, IReadOnlyDictionary<string, string?> settings)
    {
        var place = Directory.CreateTempSubdirectory("apprentices-child-");
        var database = app.Services.GetRequiredService<IConfiguration>().GetSection("Database");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Apprentices.dll"), "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = place.FullName,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        Dictionary<string, string?> all = new(settings)
        {
            ["Database:Provider"] = database["Provider"],
            ["Database:ConnectionString"] = database["ConnectionString"],
            ["Database:MigrateAtStart"] = "false",
            ["Demo:Enabled"] = "true",
            ["Jobs:Enabled"] = "true",
        };
        foreach (var (name, value) in all)
        {
            start.Environment[name.Replace(":", "__")] = value;
        }

        var started = Process.Start(start)!;
        started.OutputDataReceived += (_, _) => { };
        started.BeginOutputReadLine();
        return new ChildProgram(started, place);
    }

    /// <summary>At once, without a word: what it was doing it cannot finish.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await KillAsync();
        }

        process.Dispose();
        folder.Delete(recursive: true);
    }
}
