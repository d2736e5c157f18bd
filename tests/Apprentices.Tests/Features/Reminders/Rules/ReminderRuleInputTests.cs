using Apprentices.Domain;
using Apprentices.Features.Reminders.Rules;
using Side = Apprentices.Features.Reminders.Rules.ReminderRuleInput.Side;

namespace Apprentices.Tests.Features.Reminders.Rules;

/// <summary>A rule as it is typed: what is wrong is said at its field.</summary>
public sealed class ReminderRuleInputTests
{
    [Fact]
    public void Every_shipped_rule_is_typed_as_it_is_and_has_a_name_in_words()
    {
        foreach (var (topic, rule) in ReminderRules.Shipped)
        {
            var input = ReminderRuleInput.Of(rule, isOff: false, version: null);
            Assert.Empty(input.WrongParts());
            Assert.True(input.ToRule().SaysTheSameAs(rule), topic.Key);
            Assert.NotEmpty(topic.Word());
            Assert.NotEmpty(ReminderTopicWords.Sentence(topic, rule));
            Assert.Equal(ReminderRules.LawBound.Contains(topic), topic.Law() is not null);
        }
    }

    [Theory]
    [InlineData(true, "bare i innboksen")]
    [InlineData(false, "på e-post og i innboksen")]
    public void Where_it_comes_is_typed_as_it_is_and_said_in_words(bool inboxOnly, string words)
    {
        var rule = ReminderRules.Shipped[new ReminderTopic(ReminderSubject.Action)] with { InboxOnly = inboxOnly };

        Assert.Equal(inboxOnly, ReminderRuleInput.Of(rule, isOff: false, version: null).InboxOnly);
        Assert.True(ReminderRuleInput.Of(rule, isOff: false, version: null).ToRule().SaysTheSameAs(rule));
        Assert.EndsWith($"; {words}", ReminderTopicWords.Sentence(new ReminderTopic(ReminderSubject.Action), rule), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, Side.Before, "Days")]
    [InlineData(0, Side.Before, "Days")]
    [InlineData(366, Side.Before, "Days")]
    [InlineData(31, Side.After, "Days")]
    [InlineData(-1, Side.After, "Days")]
    [InlineData(7, Side.Before, "Days")]
    [InlineData(null, Side.OnTheDay, "Side")]
    public void A_day_that_is_missing_too_far_away_or_there_already_is_said_at_its_field(int? days, Side side, string at)
    {
        var input = ReminderRuleInput.Of(new ReminderRule([-7, 0], ReminderRecipients.Apprentice, null, null), isOff: false, version: null);
        var step = new ReminderRuleInput.Step { Days = days, Side = side };
        input.Steps.Add(step);

        var wrong = Assert.Single(input.WrongParts());
        Assert.Equal((step, at), (wrong.Part, wrong.Property));

        input.IsOff = true;
        Assert.Empty(input.WrongParts());
    }

    [Theory]
    [InlineData(0, null, "TrainingManagerAfter")]
    [InlineData(31, null, "TrainingManagerAfter")]
    [InlineData(null, 31, "HrAfter")]
    [InlineData(7, 6, "HrAfter")]
    public void A_ladder_that_makes_no_sense_is_said_at_its_field(int? manager, int? hr, string at)
    {
        var input = ReminderRuleInput.Of(new ReminderRule([0], ReminderRecipients.Apprentice, manager, hr), isOff: false, version: null);
        Assert.Equal(at, Assert.Single(input.WrongParts()).Property);
    }

    [Fact]
    public void Without_a_day_and_without_anybody_to_tell_it_is_no_rule() => Assert.Equal(
        [nameof(ReminderRuleInput.Steps), nameof(ReminderRuleInput.Responsible)], new ReminderRuleInput().WrongParts().Select(wrong => wrong.Property));

    [Theory]
    [InlineData("30 og 7 dager før, på dagen, 1 dag etter", -30, -7, 0, 1)]
    [InlineData("1 dag før, 1, 3 og 7 dager etter", -1, 1, 3, 7)]
    [InlineData("på dagen", 0)]
    public void The_days_are_said_in_words(string words, params int[] steps) => Assert.Equal(words, ReminderTopicWords.Days(steps));

    [Fact]
    public void What_ends_with_its_day_tells_nobody_after_it()
    {
        var (topic, before) = (new ReminderTopic(ReminderSubject.Preparation), new ReminderRule([-3, 0], ReminderRecipients.Apprentice, null, null));

        ReminderRules.Require(topic, before, isOff: false);
        foreach (var late in new[] { before with { Steps = [-3, 1] }, before with { TrainingManagerAfter = 1 }, before with { HrAfter = 1 } })
        {
            Assert.Equal(RuleTexts.ReminderEndsWithTheDay, Assert.Throws<RuleException>(() => ReminderRules.Require(topic, late, isOff: false)).Message);
            ReminderRules.Require(new ReminderTopic(ReminderSubject.Action), late, isOff: false);
        }
    }
}
