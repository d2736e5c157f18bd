using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.Evaluations;
using Apprentices.Features.Home;
using Apprentices.Features.Reminders;
using Apprentices.Features.TrainingPlans;
using Apprentices.Shared;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Apprenticeships;

public sealed class DeputyAndMentorTests : AppTests
{
    private DateOnly Today => App.Clock.Today;

    [BothDatabases]
    public async Task A_deputy_sees_the_record_from_her_first_day_to_her_last_and_not_a_day_longer()
    {
        var (hr, siv, dina) = (await Given.HrAsync(), await Given.InstructorAsync("Siv Åmot"), await Given.PersonAsync(named: "Dina Vik"));
        var contract = await Given.ApprenticeshipAsync(instructor: siv);

        await AssignAsync(hr, contract, dina, AssignmentRole.Instructor, Today.AddDays(2), Today.AddDays(4), asDeputy: true);

        List<int> days = [];
        var first = Today;
        for (var day = 0; day < 7; day++)
        {
            App.Clock.Set(first.AddDays(day));
            if (await App.As(dina).RunAsync((ReadApprenticeship use) => use.RunAsync(contract.Id)) is not null)
            {
                days.Add(day);
            }
        }

        Assert.Equal([2, 3, 4], days);
        Assert.NotNull(await App.As(siv).RunAsync((ReadApprenticeship use) => use.RunAsync(contract.Id)));
    }

    [BothDatabases]
    public async Task A_deputy_is_reminded_too_and_displaces_nobody_in_the_lists()
    {
        var (hr, siv, dina, mari) = (
            await Given.HrAsync(), await Given.InstructorAsync("Siv Åmot"), await Given.PersonAsync(named: "Dina Vik"), await Given.PersonAsync(Roles.Apprentice));
        var contract = await Given.ApprenticeshipAsync(mari, startsOn: Today.AddDays(8).AddMonths(-6), instructor: siv);
        await AssignAsync(hr, contract, dina, AssignmentRole.Instructor, Today.AddDays(-1), Today.AddDays(9), asDeputy: true);

        await App.AsNobody().RunAsync((QueueReminders use) => use.RunAsync());
        var standing = (await App.As(hr).RunAsync((ListApprenticeships use) => use.RunAsync(new ListQuery(), new Page(0, 10)))).Rows.Single();
        var plan = (await App.As(dina).RunAsync((ShowPlan use) => use.RunAsync(contract.Id)))!;
        var home = (await App.As(mari).RunAsync((ReadApprenticeHome use) => use.RunAsync()))!;
        var record = (await App.As(hr).RunAsync((ReadApprenticeship use) => use.RunAsync(contract.Id)))!;

        Assert.Equal(
            new[] { mari.Id, siv.Id, dina.Id }.Order(), (await App.DbAsync(db => db.Reminders.Select(r => r.RecipientId).ToListAsync())).Order());
        Assert.Equal(("Siv Åmot", "Siv Åmot"), (standing.Instructor, plan.Instructor));
        Assert.True(plan.MayRate);
        Assert.Equal([("Siv Åmot", false), ("Dina Vik", true)], home.Contacts.Select(contact => (contact.Name, contact.IsDeputy)));
        Assert.Equal([("Siv Åmot", false), ("Dina Vik", true)], record.People.Select(person => (person.Name, person.IsDeputy)));
        Assert.Single((await App.As(dina).RunAsync((ReadSupervisorHome use) => use.RunAsync())).Apprentices);
    }

