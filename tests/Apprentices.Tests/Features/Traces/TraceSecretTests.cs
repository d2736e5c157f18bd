using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Features.Traces;

/// <summary>One database has one secret of the traces, however many instances there are.</summary>
public sealed class TraceSecretTests : TraceScene
{
    [BothDatabases]
    public async Task Another_secret_is_refused_by_the_people_it_knows_and_by_the_seals_alone()
    {
        await SealedAsync();
        await using var scope = App.Services.CreateAsyncScope();
        await using var other = new ServiceCollection().AddSingleton(new TraceKeys([new byte[TraceKeys.SecretLength]]))
            .AddSingleton(scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>()).BuildServiceProvider();
        await App.Services.RequireKeyOfTracesAsync(TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<SettingsException>(() => other.RequireKeyOfTracesAsync(TestContext.Current.CancellationToken));

        // As in a new database, in which only the program itself has written yet.
        await TamperAsync("DELETE FROM \"TracePersons\"");
        await App.Services.RequireKeyOfTracesAsync(TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<SettingsException>(() => other.RequireKeyOfTracesAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Each of several instances would make its own.</summary>
    [Fact]
    public void On_postgresql_no_secret_is_made()
    {
        var folder = Directory.CreateTempSubdirectory("apprentices-secret-");
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = ["--Database:Provider=PostgreSql", "--Database:ConnectionString=Host=localhost", $"--Database:DataFolder={folder.FullName}"],
            EnvironmentName = "Test",
        });
        using var app = (IDisposable)builder.AddSettings().AddTraces().Build();

        var wrong = Assert.Throws<SettingsException>(() => ((WebApplication)app).Services.GetRequiredService<TraceKeys>());

        Assert.Contains("Traces:KeyFile", wrong.Message, StringComparison.Ordinal);
        Assert.Empty(folder.GetFiles());
        folder.Delete();
    }
}
