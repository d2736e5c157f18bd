using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Deadlines;
using Apprentices.Features.Evaluations;
using Apprentices.Features.Evaluations.Meeting;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Evaluations.Meeting;

public sealed class ArrangeTalkTests : AppTests
{
    private Person apprentice = null!;
    private Person instructor = null!;
    private Person hr = null!;
    private Apprenticeship contract = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        apprentice = await Given.PersonAsync(Roles.Apprentice, "Ingrid Solheim");
        instructor = await Given.InstructorAsync("Siv Åmot");
        hr = await Given.HrAsync();
        contract = await Given.ApprenticeshipAsync(apprentice, startsOn: App.Clock.Today.AddDays(-10), instructor: instructor, trainingManager: await Given.TrainingManagerAsync());
    }

    [BothDatabases]
    public async Task A_talk_the_record_asks_for_settles_that_when_it_is_held()
    {
        var duty = await DutyAsync();
        var choices = await App.As(instructor).RunAsync((ReadArranging use) => use.RunAsync(contract.Id, duty.Id));
        Assert.Equal((EvaluationKind.Start, duty.DueOn), (choices!.Preset, choices.Kinds.Single(kind => kind.Of == EvaluationKind.Start).DueOn));
        var id = await ArrangeAsync(EvaluationKind.Start, App.Clock.Today);
        Assert.Equal(id, (await App.As(instructor).RunAsync((ShowDuty use) => use.RunAsync(duty.Id)))!.TalkId);

        var version = await VersionAsync(id);
        await App.As(instructor).RunAsync((HoldTalk use) => use.RunAsync(id, new HoldTalk.Input { HeldOn = App.Clock.Today, Summary = "Det går bra.", Version = version }));

        var settled = await DutyAsync();
        Assert.Equal((DutyState.Done, App.Clock.Today, instructor.Id), (settled.State, settled.DoneOn!.Value, settled.DoneById!.Value));
    }

    [BothDatabases]
    public async Task A_half_yearly_talk_is_the_laws_and_cannot_be_arranged_by_hand() => await Assert.ThrowsAsync<RuleException>(() =>
        App.As(hr).RunAsync((ArrangeTalk use) => use.RunAsync(contract.Id, new ArrangeTalk.Input { Kind = EvaluationKind.HalfYear, PlannedOn = App.Clock.Today })));

    [BothDatabases]
    public async Task An_extra_talk_moves_its_last_day_with_it_and_is_never_overdue_by_law()
    {
        var id = await ArrangeAsync(EvaluationKind.Extra, App.Clock.Today.AddDays(3));
        var version = await VersionAsync(id);
        var moved = new PlanTalk.Input { PlannedOn = App.Clock.Today.AddDays(9), Reason = "Kurs", Version = version };
        await App.As(instructor).RunAsync((PlanTalk use) => use.RunAsync(id, moved));
        App.Clock.Set(App.Clock.Today.AddDays(30));

        var talk = await App.DbAsync(db => db.Evaluations.SingleAsync(e => e.Id == id));
        Assert.Equal(moved.PlannedOn, talk.DueOn);
        Assert.Equal(0, (await App.As(hr).RunAsync((ListTalks use) => use.RunAsync(TalkFilter.Overdue, new Page(0, 20)))).Counts.Overdue);
        Assert.Equal("Ekstra samtale", await TitleAsync(id));
    }

    [BothDatabases]
    public async Task A_move_needs_a_reason_that_stands_in_its_history_for_those_alone_who_may_read_the_talk()
    {
        var id = await ArrangeAsync(EvaluationKind.Extra, App.Clock.Today.AddDays(3));
        var version = await VersionAsync(id);
        await Assert.ThrowsAsync<RuleException>(() => App.As(instructor).RunAsync((PlanTalk use) => use.RunAsync(id, new PlanTalk.Input { PlannedOn = App.Clock.Today.AddDays(4), Version = version })));
        await App.As(instructor).RunAsync((PlanTalk use) => use.RunAsync(id, new PlanTalk.Input { PlannedOn = App.Clock.Today.AddDays(4), Reason = "Legetime", Version = version }));

        var (hers, hrs) = ((await ShowAsync(apprentice, id)).Moves[0], (await ShowAsync(hr, id)).Moves[0]);
        Assert.Equal(("Legetime", App.Clock.Today.AddDays(3), App.Clock.Today.AddDays(4), "Siv Åmot"), (hers.Reason, hers.FromOn, hers.ToOn, hers.By));
        Assert.Equal((null, App.Clock.Today.AddDays(4)), (hrs.Reason, hrs.ToOn));
    }

    [BothDatabases]
    public async Task Called_off_an_extra_talk_is_not_held_and_its_reason_is_read_by_nobody_else()
    {
        var id = await ArrangeAsync(EvaluationKind.Extra, App.Clock.Today.AddDays(3));
        var version = await VersionAsync(id);
        await App.As(instructor).RunAsync((CallOffTalk use) => use.RunAsync(id, new CallOffTalk.Input { Reason = "Legetime", Version = version }));

        var seen = await App.As(hr).RunAsync((ShowTalk use) => use.RunAsync(id));
        Assert.Equal((EvaluationState.Waived, null), (seen!.State, seen.WaivedReason));
        Assert.Equal("Legetime", (await ShowAsync(apprentice, id)).Moves[0].Reason);
    }

    [BothDatabases]
    public async Task Called_off_a_half_yearly_talk_is_still_to_be_held()
    {
        var talk = contract.Evaluations[0];
        await App.As(instructor).RunAsync((PlanTalk use) => use.RunAsync(talk.Id, new PlanTalk.Input { PlannedOn = App.Clock.Today.AddDays(3), Version = talk.Version }));
        var version = await VersionAsync(talk.Id);
        await App.As(instructor).RunAsync((CallOffTalk use) => use.RunAsync(talk.Id, new CallOffTalk.Input { Reason = "Legetime", Version = version }));

        var now = await App.DbAsync(db => db.Evaluations.SingleAsync(e => e.Id == talk.Id));
        Assert.Equal((EvaluationState.Planned, null), (now.State, now.PlannedOn));
    }

    [BothDatabases]
    public async Task The_agenda_is_drawn_from_the_plan_and_from_what_earlier_talks_agreed_on()
    {
        var id = await ArrangeAsync(EvaluationKind.Extra, App.Clock.Today.AddDays(3));
        await App.ChangeAsync(async db =>
        {
            var earlier = await db.Evaluations.Include(e => e.Actions).SingleAsync(e => e.Id == contract.Evaluations[0].Id);
            earlier.AgreeOn("Meld på kurs", instructor.Id, "Siv Åmot", App.Clock.Today.AddDays(5), App.Clock.Today);
            earlier.AgreeOn("Ferdig sak", instructor.Id, "Siv Åmot", App.Clock.Today.AddDays(5), App.Clock.Today).Finish(App.Clock.Today, instructor.Id);
            earlier.Hold(App.Clock.Today, "Vi snakket.", instructor.Id, [FormParties.Instructor, FormParties.Apprentice], App.Clock.Today);
        });
        var version = await VersionAsync(id);
        await App.As(apprentice).RunAsync((SetTalkAgenda use) => use.RunAsync(id, new SetTalkAgenda.Input { Agenda = "Ferien", Version = version }));

        var agenda = await App.As(instructor).RunAsync((ReadAgenda use) => use.RunAsync(id));
        Assert.Equal("Ferien", agenda!.Points);
        Assert.Equal(["Meld på kurs"], agenda.Actions.Select(action => action.What));
        Assert.Equal(contract.Plan.Count(goal => goal.HalfYear == 1), agenda.NotMastered.Count);
        Assert.Null(await App.As(hr).RunAsync((ReadAgenda use) => use.RunAsync(id)));
    }

    private Task<ShowMeeting.Details> ShowAsync(Person person, Guid id) => App.As(person).RunAsync(async (ShowMeeting use) => (await use.RunAsync(id))!);

    private Task<Guid> ArrangeAsync(EvaluationKind kind, DateOnly on) =>
        App.As(instructor).RunAsync((ArrangeTalk use) => use.RunAsync(contract.Id, new ArrangeTalk.Input { Kind = kind, PlannedOn = on, StartsAt = new TimeOnly(10, 0) }));

    private Task<TrackedDuty> DutyAsync() => App.DbAsync(db => db.TrackedDuties.SingleAsync(d => d.ApprenticeshipId == contract.Id && d.Kind == DutyKind.StartTalk));

    private Task<int> VersionAsync(Guid id) => App.DbAsync(db => db.Evaluations.Where(e => e.Id == id).Select(e => e.Version).SingleAsync());

    private async Task<string> TitleAsync(Guid id)
    {
        using var _ = Apprentices.Platform.Speaking.In(Language.Bokmal);
        var talk = await App.DbAsync(db => db.Evaluations.SingleAsync(e => e.Id == id));
        return Apprentices.Shared.TalkWords.Title(talk.Kind, talk.Number);
    }
}
