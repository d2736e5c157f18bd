using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Support;

/// <summary>
/// Tests of the program as a whole, each with a program and a database of its own. Mark them [BothDatabases]; a plain [Fact] runs on
/// SQLite alone.
/// </summary>
public abstract class AppTests : IAsyncLifetime
{
    private TestApp? started;

    protected TestApp App => started ?? throw new InvalidOperationException("The program is not started yet.");

    protected Given Given => App.Given;

    /// <summary>Settings the tests of this class need beside the usual ones.</summary>
    protected virtual IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>();

    public virtual async ValueTask InitializeAsync() => started = await TestApp.StartAsync(Settings, Register);

    /// <summary>Adds what the tests of this class bring along.</summary>
    protected virtual void Register(IServiceCollection services)
    {
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (started is not null)
        {
            await started.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}
