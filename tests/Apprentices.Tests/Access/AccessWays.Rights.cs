using Apprentices.Data;
using Apprentices.Features.Audits;
using Apprentices.Features.Units;

namespace Apprentices.Tests.Access;

/// <content>For which units HR is, and what auditors may read.</content>
internal static partial class AccessWays
{
    private static IEnumerable<Way> OfRights() =>
    [
        Read<ListHrUnits>(async (use, at) => (await use.RunAsync(new Page(0, 25))).Rows.Any(row => row.Id == at[Seat.UnitHr]!.Id && row.IsLimited)),
        Read<LimitHr>(async (use, at) => await use.ReadAsync(at[Seat.UnitHr]!.Id), "read"),
        Read<LimitHr>(async (use, at) => await use.ReadAsync(at[Seat.Instructor]!.Id), "somebody who is not of HR"),
        Do<LimitHr>((use, at) => use.RunAsync(at[Seat.UnitHr]!.Id, new LimitHr.Input { Version = 0 })),
        Read<ListAudits>(async (use, at) => (await use.RunAsync(new Page(0, 25))).Rows.Any(row => row.Id == at.Audit.Id)),
        Read<FindRecords>(async (use, at) => (await use.RunAsync(at.Apprenticeship.Person.FullName)).Any(row => row.Id == at.Id)),
        Read<GrantAudit>(async (use, at) => await use.RunAsync(new GrantAudit.Input
        {
            GivenName = "Ny", FamilyName = "Revisor", Email = "ny@example.no", FromOn = at.App.Clock.Today, ToOn = at.App.Clock.Today, Purpose = "Kontroll", Records = [at.Id],
        })),
        Do<EndAudit>((use, at) => use.RunAsync(at.Audit.Id, at.Audit.Version)),
        Read<ListAuditsOfRecord>(async (use, at) => (await use.RunAsync(at.Id)).Any(row => row.Id == at.Audit.Id)),
    ];
}
