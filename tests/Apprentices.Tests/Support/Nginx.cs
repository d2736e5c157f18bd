using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Apprentices.Tests.Support;

/// <summary>nginx with <c>docs/nginx.conf</c> as it stands, but for its addresses, in front of some instances of the program.</summary>
public sealed class Nginx : IDisposable
{
    private const string Program = "/usr/sbin/nginx";

    /// <summary>Says which instance answered; only here.</summary>
    public const string AnsweredBy = "X-Answered-By";

    /// <summary>Not the program's own: what is said of localhost alone is not said here.</summary>
    private const string Host = "127.0.0.2";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("apprentices-nginx-");
    private readonly MadeCertificate certificate = new();
    private readonly Process process;

    private Nginx(params Uri[] instances)
    {
        (Address, var open) = (new Uri($"https://{Host}:{FreePort()}"), FreePort());
        var servers = string.Join('\n', instances.Select(instance => $"    server {instance.Authority};"));
        var site = File.ReadAllText(Path.Combine(Guards.SourceFiles.Root, "docs", "nginx.conf"))
            .Replace("    server 10.0.0.11:5080;\n    server 10.0.0.12:5080;", servers, StringComparison.Ordinal)
            .Replace("listen 80;", $"listen {Host}:{open};", StringComparison.Ordinal)
            .Replace("listen 443 ssl;", $"listen {Host}:{Address.Port} ssl;\n    add_header {AnsweredBy} $upstream_addr;", StringComparison.Ordinal)
            .Replace("        add_header Set-Cookie", $"        add_header {AnsweredBy} $upstream_addr;\n        add_header Set-Cookie", StringComparison.Ordinal)
            .Replace("proxy_set_header Host              $host;", "proxy_set_header Host              $http_host;", StringComparison.Ordinal)
            .Replace("laerling.example.no;", $"{Host};", StringComparison.Ordinal)
            .Replace("/etc/ssl/laerling.example.no.pem", certificate.CertificateFile, StringComparison.Ordinal)
            .Replace("/etc/ssl/private/laerling.example.no.key", certificate.KeyFile, StringComparison.Ordinal);
        var main = Path.Combine(folder.FullName, "nginx.conf");
        File.WriteAllText(main, $$"""
            daemon off;
            worker_processes 1;
            pid {{folder.FullName}}/pid;
            error_log stderr warn;
            {{(Environment.IsPrivilegedProcess ? "user root;" : "")}}
            events { worker_connections 256; }
            http {
                access_log off;
                client_body_temp_path {{folder.FullName}}/body;
                proxy_temp_path {{folder.FullName}}/proxy;
                fastcgi_temp_path {{folder.FullName}}/fastcgi;
                uwsgi_temp_path {{folder.FullName}}/uwsgi;
                scgi_temp_path {{folder.FullName}}/scgi;
            {{site}}
            }
            """);
        Open = new Uri($"http://{Host}:{open}");
        process = Process.Start(new ProcessStartInfo(Program, ["-p", folder.FullName, "-c", main]) { UseShellExecute = false })!;
    }

    /// <summary>Where it answers by https.</summary>
    public Uri Address { get; }

    /// <summary>Where it answers by http.</summary>
    public Uri Open { get; }

    public static async Task<Nginx> StartAsync(params Uri[] instances)
    {
        if (!File.Exists(Program))
        {
            Missing.Skip("nginx");
        }

        var nginx = new Nginx(instances);
        await nginx.AnswersAsync();
        return nginx;
    }

    /// <summary>A browser that trusts the test's own certificate; it comes to one instance as long as it keeps that cookie.</summary>
    public HttpClient Browser(CookieContainer cookies) => new(Connections(cookies)) { BaseAddress = Address };

    /// <summary>The connections of such a browser.</summary>
    public SocketsHttpHandler Connections(CookieContainer cookies) => new()
    {
        AllowAutoRedirect = false,
        CookieContainer = cookies,
        SslOptions = { CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust, CustomTrustStore = { certificate.WithKey }, RevocationMode = X509RevocationMode.NoCheck,
        } },
    };

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
        certificate.Dispose();
        folder.Delete(recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Parse(Host), 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task AnswersAsync()
    {
        using var until = new CancellationTokenSource(Patience);
        while (true)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(Host, Address.Port, until.Token);
                return;
            }
            catch (SocketException) when (!process.HasExited)
            {
                await Task.Yield();
            }
        }
    }
}
