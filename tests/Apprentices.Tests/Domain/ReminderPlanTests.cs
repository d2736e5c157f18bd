using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

/// <summary>Who is told what on a day.</summary>
public sealed class ReminderPlanTests
{
    private static readonly DateOnly DueOn = new(2026, 11, 30);
    private static readonly Guid Ingrid = new("00000000-0000-0000-0000-000000000001");
    private static readonly Guid Siv = new("00000000-0000-0000-0000-000000000002");
    private static readonly Guid Tor = new("00000000-0000-0000-0000-000000000003");
    private static readonly Guid Nina = new("00000000-0000-0000-0000-000000000004");
    private static readonly Guid Lise = new("00000000-0000-0000-0000-000000000005");
    private static readonly IReadOnlyList<RoleHolder> All =
        [new(Siv, AssignmentRole.Instructor), new(Tor, AssignmentRole.TrainingManager), new(Nina, AssignmentRole.HrContact)];

    private static readonly ReminderRule Talk = ReminderRules.Shipped[new ReminderTopic(ReminderSubject.Talk)];
    private static readonly ReminderRule Ladder = new([-7, 0], ReminderRecipients.Responsible, TrainingManagerAfter: 3, HrAfter: 7);

    [Theory]
    [InlineData(-31, null)]
    [InlineData(-30, -30)]
    [InlineData(-15, -30)]
    [InlineData(-14, -14)]
    [InlineData(-8, -14)]
    [InlineData(-7, -7)]
    [InlineData(-1, -7)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(6, 1)]
    [InlineData(7, 7)]
    [InlineData(30, 7)]
    [InlineData(31, null)]
    [InlineData(400, null)]
    public void The_step_to_tell_of_is_the_latest_one_reached(int daysAfter, int? step) => Assert.Equal(
        step, Talk.On(DueOn.AddDays(daysAfter), DueOn).Where(told => told.Rung == ReminderRung.Named).Select(told => (int?)told.Step).SingleOrDefault());

    [Fact]
    public void Steps_of_a_hand_over_are_a_week_and_a_day_before_and_a_day_after()
    {
        var rule = ReminderRules.Shipped[new ReminderTopic(ReminderSubject.HandOver)];

        Assert.Equal(
            [null, -7, -7, -1, -1, 1, 1, null],
            new[] { -8, -7, -2, -1, 0, 1, 30, 31 }.Select(days => rule.On(DueOn.AddDays(days), DueOn).Select(told => (int?)told.Step).FirstOrDefault()));
    }

    [Fact]
    public void A_talk_is_told_the_apprentice_and_both_who_follow_her_up_and_after_a_fortnight_HR()
    {
        Assert.Equal([(Ingrid, -7), (Siv, -7), (Tor, -7)], ToldOn(-7, Fact(DutyRole.Instructor), Talk).Order());
        Assert.Equal([(Ingrid, 7), (Siv, 7), (Tor, 7)], ToldOn(13, Fact(DutyRole.Instructor), Talk).Order());
        Assert.Equal([(Ingrid, 7), (Siv, 7), (Tor, 7), (Nina, 14)], ToldOn(14, Fact(DutyRole.Instructor), Talk).OrderBy(told => told.Step).ThenBy(told => told.Who));
    }

    [Fact]
    public void It_climbs_to_the_training_manager_and_to_HR_while_nothing_happens()
    {
        var fact = Fact(DutyRole.Instructor);

        Assert.Empty(ToldOn(-8, fact, Ladder));
        Assert.Equal([(Siv, 0)], ToldOn(2, fact, Ladder));
        Assert.Equal([(Siv, 0), (Tor, 3)], ToldOn(3, fact, Ladder));
        Assert.Equal([(Siv, 0), (Tor, 3), (Nina, 7)], ToldOn(7, fact, Ladder));
        Assert.Empty(ToldOn(31, fact, Ladder));
    }

