using Apprentices.Domain;
using Apprentices.Features.Evaluations.Together;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Evaluations.Together;

public sealed class HoldTogetherTests : AppTests
{
    [BothDatabases]
    public async Task Who_follows_her_up_begins_it_on_the_form_of_today_and_before_nobody_writes()
    {
        var scene = await TogetherScene.BeginAsync(App, begin: false);
        await Assert.ThrowsAsync<RuleException>(() => scene.TakeAsync(scene.Siv, TogetherScene.Masters));
        await Assert.ThrowsAsync<NotAllowedException>(() => App.As(scene.Ingrid).RunAsync((BeginTalk use) => use.RunAsync(scene.TalkId)));
        Assert.Empty((await scene.ReadAsync(scene.Ingrid))!.Sections);

        await App.As(scene.Tor).RunAsync((BeginTalk use) => use.RunAsync(scene.TalkId));

        var talk = (await scene.ReadAsync(scene.Ingrid))!;
        Assert.True(talk.IsOpen);
        Assert.Contains(talk.Sections.SelectMany(section => section.Questions), question => question.Key == TogetherScene.Masters);
        Assert.Equal(["Ingrid Solheim", "Siv Åmot", "Tor Eide", "Nina Dahl"], talk.Members.Select(member => member.Name));
    }

    [BothDatabases]
    public async Task Two_write_in_different_blocks_at_once_and_each_sees_the_others_text()
    {
        var scene = await TogetherScene.BeginAsync(App);

        await Task.WhenAll(
            Task.Run(() => scene.WriteAsync(scene.Siv, TogetherScene.Masters, "Feilsøking.")),
            Task.Run(() => scene.WriteAsync(scene.Ingrid, TogetherScene.Improve, "Planlegging.")));

        var seen = (await scene.ReadAsync(scene.Ingrid))!.Blocks;
        Assert.Equal(
            [("improve", "Planlegging.", (Guid?)scene.Ingrid.Id), ("masters", "Feilsøking.", scene.Siv.Id)],
            seen.OrderBy(block => block.Question, StringComparer.Ordinal).Select(block => (block.Question, block.Text, block.WriterId)));
    }

    [BothDatabases]
    public async Task Who_loses_a_block_keeps_what_she_typed_as_a_suggestion_that_is_used_or_set_aside()
    {
        var scene = await TogetherScene.BeginAsync(App);
        var hers = await scene.TakeAsync(scene.Ingrid, TogetherScene.Masters);
        var saved = await scene.WriteAsync(scene.Ingrid, TogetherScene.Masters, "Jeg mestrer", hers.Version);
        await scene.WriteAsync(scene.Siv, TogetherScene.Masters, "Ingrid mestrer mye.");

        Assert.False((await scene.WriteAsync(scene.Ingrid, TogetherScene.Masters, "Jeg mestrer feilsøking.", saved.Version)).Stands);
        var block = await scene.BlockAsync(TogetherScene.Masters);
        Assert.Equal(("Ingrid mestrer mye.", scene.Siv.Id), (block.Text, block.WriterId));
        var suggestion = Assert.Single(block.Suggestions);
        Assert.Equal((scene.Ingrid.Id, "Jeg mestrer feilsøking."), (suggestion.PersonId, suggestion.Text));

        // Another does not set her words aside; anybody takes them in, and nothing that stood there goes.
        await Assert.ThrowsAsync<NotThereException>(() => SettleAsync(scene, scene.Siv, suggestion.Id, use: false));
        await SettleAsync(scene, scene.Siv, suggestion.Id, use: true);
        block = await scene.BlockAsync(TogetherScene.Masters);
        Assert.Equal("Ingrid mestrer mye.\nJeg mestrer feilsøking.", block.Text);
        Assert.Empty(block.Suggestions);
        await Assert.ThrowsAsync<NotThereException>(() => SettleAsync(scene, scene.Ingrid, suggestion.Id, use: false));
    }

