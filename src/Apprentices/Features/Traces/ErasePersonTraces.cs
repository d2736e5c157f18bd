using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Traces;

/// <summary>
/// <c>erase-traces</c>: takes away everything that was noted about a person, destroys her keys, and leaves what she did herself
/// without her name. The seal holds as before; that she was erased is noted in it, by a number that leads to nobody.
/// </summary>
public sealed class ErasePersonTraces(IDbContextFactory<AppDbContext> database, TraceKeys keys, TimeProvider clock)
{
    /// <returns>An exit code of <see cref="Commands" />.</returns>
    public async Task<int> RunAsync(string[] arguments, CancellationToken cancel = default)
    {
        if (arguments is not ["--person", var text] || !Guid.TryParse(text, out var personId))
        {
            await Console.Error.WriteLineAsync("erase-traces takes --person and the id of a person.");
            return Commands.Misused;
        }

        if (await EraseAsync(personId, cancel) is not { } erased)
        {
            await Console.Error.WriteLineAsync($"No traces know a person {personId}.");
            return Commands.Refused;
        }

        Console.WriteLine($"{erased} traces of her were taken away, and her keys are destroyed.");
        return Commands.Done;
    }

    /// <returns>How many traces went; nothing where none knows her.</returns>
    private async Task<int?> EraseAsync(Guid personId, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var ids = await TracePeople.ForgetAsync(db, keys, personId, clock.GetUtcNow(), cancel);
        if (ids.Count == 0)
        {
            return null;
        }

        await db.SaveChangesAsync(cancel);
        var gone = await db.AccessTraces.Where(trace => trace.SubjectId != null && ids.Contains(trace.SubjectId.Value)).ExecuteDeleteAsync(cancel)
            + await db.ChangeTraces.Where(trace => trace.SubjectId != null && ids.Contains(trace.SubjectId.Value)).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return gone;
    }
}
