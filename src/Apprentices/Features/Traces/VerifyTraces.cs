using System.Text.Json;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Traces;

/// <summary>
/// <c>verify</c>, of traces: walks the chain and names each seal and trace that was changed, removed or put in, a tail that was cut
/// off, a chain that was made anew, and an anchor that is missing; never what they say (docs/operating.md).
/// </summary>
public sealed class VerifyTraces(IDbContextFactory<AppDbContext> database, TraceKeys keys, TraceAnchors anchors, TimeProvider clock)
{
    /// <returns>An exit code of <see cref="Commands" />.</returns>
    public async Task<int> RunAsync(string[] arguments, CancellationToken cancel = default)
    {
        var asJson = arguments is ["--json"];
        await using var db = await database.CreateDbContextAsync(cancel);
        var check = new TraceCheck(db, keys, anchors, clock.GetUtcNow());
        var wrong = 0;
        await foreach (var finding in check.FindingsAsync(cancel))
        {
            wrong++;
            await (asJson
                ? Console.Out.WriteLineAsync(JsonSerializer.Serialize(new { what = finding.What, id = finding.Id, finding = finding.Finding }))
                : Console.Error.WriteLineAsync($"{finding.What} {finding.Id}: {finding.Finding}"));
        }

        Console.WriteLine(asJson
            ? JsonSerializer.Serialize(new { seals = check.Seals, traces = check.Traces, gone = check.Gone, waiting = check.Waiting, findings = wrong })
            : $"{check.Seals} seals over {check.Traces} traces, of which {check.Gone} are rightly gone; {check.Waiting} wait for the next seal; {wrong} findings.");
        return wrong == 0 ? Commands.Done : Commands.Refused;
    }
}