    [Fact]
    public void Nobody_is_told_twice_of_the_same()
    {
        var fact = Fact(DutyRole.TrainingManager) with { Holders = [new(Tor, AssignmentRole.Instructor), new(Tor, AssignmentRole.TrainingManager), new(Tor, AssignmentRole.HrContact)] };

        Assert.Equal([(Tor, 0)], ToldOn(10, fact, Ladder));
    }

    [Fact]
    public void Where_nobody_has_the_role_the_next_one_answers_for_it()
    {
        Assert.Equal([(Tor, 0)], ToldOn(0, Fact(DutyRole.Instructor, AssignmentRole.Instructor), Ladder));
        Assert.Equal([(Nina, 0)], ToldOn(0, Fact(DutyRole.TrainingManager, AssignmentRole.TrainingManager), Ladder));
        Assert.Equal([(Lise, 0), (Nina, 0)], ToldOn(0, Fact(DutyRole.Hr, AssignmentRole.HrContact), Ladder).OrderByDescending(told => told.Who));
        Assert.Equal([(Siv, 0)], ToldOn(0, Fact(DutyRole.Mentor) with { Holders = [.. All, new(Guid.CreateVersion7(), AssignmentRole.Mentor)] }, Ladder));
    }

    [Fact]
    public void What_was_given_to_one_person_is_told_her_alone() =>
        Assert.Equal([(Lise, 0)], ToldOn(0, Fact(DutyRole.Instructor) with { NamedId = Lise }, Ladder));

    [Fact]
    public void Who_has_done_her_part_is_not_named_for_it_any_more_but_told_that_the_others_have_not()
    {
        var fact = Fact(DutyRole.Instructor) with { Together = [Siv], DoneBy = [Ingrid, Tor] };
        var rule = new ReminderRule([0], ReminderRecipients.Responsible | ReminderRecipients.Apprentice | ReminderRecipients.TrainingManager, 3, null);

        Assert.Equal([(Siv, 0)], ToldOn(0, fact, rule));
        Assert.Equal([(Siv, 0), (Tor, 3)], ToldOn(3, fact, rule));
    }

    [Fact]
    public void What_is_the_employers_own_is_told_all_of_HR() => Assert.Equal(
        new[] { (Lise, 0), (Nina, 0) }.Order(), ToldOn(0, Fact(DutyRole.Hr) with { ApprenticeId = null, Holders = [] }, Ladder).Order());

    [Fact]
    public void Each_duty_somebody_has_to_see_to_has_a_rule_and_days_to_know_of_have_none()
    {
        var without = Enum.GetValues<DutyKind>().Where(kind => !ReminderRules.Shipped.ContainsKey(new ReminderTopic(ReminderSubject.Duty, kind)));

        Assert.Equal([DutyKind.HalfYearTalk, DutyKind.RegistrationOpens], without);
        Assert.All(ReminderRules.Shipped.Values, rule =>
        {
            Assert.Equal(rule.Steps.Order(), rule.Steps);
            Assert.All(rule.Steps.Append(rule.HrAfter ?? 0).Append(rule.TrainingManagerAfter ?? 0), step => Assert.True(step <= ReminderRule.LastDay));
        });
    }

    [Fact]
    public void While_somebody_is_away_whoever_stands_in_is_told_as_that_and_before_and_after_herself()
    {
        var deputy = Guid.CreateVersion7();
        var fact = Fact(DutyRole.Instructor) with { NamedId = Siv, Holders = [.. All, new(deputy, AssignmentRole.Instructor)] };

        Assert.Equal([(Siv, ReminderRung.Named)], RungsOn(-3, fact, Away(Siv, deputy)));
        Assert.Equal([(deputy, ReminderRung.Deputy)], RungsOn(-2, fact, Away(Siv, deputy)));
        Assert.Equal([(deputy, ReminderRung.Deputy)], RungsOn(2, fact, Away(Siv, deputy)));
        Assert.Equal([(Siv, ReminderRung.Named), (Tor, ReminderRung.TrainingManager)], RungsOn(3, fact, Away(Siv, deputy)));
    }

