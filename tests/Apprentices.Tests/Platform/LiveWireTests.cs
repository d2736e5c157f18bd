using System.Globalization;
using System.Threading.Channels;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Reminders;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Apprentices.Tests.Platform;

/// <summary>Two instances on one PostgreSQL. On SQLite there is but one instance, and nothing to carry.</summary>
public sealed class LiveWireTests : AppTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly Guid Talk = Guid.CreateVersion7();
    private static readonly Guid Siv = Guid.CreateVersion7();
    private static readonly Guid Ingrid = Guid.CreateVersion7();

    protected override bool ProgramOfItsOwn => true;

    private static bool IsPostgres => BothDatabasesDiscoverer.OfThisTest == DatabaseProvider.PostgreSql;

    [BothDatabases]
    public async Task What_one_instance_says_the_other_hears_and_sees_who_is_there()
    {
        if (!IsPostgres)
        {
            Assert.Null(App.Services.GetService<LiveWire>());
            return;
        }

        await using var other = App.Beside();
        var (here, there) = (await ChannelOfAsync(App), await ChannelOfAsync(other));
        var heard = Channel.CreateUnbounded<TalkTopic>();
        using var siv = here.Take(Talk, Siv, topic => heard.Writer.TryWrite(topic));
        var ingrid = there.Take(Talk, Ingrid, _ => { });

        await UntilAsync(heard, TalkTopic.Arrived, () => here.Present(Talk).Count == 2);
        there.Say(Talk);
        await UntilAsync(heard, TalkTopic.Written, () => true);
        ingrid.Dispose();
        await UntilAsync(heard, TalkTopic.Left, () => here.Present(Talk).Count == 1);
    }

    [BothDatabases]
    public async Task Who_comes_later_is_told_who_is_there_already()
    {
        if (!IsPostgres)
        {
            return;
        }

        await using var other = App.Beside();
        var (here, there) = (await ChannelOfAsync(App), await ChannelOfAsync(other));
        using var siv = here.Take(Talk, Siv, _ => { });

        var heard = Channel.CreateUnbounded<TalkTopic>();
        using var ingrid = there.Take(Talk, Ingrid, topic => heard.Writer.TryWrite(topic));
        await UntilAsync(heard, null, () => there.Present(Talk).Count == 2);
    }

    [BothDatabases]
    public async Task A_lost_connection_is_opened_again_and_all_read_anew()
    {
        if (!IsPostgres)
        {
            return;
        }

        await using var other = App.Beside();
        var (here, there) = (await ChannelOfAsync(App), await ChannelOfAsync(other));
        var heard = Channel.CreateUnbounded<TalkTopic>();
        using var siv = here.Take(Talk, Siv, topic => heard.Writer.TryWrite(topic));

        await App.DbAsync(db => db.Database.ExecuteSqlRawAsync(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%' AND pid <> pg_backend_pid()"));
        await UntilAsync(heard, TalkTopic.ReadAnew, () => true);

        // The other one's connection was cut as well; it says so again as soon as it listens.
        using var ingrid = there.Take(Talk, Ingrid, _ => { });
        await UntilAsync(heard, null, () => here.Present(Talk).Count == 2);
    }

    [BothDatabases]
    public async Task An_inbox_that_one_instance_changes_is_read_anew_on_the_other()
    {
        if (!IsPostgres)
        {
            return;
        }

        await using var other = App.Beside();
        await ChannelOfAsync(App);
        await ChannelOfAsync(other);
        var (apprentice, instructor) = (await Given.PersonAsync(Roles.Apprentice), await Given.InstructorAsync());
        await Given.EvaluationAsync(App.Clock.Today, apprentice, instructor);
        var heard = Channel.CreateUnbounded<Guid>();
        using var hers = other.Services.GetRequiredService<InboxChannel>().Listen(apprentice.Id, () => heard.Writer.TryWrite(apprentice.Id));
        using var nobodys = other.Services.GetRequiredService<InboxChannel>().Listen(Ingrid, () => heard.Writer.TryWrite(Ingrid));

        await App.AsNobody().RunAsync((QueueReminders use) => use.RunAsync());
        using var patience = new CancellationTokenSource(Patience);
        Assert.Equal(apprentice.Id, await heard.Reader.ReadAsync(patience.Token));
        Assert.Equal(1, (await other.As(apprentice).RunAsync((ListInbox use) => use.RunAsync(new Page(0, 20)))).Unread);

        await App.As(apprentice).RunAsync((MarkReminderRead use) => use.RunAsync(id: null));
        Assert.Equal(apprentice.Id, await heard.Reader.ReadAsync(patience.Token));
        Assert.False(heard.Reader.TryRead(out _));

        // More people than one message carries.
        App.Services.GetRequiredService<InboxChannel>().Say([.. Enumerable.Range(0, 400).Select(_ => Guid.CreateVersion7()), apprentice.Id]);
        Assert.Equal(apprentice.Id, await heard.Reader.ReadAsync(patience.Token));
    }

    [BothDatabases]
    public async Task What_goes_over_the_wire_is_ids_alone()
    {
        if (!IsPostgres)
        {
            return;
        }

        var channel = await ChannelOfAsync(App);
        await using var listener = new NpgsqlConnection(await App.DbAsync(db => Task.FromResult(db.Database.GetConnectionString())));
        await listener.OpenAsync(TestContext.Current.CancellationToken);
        var said = Channel.CreateUnbounded<string>();
        listener.Notification += (_, payload) => said.Writer.TryWrite(payload.Payload);
        await using (var listen = new NpgsqlCommand("LISTEN apprentices_talks", listener))
        {
            await listen.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        using var siv = channel.Take(Talk, Siv, _ => { });
        await listener.WaitAsync(Patience, TestContext.Current.CancellationToken);

        var parts = (await said.Reader.ReadAsync(TestContext.Current.CancellationToken)).Split(' ');
        Assert.Equal(5, parts.Length);
        Assert.All(parts, part => Assert.True(Guid.TryParse(part, out _) || int.TryParse(part, CultureInfo.InvariantCulture, out _), part));
    }

    private static async Task<TalkChannel> ChannelOfAsync(TestApp app)
    {
        await app.Services.GetRequiredService<LiveWire>().Listens.WaitAsync(Patience);
        return app.Services.GetRequiredService<TalkChannel>();
    }

    /// <summary>Waits for what is said, and looks after each word; of any topic unless one is named.</summary>
    private static async Task UntilAsync(Channel<TalkTopic> heard, TalkTopic? topic, Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(Patience);
        if (topic is null && isSo())
        {
            return;
        }

        await foreach (var word in heard.Reader.ReadAllAsync(patience.Token))
        {
            if ((topic is null || word == topic) && isSo())
            {
                return;
            }
        }
    }
}
