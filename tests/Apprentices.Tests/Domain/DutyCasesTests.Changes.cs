using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

/// <content>Extensions, other changes of the contract, and telling the county or the office of them.</content>
public sealed partial class DutyCasesTests
{
    [Fact]
    public void An_extension_of_three_months_adds_a_half_year_and_moves_the_test()
    {
        var extended = new DutyCase();
        extended.Extend("2026-11-14");

        Assert.Equal([new(2025, 2, 14), new(2025, 8, 14), new(2026, 2, 14), new(2026, 8, 14), new DateOnly(2026, 11, 14)], extended.TalkDays);
        extended.Expect(DutyKind.RegistrationDeadline, "2026-09-14", DutyBasis.Law, RegistrationLaw, DutyRole.TrainingManager, opens: "2026-03-14");
        extended.Expect(DutyKind.FinalTest, "2026-11-14", DutyBasis.Law, TestLaw, DutyRole.TrainingManager, opens: "2026-08-14");
        Assert.Equal(new(2026, 10, 30), extended.The(DutyKind.HalfYearTalk, 5).MeetOn);
    }

    [Fact]
    public void An_extension_without_consent_is_only_proposed()
    {
        var extended = new DutyCase();
        extended.Extend("2026-11-14", consented: false);

        Assert.Equal((new(2026, 6, 14), new DateOnly(2026, 9, 14)), (extended.The(DutyKind.RegistrationDeadline).DueOn, extended.The(DutyKind.RegistrationDeadline).ProposedDueOn));
        Assert.Equal(4, extended.TalkDays.Count());
        var fifth = Assert.Single(extended.Duties, duty => duty.IsOnlyProposed);
        Assert.Equal((DutyKind.HalfYearTalk, 5, new(2026, 11, 14)), (fifth.Kind, fifth.Number, fifth.DueOn));
    }

    [Fact]
    public void An_extension_of_twenty_days_joins_the_last_half_year_and_its_talk_does_not_wait()
    {
        var extended = new DutyCase();
        extended.Extend("2026-09-03");

        Assert.Equal([new(2025, 2, 14), new(2025, 8, 14), new(2026, 2, 14), new DateOnly(2026, 8, 14)], extended.TalkDays);
        Assert.Equal(new(2026, 7, 3), extended.The(DutyKind.RegistrationDeadline).DueOn);
    }

    [Fact]
    public void An_extension_is_counted_before_the_breaks_in_it()
    {
        // 14 August + 92 days is 14 November; a break of ten days in the added time moves that, and only that.
        var extended = new DutyCase();
        extended.Extend("2026-11-14");
        extended.Away("2026-09-01", "2026-09-10");

        Assert.Equal(new(2026, 11, 24), extended.The(DutyKind.Closing).DueOn);
        Assert.Equal(new(2026, 8, 14), extended.The(DutyKind.HalfYearTalk, 4).DueOn);
        Assert.Equal([DutyStepKind.ContractStart, DutyStepKind.Months, DutyStepKind.ExtensionDays, DutyStepKind.BreakDays], extended.The(DutyKind.Closing).Arithmetic.Select(step => step.Kind));
    }

    [Fact]
    public void Extended_by_two_decisions_it_is_extended_by_both()
    {
        var extended = new DutyCase();
        extended.Extend("2026-09-14");
        extended.Extend("2026-10-31");

        Assert.Equal(new(2026, 10, 31), extended.The(DutyKind.Closing).DueOn);
        Assert.Equal(new(2026, 8, 31), extended.The(DutyKind.RegistrationDeadline).DueOn);
    }

    [Fact]
    public void From_a_training_contract_to_an_apprenticeship_contract_no_day_moves_and_the_county_is_told()
    {
        var changed = new DutyCase(kind: ContractKind.TrainingCandidate);
        var entry = changed.Enter(new KindChanged(new(2025, 9, 1), ContractKind.Apprentice), on: "2025-08-20");
        Assert.Equal(ContractKind.TrainingCandidate, changed.State.KindOn(new(2025, 9, 1)));
        changed.Expect(DutyKind.Notice, "2025-08-27", DutyBasis.HouseRule, "opplæringslova §§ 7-2, 7-10", DutyRole.Hr, opens: "2025-08-20");

        changed.Enter(new ConsentGiven(entry, new(2025, 8, 30)), on: "2025-08-30");
        Assert.Equal((ContractKind.TrainingCandidate, ContractKind.Apprentice), (changed.State.KindOn(new(2025, 8, 31)), changed.State.KindOn(new(2025, 9, 1))));
        Assert.Equal(new(2025, 8, 30), changed.The(DutyKind.Notice).SettledOn);
        Assert.Equal(new(2026, 6, 14), changed.The(DutyKind.RegistrationDeadline).DueOn);
    }

    [Fact]
    public void Each_change_that_needs_consent_is_told_within_a_week_and_answered_by_the_county()
    {
        var changed = new DutyCase(office: "OK stat");
        var away = changed.Enter(new InterruptionBegun(new(2025, 3, 1), new(2025, 5, 1), 100, true), on: "2025-02-24");
        var notice = changed.Expect(DutyKind.Notice, "2025-03-03", DutyBasis.HouseRule, "opplæringslova §§ 7-2, 7-10", DutyRole.Hr, opens: "2025-02-24");
        Assert.Equal((away, true, null), (notice.Subject, notice.ByOffice, notice.SettledOn));

        changed.Enter(new ConsentGiven(away, new(2025, 3, 20)), on: "2025-03-24");
        Assert.Equal(new(2025, 3, 20), changed.The(DutyKind.Notice).SettledOn);
    }

    [Fact]
    public void An_end_that_changed_after_the_answer_is_told_anew_within_a_week()
    {
        var changed = new DutyCase();
        var away = changed.Enter(new InterruptionBegun(new(2025, 3, 1), new(2025, 5, 1), 100, true), on: "2025-02-24");
        changed.Enter(new ConsentGiven(away, new(2025, 3, 20)), on: "2025-03-20");
        changed.Enter(new InterruptionEnded(away, new(2025, 5, 11)), on: "2025-04-28");

        var notice = changed.Expect(DutyKind.Notice, "2025-05-05", DutyBasis.HouseRule, "opplæringslova §§ 7-2, 7-10", DutyRole.Hr, opens: "2025-04-28");
        Assert.Null(notice.SettledOn);
    }

    [Fact]
    public void An_end_that_changed_before_the_answer_is_told_with_the_rest()
    {
        var changed = new DutyCase();
        var away = changed.Enter(new InterruptionBegun(new(2025, 3, 1), null, 100, true), on: "2025-02-24");
        changed.Enter(new InterruptionEnded(away, new(2025, 5, 1)), on: "2025-02-26");

        Assert.Equal(new(2025, 3, 3), changed.The(DutyKind.Notice).DueOn);
    }

    [Fact]
    public void A_change_of_workplace_county_or_curriculum_is_told_nobody()
    {
        var changed = new DutyCase();
        changed.Enter(new WorkplaceChanged(new(2025, 9, 1), Guid.CreateVersion7()));
        changed.Enter(new CountyChanged(new(2025, 9, 1), "11"));
        changed.Enter(new CurriculumChanged(new(2025, 9, 1), "IUV03-01", new(2025, 8, 1)));

        Assert.False(changed.Has(DutyKind.Notice));
        Assert.Equal([new(2025, 2, 14), new(2025, 8, 14), new(2026, 2, 14), new DateOnly(2026, 8, 14)], changed.TalkDays);
    }
}