    [Fact]
    public void Without_a_deputy_who_sees_the_record_it_climbs_and_where_nobody_is_there_she_is_told_herself()
    {
        var (fact, stranger) = (Fact(DutyRole.Instructor), Guid.CreateVersion7());
        var mentor = fact with { Holders = [.. All, new(stranger, AssignmentRole.Mentor)] };
        var (siv, tor, nina) = (Away(Siv, stranger), Away(Tor), Away(Nina));

        Assert.Equal([(Tor, ReminderRung.Deputy)], RungsOn(0, fact, siv));
        Assert.Equal([(Tor, ReminderRung.Deputy)], RungsOn(0, mentor, siv));
        Assert.Equal([(Tor, ReminderRung.Deputy)], RungsOn(0, fact, Away(Siv)));
        Assert.Equal([(Nina, ReminderRung.Deputy)], RungsOn(0, fact, siv, tor));
        Assert.Equal([(Lise, ReminderRung.Deputy)], RungsOn(0, fact, siv, tor, nina));
        Assert.Equal([(Siv, ReminderRung.Named)], RungsOn(0, fact, siv, tor, nina, Away(Lise)));
        Assert.Equal([(Lise, ReminderRung.Deputy)], RungsOn(0, fact, Away(Siv, Lise)));
        Assert.Equal([(Tor, ReminderRung.Deputy)], RungsOn(0, fact, Away(Siv, Lise), Away(Lise)));
    }

    [Fact]
    public void Whoever_is_told_for_herself_is_not_told_that_she_stands_in_and_whoever_is_there_for_that_alone_is()
    {
        var rule = Ladder with { Recipients = ReminderRecipients.Instructor | ReminderRecipients.TrainingManager };
        var fact = Fact(DutyRole.Instructor);

        var (deputy, both) = (Guid.CreateVersion7(), fact with { Holders = [new(Tor, AssignmentRole.Instructor, IsDeputy: true), .. All] });

        Assert.Equal([(Tor, ReminderRung.Named)], On(fact, Away(Siv)));
        Assert.Equal([(Tor, ReminderRung.Named)], On(both, Away(Siv, Tor)));
        Assert.Equal([(deputy, ReminderRung.Deputy), (Tor, ReminderRung.Named)], On(fact with { Holders = [new(deputy, AssignmentRole.Instructor, IsDeputy: true), .. All] }, Away(Siv, deputy)));
        Assert.Equal([(deputy, ReminderRung.Named), (Siv, ReminderRung.Named), (Tor, ReminderRung.Named)], On(fact with { Holders = [new(deputy, AssignmentRole.Instructor, IsDeputy: true), .. All] }));

        IEnumerable<(Guid, ReminderRung)> On(ReminderFact of, params Leave[] leaves) =>
            ReminderPlan.On(DueOn, of, Terms(of, rule, leaves)).Select(decision => (decision.RecipientId, decision.Rung));
    }

    [Fact]
    public void What_hr_sees_to_stays_with_those_of_hr_who_are_there()
    {
        var fact = Fact(DutyRole.Hr) with { Holders = [.. All.Where(holder => holder.Role != AssignmentRole.HrContact)] };

        Assert.Equal([(Lise, ReminderRung.Named)], RungsOn(0, fact, Away(Nina)));
        Assert.Equal([(Tor, ReminderRung.Deputy)], RungsOn(0, fact, Away(Nina), Away(Lise)));
    }

