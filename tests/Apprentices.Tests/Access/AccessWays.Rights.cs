using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Audits;
using Apprentices.Features.SensitiveFacts;
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
        Read<ListSensitiveFacts>(async (use, at) => await use.RunAsync(at.Id) is { } facts ? facts.Rows.Any(row => row.Version is not null) : null),
        Read<OpenSensitiveFact>(async (use, at) => await use.RunAsync(at.Id, SensitiveKind.FacilitationNeeds, new OpenSensitiveFact.Input { Purpose = "Planlegge høsten" }) == Scene.Said),
        Do<OpenSensitiveFact>((use, at) => use.RunAsync(at.Id, SensitiveKind.FacilitationNeeds, new OpenSensitiveFact.Input()), "without saying why"),
        Do<OpenSensitiveFact>((use, at) => use.RunAsync(at.Id, SensitiveKind.NationalId, new OpenSensitiveFact.Input { Purpose = "Planlegge høsten" }), "what is not kept"),
        Do<KeepSensitiveFact>((use, at) => use.RunAsync(at.Id, SensitiveKind.FacilitationNeeds, new KeepSensitiveFact.Input { Text = "Rolig rom", Version = 0 })),
        Do<KeepSensitiveFact>((use, at) => use.RunAsync(at.Id, SensitiveKind.NationalId, new KeepSensitiveFact.Input { Text = "01010112345" }), "what the employer does not keep"),
        Do<RemoveSensitiveFact>((use, at) => use.RunAsync(at.Id, SensitiveKind.FacilitationNeeds, 0)),
        Read<ListAuditsOfRecord>(async (use, at) => (await use.RunAsync(at.Id)).Any(row => row.Id == at.Audit.Id)),
    ];
}
