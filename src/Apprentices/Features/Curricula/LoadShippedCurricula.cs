using System.Text.Json;
using System.Text.Json.Serialization;
using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Curricula;

/// <summary>
/// At each start: puts in the curricula and goals that come with the program and are not there yet, as the first edition. What
/// is there is left as it is, and what has been imported knows its own goals.
/// </summary>
public sealed class LoadShippedCurricula(IDbContextFactory<AppDbContext> database, TimeProvider clock)
{
    private const string Folder = "Apprentices.Features.Curricula.Shipped.";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <returns>How many curricula and goals were put in.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var known = await db.Curricula.Include(curriculum => curriculum.AllGoals).Include(curriculum => curriculum.Editions).AsSplitQuery().ToDictionaryAsync(curriculum => curriculum.Code, cancel);
        foreach (var shipped in Shipped())
        {
            if (!known.TryGetValue(shipped.Code, out var curriculum))
            {
                curriculum = shipped.ToCurriculum();
                db.Add(curriculum);
                known.Add(shipped.Code, curriculum);
            }

            if (curriculum.Editions.Any(edition => edition.ImportedAt is not null))
            {
                continue;
            }

            foreach (var goal in shipped.Goals.Where(goal => curriculum.Goals.All(there => there.Code != goal.Code)))
            {
                curriculum.Add(new Goal(goal.Code, goal.Order, goal.Title));
            }
        }

        // Those of an earlier release have no edition yet: what they hold is their first.
        foreach (var curriculum in known.Values.Where(curriculum => curriculum.Editions.Count == 0))
        {
            curriculum.BeginEdition(clock.GetUtcNow());
        }

        return await db.SaveChangesAsync(cancel);
    }

    private static IEnumerable<ShippedCurriculum> Shipped()
    {
        var assembly = typeof(LoadShippedCurricula).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var file = assembly.GetManifestResourceStream(name)!;
            yield return JsonSerializer.Deserialize<ShippedCurriculum>(file, Json)!;
        }
    }

    private sealed record ShippedArea(int Order, LocalText Title);

    private sealed record ShippedGoal(string Code, int Order, LocalText Title);

    private sealed record ShippedCurriculum(
        string Code, string Reform, TradeFamily Family, string? Replaces, DateOnly ValidFrom, DateOnly? ValidTo, int? FinalTestWorkingDays,
        string? VigoSubjectCode, LocalText Trade, LocalText Title, IReadOnlyList<ShippedArea> MainAreas, IReadOnlyList<ShippedGoal> Goals)
    {
        public Curriculum ToCurriculum()
        {
            var curriculum = new Curriculum(Code, Reform, Family, Trade, Title, ValidFrom, ValidTo)
            {
                ReplacesCode = Replaces,
                FinalTestWorkingDays = FinalTestWorkingDays,
                VigoSubjectCode = VigoSubjectCode,
            };
            foreach (var area in MainAreas)
            {
                curriculum.Add(new MainArea(area.Order, area.Title));
            }

            return curriculum;
        }
    }
}
