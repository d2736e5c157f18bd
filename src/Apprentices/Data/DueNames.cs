using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Data;

/// <summary>The names beside what falls due: whose record, who has the role on it today, and what a checklist point or an approval is about.</summary>
public sealed class DueNames
{
    private readonly IReadOnlyDictionary<Guid, Of> records;
    private readonly IReadOnlyDictionary<Guid, LocalText> points;
    private readonly IReadOnlyDictionary<Guid, Approval> approvals;

    private DueNames(IReadOnlyDictionary<Guid, Of> records, IReadOnlyDictionary<Guid, LocalText> points, IReadOnlyDictionary<Guid, Approval> approvals) =>
        (this.records, this.points, this.approvals) = (records, points, approvals);

    /// <summary>A record, and who follows it up today.</summary>
    public sealed record Of(Guid Id, Guid PersonId, string GivenName, string FamilyName, string Workplace)
    {
        public required LocalText Trade { get; init; }
        public required IReadOnlyList<Holder> Holders { get; init; }

        public string Name => $"{GivenName} {FamilyName}";
    }

    /// <summary>Who has a role and does not stand in for somebody.</summary>
    public sealed record Holder(AssignmentRole Role, DateOnly FromOn, string Name);

    /// <summary>An approval of the employer's own: in which trade and department.</summary>
    public sealed record Approval(Guid Id, string Workplace)
    {
        public required LocalText Trade { get; init; }
    }

    /// <summary>Reads the names in as many statements whatever there is.</summary>
    /// <param name="db">Where they are read.</param>
    /// <param name="user">Who asks; the employer's approvals are HR's.</param>
    /// <param name="records">The records it is about, narrowed to what the user may see.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<DueNames> ReadAsync(AppDbContext db, CurrentUser user, IQueryable<Apprenticeship> records, CancellationToken cancel = default)
    {
        var current = Assignment.CurrentOn(user.Today);
        var found = await records
            .Select(a => new Of(a.Id, a.PersonId, a.Person.GivenName, a.Person.FamilyName, a.Workplace.Name)
            {
                Trade = a.Curriculum.Trade,
                Holders = a.Assignments.AsQueryable().Where(current).Where(s => !s.IsDeputy)
                    .Select(s => new Holder(s.Role, s.FromOn, s.Person.GivenName + " " + s.Person.FamilyName)).ToList(),
            })
            .AsSingleQuery()
            .ToDictionaryAsync(record => record.Id, cancel);
        var titles = await db.ChecklistPoints.Select(point => new { point.Id, point.Title }).ToDictionaryAsync(point => point.Id, point => point.Title, cancel);
        var given = user.IsAny(Roles.Hr)
            ? await db.TrainingApprovals.Select(a => new Approval(a.Id, a.Workplace.Name) { Trade = a.Curriculum.Trade }).ToDictionaryAsync(a => a.Id, cancel)
            : [];
        return new DueNames(found, titles, given);
    }

    /// <summary>The record something is about, or nothing where it is the employer's own.</summary>
    public Of? RecordOf(DueRow row) => row.ApprenticeshipId is { } id ? records.GetValueOrDefault(id) : null;

    /// <summary>The words of the checklist point it is, as HR wrote them.</summary>
    public LocalText? PointOf(DueRow row) => row.Kind == DutyKind.ChecklistPoint ? points.GetValueOrDefault(row.Subject) : null;

    public LocalText? TradeOf(DueRow row) => RecordOf(row)?.Trade ?? approvals.GetValueOrDefault(row.Subject)?.Trade;

    public string? WorkplaceOf(DueRow row) => RecordOf(row)?.Workplace ?? approvals.GetValueOrDefault(row.Subject)?.Workplace;

    /// <summary>The name of who sees to it; nothing where nobody has the role on the record.</summary>
    public string? ResponsibleFor(DueRow row) => row.Responsible == DutyRole.Apprentice ? RecordOf(row)?.Name
        : DueRows.AssignmentOf(row.Responsible) is { } role ? HolderOf(row, role) : null;

    /// <summary>The name of who has a role on the record.</summary>
    public string? HolderOf(DueRow row, AssignmentRole role) => RecordOf(row)?.Holders.Where(holder => holder.Role == role).MaxBy(holder => holder.FromOn)?.Name;
}
