using System.Data.Common;
using System.Globalization;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Apprentices.Data;

/// <summary>What a mail's row is just before it goes out: its version, and whether all sending is paused.</summary>
internal sealed record MailLook(int Version, bool IsPaused);

/// <summary>
/// Marks mails as sent, as <see cref="QueuedMail.MarkSent"/>, whatever else was done to their rows meanwhile, and looks at those that come
/// next, in one command. Each mail waits for it, so the command is kept: built and prepared anew by the framework each time, it takes several
/// times as long as the database does to run it.
/// </summary>
/// <param name="db">Where the rows are; its connection is open while turns are taken.</param>
internal sealed class MailTurns<T>(AppDbContext db) : IAsyncDisposable where T : QueuedMail
{
    private readonly IRelationalConnection connection = db.GetService<IRelationalConnection>();
    private readonly IRelationalCommandDiagnosticsLogger logger = db.GetService<IRelationalCommandDiagnosticsLogger>();
    private readonly IEntityType table = db.Model.FindEntityType(typeof(T))!;
    private readonly Dictionary<(int Sent, int Next), DbCommand> kept = [];

    private string From => $"\"{table.GetTableName()}\"";

    /// <param name="sent">Those that are sent.</param>
    /// <param name="at">When.</param>
    /// <param name="next">Those that come next.</param>
    /// <returns>What those are now; one that is gone is not among them.</returns>
    public async Task<IReadOnlyDictionary<Guid, MailLook>> TakeAsync(IReadOnlyList<Guid> sent, DateTimeOffset at, IReadOnlyList<Guid> next)
    {
        if (!kept.TryGetValue((sent.Count, next.Count), out var command))
        {
            command = kept[(sent.Count, next.Count)] = connection.DbConnection.CreateCommand();
            command.CommandText = Text(sent.Count, next.Count);
        }

        command.Parameters.Clear();
        if (sent.Count > 0)
        {
            Say(command, "@at", nameof(QueuedMail.SentAt), at);
            SayAll(command, nameof(sent), sent);
        }

        SayAll(command, nameof(next), next);

        // Whoever watches the framework's commands sees it among them.
        await logger.CommandReaderExecutingAsync(
            connection, command, command.CommandText, db, Guid.CreateVersion7(), connection.ConnectionId, at, CommandSource.ExecuteSqlRaw, CancellationToken.None);
        Dictionary<Guid, MailLook> seen = [];
        await using var row = await command.ExecuteReaderAsync(CancellationToken.None);
        while (await row.ReadAsync(CancellationToken.None))
        {
            seen[row.GetGuid(0)] = new MailLook(row.GetInt32(1), row.GetBoolean(2));
        }

        return seen;
    }

    /// <summary>Lets go of what is kept; it can be asked again.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var command in kept.Values)
        {
            await command.DisposeAsync();
        }

        kept.Clear();
    }

    private string Text(int sent, int next)
    {
        var (id, version) = (Name(nameof(QueuedMail.Id)), Name(nameof(QueuedMail.Version)));
        var mark = $"UPDATE {From} SET {Name(nameof(QueuedMail.SentAt))} = @at, {Name(nameof(QueuedMail.FailureKind))} = NULL, "
            + $"{Name(nameof(QueuedMail.LastFailure))} = NULL, {version} = {version} + 1 WHERE {id} IN ({Names(nameof(sent), sent)});\n";
        var look = $"SELECT {id}, {version}, EXISTS (SELECT 1 FROM \"{db.Model.FindEntityType(typeof(MailPause))!.GetTableName()}\") "
            + $"FROM {From} WHERE {id} IN ({Names(nameof(next), next)})";
        return (sent == 0 ? "" : mark) + (next == 0 ? "" : look);
    }

    private static string Names(string list, int count) => string.Join(", ", Enumerable.Range(0, count).Select(place => NameOf(list, place)));

    private static string NameOf(string list, int place) => string.Create(CultureInfo.InvariantCulture, $"@{list}{place}");

    private string Name(string column) => $"\"{table.GetProperty(column).GetColumnName()}\"";

    private void SayAll(DbCommand command, string list, IReadOnlyList<Guid> rows)
    {
        for (var place = 0; place < rows.Count; place++)
        {
            Say(command, NameOf(list, place), nameof(QueuedMail.Id), rows[place]);
        }
    }

    private void Say(DbCommand command, string name, string column, object value) =>
        command.Parameters.Add(table.GetProperty(column).GetRelationalTypeMapping().CreateParameter(command, name, value, nullable: false));
}
