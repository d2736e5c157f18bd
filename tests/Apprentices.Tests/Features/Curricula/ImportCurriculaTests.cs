using System.Text.Json.Nodes;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Curricula;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Apprentices.Tests.Features.Curricula.GrepExample;

namespace Apprentices.Tests.Features.Curricula;

public sealed class ImportCurriculaTests : AppTests
{
    private Person importer = null!;

    private Acting Hr => App.As(importer);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        importer = await Given.HrAsync();
    }

    [BothDatabases]
    public async Task A_new_curriculum_becomes_its_first_edition_and_every_element_is_kept_as_it_was()
    {
        var loose = Goal("KM9777", "noe helt annet", curriculum: "UKJ01-01").With(("ukjent", new JsonObject { ["dypt"] = new JsonArray(1.50m, true, null, "blå\u2028\"<b>\"") }));
        JsonObject[] elements = [.. Whole(replaces: "ITD03-01"), loose];

        var result = await Hr.ImportCurriculaAsync(elements);

        Assert.Equal([(Code, CurriculumOutcome.Added, 1)], result.Curricula.Select(one => (one.Code, one.Outcome, one.Edition)));
        var curriculum = await StoredAsync(Code);
        Assert.Equal((TradeFamily.IctService, "ITD03-01", "Prøvefaget"), (curriculum.Family, curriculum.ReplacesCode, curriculum.Trade.Nb));
        Assert.Equal("Bygge et tårn av klosser og forklare hvorfor det står", curriculum.Goals.Single(goal => goal.Code == "KM9501").Title.Nb);
        Assert.Equal("Build a tower", curriculum.Goals.Single(goal => goal.Code == "KM9501").Title.En);
        Assert.NotNull(Assert.Single(curriculum.Editions).ImportedAt);

        var kept = await App.DbAsync(db => db.GrepElements.ToDictionaryAsync(element => element.Code));
        Assert.Equal(elements.Length, kept.Count);
        Assert.All(elements, element => Assert.True(JsonNode.DeepEquals(element, JsonNode.Parse(kept[(string)element["kode"]!].Json)), (string)element["kode"]!));
    }

    [BothDatabases]
    public async Task The_shipped_edition_gains_the_words_in_place_and_the_same_again_changes_nothing()
    {
        var shipped = await StoredAsync("IUV03-01");
        var elements = Official(shipped);

        var first = await Hr.ImportCurriculaAsync(elements);
        var again = await Hr.PreviewCurriculaAsync(elements);

        Assert.Equal([CurriculumOutcome.Worded], first.Curricula.Select(one => one.Outcome));
        var worded = await StoredAsync("IUV03-01");
        Assert.Equal(shipped.Goals.Select(goal => (goal.Id, goal.Code, goal.Title)).Order(), worded.Goals.Select(goal => (goal.Id, goal.Code, goal.Title)).Order());
        Assert.All(worded.Goals, goal => Assert.Equal($"ordlyden til {goal.Code}", goal.Wording.Nb));
        Assert.Equal((1, 1), (worded.Edition, worded.Editions.Count));
        Assert.Equal(CurriculumOutcome.Unchanged, Assert.Single(again.Changes).Outcome);
        Assert.False(again.Changes[0].CanBeSaved);
        Assert.Empty(again.Apart);
        Assert.Equal(0, await App.AsNobody().RunAsync((LoadShippedCurricula use) => use.RunAsync()));
    }

    [BothDatabases]
    public async Task Other_goals_than_the_shipped_ones_make_edition_2_and_the_shipped_one_gains_words_for_those_it_shares()
    {
        var shipped = await StoredAsync("IUV03-01");
        var elements = Official(shipped, without: "KM6179", with: "KM9901");

        var change = Assert.Single((await Hr.PreviewCurriculaAsync(elements)).Changes);
        await Hr.ImportCurriculaAsync(elements);

        Assert.Equal((CurriculumOutcome.NextEdition, 2), (change.Outcome, change.Edition));
        Assert.Equal((1, 1, 20), (change.Count(GoalState.New), change.Count(GoalState.Removed), change.Count(GoalState.Worded)));
        var stored = await StoredAsync("IUV03-01");
        Assert.Equal((2, 21, 42), (stored.Edition, stored.Goals.Count(), stored.AllGoals.Count));
        var old = stored.AllGoals.Where(goal => goal.EditionNumber == 1).ToList();
        Assert.Equal(["KM6179"], old.Where(goal => !goal.Wording.IsGiven).Select(goal => goal.Code));
        Assert.Equal(old.Single(goal => goal.Code == "KM6199").Title, stored.Goals.Single(goal => goal.Code == "KM6199").Title);
        Assert.Equal("Ordlyden til KM9901", stored.Goals.Single(goal => goal.Code == "KM9901").Title.Nn);
    }

    [BothDatabases]
    public async Task A_second_edition_comes_as_a_difference_and_the_first_stays_readable()
    {
        await Hr.ImportCurriculaAsync(Whole());
        var later = Whole(words: "bygge to tårn av klosser og forklare hvorfor de står");
        var set = later[1]["kompetansemaal"]!.AsArray();
        set.RemoveAt(2);
        set.Add(Reference("KM9504", "kompetansemaal_lk20", "male tårnet"));
        JsonObject[] elements = [.. later.Where(element => (string)element["kode"]! != "KM9503"), Goal("KM9504", "male tårnet")];

        var change = Assert.Single((await Hr.PreviewCurriculaAsync(elements)).Changes);
        await Hr.ImportCurriculaAsync(elements);

        Assert.Equal([("KM9501", GoalState.Changed), ("KM9502", GoalState.Unchanged), ("KM9504", GoalState.New), ("KM9503", GoalState.Removed)], change.Goals.Select(goal => (goal.Code, goal.State)));
        var (tag, before, after) = change.Goals[0].Changes.Single();
        Assert.Equal(("nb", "bygge -et- +to+ tårn av klosser og forklare hvorfor -det- +de+ står"), (tag, Said(before, after)));
        var stored = await StoredAsync(Code);
        Assert.Equal([3, 3], stored.AllGoals.GroupBy(goal => goal.EditionNumber).OrderBy(edition => edition.Key).Select(edition => edition.Count()));
        Assert.StartsWith("bygge et", stored.AllGoals.Single(goal => goal is { EditionNumber: 1, Code: "KM9501" }).Wording.Nb, StringComparison.Ordinal);

        var shown = await Hr.RunAsync((ShowCurriculum use) => use.RunAsync(Code, 1));
        Assert.Equal((2, 1, 3), (shown!.InForce, shown.Shown, shown.Goals));
        var compared = await Hr.RunAsync((CompareEditions use) => use.RunAsync(Code, 1, 2));
        Assert.Equal(change.Goals.Select(goal => (goal.Code, goal.State)), compared!.Goals.Select(goal => (goal.Code, goal.State)));
    }

    [BothDatabases]
    public async Task Elements_that_come_later_resolve_and_one_that_lacks_a_part_loses_no_goal()
    {
        var whole = Whole();
        var first = await Hr.ImportCurriculaAsync(whole[0]);
        Assert.Equal(CurriculumOutcome.Added, Assert.Single(first.Curricula).Outcome);
        Assert.Equal(["KV9001"], Assert.Single((await Hr.PreviewCurriculaAsync(whole[0])).Changes).Read.MissingSets);

        Assert.Equal(2, Assert.Single((await Hr.ImportCurriculaAsync(whole[1])).Curricula).Edition);
        Assert.Null((await StoredAsync(Code)).Goals.First().Wording.En);
        Assert.Equal(CurriculumOutcome.Worded, Assert.Single((await Hr.ImportCurriculaAsync(whole[2])).Curricula).Outcome);
        Assert.Equal("build a tower", (await StoredAsync(Code)).Goals.Single(goal => goal.Code == "KM9501").Wording.En);

        var lacking = Assert.Single((await Hr.PreviewCurriculaAsync(Curriculum(sets: ["KV9001", "KV9555"]))).Changes);
        Assert.Equal((CurriculumOutcome.Incomplete, false), (lacking.Outcome, lacking.CanBeSaved));
    }

    [BothDatabases]
    public async Task Goals_of_an_older_reform_stand_under_their_main_areas()
    {
        await Hr.ImportCurriculaAsync(Lk06());

        var shown = await Hr.RunAsync((ShowCurriculum use) => use.RunAsync("GAM3-01"));

        Assert.Equal([("Klosser", "K9001"), ("Tårn", "K9002")], shown!.Areas.Select(area => (area.Title!.Nn, Assert.Single(area.Goals).Code)));
        Assert.Equal("Gammelfaget", shown.Trade.Nb);
    }

    [BothDatabases]
    public async Task Two_who_import_at_once_make_one_edition_and_one_sentence()
    {
        await Hr.ImportCurriculaAsync(Whole());
        var review = await Hr.PreviewCurriculaAsync(Whole(words: "rive et tårn"));
        var choices = review.Changes.Select(ImportCurricula.Choice.Of).ToList();

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            try
            {
                await Hr.RunAsync((ImportCurricula use) => use.RunAsync(review, choices));
                return "";
            }
            catch (RuleException refused)
            {
                return refused.Message;
            }
        }));

        Assert.Single(answers, "");
        Assert.All(answers.Where(answer => answer.Length > 0), answer => Assert.Equal(CurriculaTexts.ChangedSincePreview, answer));
        Assert.Equal((2, 6), ((await StoredAsync(Code)).Editions.Count, (await StoredAsync(Code)).AllGoals.Count));
    }

    [BothDatabases]
    public async Task Of_a_dump_what_the_app_knows_or_what_replaces_it_is_proposed_and_only_what_is_chosen_is_saved()
    {
        JsonObject[] dump =
        [
            .. Enumerable.Range(0, 40).SelectMany(number => Whole($"X{number:00}03-01", $"KV8{number:00}", $"KM8{number:00}").Where(element => ((string)element["kode"]!)[^1] is not ('2' or '3') || number == 0)),
            .. Whole("NY03-01", "KV7001", "KM7001", replaces: "ISF3-01").Where(element => (string)element["kode"]! is "NY03-01" or "KV7001" or "KM7001"),
        ];
        var review = await Hr.RunAsync((PreviewCurricula use) => use.RunAsync(Read(Files(dump.DistinctBy(element => (string)element["kode"]!)))));

        Assert.Equal(["NY03-01"], review.Changes.Where(change => change.IsProposed).Select(change => change.Read.Code));
        await Hr.RunAsync((ImportCurricula use) => use.RunAsync(review, [new("NY03-01", TradeFamily.Other, new LocalText("Nyfaget", "Nyfaget", "New"))]));

        Assert.Equal(("Nyfaget", TradeFamily.Other), ((await StoredAsync("NY03-01")).Trade.Nb, (await StoredAsync("NY03-01")).Family));
        Assert.Equal(6, await App.DbAsync(db => db.Curricula.CountAsync()));
        Assert.Empty(await App.DbAsync(db => db.GrepElements.Where(element => element.Code == "KV800" || element.Code == "X0003-01").ToListAsync()));
    }

    [BothDatabases]
    public async Task A_last_day_is_taken_over_and_none_is_taken_away()
    {
        await Hr.ImportCurriculaAsync(Whole());
        var ended = Whole();
        ended[0] = Curriculum(validTo: "2030-07-31");

        Assert.Equal(CurriculumOutcome.Unchanged, Assert.Single((await Hr.ImportCurriculaAsync(ended)).Curricula).Outcome);
        Assert.Empty((await Hr.PreviewCurriculaAsync(Whole())).Changes.Where(change => change.CanBeSaved));

        Assert.Equal(new DateOnly(2030, 7, 31), (await StoredAsync(Code)).ValidTo);
    }

    [Fact]
    public async Task A_new_trade_needs_its_name_in_three_languages_and_what_is_not_offered_cannot_be_chosen()
    {
        var review = await Hr.PreviewCurriculaAsync(Whole());

        foreach (var choices in new ImportCurricula.Choice[][] { [new(Code, TradeFamily.Other, new LocalText("Prøve", "", "Trial"))], [], [new("ITD03-01", TradeFamily.Other, new LocalText("a", "a", "a"))] })
        {
            await Assert.ThrowsAsync<RuleException>(() => Hr.RunAsync((ImportCurricula use) => use.RunAsync(review, choices)));
        }

        Assert.Equal(5, await App.DbAsync(db => db.Curricula.CountAsync()));
    }

    private static string Said(string before, string after) => string.Join(' ', WordComparison.Of(before, after).Select(piece =>
        piece.Change == WordChange.Goes ? $"-{piece.Text}-" : piece.Change == WordChange.Comes ? $"+{piece.Text}+" : piece.Text));

    /// <summary>A shipped curriculum as Grep would give it, with invented words; one goal may be left out and another put in.</summary>
    private static JsonObject[] Official(Curriculum shipped, string? without = null, string? with = null)
    {
        string[] codes = [.. shipped.Goals.OrderBy(goal => goal.Order).Select(goal => goal.Code).Where(code => code != without), .. new[] { with }.OfType<string>()];
        return
        [
            Curriculum(shipped.Code, sets: ["KV9100"]),
            Set("KV9100", shipped.Code, [.. codes.Select(code => (code, (string?)$"ordlyden til {code}"))]),
            .. codes.Select(code => Goal(code, $"ordlyden til {code}", $"ordlyden til {code}", $"the words of {code}", shipped.Code)),
        ];
    }

    private Task<Curriculum> StoredAsync(string code) => App.DbAsync(db => db.Curricula.AsNoTracking()
        .Include(curriculum => curriculum.AllGoals).Include(curriculum => curriculum.AllMainAreas).Include(curriculum => curriculum.Editions)
        .AsSplitQuery().SingleAsync(curriculum => curriculum.Code == code));
}
