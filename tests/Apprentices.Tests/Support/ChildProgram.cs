using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Support;

/// <summary>The program as a process of its own on a test's database, with its jobs, to be killed.</summary>
public sealed class ChildProgram : IAsyncDisposable
{
    private const string IsAt = "Apprentices is at ";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly DirectoryInfo folder;
    private readonly TaskCompletionSource<string> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ChildProgram(Process process, DirectoryInfo folder)
    {
        (this.process, this.folder) = (process, folder);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.StartsWith(IsAt, StringComparison.Ordinal) == true)
            {
                address.TrySetResult(line.Data[IsAt.Length..]);
            }
        };
        process.BeginOutputReadLine();
    }

    /// <summary>Where it answers, once it does.</summary>
    public Task<string> AddressAsync() => address.Task.WaitAsync(Patience);

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
            ["Database:MigrateAtStart"] = "true",
            ["Demo:Enabled"] = "true",
            ["Jobs:Enabled"] = "true",
            ["Traces:Key"] = TestHost.TracesKey,
        };
        foreach (var (name, value) in all)
        {
            start.Environment[name.Replace(":", "__")] = value;
        }

        var started = Process.Start(start)!;
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
