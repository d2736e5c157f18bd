using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

/// <content>The start: contract, agreement, approval, plan, the first talk or the probation, the checklist, the office.</content>
public sealed partial class DutyCasesTests
{
    [Theory]
    [InlineData("2024-02-29", "2024-02-28", "2024-04-29", "2024-03-30", "2024-05-28")]
    [InlineData("2025-08-31", "2025-08-30", "2025-10-30", "2025-09-30", "2025-12-01")]
    [InlineData("2025-01-01", "2024-12-31", "2025-03-02", "2025-01-31", "2025-03-31")]
    [InlineData("2025-12-25", "2025-12-24", "2026-02-23", "2026-01-24", "2026-03-24")]
    public void Signed_before_the_first_day_planned_within_30_approved_within_60(string start, string signed, string approved, string planned, string talk)
    {
        var begun = new DutyCase(start, "2028-01-31");

        begun.Expect(DutyKind.ContractSigned, signed, DutyBasis.Law, "opplæringslova § 7-2", DutyRole.Hr);
        begun.Expect(DutyKind.AgreementSigned, signed, DutyBasis.Law, "opplæringslova § 7-4", DutyRole.Hr);
        Assert.Equal(DutyCase.Day(approved), begun.The(DutyKind.ContractApproved).DueOn);
        Assert.Equal(DutyCase.Day(planned), begun.The(DutyKind.PlanInPlace).DueOn);
        Assert.Equal(DutyCase.Day(talk), begun.The(DutyKind.StartTalk).MeetOn);
    }

    [Theory]
    [InlineData("2026-01-06", "2026-04-07")]
    [InlineData("2026-02-18", "2026-05-18")]
    [InlineData("2026-04-10", "2026-08-03")]
    [InlineData("2025-09-24", "2025-12-23")]
    [InlineData("2025-09-26", "2025-12-29")]
    [InlineData("2025-10-01", "2025-12-31")]
    [InlineData("2025-10-02", "2026-01-02")]
    public void The_first_talk_waits_for_a_day_after_Easter_17_May_the_summer_and_New_Year(string start, string talk)
    {
        var begun = new DutyCase(start, "2028-06-30").The(DutyKind.StartTalk);

        Assert.Equal((DutyCase.Day(talk), DutyCase.Day(talk)), (begun.MeetOn, begun.DueOn));
        Assert.Equal(begun.DueOn, begun.Arithmetic[^1].Gives);
    }

    [Theory]
    [InlineData("2025-08-15", "2026-02-14")]
    [InlineData("2024-08-31", "2025-02-27")]
    [InlineData("2024-02-29", "2024-08-28")]
    public void The_probation_of_a_training_wholly_at_work_ends_with_its_sixth_month(string start, string ends)
    {
        var wholly = new DutyCase(start, "2029-06-30", variant: ContractVariant.FullTrainingAtWork);
        wholly.Away(start, ends);

        var probation = wholly.Expect(DutyKind.ProbationEnds, ends, DutyBasis.Law, "opplæringslova § 7-4", DutyRole.Hr, opens: start);
        Assert.Equal(DutyNature.Milestone, probation.Nature);
        Assert.False(wholly.Has(DutyKind.StartTalk));
    }

    [Theory]
    [InlineData(ContractVariant.Ordinary)]
    [InlineData(ContractVariant.Alternating)]
    [InlineData(ContractVariant.DualCompetence)]
    public void Every_other_variant_has_no_probation_but_a_first_talk(ContractVariant variant)
    {
        var other = new DutyCase(variant: variant);

        Assert.False(other.Has(DutyKind.ProbationEnds));
        Assert.True(other.Has(DutyKind.StartTalk));
    }

    [Fact]
    public void What_the_record_says_of_signatures_and_approval_settles_the_duties()
    {
        var begun = new DutyCase();
        begun.Enter(new ContractSigned(new(2024, 6, 20)));
        begun.Enter(new AgreementSigned(new(2024, 6, 21), new(2024, 8, 15), null, "1362"));
        begun.Enter(new ContractApproved(new(2024, 9, 2)));

        Assert.Equal(new(2024, 6, 20), begun.The(DutyKind.ContractSigned).SettledOn);
        Assert.Equal(new(2024, 6, 21), begun.The(DutyKind.AgreementSigned).SettledOn);
        Assert.Equal(new(2024, 9, 2), begun.The(DutyKind.ContractApproved).SettledOn);
        Assert.Null(begun.The(DutyKind.PlanInPlace).SettledOn);
    }

    [Fact]
    public void A_corrected_start_moves_what_is_counted_from_it()
    {
        var begun = new DutyCase();
        begun.Enter(new ContractCorrected(begun.State.Terms with { StartsOn = new(2024, 9, 2), EndsOn = new(2026, 9, 1) }));

        Assert.Equal(new(2024, 9, 1), begun.The(DutyKind.ContractSigned).DueOn);
        Assert.Equal([new(2025, 3, 1), new(2025, 9, 1), new(2026, 3, 1), new(2026, 9, 1)], begun.TalkDays);
        Assert.Equal(new(2026, 7, 1), begun.The(DutyKind.RegistrationDeadline).DueOn);
    }

