using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.People;
using Apprentices.Platform;
using Apprentices.Shared;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.People;

public sealed class MergePeopleTests : AppTests
{
    private DateOnly Today => App.Clock.Today;

    [BothDatabases]
    public async Task Everything_that_named_the_one_names_the_other_and_the_one_is_gone()
    {
        var hr = await Given.HrAsync();
        var (kept, gone) = (await Given.InstructorAsync("Siv Åmot"), await Given.PersonAsync(Roles.Instructor | Roles.TrainingManager, "Siv Amot"));
        var one = await Given.ApprenticeshipAsync(startsOn: Today.AddMonths(-7), instructor: gone);
        var own = await Given.ApprenticeshipAsync(apprentice: gone, startsOn: Today.AddMonths(-40));
        await App.ChangeAsync(async db =>
        {
            var a = await db.Apprenticeships.Include(x => x.Plan).Include(x => x.Evaluations).SingleAsync(x => x.Id == one.Id);
            var goal = a.Plan[0];
            goal.Rate(Level.Masters, null, Today, gone.Id, App.Clock.GetUtcNow(), Today);
            a.PlanGoal(goal, 1, gone.Id);
            a.Evaluations.Single(e => e.Number == 1).Hold(Today, "Fint.", gone.Id, Today);
            a.Evaluations.Single(e => e.Number == 1).Sign(gone.Id, Roles.Instructor, App.Clock.GetUtcNow());
            var talk = a.Evaluations.Single(e => e.Number == 2);
            db.Add(talk.Promise(gone.Id, -30, App.Clock.GetUtcNow()));
            db.Add(talk.Promise(gone.Id, -14, App.Clock.GetUtcNow()));
            db.Add(talk.Promise(kept.Id, -14, App.Clock.GetUtcNow()));
            var draft = new Draft(gone.Id, "log/x");
            draft.Keep("{}", App.Clock.GetUtcNow());
            db.Add(draft);
        });

        var preview = await App.As(hr).RunAsync((MergePeople use) => use.PreviewAsync(gone.Id));
        await MergeAsync(hr, kept, gone);

        Assert.Equal(new MergePeople.Preview(1, 1, 1, 1, 1, 2), preview);
        Assert.False(await App.DbAsync(db => db.People.AnyAsync(p => p.Id == gone.Id)));
        Assert.Equal(new MergePeople.Preview(1, 1, 1, 1, 1, 2), await App.As(hr).RunAsync((MergePeople use) => use.PreviewAsync(kept.Id)));
        Assert.Equal(kept.Id, await App.DbAsync(db => db.Drafts.Select(d => d.AuthorId).SingleAsync()));
        Assert.Equal(kept.Id, await App.DbAsync(db => db.Apprenticeships.Where(a => a.Id == own.Id).Select(a => a.PersonId).SingleAsync()));
        var roles = await App.DbAsync(db => db.People.Where(p => p.Id == kept.Id).Select(p => p.Roles).SingleAsync());
        Assert.Equal(Roles.Instructor | Roles.TrainingManager | Roles.Apprentice, roles);
    }

    [BothDatabases]
    public async Task Two_who_cannot_be_one_person_stay_two()
    {
        var hr = await Given.HrAsync();
        var (kept, gone) = (await Given.PersonAsync(named: "Mari Berg"), await Given.PersonAsync(named: "Mari Berg"));
        await Given.ApprenticeshipAsync(apprentice: kept, startsOn: Today.AddMonths(-1));
        await Given.ApprenticeshipAsync(apprentice: gone, startsOn: Today.AddMonths(-1));
        var instructor = await Given.InstructorAsync();
        await Given.ApprenticeshipAsync(apprentice: await Given.PersonAsync(named: "Ola Dahl"), instructor: instructor);
        var taught = await App.DbAsync(db => db.Assignments.Where(s => s.PersonId == instructor.Id).Select(s => s.Apprenticeship.Person).SingleAsync());

        await Assert.ThrowsAsync<RuleException>(() => MergeAsync(hr, kept, gone));
        await Assert.ThrowsAsync<RuleException>(() => MergeAsync(hr, instructor, taught));
        await Assert.ThrowsAsync<RuleException>(() => MergeAsync(hr, kept, kept));
        await Assert.ThrowsAsync<RuleException>(() => MergeAsync(hr, kept, hr));
        await Assert.ThrowsAsync<NotAllowedException>(() => MergeAsync(instructor, kept, gone));
        Assert.Equal(5, await App.DbAsync(db => db.People.CountAsync()));
    }