    /// <summary>The training manager knows already: told instead of HR, nobody would be.</summary>
    [Fact]
    public void What_comes_to_hr_while_its_contact_is_away_comes_to_the_rest_of_hr()
    {
        var (fact, hrAfter) = (Fact(DutyRole.Instructor), Ladder.HrAfter!.Value);

        Assert.Equal([(Lise, ReminderRung.Deputy)], On(AwayThen(Nina)));
        Assert.Empty(On(AwayThen(Nina), AwayThen(Lise)));
        Assert.Equal([(Nina, ReminderRung.Hr)], On());

        IEnumerable<(Guid Who, ReminderRung Rung)> On(params Leave[] leaves) =>
            RungsOn(hrAfter, fact, leaves).Where(told => told.Rung is ReminderRung.Hr or ReminderRung.Deputy);

        Leave AwayThen(Guid who) => new(who, DueOn.AddDays(hrAfter - 1), DueOn.AddDays(hrAfter + 1), null);
    }

    [Fact]
    public void By_a_rule_for_the_inbox_alone_nobody_is_told_by_mail_however_far_it_climbs()
    {
        var fact = Fact(DutyRole.Instructor);

        foreach (var days in new[] { -7, 0, 3, 7 })
        {
            var (usual, inbox) = (On(days, Ladder), On(days, Ladder with { InboxOnly = true }));
            Assert.NotEmpty(inbox);
            Assert.Equal(usual.Select(told => told with { InboxOnly = true }), inbox);
        }

        List<(Guid Who, int Step, bool InboxOnly)> On(int days, ReminderRule rule) =>
            [.. ReminderPlan.On(DueOn.AddDays(days), fact, Terms(fact, rule, Away(Siv))).Select(decision => (decision.RecipientId, decision.Step, decision.InboxOnly))];
    }

    [Fact]
    public void What_the_law_binds_cannot_stand_in_the_inbox_alone_and_all_else_can()
    {
        foreach (var (topic, rule) in ReminderRules.Shipped)
        {
            var (setting, inbox) = (new ReminderSetting(topic), rule with { InboxOnly = true });
            Assert.False(rule.InboxOnly || rule.SaysTheSameAs(inbox));
            if (ReminderRules.LawBound.Contains(topic))
            {
                Assert.Equal(RuleTexts.LawBoundByMail, Assert.Throws<RuleException>(() => setting.Set(inbox, isOff: false)).Message);
                Assert.False(setting.InboxOnly);
            }
            else
            {
                setting.Set(inbox, isOff: false);
                Assert.True(ReminderRules.With([setting])[topic].SaysTheSameAs(inbox));
                setting.Set(rule, isOff: false);
                Assert.False(setting.InboxOnly);
            }
        }
    }

    private static Leave Away(Guid who, Guid? deputy = null) => new(who, DueOn.AddDays(-2), DueOn.AddDays(2), deputy);

    private static IEnumerable<(Guid Who, ReminderRung Rung)> RungsOn(int daysAfter, ReminderFact fact, params Leave[] leaves) =>
        ReminderPlan.On(DueOn.AddDays(daysAfter), fact, Terms(fact, Ladder, leaves)).Select(decision => (decision.RecipientId, decision.Rung));

    private static IEnumerable<(Guid Who, int Step)> ToldOn(int daysAfter, ReminderFact fact, ReminderRule rule) =>
        ReminderPlan.On(DueOn.AddDays(daysAfter), fact, Terms(fact, rule)).Select(decision => (decision.RecipientId, decision.Step));

    private static ReminderTerms Terms(ReminderFact fact, ReminderRule rule, params Leave[] leaves) =>
        new(new Dictionary<ReminderTopic, ReminderRule> { [fact.Topic] = rule }, [Nina, Lise], leaves.ToLookup(leave => leave.PersonId));

    private static ReminderFact Fact(DutyRole responsible, AssignmentRole? without = null) => new(
        new ReminderTopic(ReminderSubject.Duty, DutyKind.Closing), Guid.CreateVersion7(), DueOn, responsible, NamedId: null, Guid.CreateVersion7(), Ingrid,
        [.. All.Where(holder => holder.Role != without)]);
}
