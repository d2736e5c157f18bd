using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

/// <summary>Which goals are proposed to live on as which.</summary>
public sealed class GoalSuccessionTests
{
    [Fact]
    public void The_same_code_comes_first_whatever_the_words()
    {
        var lines = GoalSuccession.Propose([Goal("KM1", "Bake brød")], [Goal("KM1", "Skjære planker"), Goal("KM2", "Bake brød")]);

        Assert.Equal(new SuccessionProposal("KM1", "KM1", SuccessionReason.SameCode, 100), lines[0]);
    }

    [Fact]
    public void Another_code_follows_by_the_words_in_another_inflection_too()
    {
        var lines = GoalSuccession.Propose(
            [Goal("K1", "Planlegge drift av bakeriet"), Goal("K2", "Vaske redskaper")],
            [Goal("KM1", "Vask av redskapene", 1), Goal("KM2", "Planlegging av drift i bakerier", 2)]);

        Assert.Equal([("K1", "KM2"), ("K2", "KM1")], lines.Select(line => (line.Old, line.New)));
        Assert.All(lines, line => Assert.Equal(SuccessionReason.Alike, line.Reason));
        Assert.All(lines, line => Assert.InRange(line.Percent, GoalSuccession.LeastAlike, 100));
    }

    [Fact]
    public void The_official_words_decide_where_both_have_them()
    {
        var (old, alike, other) = (Goal("K1", "Bake"), Goal("KM1", "Bake", 1), Goal("KM2", "Noe helt annet", 2));
        old.Word(Official("rense og vedlikeholde ovner"));
        alike.Word(Official("telle kasser på lageret"));
        other.Word(Official("vedlikeholde og rense ovnene"));

        Assert.Equal("KM2", Assert.Single(GoalSuccession.Propose([old], [alike, other])).New);
    }

    [Fact]
    public void One_goal_may_be_proposed_to_live_on_as_two()
    {
        var lines = GoalSuccession.Propose([Goal("K1", "Bestille mel og selge brød")], [Goal("KM1", "Bestille mel", 1), Goal("KM2", "Selge brød", 2)]);

        Assert.Equal(["KM1", "KM2"], lines.Select(line => line.New));
    }

    [Fact]
    public void Two_goals_may_be_proposed_to_live_on_as_one()
    {
        var lines = GoalSuccession.Propose([Goal("K1", "Bestille mel"), Goal("K2", "Selge brød", 2)], [Goal("KM1", "Bestille mel og selge brød")]);

        Assert.Equal([("K1", "KM1"), ("K2", "KM1")], lines.Select(line => (line.Old, line.New)));
    }

    [Fact]
    public void A_goal_like_no_other_is_proposed_to_end() => Assert.Equal(
        [new SuccessionProposal("K1", null, SuccessionReason.NoneAlike, 0)], GoalSuccession.Propose([Goal("K1", "Bake brød")], [Goal("KM1", "Skjære planker")]));

    [Fact]
    public void The_order_the_goals_come_in_changes_nothing()
    {
        List<Goal> old = [.. Enumerable.Range(1, 9).Select(i => Goal($"K{i}", $"Arbeide med ting nummer {i % 4} og {i % 3}", i))];
        List<Goal> now = [.. Enumerable.Range(1, 7).Select(i => Goal($"KM{i}", $"Arbeid med ting {i % 3} og nummer {i % 4}", i))];

        Assert.Equal(GoalSuccession.Propose(old, now), GoalSuccession.Propose(Enumerable.Reverse(old), Enumerable.Reverse(now)));
    }

    private static Goal Goal(string code, string title, int order = 1) => new(code, order, new LocalText(title, title, title));

    private static OfficialText Official(string words) => new(words, "nob", words, null, null);
}