    [BothDatabases]
    public async Task A_role_both_had_at_once_lasts_as_long_as_both_together()
    {
        var hr = await Given.HrAsync();
        var (kept, gone) = (await Given.InstructorAsync("Siv Åmot"), await Given.InstructorAsync("Siv Amot"));
        var contract = await Given.ApprenticeshipAsync(instructor: kept);
        await App.ChangeAsync(async db =>
        {
            var a = await db.Apprenticeships.Include(x => x.Assignments).SingleAsync(x => x.Id == contract.Id);
            a.Assign(await db.People.SingleAsync(p => p.Id == gone.Id), AssignmentRole.Instructor, Today.AddDays(-10));
            a.EndAssignment(a.Assignments.Single(s => s.PersonId == kept.Id), Today.AddDays(-5));
        });

        await MergeAsync(hr, kept, gone);

        var left = await App.DbAsync(db => db.Assignments.SingleAsync());
        Assert.Equal((kept.Id, contract.StartsOn, null), (left.PersonId, left.FromOn, left.ToOn));
    }

    [BothDatabases]
    public async Task Who_entered_and_who_followed_up_is_then_the_one_who_is_kept()
    {
        var (hr, gone) = (await Given.HrAsync("Nina Dahl"), await Given.HrAsync("Nina Dal"));
        var contract = await Given.ApprenticeshipAsync();
        await App.ChangeAsync(async db =>
        {
            var a = await db.Apprenticeships.WithRecord().SingleAsync(x => x.Id == contract.Id);
            a.Record(new ContractSigned(Today.AddMonths(-7)), Decider.BothParties, Today, gone.Id);
            a.Duties.First(duty => duty.State == DutyState.Open && duty.Nature != DutyNature.Milestone).MarkDone(Today, gone.Id, Today);
        });

        await MergeAsync(hr, hr, gone);

        Assert.Equal(hr.Id, await App.DbAsync(db => db.RecordEntries.Where(e => e.Order == 2).Select(e => e.RecordedById).SingleAsync()));
        Assert.Equal(hr.Id, await App.DbAsync(db => db.TrackedDuties.Where(d => d.DoneById != null).Select(d => d.DoneById).SingleAsync()));
    }

    [BothDatabases]
    public async Task Two_deputies_become_one_and_nobody_stands_in_for_herself()
    {
        var hr = await Given.HrAsync();
        var (kept, gone) = (await Given.InstructorAsync("Siv Åmot"), await Given.InstructorAsync("Siv Amot"));
        var both = await Given.ApprenticeshipAsync(instructor: await Given.InstructorAsync("Lise Grønn"));
        var own = await Given.ApprenticeshipAsync(instructor: kept);
        await App.ChangeAsync(async db =>
        {
            var all = await db.Apprenticeships.Include(x => x.Assignments).ToDictionaryAsync(x => x.Id);
            var (one, other) = (await db.People.SingleAsync(p => p.Id == kept.Id), await db.People.SingleAsync(p => p.Id == gone.Id));
            all[both.Id].Deputise(one, AssignmentRole.Instructor, Today, Today.AddDays(7));
            all[both.Id].Deputise(other, AssignmentRole.Instructor, Today.AddDays(5), Today.AddDays(20));
            all[own.Id].Deputise(other, AssignmentRole.Instructor, Today, Today.AddDays(7));
        });

        await MergeAsync(hr, kept, gone);

        var deputy = await App.DbAsync(db => db.Assignments.SingleAsync(s => s.IsDeputy));
        Assert.Equal((both.Id, kept.Id, Today, Today.AddDays(20)), (deputy.ApprenticeshipId, deputy.PersonId, deputy.FromOn, deputy.ToOn));
        Assert.Equal(own.Id, await App.DbAsync(db => db.Assignments.Where(s => s.PersonId == kept.Id && !s.IsDeputy).Select(s => s.ApprenticeshipId).SingleAsync()));
    }

