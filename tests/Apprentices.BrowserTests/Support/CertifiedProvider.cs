using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Apprentices.Tests.Support;

namespace Apprentices.BrowserTests.Support;

/// <summary>A real provider, certified by the OpenID Foundation (npm oidc-provider), in a process of its own on loopback.</summary>
internal sealed class CertifiedProvider : IAsyncDisposable
{
    public const string ClientId = "laerlinger";
    private const string Node = "/usr/bin/node";
    private const string Secret = "en-hemmelighet-som-bare-tester-bruker";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly int port = FreePort();
    private readonly ConcurrentQueue<string> complaints = new();
    private Process? process;

    public string Address => $"http://127.0.0.1:{port}";

    /// <summary>What it complained of.</summary>
    public IReadOnlyList<string> Complaints => [.. complaints];

    public Dictionary<string, string?> Settings => new()
    {
        ["AzureAd:Authority"] = Address,
        ["AzureAd:ClientId"] = ClientId,
        ["AzureAd:ClientSecret"] = Secret,
    };

    /// <summary>Where tests/run has put it.</summary>
    private static string? Folder => Environment.GetEnvironmentVariable("TEST_OIDC_PROVIDER");

    /// <param name="program">Where the program is.</param>
    /// <param name="accounts">Who can sign in: by name what a token says of her.</param>
    public async Task StartAsync(string program, IReadOnlyDictionary<string, object> accounts)
    {
        if (!File.Exists(Node) || Folder is null)
        {
            Missing.Skip("A provider of OpenID Connect (nodejs, npm and the package oidc-provider)");
        }

        var settings = JsonSerializer.Serialize(new { port, client = new { id = ClientId, secret = Secret, address = program }, accounts });
        process = Process.Start(new ProcessStartInfo(Node, [Path.Combine(AppContext.BaseDirectory, "Provider", "provider.mjs"), Folder!, settings])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            if (line.Data == "listening")
            {
                listening.TrySetResult();
            }
        };
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 } said && !said.StartsWith("oidc-provider ", StringComparison.Ordinal))
            {
                complaints.Enqueue(said);
            }
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await listening.Task.WaitAsync(Patience);
    }

    public async Task StopAsync()
    {
        if (process is null)
        {
            return;
        }

        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
