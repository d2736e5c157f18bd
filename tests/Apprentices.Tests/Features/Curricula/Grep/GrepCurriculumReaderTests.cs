using System.Text.Json.Nodes;
using Apprentices.Domain;
using Apprentices.Features.Curricula.Grep;
using static Apprentices.Tests.Features.Curricula.GrepExample;

namespace Apprentices.Tests.Features.Curricula.Grep;

/// <summary>Elements of Grep in both its shapes become a curriculum with its goals.</summary>
public sealed class GrepCurriculumReaderTests
{
    [Fact]
    public void A_curriculum_of_LK20_has_its_goals_in_order_and_in_every_language()
    {
        var curriculum = Put(Whole());

        Assert.Equal((Code, "LK20", new DateOnly(2024, 8, 1)), (curriculum.Code, curriculum.Reform, curriculum.ValidFrom));
        Assert.Null(curriculum.ValidTo);
        Assert.True(curriculum.IsWhole);
        Assert.Equal(["KM9501", "KM9502", "KM9503"], curriculum.Goals.Select(goal => goal.Code));
        Assert.Equal(
            new OfficialText("bygge et tårn av klosser og forklare hvorfor det står", "nob", "bygge et tårn av klosser og forklare hvorfor det står", "byggje eit tårn av klossar og forklare kvifor det står", "build a tower"),
            curriculum.Goals[0].Words);
        Assert.Equal(("telle klossene", "nb"), curriculum.Goals[1].Words.In(Language.English));
        Assert.Equal("Alle skal opp til prøve.", curriculum.Assessment.Nb);
        Assert.Equal(["KE9001", "KM9501", "KM9502", "KM9503", "KV9001", Code], curriculum.Elements.Select(item => item.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_curriculum_of_LK06_has_its_goals_under_main_areas()
    {
        var curriculum = Put(Lk06());

        Assert.Equal(("LK06", new DateOnly(2023, 7, 31)), (curriculum.Reform, curriculum.ValidTo));
        Assert.Equal(["Klosser", "Tårn"], curriculum.Areas.Select(area => area.Fixed));
        Assert.Equal([("K9001", 1, "sortere klosser", false), ("K9002", 2, "bygge tårn i høyden", true)], curriculum.Goals.Select(goal => (goal.Code, goal.Area ?? 0, goal.Words.Fixed!, goal.IsWhole)));
    }

    [Fact]
    public void A_set_may_stand_within_its_curriculum_and_goals_under_their_area()
    {
        var whole = Lk06();
        var set = whole[1].DeepClone().AsObject();
        set["hovedomraader-i-kontekst-av-kompetansemaalsett"]![1]!["kompetansemaal"] = new JsonArray(Reference("K9003", "kompetansemaal", "rive tårn"));
        whole[0]["kompetansemaal-kapittel"]!["kompetansemaalsett"] = new JsonArray(set);

        var curriculum = Put(whole[0]);

        Assert.Equal([("K9003", 2), ("K9001", 1), ("K9002", 0)], curriculum.Goals.Select(goal => (goal.Code, goal.Area ?? 0)));
    }

    [Fact]
    public void What_is_missing_is_named_and_a_goal_that_is_only_named_has_one_language()
    {
        var curriculum = Put(Curriculum(fixedIn: "nno", sets: ["KV9001", "KV9002"]), Set(goals: [("KM9501", "byggje tårn"), ("KM9502", null)]));

        Assert.Equal(["KV9002"], curriculum.MissingSets);
        Assert.Equal(["KM9502"], curriculum.MissingGoals);
        Assert.False(curriculum.IsWhole);
        var goal = Assert.Single(curriculum.Goals);
        Assert.False(goal.IsWhole);
        Assert.Equal(new OfficialText("byggje tårn", "nno", null, "byggje tårn", null), goal.Words);
    }

    [Theory]
    [InlineData("\"Ord\"", "nob", "Ord")]
    [InlineData("""[{"spraak":"default","verdi":"Ord"}]""", "nob", "Ord")]
    [InlineData("""{"tekst":[{"spraak":"default","verdi":"Ord"}],"forskrift":true}""", "nob", "Ord")]
    [InlineData("""[{"spraak":"nob","verdi":"Ord"}]""", "nob", "Ord")]
    [InlineData("""[{"spraak":"default","verdi":"Sátni"},{"spraak":"nob","verdi":"Ord"}]""", "sme", "Ord")]
    [InlineData("""[{"spraak":"default","verdi":"Ord"},{"spraak":"nob","verdi":"Ord"}]""", null, "Ord")]
    public void A_text_is_read_in_each_of_its_shapes(string json, string? fixedIn, string bokmal) =>
        Assert.Equal(bokmal, ((System.Text.Json.JsonElement?)System.Text.Json.JsonDocument.Parse(json).RootElement).Official(fixedIn).In(Language.Bokmal).Text);

    [Theory]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("""{"tekst":7}""")]
    [InlineData("""[7, {"spraak":7,"verdi":"Ord"}, {"spraak":"nob","verdi":"  "}]""")]
    public void What_is_no_text_says_nothing(string json) =>
        Assert.Equal(OfficialText.None, ((System.Text.Json.JsonElement?)System.Text.Json.JsonDocument.Parse(json).RootElement).Official("nob"));

    [Fact]
    public void Expired_is_told_by_the_end_of_the_status_whatever_stands_before()
    {
        var expired = Curriculum().With(("status", "http://psi.udir.no/kl06/status_utgaatt"));

        Assert.True(Put(expired).HasExpired);
        Assert.False(Put(Curriculum()).HasExpired);
    }

    [Fact]
    public void A_kind_is_told_by_what_an_element_has_where_it_has_no_type()
    {
        var (curriculum, set) = (Curriculum(), Set(goals: ("KM9501", "bygge")));
        curriculum.Remove("grep-type");
        set.Remove("grep-type");

        Assert.Equal(["KM9501"], Put(curriculum, set).Goals.Select(goal => goal.Code));
    }

    [Fact]
    public void A_curriculum_whose_parts_are_something_else_has_no_goals_and_breaks_nothing()
    {
        foreach (var odd in new JsonNode[] { 7, "tekst", new JsonArray(1, "to"), new JsonObject { ["kompetansemaalsett"] = "KV9001" }, new JsonObject { ["kompetansemaalsett"] = new JsonArray(1, new JsonArray()) } })
        {
            Assert.Empty(Put(Curriculum().With(("kompetansemaal-kapittel", odd), ("fastsettelsesinformasjon", 3), ("gyldighetsperiode", "nei"), ("erstatter", true))).Goals);
        }
    }

    private static GrepCurriculum Put(params JsonObject[] elements)
    {
        var reading = Read(Files(elements));
        return GrepCurriculumReader.Read(reading.Items.Values.Single(item => item.Kind == GrepKind.Curriculum), reading.Items.GetValueOrDefault);
    }
}
