using Apprentices.Domain;
using Apprentices.Features.Drafts;
using Apprentices.Features.Evaluations.Preparation;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Evaluations.Preparation;

public sealed class PreparationTests : PreparedTalk
{
    [BothDatabases]
    public async Task What_is_saved_comes_back_and_is_handed_in_and_taken_back_until_the_other_has_handed_in()
    {
        await SaveAsync(Apprentice, "Jeg satte opp en tjener.");
        var saved = (await ShowAsync(Apprentice))!;
        Assert.Contains(saved.Answers, answer => answer.Text == "Jeg satte opp en tjener.");
        Assert.True(saved.MayWrite);

        await HandInAsync(Apprentice, PreparationInput.For(saved));
        Assert.Equal((false, true, false), ((await ShowAsync(Apprentice))!.MayWrite, (await ShowAsync(Apprentice))!.MayTakeBack, (await ShowAsync(Apprentice))!.IsOpen));
        var handedIn = (await ShowAsync(Apprentice))!;
        await Assert.ThrowsAsync<RuleException>(() => SaveAsync(Apprentice, PreparationInput.For(handedIn)));

        await TakeBackAsync(Apprentice);
        Assert.True((await ShowAsync(Apprentice))!.MayWrite);
        await Assert.ThrowsAsync<RuleException>(() => TakeBackAsync(Apprentice));

        await HandInAsync(Apprentice, "Jeg satte opp en tjener.");
        await HandInAsync(Instructor, "Hun gjorde det selv.");
        Assert.True((await ShowAsync(Apprentice))!.IsOpen);
        await Assert.ThrowsAsync<RuleException>(() => TakeBackAsync(Apprentice));
        await Assert.ThrowsAsync<RuleException>(() => TakeBackAsync(Instructor));
    }

    [BothDatabases]
    public async Task Who_opens_her_part_is_noted_on_the_record_but_has_read_nothing_of_the_talk_yet()
    {
        await ShowAsync(Apprentice);
        Assert.Null(await ShowAsync(Stranger));
        Assert.Null(await ShowAsync(Former));
        Assert.Empty(await App.DbAsync(db => db.AccessTraces.ToListAsync()));

        await ShowAsync(Instructor);

        var trace = Assert.Single(await App.DbAsync(db => db.AccessTraces.Include(trace => trace.Reader).ToListAsync()));
        Assert.Equal((Contract.Id, Opened.Preparation, Instructor.Id), (trace.ApprenticeshipId, trace.What, trace.Reader.PersonId!.Value));
        Assert.Equal(nameof(ShowPreparation), trace.UseCase);
        Assert.Empty((await App.As(Apprentice).RunAsync((ListTalkReaders use) => use.RunAsync(Talk.Id)))!.Rows);
    }