    [BothDatabases]
    public async Task Of_two_who_answer_the_same_the_later_is_shown_the_others_answer()
    {
        var scene = await TogetherScene.BeginAsync(App);
        var goal = scene.Contract.Plan[0];

        var stand = await Task.WhenAll(
            Task.Run(() => scene.AgreeOnLevelAsync(scene.Siv, goal, Level.Masters)), Task.Run(() => scene.AgreeOnLevelAsync(scene.Ingrid, goal, Level.UnderWay)));

        Assert.Single(stand, true);
        var answer = Assert.Single((await scene.ReadAsync(scene.Tor))!.Answers);
        Assert.Equal(stand[0] ? Level.Masters : Level.UnderWay, answer.Level);
        Assert.True(await scene.AgreeOnLevelAsync(scene.Tor, goal, Level.NeedsPractice, answer.Version));
        Assert.False(await scene.AgreeOnLevelAsync(scene.Siv, goal, Level.Masters, answer.Version));
    }

    [BothDatabases]
    public async Task An_answer_that_the_question_does_not_take_is_refused()
    {
        var scene = await TogetherScene.BeginAsync(App);
        Task AnswerAsync(AgreeOnAnswer.Input input) => App.As(scene.Siv).RunAsync((AgreeOnAnswer use) => use.RunAsync(scene.TalkId, input));

        await Assert.ThrowsAsync<RuleException>(() => AnswerAsync(new() { Question = TogetherScene.LookAgain, Choice = "yes" }));
        await Assert.ThrowsAsync<RuleException>(() => AnswerAsync(new() { Question = TogetherScene.Goals, Level = Level.Masters }));
        await Assert.ThrowsAsync<NotThereException>(() => AnswerAsync(new() { Question = "satisfied", Choice = "yes" }));
        await Assert.ThrowsAsync<NotThereException>(() => AnswerAsync(new() { Question = TogetherScene.Goals, GoalId = Guid.CreateVersion7(), Level = Level.Masters }));
        await AnswerAsync(new() { Question = TogetherScene.LookAgain, Day = App.Clock.Today.AddDays(30) });
    }

