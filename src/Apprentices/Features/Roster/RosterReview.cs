using System.Security.Cryptography;
using System.Text;
using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Roster;

/// <summary>What an import of a file would do, row by row. Nothing is saved by it.</summary>
public sealed class RosterReview
{
    private readonly Dictionary<RowState, int> counts;

    private RosterReview(RosterFile file, ColumnMap map, IReadOnlyList<RosterRow> rows)
    {
        (File, Map, Rows) = (file, map, rows);
        counts = rows.CountBy(row => row.State).ToDictionary();
        Fingerprint = FingerprintOf(rows);
    }

    public RosterFile File { get; }

    public ColumnMap Map { get; }

    /// <summary>The rows in the order of the file; none while a needed column is not found.</summary>
    public IReadOnlyList<RosterRow> Rows { get; }

    /// <summary>The same for two reviews that would save the same.</summary>
    public string Fingerprint { get; }

    public int ToSave => Count(RowState.New) + Count(RowState.Changed);

    public int Count(RowState state) => counts.GetValueOrDefault(state);

    public static async Task<RosterReview> MakeAsync(AppDbContext db, CurrentUser user, RosterFile file, ColumnMap map, CancellationToken cancel)
    {
        if (map.Missing.Count > 0)
        {
            return new RosterReview(file, map, []);
        }

        var curricula = await db.Curricula.AsNoTracking().OrderBy(curriculum => curriculum.Code).ToListAsync(cancel);
        var reading = new RowReading(file, map, new CurriculumChoice(curricula));
        var rows = file.Lines.Select(reading.Read).ToList();
        var stored = await RosterRecords.LoadAsync(db, user, [.. rows.Select(row => row.Entry)], cancel);
        new RosterComparison(stored, user.Today).Compare(rows);
        return new RosterReview(file, map, rows);
    }

    private static string FingerprintOf(IReadOnlyList<RosterRow> rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var row in rows)
        {
            var cells = row.Cells.Select(cell => $"{cell.Key}\u001f{cell.Value.Value}\u001f{cell.Value.Old}");
            hash.AppendData(Encoding.UTF8.GetBytes($"{row.Number}\u001e{row.State}\u001e{row.ApprenticeshipId}\u001e{row.PersonId}\u001e{string.Join('\u001e', cells)}\u001d"));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
