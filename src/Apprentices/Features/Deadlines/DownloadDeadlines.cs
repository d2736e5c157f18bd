using System.Text;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Deadlines;

/// <summary>The list as a file that Excel opens: UTF-8 with a byte order mark, semicolons, in Norwegian.</summary>
public sealed class DownloadDeadlines(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    private static readonly IReadOnlyList<(string Header, Func<DueRow, DueNames, object?> Of)> Columns =
    [
        ("Hva", (row, names) => DutyWords.Title(row, names)),
        ("Etternavn", (row, names) => names.RecordOf(row)?.FamilyName),
        ("Fornavn", (row, names) => names.RecordOf(row)?.GivenName),
        ("Lærefag", (row, names) => names.TradeOf(row)?.Nb),
        ("Arbeidssted", (row, names) => names.WorkplaceOf(row)),
        ("Lov eller husregel", (row, _) => DutyWords.Of(row.Basis)),
        ("Fra", (row, _) => row.OpensOn),
        ("Frist", (row, _) => row.DueOn),
        ("Frist hvis fylket samtykker", (row, _) => row.ProposedDueOn),
        ("Sendt", (row, _) => row.SentOn),
        ("Spør igjen", (row, _) => row.SentOn is null ? null : row.ActOn),
        ("Rolle", (row, _) => DutyWords.Of(row.Responsible)),
        ("Ansvarlig", (row, names) => names.ResponsibleFor(row)),
        ("Status", (row, _) => DutyWords.Of(row.State)),
        ("Ferdig", (row, _) => row.DoneOn),
    ];

    public async Task<byte[]> RunAsync(DeadlineQuery query, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ExportLists);
        user.Require(Policy.SeeDuties);

        await using var db = await database.CreateDbContextAsync(cancel);
        var names = await DueNames.ReadAsync(db, user, db.Apprenticeships.VisibleTo(user), cancel);
        var rows = await query.Sorted(query.Narrowed(query.Chosen(db, user), user.Today), user.Today).ToListAsync(cancel);

        using var norwegian = Speaking.In(Language.Bokmal);
        var csv = new StringBuilder().AppendJoin(';', Columns.Select(column => CsvCell.Of(column.Header))).Append("\r\n");
        foreach (var row in rows)
        {
            csv.AppendJoin(';', Columns.Select(column => CsvCell.Of(column.Of(row, names)))).Append("\r\n");
        }

        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(csv.ToString())];
    }
}
