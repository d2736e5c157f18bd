using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

/// <content>The half-yearly talks: their windows, the days proposed for them, and the extra ones before a change.</content>
public sealed partial class DutyCasesTests
{
    [Theory]
    [InlineData("2024-08-31", "2026-08-30", "2025-02-27", "2025-08-30", "2026-02-27", "2026-08-30")]
    [InlineData("2025-11-30", "2027-11-29", "2026-05-29", "2026-11-29", "2027-05-29", "2027-11-29")]
    [InlineData("2024-02-29", "2026-02-27", "2024-08-28", "2025-02-27", "2025-08-28", "2026-02-27")]
    [InlineData("2026-03-01", "2028-02-29", "2026-08-31", "2027-02-28", "2027-08-31", "2028-02-29")]
    [InlineData("2025-10-31", "2026-10-30", "2026-04-29", "2026-10-30")]
    [InlineData("2026-05-31", "2027-05-30", "2026-11-29", "2027-05-30")]
    [InlineData("2025-01-01", "2026-06-30", "2025-06-30", "2025-12-31", "2026-06-30")]
    [InlineData("2025-08-18", "2029-08-17", "2026-02-17", "2026-08-17", "2027-02-17", "2027-08-17", "2028-02-17", "2028-08-17", "2029-02-17", "2029-08-17")]
    [InlineData("2024-08-15", "2026-10-14", "2025-02-14", "2025-08-14", "2026-02-14", "2026-08-14", "2026-10-14")]
    public void A_talk_is_due_the_day_before_each_six_months_by_the_month_or_its_last_day(string start, string end, params string[] dues)
    {
        var contract = new DutyCase(start, end);

        Assert.Equal(dues.Select(DutyCase.Day), contract.TalkDays);
    }

    [Theory]
    [InlineData(ContractKind.Apprentice, TalkLaw)]
    [InlineData(ContractKind.TrainingCandidate, TalkLaw)]
    [InlineData(ContractKind.PracticeCertificateCandidate, TalkLaw)]
    [InlineData(ContractKind.OnTheJobCandidate, "opplæringsforskrifta §§ 9-6, 15-9")]
    public void Every_kind_of_contract_has_its_talks_and_its_registration(ContractKind kind, string law)
    {
        var contract = new DutyCase(kind: kind);

        contract.Expect(DutyKind.HalfYearTalk, "2026-02-14", DutyBasis.Law, law, DutyRole.Instructor, opens: "2025-08-15", number: 3);
        contract.Expect(DutyKind.RegistrationDeadline, "2026-06-14", DutyBasis.Law, RegistrationLaw, DutyRole.TrainingManager, opens: "2025-12-14");
    }

    [Fact]
    public void A_contract_of_part_time_is_longer_and_has_more_talks()
    {
        // Half time: 48 months for 24.
        var half = new DutyCase("2024-08-15", "2028-08-14");
        half.Enter(new ContractCorrected(half.State.Terms with { PartTimePercent = 50 }));

        Assert.Equal(8, half.TalkDays.Count());
        Assert.Equal(new(2028, 6, 14), half.The(DutyKind.RegistrationDeadline).DueOn);
    }

    [Theory]
    [InlineData("2025-07-08", "2025-12-24")]
    [InlineData("2025-07-10", "2025-12-24")]
    [InlineData("2025-07-11", "2025-12-24")]
    [InlineData("2025-07-13", "2025-12-29")]
    [InlineData("2025-07-16", "2025-12-31")]
    [InlineData("2025-07-17", "2026-01-02")]
    [InlineData("2025-10-20", "2026-04-01")]
    [InlineData("2025-10-22", "2026-04-07")]
    [InlineData("2025-11-16", "2026-04-30")]
    [InlineData("2025-11-29", "2026-05-13")]
    [InlineData("2025-12-01", "2026-05-15")]
    [InlineData("2025-12-09", "2026-05-22")]
    [InlineData("2026-01-16", "2026-06-30")]
    [InlineData("2026-02-15", "2026-06-30")]
    [InlineData("2026-02-19", "2026-08-04")]
    public void The_first_talk_is_proposed_two_weeks_before_its_last_day_or_the_working_day_before_that(string start, string meet)
    {
        var talk = new DutyCase(start, "2028-06-30").The(DutyKind.HalfYearTalk);

        Assert.Equal(DutyCase.Day(meet), talk.MeetOn);
        Assert.True(talk.OpensOn <= talk.MeetOn && talk.MeetOn <= talk.DueOn);
    }

    [Fact]
    public void Without_a_summer_closure_a_talk_is_proposed_in_July() =>
        Assert.Equal(new(2025, 7, 31), new DutyCase { Rules = DutyRules.Default with { Closure = null } }.The(DutyKind.HalfYearTalk, 2).MeetOn);

