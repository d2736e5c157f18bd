using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Support;

/// <summary>
/// Tests of the program as a whole, each with a database of its own. Mark them [BothDatabases]; a plain [Fact] runs on
/// SQLite alone.
/// </summary>
public abstract class AppTests : IAsyncLifetime
{
    private TestApp? started;
    private MailSink? server;

    protected TestApp App => started ?? throw new InvalidOperationException("The program is not started yet.");

    protected Given Given => App.Given;

    /// <summary>Settings the tests of this class need beside the usual ones.</summary>
    protected virtual IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>();

    /// <summary>What the mail server of this class is told (<see cref="MailSink.StartAsync"/>); none: it has no mail server.</summary>
    protected virtual IReadOnlyList<string>? MailServerArguments => null;

    protected MailSink MailServer => server ?? throw new InvalidOperationException("This class has no mail server.");

    /// <summary>What the tests of this class bring along.</summary>
    protected virtual Action<IServiceCollection>? Register => null;

    /// <summary>Whether these tests change the program itself, so that no other test may use it.</summary>
    protected virtual bool ProgramOfItsOwn => false;

    public virtual async ValueTask InitializeAsync()
    {
        server = MailServerArguments is null ? null : await MailSink.StartAsync([.. MailServerArguments]);
        started = await TestApp.StartAsync(
            server is null ? Settings : Settings.Concat(server.Settings).ToDictionary(StringComparer.Ordinal), Register, ProgramOfItsOwn);
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (started is not null)
        {
            await started.DisposeAsync();
        }

        if (server is not null)
        {
            await server.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }
}
