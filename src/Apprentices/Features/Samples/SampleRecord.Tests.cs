using Apprentices.Domain;

namespace Apprentices.Features.Samples;

/// <content>The final tests of the demo: one passed, one failed with the next agreed, one registered and with things left to do.</content>
public sealed partial class SampleRecord
{
    /// <summary>The trade of the demo that asks for a course certificate before its test.</summary>
    public const string TradeOfCredential = "ITD03-01";

    /// <summary>What it asks for.</summary>
    public static Credential CourseAsked() => Credential.For(TradeOfCredential, new LocalText("Kurs i førstehjelp", "Kurs i førstehjelp", "First aid course"));

    /// <summary>Tells what became of the tests. Before the duties are counted, for they follow from it.</summary>
    public void TellTests(Apprenticeship apprenticeship, Guid hrId)
    {
        var end = apprenticeship.EndsOn;
        if (Stands(apprenticeship) == TestStanding.Passed)
        {
            var held = PreviousWeekday(end.AddDays(-30));
            apprenticeship.Record(new TestHeld(held, TestGrade.PassedWithDistinction, held), Decider.County, held, hrId);
            var came = PreviousWeekday(end.AddDays(20));
            apprenticeship.Record(new CertificateReceived(came, CertificateKind.TradeCertificate), Decider.County, came, hrId);
        }
        else if (Stands(apprenticeship) == TestStanding.Failed)
        {
            var notice = PreviousWeekday(today.AddDays(-14));
            apprenticeship.Record(new TestHeld(FailedOn, TestGrade.NotPassed, notice), Decider.County, notice, hrId);
        }
    }

    /// <summary>What is agreed about the tests, once what is past is done.</summary>
    /// <returns>The rows to add.</returns>
    public IEnumerable<object> PlanTests(Apprenticeship apprenticeship, Guid managerId, Credential course)
    {
        switch (Stands(apprenticeship))
        {
            case TestStanding.Passed:
                var passed = PreviousWeekday(apprenticeship.EndsOn.AddDays(-30));
                yield return Attempt(apprenticeship, 1, managerId, passed.AddDays(-8), passed);
                if (apprenticeship.CurriculumCode == course.CurriculumCode)
                {
                    yield return new HeldCredential(apprenticeship.Id, course.Id, apprenticeship.StartsOn.AddDays(60), managerId, today);
                }

                break;
            case TestStanding.Failed:
                yield return Attempt(apprenticeship, 1, managerId, FailedOn.AddDays(-8), FailedOn);
                var first = today.AddDays(14 + ((8 - (int)today.DayOfWeek) % 7));
                yield return Attempt(apprenticeship, 2, managerId, first, TestDays.LastOf(first, 7));
                break;
            case TestStanding.Registered:
                var duty = apprenticeship.Duties.First(d => d is { Kind: DutyKind.RegistrationDeadline, Number: 1 });
                if (duty is { State: DutyState.Open, SentOn: null })
                {
                    apprenticeship.MarkSent(duty, PreviousWeekday(today.AddDays(-6)), managerId, today);
                }

                yield return new MissingSubject(apprenticeship.Id, "Matematikk 1P-Y");
                break;
        }
    }

    private enum TestStanding
    {
        None,
        Registered,
        Failed,
        Passed,
    }

    private DateOnly FailedOn => PreviousWeekday(today.AddDays(-18));

    /// <summary>By the days left of a training that was here from its first day.</summary>
    private TestStanding Stands(Apprenticeship apprenticeship) => apprenticeship.EnteredOn != apprenticeship.StartsOn ? TestStanding.None
        : (apprenticeship.EndsOn.DayNumber - today.DayNumber) switch
        {
            >= -60 and < -30 => TestStanding.Passed,
            > 40 and <= 65 => TestStanding.Failed,
            > 100 and <= 145 when apprenticeship.HalfYears.Count == 4 => TestStanding.Registered,
            _ => TestStanding.None,
        };

    private TestAttempt Attempt(Apprenticeship apprenticeship, int number, Guid managerId, DateOnly first, DateOnly last)
    {
        var attempt = new TestAttempt(apprenticeship.Id, number);
        attempt.Prepare(managerId, null);
        var agreedOn = first < today ? PreviousWeekday(first.AddDays(-40)) : PreviousWeekday(today.AddDays(-3));
        attempt.Agree(new TestDates("Møterom Fyret", first, new TimeOnly(9, 0), first, last), null, managerId, At(agreedOn));
        if (last < today)
        {
            attempt.Current!.MarkRead(At(agreedOn.AddDays(1)));
        }

        return attempt;
    }
}
