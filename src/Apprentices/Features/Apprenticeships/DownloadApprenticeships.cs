using System.Globalization;
using System.Text;
using Apprentices.Data;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Apprenticeships;

/// <summary>The list as a file that Excel opens: UTF-8 with a byte order mark, semicolons, the headers in Norwegian.</summary>
public sealed class DownloadApprenticeships(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<ProgressSettings> progress)
{
    private static readonly CultureInfo Norwegian = CultureInfo.GetCultureInfo("nb-NO");

    private static readonly IReadOnlyList<(string Header, Func<Standing, object?> Of)> Columns =
    [
        ("Etternavn", s => s.FamilyName),
        ("Fornavn", s => s.GivenName),
        ("Lærefag", s => s.Trade.Nb),
        ("Læreplan", s => s.CurriculumCode),
        ("Arbeidssted", s => s.Workplace),
        ("Start", s => s.StartsOn),
        ("Slutt", s => s.EndsOn),
        ("Halvår", s => s.HalfYear),
        ("Antall halvår", s => s.HalfYears),
        ("Mål dokumentert", s => s.Total == 0 ? null : s.Documented),
        ("Mål forventet", s => s.Total == 0 ? null : s.Expected),
        ("Mål i alt", s => s.Total == 0 ? null : s.Total),
        ("Neste halvårssamtale", s => s.NextTalk),
        ("Frist", s => s.NextDueOn),
        ("Avtalt dag", s => s.NextPlannedOn),
        ("Status", s => SharedTexts.ResourceManager.GetString($"Standing{s.State}", Norwegian)),
        ("Instruktør", s => s.Instructor),
        ("Faglig leder", s => s.TrainingManager),
    ];

    public async Task<byte[]> RunAsync(ListQuery query, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ExportLists);

        await using var db = await database.CreateDbContextAsync(cancel);
        var chosen = await query.ChosenAsync(db, user, cancel);
        var standings = chosen.SelectStanding(user.Today, progress.Value.MarginPercent).Where(Standing.Matching(query.Filter));

        var csv = new StringBuilder().AppendJoin(';', Columns.Select(column => CsvCell.Of(column.Header))).Append("\r\n");
        await foreach (var standing in query.Sorted(standings).AsAsyncEnumerable().WithCancellation(cancel))
        {
            csv.AppendJoin(';', Columns.Select(column => CsvCell.Of(column.Of(standing)))).Append("\r\n");
        }

        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(csv.ToString())];
    }
}
