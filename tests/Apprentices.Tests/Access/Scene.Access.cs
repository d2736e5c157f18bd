using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Access;

/// <content>Who is of HR for which unit, and who examines which record.</content>
public sealed partial class Scene
{
    /// <summary>What lets the auditor read the record, from yesterday to tomorrow.</summary>
    public required AuditGrant Audit { get; init; }

    private static async Task<AuditGrant> GiveAccessAsync(TestApp app, Dictionary<Seat, Person> seats, Apprenticeship hers, Apprenticeship other)
    {
        var (today, hr, elsewhere) = (app.Clock.Today, seats[Seat.Hr].Id, await app.Given.WorkplaceAsync("Arkivet"));
        return await app.DbAsync(async db =>
        {
            foreach (var (seat, unit) in new[] { (Seat.UnitHr, hers.WorkplaceId), (Seat.OtherUnitHr, elsewhere.Id) })
            {
                var limit = new HrLimit(seats[seat]);
                limit.Set([unit]);
                db.Add(limit);
            }

            var auditors = await db.People.Where(p => p.FamilyName == "Revisor").ToDictionaryAsync(p => p.Id);
            var grant = Grant(Seat.Auditor, 1, hers);
            db.AddRange(grant, Grant(Seat.FormerAuditor, -1, hers), Grant(Seat.OtherAuditor, 1, other));
            (await db.People.SingleAsync(p => p.Id == seats[Seat.Deactivated].Id)).Deactivate(app.Clock.GetUtcNow());
            var needs = new SensitiveFact(hers.Id, SensitiveKind.FacilitationNeeds);
            needs.Keep(app.Services.GetRequiredService<SensitiveKeys>().Seal(hers.Id, needs.Kind, Said), hr, app.Clock.GetUtcNow());
            db.Add(needs);
            await db.SaveChangesAsync();
            return grant;

            AuditGrant Grant(Seat seat, int lastDay, Apprenticeship record) =>
                new(auditors[seats[seat].Id], today.AddDays(-5), today.AddDays(lastDay), "Kontroll av opplæringen.", [record.Id], hr, app.Clock.GetUtcNow());
        });
    }
}
