using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;

namespace Apprentices.Features.Samples;

/// <content>One of HR is so for the units of those she is the contact of, an auditor examines two records, and something is sealed.</content>
public sealed partial class AddSampleData
{
    private void AddAccess(AppDbContext db, SampleEmployer employer, Dictionary<string, Person> people, Dictionary<string, Workplace> workplaces)
    {
        var (whole, limited) = (people["Nina Dahl"], people["Marius Holt"]);
        var limit = new HrLimit(limited);
        limit.Set([.. employer.Apprentices.Where(trainee => trainee.Hr == limited.FullName).Select(trainee => workplaces[trainee.Workplace].Id).Distinct()]);

        var auditor = SampleEmployer.Enter("Rita Holm", SampleEmployer.EmailOf("Rita Holm"), Language.Bokmal, Roles.None, phone: "22 00 00 28");
        var examined = db.Apprenticeships.Local.Where(a => a.EndsOn >= clock.Today()).Take(2).ToList();
        var grant = new AuditGrant(
            auditor, clock.Today().AddDays(-3), clock.Today().AddDays(25), SampleTexts.PurposeOfTheAudit, [.. examined.Select(a => a.Id)], whole.Id, clock.GetUtcNow().AddDays(-3));

        var needs = new SensitiveFact(examined[0].Id, SensitiveKind.FacilitationNeeds);
        needs.Keep(keys.Seal(needs.ApprenticeshipId, needs.Kind, SampleTexts.NeedsToBeFacilitated), whole.Id, clock.GetUtcNow().AddDays(-40));
        db.AddRange(limit, auditor, grant, needs);
    }
}
