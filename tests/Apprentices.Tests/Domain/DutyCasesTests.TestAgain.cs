using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

/// <content>What follows where a test was annulled, appealed against, deferred, or she was sent out of it.</content>
public sealed partial class DutyCasesTests
{
    [Fact]
    public void A_deferred_test_is_no_attempt_and_moves_no_day()
    {
        var deferred = new DutyCase();
        var before = deferred.Standing.Select(duty => (duty.Key, duty.DueOn, duty.SettledOn)).ToList();

        deferred.Enter(new TestDeferred(new(2026, 6, 8)), "2026-06-08");

        Assert.Equal(before, deferred.Standing.Select(duty => (duty.Key, duty.DueOn, duty.SettledOn)));
        Assert.Empty(deferred.State.Sittings);
    }

    [Fact]
    public void Sent_out_there_is_a_right_to_a_new_test_which_does_not_use_up_the_one_after_a_failure()
    {
        var sentOut = new DutyCase();
        sentOut.Enter(new TestSentOut(new(2026, 5, 18)), "2026-05-18");

        // 18 May + 28 days, as the end less two months is before the house can: 14 June is later than 18 May, so the law's day stands.
        sentOut.Expect(DutyKind.RegistrationDeadline, "2026-06-14", DutyBasis.Law, RegistrationLaw, DutyRole.TrainingManager, opens: "2026-05-18", number: 2);
        sentOut.Expect(DutyKind.FinalTest, "2026-08-14", DutyBasis.Law, "opplæringsforskrifta §§ 9-55, 9-68", DutyRole.TrainingManager, opens: "2026-05-19", number: 2);
        sentOut.Expect(DutyKind.Appeal, "2026-06-08", DutyBasis.Law, "forvaltningsloven § 29", DutyRole.Apprentice, opens: "2026-05-18");

        sentOut.Test("2026-06-10", TestGrade.NotPassed);
        Assert.True(sentOut.State.MaySitAgain);
        Assert.True(sentOut.Has(DutyKind.RegistrationDeadline, 3));
    }

    [Fact]
    public void Annulled_for_cheating_a_new_test_is_earliest_a_year_after_that()
    {
        var annulled = new DutyCase();
        annulled.Enter(new TestAnnulled(new(2026, 6, 16), new(2026, 6, 20), null), "2026-06-20");

        // A year after 20 June 2026, and the registration as long before it as the law asks for before the end.
        Assert.Equal(new(2027, 6, 20), annulled.State.NextTestFromOn);
        annulled.Expect(
            DutyKind.RegistrationDeadline, "2027-04-20", DutyBasis.HouseRule, "opplæringsforskrifta § 9-69", DutyRole.TrainingManager, opens: "2026-06-20", number: 2);
        Assert.False(annulled.Has(DutyKind.FinalTest, 2));

        // Extended beyond that day the law's days hold, and the window opens with the year.
        annulled.Extend("2027-08-14", on: "2026-07-01");
        annulled.Expect(DutyKind.RegistrationDeadline, "2027-06-14", DutyBasis.Law, RegistrationLaw, DutyRole.TrainingManager, opens: "2026-06-20", number: 2);
        annulled.Expect(DutyKind.FinalTest, "2027-08-14", DutyBasis.Law, "opplæringsforskrifta §§ 9-55, 9-69", DutyRole.TrainingManager, opens: "2027-06-20", number: 2);
    }

    [Fact]
    public void Cheating_found_out_after_the_result_takes_the_result_away()
    {
        var passed = new DutyCase();
        var test = passed.Enter(new TestHeld(new(2026, 6, 16), TestGrade.Passed, new(2026, 6, 16)), "2026-06-16");
        passed.Enter(new TestAnnulled(new(2026, 6, 16), new(2026, 6, 20), test), "2026-06-20");

        Assert.Null(passed.State.TestPassedOn);
        var sitting = Assert.Single(passed.State.Sittings);
        Assert.Equal((TestOutcome.Annulled, null, new DateOnly(2027, 6, 20)), (sitting.Outcome, sitting.Grade, sitting.NextFromOn));
        Assert.True(passed.Has(DutyKind.RegistrationDeadline, 2));
    }