    [BothDatabases]
    public async Task Whoever_receives_an_apprentice_does_so_under_the_name_that_is_kept()
    {
        var (hr, kept, gone) = (await Given.HrAsync(), await Given.InstructorAsync(), await Given.InstructorAsync());
        var hers = await Given.ApprenticeshipAsync();
        await App.ChangeAsync(async db =>
        {
            var record = await db.Apprenticeships.Include(a => a.Assignments).Include(a => a.Placements).SingleAsync(a => a.Id == hers.Id);
            var today = App.Clock.Today;
            record.Place(record.WorkplaceId, await db.People.SingleAsync(p => p.Id == gone.Id), today.AddDays(3), today.AddDays(60), today)
                .Confirm(gone.Id, App.Clock.GetUtcNow(), today);
        });

        await MergeAsync(hr, kept, gone);

        var placement = await App.DbAsync(db => db.Placements.SingleAsync());
        Assert.Equal((kept.Id, kept.Id), (placement.InstructorId, placement.ConfirmedById));
        Assert.Equal(kept.Id, await App.DbAsync(db => db.Assignments.Select(a => a.PersonId).SingleAsync()));
    }

    [BothDatabases]
    public async Task What_was_decided_about_the_log_observed_and_attached_is_then_hers_who_is_kept()
    {
        var (hr, kept, gone) = (await Given.HrAsync(), await Given.InstructorAsync(), await Given.InstructorAsync());
        var hers = await Given.ApprenticeshipAsync(instructor: kept);
        await App.ChangeAsync(async db =>
        {
            var (now, record) = (App.Clock.GetUtcNow(), await db.Apprenticeships.Include(a => a.Plan).SingleAsync(a => a.Id == hers.Id));
            var entry = HandedIn.Entry(record, Today, "Byttet disken.", [.. record.Plan.Take(1)], now, Today);
            entry.Return(gone.Id, "Hvorfor?", now);
            entry.Attach(new Attachment(record.Id, gone.Id, now, "disk.png", AttachmentKind.Image, "image/png", 1, "00", new AttachmentContent([1], null)), 5);
            var (off, both, hersToo) = (new PutOff(gone.Id, PutOffKind.Quiet, record.Id), new PutOff(gone.Id, PutOffKind.Talk, record.Id), new PutOff(kept.Id, PutOffKind.Talk, record.Id));
            both.Until(Today);
            hersToo.Until(Today.AddDays(1));
            db.AddRange(entry, off, both, hersToo, Observation.Write(record, Today, "Spurte godt.", [], gone.Id, now, Today));
        });

        await MergeAsync(hr, kept, gone);

        Assert.Equal(kept.Id, await App.DbAsync(db => db.LogEvents.Where(e => e.Kind == LogEventKind.Returned).Select(e => e.ById).SingleAsync()));
        Assert.Equal(kept.Id, await App.DbAsync(db => db.Observations.Select(o => o.AuthorId).SingleAsync()));
        Assert.Equal(kept.Id, await App.DbAsync(db => db.Attachments.Select(f => f.AddedById).SingleAsync()));
        Assert.Equal(
            [(kept.Id, PutOffKind.Talk, Today.AddDays(1)), (kept.Id, PutOffKind.Quiet, DateOnly.MinValue)],
            (await App.DbAsync(db => db.PutOffs.OrderBy(off => off.Kind).ToListAsync())).Select(off => (off.PersonId, off.Kind, off.UntilOn)));
    }

    [Fact]
    public async Task Nothing_that_names_a_person_is_forgotten()
    {
        string[] moved =
        [
            "AccessToken.CreatedById", "AccessToken.PersonId", "AgreedAction.DoneById", "AgreedAction.ResponsibleId", "Apprenticeship.PersonId", "Assignment.PersonId",
            "Attachment.AddedById", "AuditGrant.AuditorId", "AuditGrant.EndedById", "AuditGrant.GrantedById", "BlockSuggestion.PersonId", "Draft.AuthorId", "Evaluation.HeldById", "EvaluationAddendum.WrittenById",
            "EvaluationFormEdition.PublishedById", "EvaluationPreparation.PersonId", "EvaluationSignature.PersonId", "FeedAddress.PersonId", "GoalRating.RatedById",
            "HeldCredential.NotedById", "HrLimit.PersonId", "Invitation.PersonId", "JobState.PausedById", "Leave.DeputyId", "Leave.PersonId", "LogEvent.ById", "MailPause.PausedById", "MissingSubject.NotedById", "NotificationChoice.PersonId", "Observation.AuthorId", "Placement.ConfirmedById",
            "Placement.InstructorId", "PlanEdition.MadeById", "PlannedGoal.ResponsibleId", "ProviderAccount.PersonId", "PutOff.PersonId", "RecordEntry.RecordedById",
            "Reminder.RecipientId", "ReminderMail.RecipientId", "SensitiveFact.SavedById", "TalkBlock.WriterId", "TalkMail.RecipientId", "TalkMove.ById", "TalkOpening.PersonId",
            "TalkParticipant.PersonId", "TemplateEdition.PublishedById", "TestAgreement.AgreedById", "TestAttempt.ResponsibleId",
            "TracePerson.PersonId", "TrackedDuty.DoneById", "TrackedDuty.SentById", "UserSession.PersonId",
        ];

        var naming = await App.DbAsync(db => Task.FromResult(db.Model.GetEntityTypes().SelectMany(type => type.GetForeignKeys())
            .Where(key => key.PrincipalEntityType.ClrType == typeof(Person))
            .Select(key => $"{key.DeclaringEntityType.ClrType.Name}.{key.Properties[0].Name}").Order(StringComparer.Ordinal).ToList()));

        Assert.Equal(moved, naming);
    }

