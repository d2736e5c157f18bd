using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Traces;

/// <summary>
/// <c>export-traces</c>: the traces of a record or of all, for an inspection: a line of JSON each, oldest first, with the seal that
/// holds it. One whose content is erased or was changed says so. However many there are, a page of them is in memory.
/// </summary>
public sealed class ExportTraces(IDbContextFactory<AppDbContext> database, TraceKeys keys, TimeProvider clock)
{
    private const int Most = 1_000;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private sealed record Choice(Guid? Record, DateTimeOffset From, DateTimeOffset To);

    /// <returns>An exit code of <see cref="Commands" />.</returns>
    public async Task<int> RunAsync(string[] arguments, CancellationToken cancel = default)
    {
        if (ChoiceOf(arguments) is not { } choice)
        {
            await Console.Error.WriteLineAsync("export-traces takes --apprenticeship and the id of an apprenticeship, --from and --to and a day such as 2026-09-15; all may be left out.");
            return Commands.Misused;
        }

        await using var db = await database.CreateDbContextAsync(cancel);
        await WriteAsync(db.AccessTraces.Include(trace => trace.Reader).Where(trace => choice.Record == null || trace.ApprenticeshipId == choice.Record), choice, AsRow, cancel);
        await WriteAsync(db.ChangeTraces.Include(trace => trace.Actor).Where(trace => choice.Record == null || trace.ApprenticeshipId == choice.Record), choice, AsRow, cancel);
        return Commands.Done;
    }

    private Choice? ChoiceOf(string[] arguments)
    {
        var choice = new Choice(null, DateTimeOffset.MinValue, DateTimeOffset.MaxValue);
        for (var at = 0; at < arguments.Length; at += 2)
        {
            var value = at + 1 < arguments.Length ? arguments[at + 1] : "";
            var isDay = DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
            switch (arguments[at])
            {
                case "--apprenticeship" when Guid.TryParse(value, out var id):
                    choice = choice with { Record = id };
                    break;
                case "--from" when isDay:
                    choice = choice with { From = clock.StartOf(day) };
                    break;
                case "--to" when isDay:
                    choice = choice with { To = clock.StartOf(day.AddDays(1)) };
                    break;
                default:
                    return null;
            }
        }

        return choice;
    }

    private async Task WriteAsync<T>(IQueryable<T> traces, Choice choice, Func<T, string?, object> row, CancellationToken cancel) where T : Trace
    {
        var last = Guid.Empty;
        List<T> page;
        do
        {
            var after = last;
            page = await traces.AsNoTracking().Include(trace => trace.Subject)
                .Where(trace => trace.Id > after && trace.At >= choice.From && trace.At < choice.To).OrderBy(trace => trace.Id).Take(Most).ToListAsync(cancel);
            foreach (var trace in page)
            {
                Console.WriteLine(JsonSerializer.Serialize(row(trace, Opened(trace)), Readable));
            }

            last = page.Count > 0 ? page[^1].Id : last;
        }
        while (page.Count == Most);
    }

    /// <summary>What is in it; nothing where it was erased or changed.</summary>
    private string? Opened(Trace trace)
    {
        try
        {
            return trace.IsAsWritten(keys) ? trace.Open(keys) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static object AsRow(AccessTrace trace, string? content) => new
    {
        kind = "access",
        id = trace.Id,
        at = Trace.Said(trace.At),
        apprenticeship = trace.ApprenticeshipId,
        apprentice = trace.Subject?.PersonId,
        reader = trace.Reader.PersonId,
        what = trace.What.ToString(),
        thing = trace.ThingId,
        useCase = trace.UseCase,
        purpose = content,
        isReadable = content is not null,
        seal = trace.SealNumber,
    };

    private static object AsRow(ChangeTrace trace, string? content) => new
    {
        kind = "change",
        id = trace.Id,
        at = Trace.Said(trace.At),
        apprenticeship = trace.ApprenticeshipId,
        about = trace.Subject?.PersonId,
        by = trace.Actor?.PersonId,
        useCase = trace.UseCase,
        changes = content is null ? null : JsonSerializer.Deserialize<IReadOnlyList<ChangedRow>>(content),
        isReadable = content is not null,
        seal = trace.SealNumber,
    };
}