    [Theory]
    [InlineData(DutyKind.ContractSigned, true)]
    [InlineData(DutyKind.AgreementSigned, false)]
    [InlineData(DutyKind.ContractApproved, true)]
    [InlineData(DutyKind.PlanInPlace, false)]
    [InlineData(DutyKind.Accommodation, false)]
    [InlineData(DutyKind.MockTest, true)]
    [InlineData(DutyKind.RegistrationTarget, true)]
    [InlineData(DutyKind.RegistrationDeadline, true)]
    [InlineData(DutyKind.FinalTest, false)]
    [InlineData(DutyKind.Closing, false)]
    public void With_a_training_office_ours_is_to_get_its_confirmation_of_what_it_does(DutyKind kind, bool byOffice)
    {
        Assert.Equal(byOffice, new DutyCase(office: "OK stat").The(kind).ByOffice);
        Assert.False(new DutyCase().The(kind).ByOffice);
    }

    [Fact]
    public void What_the_house_says_the_office_does_is_all_it_does()
    {
        var two = new DutyCase(office: "OK stat") { Rules = DutyRules.Default with { ByOffice = new HashSet<DutyKind> { DutyKind.Accommodation } } };

        Assert.Equal([DutyKind.Accommodation], two.Duties.Where(duty => duty.ByOffice).Select(duty => duty.Kind));
    }

    [Theory]
    [InlineData(ChecklistPhase.Start, -14, "2024-08-01")]
    [InlineData(ChecklistPhase.Start, 0, "2024-08-15")]
    [InlineData(ChecklistPhase.Start, 30, "2024-09-14")]
    [InlineData(ChecklistPhase.End, -30, "2026-07-15")]
    [InlineData(ChecklistPhase.End, 0, "2026-08-14")]
    [InlineData(ChecklistPhase.End, 7, "2026-08-21")]
    public void A_checklist_point_is_due_so_many_days_from_the_first_or_the_last_day(ChecklistPhase phase, int offset, string due)
    {
        var point = Point(phase, offset);
        var duty = With(point).Expect(DutyKind.ChecklistPoint, due, DutyBasis.HouseRule, "", DutyRole.Mentor);

        Assert.Equal(point.Id, duty.Subject);
    }

    [Fact]
    public void A_point_of_the_end_follows_the_end_and_one_of_the_start_stays()
    {
        var (first, last) = (Point(ChecklistPhase.Start, 5), Point(ChecklistPhase.End, -5));
        var moved = With(first, last);
        moved.Away("2025-03-01", "2025-05-01");

        Assert.Equal(new(2024, 8, 20), moved.Duties.Single(duty => duty.Subject == first.Id).DueOn);
        Assert.Equal(new(2026, 10, 10), moved.Duties.Single(duty => duty.Subject == last.Id).DueOn);
    }

    [Fact]
    public void A_point_of_another_trade_or_workplace_is_not_asked_for_until_she_is_there()
    {
        var elsewhere = Guid.CreateVersion7();
        var (trade, place) = (Point(ChecklistPhase.End, 0, curriculum: "IUV03-01"), Point(ChecklistPhase.End, 0, workplace: elsewhere));
        var (ownTrade, ownPlace) = (Point(ChecklistPhase.End, 0, curriculum: "ITD03-01"), Point(ChecklistPhase.Start, 0, workplace: DutyCase.Workplace));
        var moving = With(trade, place, ownTrade, ownPlace);
        Assert.Equal([ownPlace.Id, ownTrade.Id], Subjects());

        moving.Enter(new WorkplaceChanged(new(2025, 9, 1), elsewhere));
        moving.Enter(new CurriculumChanged(new(2025, 9, 1), "IUV03-01", new(2025, 8, 1)));
        Assert.Equal([ownPlace.Id, .. new[] { trade.Id, place.Id }.Order()], Subjects());

        IEnumerable<Guid> Subjects() => moving.Duties.Where(duty => duty.Kind == DutyKind.ChecklistPoint).Select(duty => duty.Subject);
    }

    [Theory]
    [InlineData("2024-08-15", false)]
    [InlineData("2024-08-16", true)]
    public void A_point_retired_by_the_first_day_is_not_asked_for_and_a_later_one_is(string retired, bool asked)
    {
        var point = Point(ChecklistPhase.Start, 0);
        point.Retire(DutyCase.Day(retired));

        Assert.Equal(asked, With(point).Has(DutyKind.ChecklistPoint));
    }

    private static DutyCase With(params ChecklistPoint[] points) => new() { Rules = DutyRules.Default with { Checklist = points } };

    private static ChecklistPoint Point(ChecklistPhase phase, int offset, string? curriculum = null, Guid? workplace = null) =>
        ChecklistPoint.For(phase, new LocalText("Hils på", "Helse på", "Say hello"), offset, DutyRole.Mentor, curriculum, workplace);
}
