using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Deadlines;
using Apprentices.Tests.Support;

namespace Apprentices.Tests.Access;

/// <content>What falls due, and what becomes of it.</content>
internal static partial class AccessWays
{
    private static readonly DeadlineQuery AllOpen = new(DeadlineFilter.Open, Person: DeadlineQuery.Anybody);

    private static IEnumerable<Way> OfDeadlines() =>
    [
        Read<ListDeadlines>(async (use, at) => (await use.RunAsync(AllOpen, new Page(0, 500))).Rows.Any(row => row.Due.ApprenticeshipId == at.Id)),
        Read<ListDeadlineChoices>(async (use, at) => (await use.RunAsync()).Supervisors.Any(choice => choice.Id == at[Seat.Instructor]!.Id)),
        Read<DownloadDeadlines>(async (use, at) => (await ListRead.CsvAsync(output => use.RunAsync(AllOpen, output))).Contains("Liv", StringComparison.Ordinal)),
        Read<ShowDuty>(async (use, at) => await use.RunAsync(Duty(at, DutyKind.RegistrationDeadline).Id)),
        Do<FinishDuty>((use, at) => use.RunAsync(Duty(at, DutyKind.Closing).Id, new FinishDuty.Input { On = at.App.Clock.Today, Version = Duty(at, DutyKind.Closing).Version })),
        Do<SendDuty>((use, at) => use.RunAsync(
            Duty(at, DutyKind.RegistrationDeadline).Id, new SendDuty.Input { On = at.App.Clock.Today, Version = Duty(at, DutyKind.RegistrationDeadline).Version })),
        Do<WaiveDuty>((use, at) => Waive(use, Duty(at, DutyKind.MockTest)), "a house rule"),
        Do<WaiveDuty>((use, at) => Waive(use, Duty(at, DutyKind.Closing)), "the law"),
        Do<ReopenDuty>((use, at) => use.RunAsync(Duty(at, DutyKind.Closing).Id, Duty(at, DutyKind.Closing).Version), "not settled"),
        Read<ShowNotice>(async (use, at) => await use.RunAsync(Duty(at, DutyKind.RegistrationDeadline).Id, Language.Bokmal)),
        Read<ShowAttest>(async (use, at) => await use.RunAsync(at.Attest.Id, Language.Bokmal), "of another of the manager's"),
    ];

    private static TrackedDuty Duty(Scene at, DutyKind kind) => at.Apprenticeship.Duties.First(duty => duty.Kind == kind);

    private static Task Waive(WaiveDuty use, TrackedDuty duty) => use.RunAsync(duty.Id, new WaiveDuty.Input { Reason = "Slutter", Version = duty.Version });
}