    [BothDatabases]
    public async Task Ended_it_is_held_and_sealed_and_the_levels_are_ratings_by_her_who_ends_it_once()
    {
        var scene = await TogetherScene.BeginAsync(App);
        var (goal, day) = (scene.Contract.Plan[1], App.Clock.Today.AddDays(-1));
        await scene.AgreeOnLevelAsync(scene.Ingrid, goal, Level.Masters);
        var missing = await Assert.ThrowsAsync<RuleException>(() => scene.FinishAsync(scene.Siv));
        Assert.Contains("Hva mestrer lærlingen godt nå?", missing.Message, StringComparison.Ordinal);
        await scene.AnswerAllAsync();
        await scene.AgreeOnAsync(scene.Siv, "Lage en plan", scene.Ingrid);

        await Assert.ThrowsAsync<NotAllowedException>(() => scene.FinishAsync(scene.Ingrid));
        var ends = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () => await Record.ExceptionAsync(() => scene.FinishAsync(scene.Siv, day)))));

        Assert.Single(ends, failure => failure is null);
        var talk = await scene.TalkAsync();
        Assert.Equal((EvaluationState.Held, day, scene.Siv.Id), (talk.State, talk.HeldOn!.Value, talk.HeldById!.Value));
        Assert.Contains("Mestrer feilsøking.", Assert.Single(talk.Documents).Json, StringComparison.Ordinal);
        var rating = await App.DbAsync(db => db.GoalRatings.SingleAsync(one => one.PlannedGoalId == goal.Id));
        Assert.Equal((Level.Masters, day, scene.Siv.Id), (rating.Level, rating.RatedOn, rating.RatedById));
    }

    [BothDatabases]
    public async Task What_is_written_while_it_is_being_ended_is_sealed_with_it()
    {
        var scene = await TogetherScene.BeginAsync(App);
        await scene.AnswerAllAsync();
        await using var ingrid = scene.DeviceOf(scene.Ingrid, TogetherScene.Priorities);
        await ingrid.Pen.TakeAsync();

        await Task.WhenAll(
            Task.Run(() => scene.FinishAsync(scene.Siv)),
            Task.Run(() => scene.AgreeOnAsync(scene.Tor, "Gi plass på vaktmøtene", scene.Tor)),
            Task.Run(async () =>
            {
                for (var word = 0; word < 10; word++)
                {
                    ingrid.Pen.Type(ingrid.Pen.Typed + $" ord{word}");
                    Assert.True(await ingrid.Pen.SaveAsync(), "Nobody else wrote there.");
                }
            }));

        await IsSealedAsItStandsAsync(scene);
    }

    [BothDatabases]
    public async Task Held_it_is_corrected_and_sealed_anew_until_somebody_signs()
    {
        var scene = await TogetherScene.BeginAsync(App);
        await scene.AnswerAllAsync();
        await scene.FinishAsync(scene.Siv);
        var before = (await scene.TalkAsync()).Documents[0].Hash;

        await scene.WriteAsync(scene.Ingrid, TogetherScene.Masters, "Mestrer feilsøking godt.");
        await scene.AgreeOnAsync(scene.Siv, "Lage en plan", scene.Ingrid);
        await IsSealedAsItStandsAsync(scene);
        Assert.NotEqual(before, (await scene.TalkAsync()).Documents[0].Hash);

        await using var device = scene.DeviceOf(scene.Ingrid, TogetherScene.Improve);
        await device.Pen.TakeAsync();
        await App.ChangeAsync(async db => (await db.Evaluations.Include(e => e.Signatures).Include(e => e.Documents).SingleAsync(e => e.Id == scene.TalkId)).Sign(scene.Siv.Id, Roles.Instructor, App.Clock.GetUtcNow()));
        device.Pen.Type(device.Pen.Typed + " Skrevet for sent.");
        Assert.False(await device.Pen.SaveAsync());

        await Assert.ThrowsAsync<RuleException>(() => scene.TakeAsync(scene.Siv, TogetherScene.Improve));
        await Assert.ThrowsAsync<RuleException>(() => scene.AgreeOnAsync(scene.Siv, "For sent", scene.Ingrid));
        var block = await scene.BlockAsync(TogetherScene.Improve);
        Assert.Contains("Skrevet for sent.", Assert.Single(block.Suggestions).Text, StringComparison.Ordinal);
        await IsSealedAsItStandsAsync(scene);
    }

    [BothDatabases]
    public async Task Who_loses_her_part_in_it_loses_the_page()
    {
        var scene = await TogetherScene.BeginAsync(App);
        var block = await scene.TakeAsync(scene.Siv, TogetherScene.Masters);
        App.Clock.Advance(TimeSpan.FromDays(2));
        await App.ChangeAsync(async db =>
        {
            var contract = await db.Apprenticeships.Include(a => a.Assignments).SingleAsync(a => a.Id == scene.Contract.Id);
            var other = await db.People.SingleAsync(person => person.Id == scene.Tor.Id);
            contract.Assign(other, AssignmentRole.Instructor, App.Clock.Today.AddDays(-1));
        });

        Assert.Null(await scene.ReadAsync(scene.Siv));
        await Assert.ThrowsAsync<NotThereException>(() => scene.WriteAsync(scene.Siv, TogetherScene.Masters, "Etterpå", block.Version));
        Assert.NotNull(await scene.ReadAsync(scene.Tor));
    }

    [BothDatabases]
    public async Task Its_opening_is_noted_once_for_the_apprentice_to_see_however_often_it_is_read_anew()
    {
        var scene = await TogetherScene.BeginAsync(App);
        await scene.ReadAsync(scene.Siv, again: false);
        await scene.ReadAsync(scene.Siv);
        await scene.ReadAsync(scene.Ingrid, again: false);

        Assert.Equal([scene.Siv.Id], await App.DbAsync(db => db.AccessTraces.Where(opening => opening.ThingId == scene.TalkId).Select(opening => opening.Reader.PersonId!.Value).ToListAsync()));
    }

    private Task SettleAsync(TogetherScene scene, Person who, Guid suggestion, bool use) => App.As(who).RunAsync((SettleSuggestion settle) => settle.RunAsync(scene.TalkId, suggestion, use));

    private static async Task IsSealedAsItStandsAsync(TogetherScene scene)
    {
        var talk = await scene.TalkAsync();
        var json = Assert.Single(talk.Documents).Json;
        Assert.All(talk.Blocks, block => Assert.Contains(System.Text.Json.JsonEncodedText.Encode(block.Text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(), json, StringComparison.Ordinal));
        Assert.All(talk.Actions, action => Assert.Contains(action.What, json, StringComparison.Ordinal));
    }
}
