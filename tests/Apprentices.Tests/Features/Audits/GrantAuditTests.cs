using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.Audits;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Audits;

public sealed class GrantAuditTests : AppTests
{
    [BothDatabases]
    public async Task The_chosen_record_is_open_from_the_first_day_to_the_last_and_no_other()
    {
        var (hr, hers, other) = await SceneAsync();
        await GrantAsync(hr, hers, fromDay: 1, toDay: 3);
        var rita = await AuditorAsync();

        Assert.False(await SeesAsync(rita, hers));
        App.Clock.Advance(TimeSpan.FromDays(1));
        Assert.True(await SeesAsync(rita, hers));
        Assert.False(await SeesAsync(rita, other));
        Assert.Equal(hers.Id, Assert.Single((await App.As(rita).RunAsync((ListApprenticeships use) => use.RunAsync(new ListQuery(), new Page(0, 25)))).Rows).Id);
        App.Clock.Advance(TimeSpan.FromDays(2));
        Assert.True(await SeesAsync(rita, hers));
        App.Clock.Advance(TimeSpan.FromDays(1));
        Assert.False(await SeesAsync(rita, hers));
        await Assert.ThrowsAsync<NotAllowedException>(() => App.As(rita).RunAsync((ListApprenticeships use) => use.RunAsync(new ListQuery(), new Page(0, 25))));
    }

    [BothDatabases]
    public async Task Hr_ends_it_at_once_and_only_once()
    {
        var (hr, hers, _) = await SceneAsync();
        await GrantAsync(hr, hers, fromDay: 0, toDay: 10);
        var rita = await AuditorAsync();
        Assert.True(await SeesAsync(rita, hers));

        var row = Assert.Single((await App.As(hr).RunAsync((ListAudits use) => use.RunAsync(new Page(0, 25)))).Rows);
        await App.As(hr).RunAsync((EndAudit use) => use.RunAsync(row.Id, row.Version));

        Assert.False(await SeesAsync(rita, hers));
        await Assert.ThrowsAsync<RuleException>(() => App.As(hr).RunAsync((EndAudit use) => use.RunAsync(row.Id, row.Version + 1)));
        Assert.Empty(await App.As(hr).RunAsync((ListAuditsOfRecord use) => use.RunAsync(hers.Id)));
    }

    [BothDatabases]
    public async Task The_apprentice_is_told_who_and_why_before_it_begins()
    {
        var (hr, hers, other) = await SceneAsync();
        await GrantAsync(hr, hers, fromDay: 1, toDay: 3);

        var apprentice = await App.DbAsync(db => db.People.SingleAsync(p => p.Id == hers.PersonId));
        var told = Assert.Single(await App.As(apprentice).RunAsync((ListAuditsOfRecord use) => use.RunAsync(hers.Id)));
        Assert.Equal(("Rita Revisor", "Kontroll av opplæringen."), (told.Auditor, told.Purpose));
        Assert.Empty(await App.As(apprentice).RunAsync((ListAuditsOfRecord use) => use.RunAsync(other.Id)));
    }

    [BothDatabases]
    public async Task Nobody_who_is_anything_else_here_or_took_part_examines()
    {
        var (hr, hers, _) = await SceneAsync();
        var instructor = await Given.InstructorAsync("Rita Revisor");

        var refusal = await Assert.ThrowsAsync<RuleException>(() => GrantAsync(hr, hers, 0, 3, instructor.Email));
        Assert.Equal(RuleTexts.AuditorHasOtherRole, refusal.Message);
        await Assert.ThrowsAsync<RuleException>(() => GrantAsync(hr, hers, 3, 2));
        await Assert.ThrowsAsync<RuleException>(() => GrantAsync(hr, hers, 0, AuditGrant.MostDays));

        // A role given her later ends that she is one.
        await GrantAsync(hr, hers, 0, 3);
        var rita = await AuditorAsync();
        await App.ChangeAsync(async db => (await db.People.SingleAsync(p => p.Id == rita.Id)).Grant(Roles.Instructor));
        Assert.False(await SeesAsync(rita, hers));
    }

    private async Task<(Person Hr, Apprenticeship Hers, Apprenticeship Other)> SceneAsync() =>
        (await Given.HrAsync("Hanne Rød"), await Given.ApprenticeshipAsync(await Given.PersonAsync(Roles.Apprentice, "Liv Lund")), await Given.ApprenticeshipAsync());

    private Task<Guid> GrantAsync(Person by, Apprenticeship record, int fromDay, int toDay, string email = "rita@example.no") =>
        App.As(by).RunAsync((GrantAudit use) => use.RunAsync(new GrantAudit.Input
        {
            GivenName = "Rita",
            FamilyName = "Revisor",
            Email = email,
            FromOn = App.Clock.Today.AddDays(fromDay),
            ToOn = App.Clock.Today.AddDays(toDay),
            Purpose = "Kontroll av opplæringen.",
            Records = [record.Id],
        }));

    private Task<Person> AuditorAsync() => App.DbAsync(db => db.People.SingleAsync(p => p.Email == "rita@example.no"));

    private async Task<bool> SeesAsync(Person who, Apprenticeship record) => await App.As(who).RunAsync((ReadApprenticeship use) => use.RunAsync(record.Id)) is not null;
}
