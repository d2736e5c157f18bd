using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Apprentices.BrowserTests.Support;

/// <summary>The program in a process of its own, on a demo database of its own, so that it can be killed and started again.</summary>
internal sealed class ChildProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("apprentices-child-");
    private Process? process;

    public string Address { get; } = $"http://127.0.0.1:{FreePort()}";

    /// <summary>Starts it and waits until it says where it is.</summary>
    public async Task StartAsync()
    {
        process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Apprentices.dll"), "--urls", Address])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardOutput = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["DOTNET_ENVIRONMENT"] = "Development", ["Jobs__Enabled"] = "false" },
        })!;
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data?.Contains(Address, StringComparison.Ordinal) == true)
            {
                listening.TrySetResult();
            }
        };
        process.BeginOutputReadLine();
        await listening.Task.WaitAsync(Patience);
    }

    /// <summary>As a lost power supply does it: without a word.</summary>
    public async Task KillAsync()
    {
        process!.Kill(entireProcessTree: true);
        using var patience = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(patience.Token);
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            await KillAsync();
        }

        folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
