using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Evaluations;
using Apprentices.Features.Evaluations.Signing;
using Apprentices.Features.Home;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Evaluations.Signing;

public sealed class SigningTests : AppTests
{
    private HeldTalk held = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        held = await HeldTalk.SetAsync(App);
    }

    [BothDatabases]
    public async Task Each_step_waits_for_the_one_before()
    {
        await Assert.ThrowsAsync<RuleException>(() => held.SignAsync(held.Manager));
        Assert.Equal(["Ingrid", "Siv"], (await held.ShowAsync(held.Manager))!.Papers[0].Signers.Single(s => s.IsMe).After.Order());
        Assert.Null((await held.ShowAsync(held.Manager))!.Papers[0].Mine);
        await held.SignAsync(held.Apprentice);
        Assert.Equal(["Siv"], (await held.ShowAsync(held.Manager))!.Papers[0].Signers.Single(s => s.IsMe).After);

        await held.SignAsync(held.Instructor);
        Assert.Equal(FormParties.TrainingManager, (await held.ShowAsync(held.Manager))!.Papers[0].Mine);
        Assert.Equal(EvaluationState.Held, await held.StateAsync());

        await held.SignAsync(held.Manager);
        Assert.Equal(EvaluationState.Signed, await held.StateAsync());
        await Assert.ThrowsAsync<RuleException>(() => held.SignAsync(held.Manager));
    }

    [BothDatabases]
    public async Task It_stands_on_a_home_only_while_it_is_her_turn()
    {
        Assert.Equal([held.Id], await AskedAsync(held.Instructor));
        Assert.Empty(await AskedAsync(held.Manager));
        Assert.Equal([held.Id], (await App.As(held.Apprentice).RunAsync((ReadApprenticeHome use) => use.RunAsync()))!.TalksToSign.Select(talk => talk.Id));
        await held.SignAsync(held.Instructor);
        await held.SignAsync(held.Apprentice);
        Assert.Empty(await AskedAsync(held.Instructor));
        Assert.Equal([held.Id], await AskedAsync(held.Manager));
        Assert.Empty((await App.As(held.Apprentice).RunAsync((ReadApprenticeHome use) => use.RunAsync()))!.TalksToSign);

        await held.SignAsync(held.Manager);
        Assert.Empty(await AskedAsync(held.Manager));
        await held.AddAsync(held.Apprentice);
        Assert.Equal([held.Id], await AskedAsync(held.Instructor));
        Assert.Equal(1, (await App.As(held.Apprentice).RunAsync((ReadApprenticeHome use) => use.RunAsync()))!.TalksToSign.Single().Addendum);
    }

    [BothDatabases]
    public async Task Who_refuses_says_why_and_the_talk_is_locked_all_the_same_when_the_others_have_answered()
    {
        await Assert.ThrowsAsync<RuleException>(() => held.RefuseAsync(held.Apprentice, " "));
        await held.RefuseAsync(held.Apprentice, "Det står at jeg ikke har laget noen plan. Det har jeg.");
        await held.SignAsync(held.Instructor);
        await held.SignAsync(held.Manager);

        Assert.Equal(EvaluationState.Signed, await held.StateAsync());
        var refused = (await held.ShowAsync(held.Manager))!.Papers[0].Signers.Single(s => s.Party == FormParties.Apprentice);
        Assert.Equal((SignatureKind.Refused, "Det står at jeg ikke har laget noen plan. Det har jeg."), (refused.Kind!.Value, refused.Reason));
        var stranger = await Given.HrAsync();
        Assert.Equal((SignatureKind.Refused, null), (await held.ShowAsync(stranger))!.Papers[0].Signers.Where(s => s.Party == FormParties.Apprentice).Select(s => (s.Kind!.Value, s.Reason)).Single());
    }

    [BothDatabases]
    public async Task HR_notes_a_signature_that_cannot_be_had_but_never_the_apprentices()
    {
        await Assert.ThrowsAsync<NotAllowedException>(() => NoteAsync(held.Manager, FormParties.Instructor));
        await Assert.ThrowsAsync<RuleException>(() => NoteAsync(held.Contact, FormParties.Apprentice));
        await NoteAsync(held.Contact, FormParties.Instructor);
        await Assert.ThrowsAsync<RuleException>(() => NoteAsync(held.Contact, FormParties.Instructor));
        await held.SignAsync(held.Apprentice);
        await held.SignAsync(held.Manager);

        Assert.Equal(EvaluationState.Signed, await held.StateAsync());
        var noted = (await held.ShowAsync(held.Apprentice))!.Papers[0].Signers.Single(s => s.Kind == SignatureKind.Unobtainable);
        Assert.Equal((FormParties.Instructor, "Har sluttet.", "Nina Dahl"), (noted.Party, noted.Reason, noted.NotedBy));
    }

    [BothDatabases]
    public async Task An_addendum_leaves_the_talk_as_it_was_and_is_signed_by_the_same_parties()
    {
        await Assert.ThrowsAsync<RuleException>(() => held.AddAsync(held.Apprentice));
        await held.SignAllAsync();
        var (before, hash) = (await ReadAsync(held.Apprentice), await held.HashAsync());
        await Assert.ThrowsAsync<NotAllowedException>(() => held.AddAsync(held.Contact));

        await held.AddAsync(held.Apprentice);
        await Assert.ThrowsAsync<RuleException>(() => held.AddAsync(held.Instructor));
        await Assert.ThrowsAsync<RuleException>(() => held.SignAsync(held.Manager, addendum: 1));
        await held.SignAsync(held.Apprentice, addendum: 1);
        await held.RefuseAsync(held.Instructor, "Det var mars.", addendum: 1);
        await held.SignAsync(held.Manager, addendum: 1);

        var paper = (await held.ShowAsync(held.Manager))!.Papers[1];
        Assert.True(paper.IsLocked);
        Assert.Equal(("Det var fra februar.", "Ingrid Æsæther-Bråten"), (paper.Text, paper.Writer));
        Assert.Equal(hash, await held.HashAsync());
        Assert.Equal(before!.Actions, (await ReadAsync(held.Apprentice))!.Actions);
        await held.AddAsync(held.Instructor, "Og mer.");
        Assert.Equal(3, (await held.ShowAsync(held.Apprentice))!.Papers.Count);
    }

    [BothDatabases]
    public async Task What_changed_before_the_first_signature_is_sealed_anew_and_has_to_be_read_again()
    {
        var read = await held.HashAsync();
        await App.ChangeAsync(async db => (await db.AgreedActions.SingleAsync(action => action.Order == 1)).Say("Noe annet", held.Apprentice.Id, "Ingrid", App.Clock.Today.AddDays(3)));

        await Assert.ThrowsAsync<RuleException>(() => held.SignAsync(held.Apprentice));
        Assert.NotEqual(read, await held.HashAsync());
        await held.SignAsync(held.Apprentice);
        Assert.Single((await held.ShowAsync(held.Apprentice))!.Papers[0].Signers, s => s.Kind == SignatureKind.Signed);
    }

    [BothDatabases]
    public async Task Nobody_signs_what_is_no_longer_as_the_first_one_signed_it()
    {
        await held.SignAsync(held.Apprentice);
        await App.ChangeAsync(async db => (await db.AgreedActions.SingleAsync(action => action.Order == 1)).Say("Noe annet", held.Apprentice.Id, "Ingrid", App.Clock.Today.AddDays(3)));

        Assert.Equal(SigningTexts.NotAsSealed, (await Assert.ThrowsAsync<RuleException>(() => held.SignAsync(held.Instructor))).Message);
        Assert.Equal(SigningTexts.NotAsSealed, (await Assert.ThrowsAsync<RuleException>(() => held.RefuseAsync(held.Instructor, "Nei"))).Message);
    }

    [BothDatabases]
    public async Task Each_reads_what_the_form_lets_her_and_every_opening_is_noted_for_the_apprentice()
    {
        var (mine, hrs) = ((await ReadAsync(held.Instructor))!, (await ReadAsync(held.Contact))!);

        Assert.Contains(HeldTalk.Private, Answers(mine));
        Assert.Contains(HeldTalk.Private, Answers((await ReadAsync(held.Apprentice))!));
        Assert.DoesNotContain(HeldTalk.Private, Answers(hrs));
        Assert.Equal((0, 1), (mine.LeftOut, hrs.LeftOut));
        var goal = mine.Sections[0].Questions[0].Goals[0];
        Assert.Equal([(FormParties.Apprentice, Level.Masters), (FormParties.Instructor, Level.UnderWay), (FormParties.Together, Level.NeedsPractice)], goal.Ratings.Select(r => (r.By, r.Level!.Value)));
        Assert.Equal(HeldTalk.Note, mine.Sections[1].Questions.Single(q => q.Asked.Key == "steps").Notes);
        Assert.Null(await ReadAsync(await Given.HrAsync()));
        Assert.Equal([held.Instructor.Id, held.Contact.Id], await App.DbAsync(db => db.AccessTraces.OrderBy(o => o.At).ThenBy(o => o.Id).Select(o => o.Reader.PersonId!.Value).ToListAsync()));
    }

    [BothDatabases]
    public async Task A_talk_that_one_had_signed_before_hashes_were_kept_is_signed_by_the_other()
    {
        var talk = await Given.EvaluationAsync(App.Clock.Today.AddDays(-App.Clock.Today.Day + 20), held.Apprentice, held.Instructor);
        await App.ChangeAsync(async db =>
        {
            var old = await db.Evaluations.Include(e => e.Signatures).Include(e => e.Documents).SingleAsync(e => e.Id == talk.Id);
            old.Hold(App.Clock.Today, "Vi snakket.", held.Instructor.Id, App.Clock.Today);
            old.Sign(held.Instructor.Id, Roles.Instructor, App.Clock.GetUtcNow());
        });
        await App.DbAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE "EvaluationSignatures" SET "Hash" = NULL, "Seal" = NULL, "Name" = NULL, "Order" = 0 WHERE "EvaluationId" = {talk.Id}"""));
        await App.DbAsync(db => db.SealedTalks.Where(d => d.EvaluationId == talk.Id).ExecuteDeleteAsync());
        App.Clock.Advance(TimeSpan.FromDays(1));

        await App.As(held.Apprentice).RunAsync((SignTalk use) => use.RunAsync(talk.Id, new SignTalk.Input { HaveRead = true, Name = held.Apprentice.FullName }));

        Assert.Equal(EvaluationState.Signed, await App.DbAsync(db => db.Evaluations.Where(e => e.Id == talk.Id).Select(e => e.State).SingleAsync()));
        Assert.Equal(0, await App.AsConsole().RunAsync((VerifyCommand use) => use.RunAsync([])));
    }

    private static IEnumerable<string?> Answers(TalkReading reading) => reading.Sections.SelectMany(section => section.Questions).SelectMany(question => question.Answers).Select(answer => answer.Text);

    private Task<TalkReading?> ReadAsync(Person person)
    {
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        return App.As(person).RunAsync((ReadTalk use) => use.RunAsync(held.Id, isOpening: true));
    }

    private Task NoteAsync(Person person, FormParties party) =>
        App.As(person).RunAsync((NoteSignature use) => use.RunAsync(held.Id, new NoteSignature.Input { Party = party, Reason = "Har sluttet." }));

    private async Task<IEnumerable<Guid>> AskedAsync(Person supervisor) =>
        (await App.As(supervisor).RunAsync((ReadSupervisorHome use) => use.RunAsync())).Tasks.Where(task => task.Reason == WaitingReason.TalkToSign).Select(task => task.AboutId);
}
