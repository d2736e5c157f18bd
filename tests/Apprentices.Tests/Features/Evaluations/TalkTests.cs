using Apprentices.Domain;
using Apprentices.Features.Evaluations;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Evaluations;

public sealed class TalkTests : AppTests
{
    private const string Secret = "We agreed on more time with the servers.";

    private Person apprentice = null!;
    private Person instructor = null!;
    private Person manager = null!;
    private Person contact = null!;
    private Apprenticeship contract = null!;
    private Evaluation talk = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        apprentice = await Given.PersonAsync(Roles.Apprentice, "Mari Ås");
        instructor = await Given.InstructorAsync("Ola Berg");
        manager = await Given.TrainingManagerAsync("Eli Lunde");
        contact = await Given.HrAsync("Tor Vik");
        contract = await Given.ApprenticeshipAsync(
            apprentice, startsOn: App.Clock.Today.AddMonths(-5), instructor: instructor, trainingManager: manager, hrContact: contact);
        talk = contract.Evaluations[0];
    }

    [BothDatabases]
    public async Task What_was_said_is_read_by_the_apprentice_her_supervisors_and_the_named_contact_alone()
    {
        await HoldAsync();
        var (otherHr, stranger) = (await Given.HrAsync(), await Given.InstructorAsync());

        foreach (var reader in new[] { apprentice, instructor, manager, contact })
        {
            Assert.Equal(Secret, (await ShowAsync(reader))!.Summary);
        }

        var closed = await ShowAsync(otherHr);
        Assert.Equal((false, null, EvaluationState.Held), (closed!.ContentIsOpen, closed.Summary, closed.State));
        Assert.Null(await ShowAsync(stranger));
    }

    [BothDatabases]
    public async Task A_former_supervisor_sees_what_she_held_or_signed_and_nothing_else()
    {
        await HoldAsync();
        await SignAsync(instructor);
        await ReplaceInstructorAsync();

        Assert.Equal(Secret, (await ShowAsync(instructor))!.Summary);
        Assert.Null(await ShowAsync(instructor, contract.Evaluations[1].Id));
        Assert.False((await ShowAsync(instructor))!.MaySeeRecord);
        await Assert.ThrowsAsync<NotThereException>(() => HoldAsync());
        Assert.Equal(1, (await App.As(instructor).RunAsync((ListTalks use) => use.RunAsync(TalkFilter.All, new(0, 50)))).Counts.All);
    }

    [BothDatabases]
    public async Task Signed_by_the_apprentice_the_instructor_and_then_the_training_manager_it_is_locked()
    {
        await HoldAsync();
        await SignAsync(instructor);
        Assert.Equal(EvaluationState.Held, (await ShowAsync(apprentice))!.State);
        await Assert.ThrowsAsync<RuleException>(() => HoldAsync());
        await Assert.ThrowsAsync<RuleException>(() => SignAsync(instructor));
        await Assert.ThrowsAsync<RuleException>(() => SignAsync(manager));

        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await SignAsync(apprentice);
        Assert.Equal(EvaluationState.Held, (await ShowAsync(apprentice))!.State);
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await SignAsync(manager);

        var signed = await ShowAsync(apprentice);
        Assert.Equal(EvaluationState.Signed, signed!.State);
        Assert.Equal([Roles.Instructor, Roles.Apprentice, Roles.TrainingManager], signed.Signers.Where(s => s.SignedAt is not null).Select(s => s.Role));
        await Assert.ThrowsAsync<RuleException>(() => SignAsync(manager));
    }

    [BothDatabases]
    public async Task Both_signing_at_once_count_both()
    {
        await HoldAsync();

        await Task.WhenAll(Task.Run(() => SignAsync(instructor)), Task.Run(() => SignAsync(apprentice)));
        Assert.Equal(EvaluationState.Held, (await ShowAsync(apprentice))!.State);
        await SignAsync(manager);

        Assert.Equal(EvaluationState.Signed, (await ShowAsync(apprentice))!.State);
    }

    [BothDatabases]
    public async Task Nobody_signs_what_she_has_not_read_or_under_another_name()
    {
        await HoldAsync();

        await Assert.ThrowsAsync<RuleException>(() => SignAsync(apprentice, input => input.HaveRead = false));
        await Assert.ThrowsAsync<RuleException>(() => SignAsync(apprentice, input => input.Name = "Ola Berg"));
        await Assert.ThrowsAsync<RuleException>(() => SignAsync(apprentice, input => input.ReadHash = "of another text"));
        await SignAsync(apprentice, input => input.Name = " mari  ås ");
    }

    [BothDatabases]
    public async Task Only_who_follows_her_up_holds_it_and_only_the_two_parties_sign()
    {
        var (stranger, hr) = (await Given.InstructorAsync(), await Given.PersonAsync(Roles.Hr | Roles.Instructor));

        await Assert.ThrowsAsync<NotThereException>(() => HoldAsync(stranger));
        await Assert.ThrowsAsync<NotThereException>(() => HoldAsync(hr));
        await Assert.ThrowsAsync<NotAllowedException>(() => HoldAsync(apprentice));
        await Assert.ThrowsAsync<NotAllowedException>(() => HoldAsync(contact));
        await HoldAsync();
        await Assert.ThrowsAsync<NotThereException>(() => SignAsync(contact));
        await Assert.ThrowsAsync<NotThereException>(() => SignAsync(stranger));
    }

    [BothDatabases]
    public async Task Of_two_who_write_the_later_one_is_told_and_overwrites_nothing()
    {
        var version = (await ShowAsync(instructor))!.Version;
        await HoldAsync(instructor, version);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => HoldAsync(manager, version, "Something else."));
        Assert.Equal(Secret, (await ShowAsync(manager))!.Summary);
    }

    [BothDatabases]
    public async Task The_day_is_agreed_by_staff_and_the_talk_waived_by_HR_alone()
    {
        var day = App.Clock.Today.AddDays(3);
        await PlanAsync(instructor, day);
        await PlanAsync(contact, day.AddDays(1));
        Assert.Equal(day.AddDays(1), (await ShowAsync(apprentice))!.PlannedOn);
        await Assert.ThrowsAsync<NotAllowedException>(() => PlanAsync(apprentice, day));

        await Assert.ThrowsAsync<NotAllowedException>(() => WaiveAsync(manager));
        await WaiveAsync(contact);
        Assert.Equal((EvaluationState.Waived, "The contract was terminated."), (
            (await ShowAsync(apprentice))!.State, (await ShowAsync(apprentice))!.WaivedReason));
    }

    [BothDatabases]
    public async Task The_day_carries_the_sum_it_came_from()
    {
        var duty = (await ShowAsync(apprentice))!.Duty;

        Assert.Equal(talk.DueOn, duty!.Arithmetic[^1].Gives);
        Assert.All((await App.As(instructor).RunAsync((ListTalksOfApprenticeship use) => use.RunAsync(contract.Id)))!, row => Assert.NotNull(row.Duty));
    }

    private Task<ShowTalk.Details?> ShowAsync(Person person, Guid? id = null) =>
        App.As(person).RunAsync((ShowTalk use) => use.RunAsync(id ?? talk.Id));

    private async Task<int> VersionAsync() => await App.DbAsync(db => db.Evaluations.Where(e => e.Id == talk.Id).Select(e => e.Version).SingleAsync());

    private async Task HoldAsync(Person? by = null, int? version = null, string summary = Secret)
    {
        var input = new HoldTalk.Input { HeldOn = App.Clock.Today, Summary = summary, Version = version ?? await VersionAsync() };
        await App.As(by ?? instructor).RunAsync((HoldTalk use) => use.RunAsync(talk.Id, input));
    }

    private async Task SignAsync(Person person, Action<SignTalk.Input>? but = null)
    {
        var hash = await App.DbAsync(db => db.SealedTalks.Where(d => d.EvaluationId == talk.Id).Select(d => d.Hash).SingleOrDefaultAsync());
        var input = new SignTalk.Input { HaveRead = true, Name = person.FullName, ReadHash = hash };
        but?.Invoke(input);
        await App.As(person).RunAsync((SignTalk use) => use.RunAsync(talk.Id, input));
    }

    private async Task PlanAsync(Person person, DateOnly day)
    {
        var input = new PlanTalk.Input { PlannedOn = day, Reason = "Møte", Version = await VersionAsync() };
        await App.As(person).RunAsync((PlanTalk use) => use.RunAsync(talk.Id, input));
    }

    private async Task WaiveAsync(Person person)
    {
        var input = new WaiveTalk.Input { Reason = "The contract was terminated.", Version = await VersionAsync() };
        await App.As(person).RunAsync((WaiveTalk use) => use.RunAsync(talk.Id, input));
    }

    private async Task ReplaceInstructorAsync()
    {
        var next = await Given.InstructorAsync();
        await App.ChangeAsync(async db =>
        {
            var kept = await db.Apprenticeships.Include(a => a.Assignments).SingleAsync(a => a.Id == contract.Id);
            kept.Assign(await db.People.SingleAsync(p => p.Id == next.Id), AssignmentRole.Instructor, App.Clock.Today);
        });
    }
}
