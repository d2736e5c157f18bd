using System.Diagnostics;
using System.Net;
using Apprentices.Domain;
using Apprentices.Features.Api;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Features.Api;

/// <summary>The command as a process of its own, on the database of a program that serves.</summary>
public sealed class CreateTokenCommandTests : AppTests
{
    [BothDatabases]
    public async Task The_secret_is_the_only_line_of_its_output_and_opens_the_api()
    {
        var (code, output, errors) = await RunAsync("create-token", "--days", "30", "--name", "Lønnssystemet");

        var secret = Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)).TrimEnd('\r');
        Assert.Equal(Commands.Done, code);
        Assert.Contains("Lønnssystemet", errors, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, errors, StringComparison.Ordinal);
        var token = await App.DbAsync(db => db.AccessTokens.SingleAsync());
        Assert.Equal(("Lønnssystemet", null, secret[..11]), (token.Name, token.CreatedById, token.Prefix));
        Assert.Equal(30, token.ExpiresOn.DayNumber - OfficeTime.Clock.Today().DayNumber);

        using var client = App.ApiClient(secret);
        using var answer = await client.GetAsync($"{ApiEndpoints.Root}/trades");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData]
    [InlineData("--name")]
    [InlineData("--name", "a", "--days", "many")]
    [InlineData("--name", "a", "--days", "-1")]
    [InlineData("--name", "a", "--days", "1000001")]
    [InlineData("--name", "a", "--name", "b")]
    [InlineData("--name", "a", "--for", "b")]
    [InlineData("--days", "30")]
    public void Options_that_cannot_be_read_are_misused(params string[] arguments) => Assert.False(CreateTokenCommand.TryRead(arguments, out _, out _));

    [Theory]
    [InlineData(Commands.Misused, "create-token", "--name")]
    [InlineData(Commands.Refused, "create-token", "--name", "a", "--days", "800")]
    public async Task What_is_wrong_is_said_in_one_line_and_nothing_is_made(int expected, params string[] arguments)
    {
        var (code, output, errors) = await RunAsync(arguments);

        Assert.Equal((expected, ""), (code, output));
        Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(0, await App.DbAsync(db => db.AccessTokens.CountAsync()));
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        var folder = Directory.CreateTempSubdirectory("apprentices-command-");
        var database = App.Services.GetRequiredService<IConfiguration>().GetSection("Database");
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Apprentices.dll"), .. arguments])
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["Database__Provider"] = database["Provider"],
                ["Database__ConnectionString"] = database["ConnectionString"],
                ["Database__MigrateAtStart"] = "false",
                ["Traces__Key"] = TestHost.TracesKey,
            },
        };
        using var program = Process.Start(start)!;
        var output = program.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = await program.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        folder.Delete(recursive: true);
        return (program.ExitCode, await output, errors);
    }
}