    [Fact]
    public void A_closure_over_New_Year_moves_the_proposed_day_before_it()
    {
        var closed = new DutyCase("2024-07-15", "2026-07-14") { Rules = DutyRules.Default with { Closure = new SummerClosure(12, 15, 1, 10) } };

        Assert.Equal(new(2024, 12, 13), closed.The(DutyKind.HalfYearTalk).MeetOn);
        Assert.Equal(new(2025, 1, 14), closed.The(DutyKind.HalfYearTalk).DueOn);
    }

    [Fact]
    public void A_window_wholly_in_the_closure_is_proposed_its_last_day()
    {
        // The break makes no difference: the whole contract lies in July.
        var july = new DutyCase("2026-07-03", "2026-07-24");

        Assert.Equal(new(2026, 7, 24), july.The(DutyKind.HalfYearTalk).MeetOn);
    }

    [Fact]
    public void A_window_too_short_for_two_weeks_is_proposed_its_first_working_day()
    {
        // 3 October 2026 is a Saturday.
        var brief = new DutyCase("2026-10-03", "2026-10-12");

        Assert.Equal(new(2026, 10, 5), brief.The(DutyKind.HalfYearTalk).MeetOn);
    }

    [Theory]
    [InlineData("2025-09-01", "2025-08-29")]
    [InlineData("2025-09-03", "2025-09-02")]
    [InlineData("2026-04-07", "2026-04-01")]
    [InlineData("2025-08-04", "2025-08-01")]
    [InlineData("2026-08-03", "2026-06-30")]
    [InlineData("2025-12-27", "2025-12-24")]
    [InlineData("2026-01-02", "2025-12-31")]
    [InlineData("2026-05-15", "2026-05-13")]
    public void Before_another_workplace_there_is_an_extra_talk_on_a_working_day(string from, string talk)
    {
        var moving = new DutyCase();
        var change = moving.Enter(new WorkplaceChanged(DutyCase.Day(from), Guid.CreateVersion7()));

        var duty = moving.Expect(DutyKind.TalkBeforeChange, talk, DutyBasis.HouseRule, "opplæringsforskrifta § 9-6", DutyRole.Instructor);
        Assert.Equal((change, DutyCase.Day(talk)), (duty.Subject, duty.MeetOn));
        Assert.Equal(4, moving.TalkDays.Count());
    }

    [Fact]
    public void Two_changes_on_one_day_have_one_talk_and_a_change_back_has_another()
    {
        var moving = new DutyCase();
        moving.Enter(new WorkplaceChanged(new(2025, 9, 3), Guid.CreateVersion7()));
        moving.Enter(new WorkplaceChanged(new(2026, 1, 6), DutyCase.Workplace));
        var facts = new DutyFacts(moving.State) { InstructorChanges = [(Guid.CreateVersion7(), new DateOnly(2025, 9, 3))] };

        Assert.Equal(
            [new(2025, 9, 2), new(2026, 1, 5)],
            Duties.For(facts, DutyRules.Default).Where(duty => duty.Kind == DutyKind.TalkBeforeChange).Select(duty => duty.DueOn));
    }

    [Fact]
    public void A_change_after_the_end_has_no_talk()
    {
        var moving = new DutyCase();
        moving.Enter(new WorkplaceChanged(new(2026, 8, 15), Guid.CreateVersion7()));

        Assert.False(moving.Has(DutyKind.TalkBeforeChange));
    }

    [Fact]
    public void Another_instructor_has_a_talk_before_and_a_deputy_or_the_same_again_has_none()
    {
        var record = DutyRecord.Entered();
        var (siv, lise) = (DutyRecord.Somebody("Siv"), DutyRecord.Somebody("Lise"));
        record.Assign(siv, AssignmentRole.Instructor, new(2024, 8, 15));
        record.Deputise(lise, AssignmentRole.Instructor, new(2025, 1, 6), new(2025, 2, 28));
        Assert.Empty(TalksBeforeChange(record));

        record.EndAssignment(record.Assignments[0], new(2025, 3, 31));
        record.Assign(siv, AssignmentRole.Instructor, new(2025, 5, 5));
        Assert.Empty(TalksBeforeChange(record));

        record.Assign(lise, AssignmentRole.Instructor, new(2025, 9, 1));
        Assert.Equal([new DateOnly(2025, 8, 29)], TalksBeforeChange(record));
        record.Assign(siv, AssignmentRole.TrainingManager, new(2025, 10, 1));
        Assert.Single(TalksBeforeChange(record));
    }

    private static IEnumerable<DateOnly> TalksBeforeChange(Apprenticeship record) =>
        Duties.For(record.Facts, DutyRules.Default).Where(duty => duty.Kind == DutyKind.TalkBeforeChange).Select(duty => duty.DueOn);
}