    [Fact]
    public void An_appeal_that_changes_the_grade_makes_it_passed_and_nothing_is_due_again()
    {
        var failed = new DutyCase();
        var test = failed.Enter(new TestHeld(new(2026, 6, 16), TestGrade.NotPassed, new(2026, 6, 18)), "2026-06-18");
        var appeal = failed.Enter(new TestAppealed(test, new(2026, 7, 1)), "2026-07-01");
        Assert.Equal((new(2026, 7, 9), new DateOnly(2026, 7, 1)), (failed.The(DutyKind.Appeal).DueOn, failed.The(DutyKind.Appeal).SettledOn));
        Assert.True(failed.Has(DutyKind.RegistrationDeadline, 2));

        failed.Enter(new AppealDecided(appeal, new(2026, 9, 1), AppealOutcome.GradeChanged, TestGrade.Passed), "2026-09-01");

        Assert.Equal(new(2026, 6, 16), failed.State.TestPassedOn);
        Assert.False(failed.Has(DutyKind.RegistrationDeadline, 2));
        Assert.False(failed.State.MaySitAgain);
        Assert.Equal(new(2026, 7, 1), failed.The(DutyKind.Appeal).SettledOn);
    }

    [Fact]
    public void An_appeal_that_is_not_upheld_changes_nothing_and_one_that_revokes_gives_a_new_test()
    {
        var failed = new DutyCase();
        failed.Test("2026-05-18", TestGrade.NotPassed, "2026-05-18");
        var test = failed.Enter(new TestHeld(new(2026, 6, 16), TestGrade.NotPassed, new(2026, 6, 18)), "2026-06-18");
        Assert.False(failed.State.MaySitAgain);
        var appeal = failed.Enter(new TestAppealed(test, new(2026, 7, 1)), "2026-07-01");

        failed.Enter(new AppealDecided(appeal, new(2026, 8, 1), AppealOutcome.Stands, null), "2026-08-01");
        Assert.Equal(TestOutcome.NotPassed, failed.State.Sittings[1].Outcome);
        Assert.False(failed.Has(DutyKind.RegistrationDeadline, 3));

        failed.Enter(new AppealDecided(appeal, new(2026, 8, 1), AppealOutcome.Revoked, null), "2026-08-01");
        Assert.Equal(TestOutcome.Revoked, failed.State.Sittings[1].Outcome);
        Assert.True(failed.State.MaySitAgain);
        Assert.Equal("opplæringsforskrifta § 10-9", failed.The(DutyKind.RegistrationDeadline, 3).Paragraph);
    }

    [Fact]
    public void Where_an_annulment_is_revoked_the_result_it_took_away_stands_again()
    {
        var annulled = new DutyCase();
        var test = annulled.Enter(new TestHeld(new(2026, 5, 18), TestGrade.Passed, new(2026, 5, 20)), "2026-05-20");
        var annulment = annulled.Enter(new TestAnnulled(new(2026, 5, 18), new(2026, 6, 1), test), "2026-06-01");
        Assert.Equal((TestOutcome.Annulled, null), (annulled.State.Sittings[0].Outcome, annulled.State.TestPassedOn));
        var appeal = annulled.Enter(new TestAppealed(annulment, new(2026, 6, 10)), "2026-06-10");

        annulled.Enter(new AppealDecided(appeal, new(2026, 7, 1), AppealOutcome.Revoked, null), "2026-07-01");

        Assert.Equal((TestOutcome.Passed, TestGrade.Passed), (annulled.State.Sittings.Single().Outcome, annulled.State.Sittings.Single().Grade));
        Assert.Equal(new DateOnly(2026, 5, 18), annulled.State.TestPassedOn);
        Assert.False(annulled.State.MaySitAgain);
    }

    [Fact]
    public void An_extension_from_before_the_first_failure_gives_no_third_test()
    {
        var failed = new DutyCase();
        failed.Extend("2026-09-14", on: "2026-03-01");
        failed.Test("2026-07-01", TestGrade.NotPassed, "2026-07-03");
        failed.Test("2026-08-20", TestGrade.NotPassed, "2026-08-22");
        Assert.False(failed.State.MaySitAgain);

        failed.Extend("2027-03-14", on: "2026-09-01");
        Assert.True(failed.State.MaySitAgain);
    }

    [Fact]
    public void A_third_test_is_only_proposed_while_the_county_has_not_consented_to_the_extension()
    {
        var failed = new DutyCase();
        failed.Test("2026-05-20", TestGrade.NotPassed, "2026-05-22");
        failed.Test("2026-07-01", TestGrade.NotPassed, "2026-07-03");
        failed.Extend("2026-12-14", consented: false, on: "2026-07-20");

        Assert.False(failed.Has(DutyKind.FinalTest, 3));
        Assert.Contains(failed.Duties, duty => duty is { Kind: DutyKind.FinalTest, Number: 3, IsOnlyProposed: true });
    }
}
