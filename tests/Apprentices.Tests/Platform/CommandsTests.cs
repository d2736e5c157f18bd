using System.Diagnostics;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Apprentices.Tests.Platform;

/// <summary>The program as a process of its own, as an operator starts it.</summary>
public sealed class CommandsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("apprentices-command-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Without_a_way_to_sign_in_the_program_refuses_to_start_and_says_why_in_one_line()
    {
        var (code, errors) = await RunAsync("Production");

        Assert.Equal(SettingsException.ExitCode, code);
        Assert.Contains("Demo:Enabled", Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Empty(folder.GetFiles("*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task An_unknown_command_is_answered_with_the_known_ones()
    {
        var (code, errors) = await RunAsync("Development", "sed");

        Assert.Equal(Commands.Misused, code);
        Assert.Contains("seed --apprenticeships N", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_command_makes_the_database_and_adds_no_sample_data()
    {
        var (code, errors) = await RunAsync("Development", "seed", "--apprenticeships", "12");

        Assert.Equal((Commands.Done, ""), (code, errors));
        Assert.Equal(12, Count("SELECT count(*) FROM Apprenticeships"));
        Assert.Equal(1, Count("SELECT count(*) FROM Installations WHERE IsDemo = 1 AND SamplesAddedAt IS NULL"));
    }

    [Fact]
    public async Task Seeding_outside_a_demo_is_refused()
    {
        var (code, errors) = await RunAsync("Production", "seed", "--apprenticeships", "12");

        Assert.Equal(Commands.Refused, code);
        Assert.NotEqual("", errors);
        Assert.Equal(0, Count("SELECT count(*) FROM People"));
    }

    private async Task<(int Code, string Errors)> RunAsync(string environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Apprentices.dll"), .. arguments])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["Traces__Key"] = TestHost.TracesKey, ["ASPNETCORE_ENVIRONMENT"] = environment, ["DOTNET_ENVIRONMENT"] = environment },
        };
        using var program = Process.Start(start)!;
        var output = program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        await output;
        return (program.ExitCode, errors);
    }

    private long Count(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "data", "apprentices.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