    [BothDatabases]
    public async Task Nothing_is_handed_in_without_what_is_required_and_the_sentence_names_it()
    {
        var input = await FillAsync(Apprentice, "Ja");
        input.To("satisfied").Text = " ";
        var goal = input.Answers.First(answer => answer.Level is not null);
        goal.Level = null;

        var refusal = await Assert.ThrowsAsync<RuleException>(() => HandInAsync(Apprentice, input));

        Assert.Contains("Hva er du mest fornøyd med i arbeidet ditt dette halvåret?", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("«Mål ", refusal.Message, StringComparison.Ordinal);
        Assert.False((await ShowAsync(Apprentice))!.MayTakeBack);
        Assert.Empty(await App.DbAsync(db => db.EvaluationAnswers.ToListAsync()));
    }

    [BothDatabases]
    public async Task What_a_shown_question_asks_is_required_and_what_is_hidden_is_not_kept()
    {
        var input = await FillAsync(Apprentice, "Ro på morgenen");
        input.To("facilitation-what").Text = null;
        await Assert.ThrowsAsync<RuleException>(() => HandInAsync(Apprentice, input));

        input.To("facilitation-what").Text = "Ro på morgenen";
        await SaveAsync(Apprentice, input);
        Assert.Contains((await ShowAsync(Apprentice))!.Answers, answer => answer.Question == "facilitation-what");

        var again = PreparationInput.For((await ShowAsync(Apprentice))!);
        again.To("facilitation").Choice = "no";
        await HandInAsync(Apprentice, again);
        Assert.DoesNotContain((await ShowAsync(Apprentice))!.Answers, answer => answer.Question == "facilitation-what");
    }

    [BothDatabases]
    public async Task Of_two_of_a_party_the_later_one_is_told_and_overwrites_nothing()
    {
        var (hers, deputys) = (await FillAsync(Instructor, "Fra instruktøren"), await FillAsync(Deputy, "Fra vikaren"));
        await SaveAsync(Deputy, deputys);

        var refusal = await Assert.ThrowsAsync<RuleException>(() => SaveAsync(Instructor, hers));

        Assert.Contains("Dina Vikar", refusal.Message, StringComparison.Ordinal);
        var saved = (await ShowAsync(Instructor))!;
        Assert.Equal(("Dina Vikar", true), (saved.SavedBy, saved.Answers.Any(answer => answer.Text == "Fra vikaren")));
        hers.Version = saved.Version;
        await SaveAsync(Instructor, hers);
        Assert.Contains((await ShowAsync(Deputy))!.Answers, answer => answer.Text == "Fra instruktøren");
    }

    [BothDatabases]
    public async Task Both_who_begin_in_the_same_moment_take_the_same_form_and_nothing_is_lost()
    {
        var (hers, his) = (await FillAsync(Apprentice, "Fra lærlingen"), await FillAsync(Instructor, "Fra instruktøren"));

        await Task.WhenAll(Task.Run(() => SaveAsync(Apprentice, hers)), Task.Run(() => SaveAsync(Instructor, his)));

        Assert.Contains((await ShowAsync(Apprentice))!.Answers, answer => answer.Text == "Fra lærlingen");
        Assert.Contains((await ShowAsync(Instructor))!.Answers, answer => answer.Text == "Fra instruktøren");
        Assert.Equal(hers.EditionId, await App.DbAsync(db => db.Evaluations.Where(e => e.Id == Talk.Id).Select(e => e.FormEditionId).SingleAsync()));
    }

    [BothDatabases]
    public async Task Taking_back_while_the_other_hands_in_either_comes_first_or_is_refused()
    {
        await HandInAsync(Apprentice, "Fra lærlingen");
        var his = await FillAsync(Instructor, "Fra instruktøren");

        var takingBack = Task.Run(() => TakeBackAsync(Apprentice));
        await Task.WhenAll(Task.Run(() => HandInAsync(Instructor, his)), takingBack.ContinueWith(_ => { }, TaskScheduler.Default));

        var isOpen = (await ShowAsync(Apprentice))!.IsOpen;
        Assert.Equal(isOpen, takingBack.IsFaulted);
        Assert.Equal(!isOpen, (await ShowAsync(Apprentice))!.MayWrite);
    }

    [BothDatabases]
    public async Task A_talk_keeps_the_edition_it_was_begun_on()
    {
        var opened = await FillAsync(Apprentice, "Før den nye utgaven");
        await PublishAnewAsync();

        var refusal = await Assert.ThrowsAsync<RuleException>(() => SaveAsync(Apprentice, opened));
        Assert.Equal(PreparationTexts.FormChanged, refusal.Message);

        await SaveAsync(Apprentice, "Etter den nye utgaven");
        var edition = (await ShowAsync(Apprentice))!.EditionId;
        await PublishAnewAsync();
        Assert.Equal(edition, (await ShowAsync(Instructor))!.EditionId);
    }

    [BothDatabases]
    public async Task Only_what_the_form_asks_of_her_is_taken()
    {
        var input = await FillAsync(Apprentice, "Ja");
        input.To("knows-goals").Choice = "another";
        await Assert.ThrowsAsync<RuleException>(() => SaveAsync(Apprentice, input));

        input = await FillAsync(Apprentice, "Ja");
        input.To("explained").Text = "Det er instruktøren som blir spurt.";
        input.To("agreed").Text = "Det er vi to som svarer.";
        await SaveAsync(Apprentice, input);
        Assert.DoesNotContain(await App.DbAsync(db => db.EvaluationAnswers.Select(answer => answer.Question).ToListAsync()), key => key is "explained" or "agreed");

        input = await FillAsync(Instructor, "Ja");
        input.To("goals", Guid.CreateVersion7()).Level = Level.Masters;
        await Assert.ThrowsAsync<RuleException>(() => SaveAsync(Instructor, input));
        await Assert.ThrowsAsync<RuleException>(() => SaveAsync(Contact, new PreparationInput { EditionId = input.EditionId }));
    }

    [BothDatabases]
    public async Task Once_the_talk_has_begun_nothing_more_is_prepared()
    {
        await SaveAsync(Apprentice, "Lagret, ikke levert");
        var his = await FillAsync(Instructor, "For sent");
        await BeginAsync();

        await Assert.ThrowsAsync<RuleException>(() => SaveAsync(Instructor, his));
        await Assert.ThrowsAsync<RuleException>(() => HandInAsync(Instructor, his));
        Assert.True((await ShowAsync(Instructor))!.IsOpen);
    }

    [Fact]
    public async Task It_says_who_will_read_it_who_writes_along_and_who_has_handed_in()
    {
        await HandInAsync(Apprentice, "Ja");

        var his = (await ShowAsync(Instructor))!;

        Assert.Equal(["Dina Vikar"], his.Along);
        Assert.Equal(["Mari Ås", "Dina Vikar", "Eli Lunde", "Tor Vik"], his.Readers.Select(reader => reader.Name));
        Assert.True(Assert.Single(his.Others, other => other.Party == FormParties.Apprentice).HasHandedIn);
        Assert.False(Assert.Single((await ShowAsync(Apprentice))!.Others, other => other.Party == FormParties.Instructor).HasHandedIn);
    }

    [Fact]
    public async Task The_goals_are_those_of_the_half_year_those_not_mastered_yet_and_those_with_something_new()
    {
        var plan = (await ShowAsync(Apprentice))!.Goals;
        var later = plan.First(goal => !goal.IsAsked);
        await App.ChangeAsync(async db =>
        {
            var hers = await db.Apprenticeships.Include(a => a.Plan).SingleAsync(a => a.Id == Contract.Id);
            var goal = hers.Plan.Single(one => one.Id == later.Id);
            db.Add(HandedIn.Entry(hers, App.Clock.Today.AddDays(-1), "Satte opp en tjener. Det gikk bra.", [goal], App.Clock.GetUtcNow(), App.Clock.Today));
            db.Add(Observation.Write(hers, App.Clock.Today.AddDays(-2), "Forklarte godt", [goal], Instructor.Id, App.Clock.GetUtcNow(), App.Clock.Today));
        });

        var asked = (await ShowAsync(Apprentice))!.Goals.Single(goal => goal.Id == later.Id);

        Assert.True(asked.IsAsked);
        Assert.Equal([("Satte opp en tjener", EvidenceKind.Entry), ("Forklarte godt", EvidenceKind.Observation)], asked.Since.Select(one => (one.Text, one.Kind)));
        Assert.All(plan.Where(goal => goal.IsAsked), goal => Assert.Equal(1, Contract.Plan.Single(one => one.Id == goal.Id).HalfYear));
    }

    [Fact]
    public async Task Two_devices_drafts_are_put_together_without_losing_a_word()
    {
        var (one, other) = (await FillAsync(Apprentice, "Fra mobilen"), await FillAsync(Apprentice, "Fra maskinen"));
        one.To("hard").Text = null;
        one.To("goals", one.Answers.First(answer => answer.Level is not null).GoalId).Level = null;

        var joined = System.Text.Json.JsonSerializer.Deserialize<PreparationInput>(DraftForm.Join<PreparationInput>(DraftForm.Of(one), DraftForm.Of(other)))!;

        Assert.Equal("Fra mobilen\n\nFra maskinen", joined.Find("satisfied")!.Text);
        Assert.Equal("Fra maskinen", joined.Find("hard")!.Text);
        Assert.All(joined.Answers.Where(answer => answer.Question == "goals"), answer => Assert.Equal(Level.Masters, answer.Level));
        Assert.Contains("Fra mobilen", DraftForm.Words<PreparationInput>(DraftForm.Of(one)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_may_not() =>
        await Assert.ThrowsAsync<NotAllowedException>(async () => await ShowAsync(await Given.AdministratorAsync()));

    private Task PublishAnewAsync() => App.ChangeAsync(async db =>
    {
        var form = await db.EvaluationForms.Include(one => one.Editions).SingleAsync(one => one.ShippedKey == "half-year");
        var content = form.Current!.Content;
        form.Write(content with { SigningSteps = content.SigningSteps.Count == 1 ? [FormParties.Apprentice | FormParties.Instructor, FormParties.TrainingManager] : [content.Signers] });
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        form.Publish(App.Clock.GetUtcNow(), null);
    });
}