    [BothDatabases]
    public async Task A_mentor_gets_no_role_no_mail_and_no_content_even_where_she_is_an_instructor_of_others()
    {
        var (hr, fadder, mari) = (await Given.HrAsync(), await Given.InstructorAsync("Fredrik Fjeld"), await Given.PersonAsync(Roles.Apprentice));
        var colleague = await Given.PersonAsync(named: "Ola Ny");
        var contract = await Given.ApprenticeshipAsync(mari, startsOn: Today.AddDays(8).AddMonths(-6), instructor: await Given.InstructorAsync("Siv Åmot"));
        await AssignAsync(hr, contract, fadder, AssignmentRole.Mentor, Today.AddDays(-2));
        await App.ChangeAsync(async db => (await db.Evaluations.SingleAsync(e => e.ApprenticeshipId == contract.Id && e.Number == 1))
            .Hold(Today, "Fortrolig.", (await db.Assignments.SingleAsync(s => s.Role == AssignmentRole.Instructor)).PersonId, Today));
        var talkId = await App.DbAsync(db => db.Evaluations.Where(e => e.Number == 1).Select(e => e.Id).SingleAsync());

        await App.AsNobody().RunAsync((QueueReminders use) => use.RunAsync());

        Assert.Null(await App.As(fadder).RunAsync((ReadApprenticeship use) => use.RunAsync(contract.Id)));
        Assert.Null(await App.As(fadder).RunAsync((ShowTalk use) => use.RunAsync(talkId)));
        Assert.Empty((await App.As(fadder).RunAsync((ReadSupervisorHome use) => use.RunAsync())).Apprentices);
        Assert.DoesNotContain(fadder.Id, await App.DbAsync(db => db.Reminders.Select(r => r.RecipientId).ToListAsync()));
        var talk = (await App.As(mari).RunAsync((ShowTalk use) => use.RunAsync(talkId)))!;
        Assert.DoesNotContain("Fredrik Fjeld", talk.Readers.Concat(talk.Signers.Select(signer => signer.Name)));
        var contacts = (await App.As(mari).RunAsync((ReadApprenticeHome use) => use.RunAsync()))!.Contacts;
        Assert.Equal([AssignmentRole.Instructor, AssignmentRole.Mentor], contacts.Select(contact => contact.Role));

        await AssignAsync(hr, contract, colleague, AssignmentRole.Mentor, Today);
        Assert.Equal(Roles.None, await App.DbAsync(db => db.People.Where(p => p.Id == colleague.Id).Select(p => p.Roles).SingleAsync()));
    }

    [BothDatabases]
    public async Task A_handover_moves_what_somebody_stands_in_for_as_such()
    {
        var (hr, siv, dina, lise) = (
            await Given.HrAsync(), await Given.InstructorAsync("Siv Åmot"), await Given.InstructorAsync("Dina Vik"), await Given.InstructorAsync("Lise Grønn"));
        var (one, own) = (await Given.ApprenticeshipAsync(instructor: siv), await Given.ApprenticeshipAsync(instructor: lise));
        await AssignAsync(hr, one, dina, AssignmentRole.Instructor, Today.AddDays(-5), Today.AddDays(5), asDeputy: true);
        await AssignAsync(hr, own, dina, AssignmentRole.Instructor, Today.AddDays(-5), Today.AddDays(5), asDeputy: true);

        await App.As(hr).RunAsync((MoveApprentices use) => use.RunAsync(
            new MoveApprentices.Input { From = PersonChoice.Of(dina.Id, ""), To = PersonChoice.Of(lise.Id, ""), On = Today }));

        var all = await App.DbAsync(db => db.Assignments.ToListAsync());
        Assert.All(all.Where(s => !s.IsDeputy), s => Assert.Null(s.ToOn));
        Assert.All(all.Where(s => s.PersonId == dina.Id), s => Assert.Equal(Today.AddDays(-1), s.ToOn));
        var deputy = Assert.Single(all, s => s.PersonId == lise.Id && s.IsDeputy);
        Assert.Equal((one.Id, Today, Today.AddDays(5)), (deputy.ApprenticeshipId, deputy.FromOn, deputy.ToOn));
    }

    [BothDatabases]
    public async Task Nobody_stands_in_for_a_mentor_or_for_herself()
    {
        var (hr, siv, other) = (await Given.HrAsync(), await Given.InstructorAsync(), await Given.PersonAsync(named: "Ola Ny"));
        var contract = await Given.ApprenticeshipAsync(instructor: siv);

        await Assert.ThrowsAsync<RuleException>(() => AssignAsync(hr, contract, other, AssignmentRole.Mentor, Today, asDeputy: true));
        await Assert.ThrowsAsync<RuleException>(() => AssignAsync(hr, contract, siv, AssignmentRole.Instructor, Today, asDeputy: true));
    }

    private Task AssignAsync(
        Person hr, Apprenticeship contract, Person person, AssignmentRole role, DateOnly from, DateOnly? to = null, bool asDeputy = false) =>
        App.As(hr).RunAsync((AssignSupervisor use) => use.RunAsync(contract.Id, new AssignSupervisor.Input
        {
            Role = role,
            Person = PersonChoice.Of(person.Id, person.FullName),
            FromOn = from,
            ToOn = to,
            AsDeputy = asDeputy,
        }));
}
