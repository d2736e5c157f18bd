using System.Text.Json;
using Apprentices.Data;
using Apprentices.Data.Configurations;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.EvaluationForms;

/// <summary>
/// At each start: publishes the forms that come with the program and were never here. What HR has made of one since stays as it
/// is, and one that is retired stays retired.
/// </summary>
public sealed class LoadShippedForms(IDbContextFactory<AppDbContext> database, TimeProvider clock)
{
    private const string Folder = "Apprentices.Features.EvaluationForms.Shipped.";

    /// <returns>How many forms were published.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var known = await db.EvaluationForms.Where(form => form.ShippedKey != null).Select(form => form.ShippedKey).ToListAsync(cancel);
        var missing = Shipped().Where(shipped => !known.Contains(shipped.Key)).ToList();
        foreach (var shipped in missing)
        {
            var form = new EvaluationForm(shipped.Name, shipped.Kinds, shipped.Content, shipped.Key);
            form.Publish(clock.GetUtcNow(), byId: null);
            db.Add(form);
        }

        await db.SaveChangesAsync(cancel);
        return missing.Count;
    }

    private static IEnumerable<ShippedForm> Shipped()
    {
        var assembly = typeof(LoadShippedForms).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var file = assembly.GetManifestResourceStream(name)!;
            yield return JsonSerializer.Deserialize<ShippedForm>(file, PlanJson.Options)!;
        }
    }

    private sealed record ShippedForm(string Key, LocalText Name, IReadOnlyList<EvaluationKind> Kinds, FormContent Content);
}
