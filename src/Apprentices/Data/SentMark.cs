using System.Globalization;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Apprentices.Data;

/// <summary>
/// Marks mails as sent, as <see cref="QueuedMail.MarkSent"/>, whatever else was done to their rows meanwhile. Each mail waits for it, so the
/// statement is written once: built anew by the framework each time, it takes several times as long as the database does to run it.
/// </summary>
internal sealed class SentMark<T> where T : QueuedMail
{
    private readonly AppDbContext db;
    private readonly IProperty id;
    private readonly IProperty sentAt;
    private readonly string head;

    public SentMark(AppDbContext db)
    {
        this.db = db;
        var table = db.Model.FindEntityType(typeof(T))!;
        (id, sentAt) = (table.GetProperty(nameof(QueuedMail.Id)), table.GetProperty(nameof(QueuedMail.SentAt)));
        var version = Name(table.GetProperty(nameof(QueuedMail.Version)));
        head = $"UPDATE \"{table.GetTableName()}\" SET {Name(sentAt)} = @at, {Name(table.GetProperty(nameof(QueuedMail.FailureKind)))} = NULL, "
            + $"{Name(table.GetProperty(nameof(QueuedMail.LastFailure)))} = NULL, {version} = {version} + 1 WHERE {Name(id)} IN (";
    }

    public async Task SetAsync(IReadOnlyList<Guid> ids, DateTimeOffset at)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        string[] names = [.. ids.Select((_, place) => string.Create(CultureInfo.InvariantCulture, $"@id{place}"))];
        object[] values =
        [
            sentAt.GetRelationalTypeMapping().CreateParameter(command, "@at", at, sentAt.IsNullable),
            .. ids.Select((row, place) => id.GetRelationalTypeMapping().CreateParameter(command, names[place], row, id.IsNullable)),
        ];
        var statement = $"{head}{string.Join(", ", names)})";
        await db.Database.ExecuteSqlRawAsync(statement, values);
    }

    private static string Name(IProperty column) => $"\"{column.GetColumnName()}\"";
}