    [BothDatabases]
    public async Task A_search_finds_apprentices_people_places_and_trades_and_for_a_supervisor_only_her_own()
    {
        var hr = await Given.HrAsync("Nina Dahl");
        var siv = await Given.InstructorAsync("Siv Åmot");
        await Given.ApprenticeshipAsync(await Given.PersonAsync(named: "Øystein Bø"), instructor: siv, workplace: "Drift Bodø");
        await Given.ApprenticeshipAsync(await Given.PersonAsync(named: "Bodil Ås"), workplace: "Bodøkontoret");

        var all = await SearchAsync(hr, "bod");
        var own = await SearchAsync(siv, "bod");

        Assert.Equal(["Bodil Ås", "Øystein Bø"], all.Records.Select(r => r.Name).Order(StringComparer.Ordinal));
        Assert.Equal(["Bodøkontoret", "Drift Bodø"], all.Workplaces.Select(w => w.Name));
        Assert.Equal("Øystein Bø", Assert.Single(own.Records).Name);
        Assert.Equal("Drift Bodø", Assert.Single(own.Workplaces).Name);
        Assert.Equal(2, Assert.Single((await SearchAsync(hr, "PRØVEFAG")).Trades).Apprentices);
        Assert.Equal("Siv Åmot", Assert.Single((await SearchAsync(hr, "åmot siv")).People).Name);
        Assert.Empty((await SearchAsync(siv, "dahl")).People);
        Assert.Equal(0, (await SearchAsync(hr, "  ")).Count);
    }

    [BothDatabases]
    public async Task The_list_of_people_is_hrs_alone_and_a_correction_keeps_addresses_apart()
    {
        var hr = await Given.HrAsync("Nina Dahl");
        var siv = await Given.InstructorAsync("Siv Åmot");
        await Given.ApprenticeshipAsync(instructor: siv);

        var list = await App.As(hr).RunAsync((ListPeople use) => use.RunAsync("AMOT siv", new Page(0, 25)));
        Assert.Empty(list.Rows);
        list = await App.As(hr).RunAsync((ListPeople use) => use.RunAsync("ÅMOT siv", new Page(0, 25)));
        Assert.Equal((1, 1), (list.Total, Assert.Single(list.Rows).FollowsUp));
        await Assert.ThrowsAsync<NotAllowedException>(() => App.As(siv).RunAsync((ListPeople use) => use.RunAsync(null, new Page(0, 25))));

        var input = (await App.As(hr).RunAsync((CorrectPerson use) => use.ReadAsync(siv.Id)))!;
        input.Email = hr.Email;
        await Assert.ThrowsAsync<RuleException>(() => App.As(hr).RunAsync((CorrectPerson use) => use.RunAsync(siv.Id, input)));
        input.Email = "siv@example.no";
        await App.As(hr).RunAsync((CorrectPerson use) => use.RunAsync(siv.Id, input));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => App.As(hr).RunAsync((CorrectPerson use) => use.RunAsync(siv.Id, input)));
    }

    private Task MergeAsync(Person asking, Person kept, Person gone) => App.As(asking).RunAsync((MergePeople use) => use.RunAsync(
        new MergePeople.Input { Kept = PersonChoice.Of(kept.Id, kept.FullName), Gone = PersonChoice.Of(gone.Id, gone.FullName) }));

    private Task<SearchAnything.Result> SearchAsync(Person person, string text) => App.As(person).RunAsync((SearchAnything use) => use.RunAsync(text));
}
