using Apprentices.Domain;

namespace Apprentices.Features.FinalTests;

/// <summary>Puts together what the record, the duties and the plans of a test say of it.</summary>
internal static class FinalTestReading
{
    /// <summary>Each attempt that was held or prepared, and the one ahead.</summary>
    public static IReadOnlyList<AttemptDetails> Attempts(Apprenticeship record, ContractState state, IReadOnlyList<TestAttempt> planned)
    {
        var sittings = state.Sittings;
        var isAhead = state.Termination is null && state.MaySitAgain;
        return [.. Enumerable.Range(1, sittings.Count + (isAhead ? 1 : 0)).Select(number => Attempt(
            record, number, planned.FirstOrDefault(a => a.Number == number), number <= sittings.Count ? sittings[number - 1] : null))];
    }

    /// <summary>The duties one is sent to, by kind: those of the attempt that is ahead, or of the last.</summary>
    public static IReadOnlyDictionary<DutyKind, Guid> Duties(Apprenticeship record, ContractState state)
    {
        var number = NumberOf(state);
        return record.Duties
            .Where(duty => duty.Kind is not (DutyKind.RegistrationDeadline or DutyKind.FinalTest) || duty.Number == number)
            .GroupBy(duty => duty.Kind).ToDictionary(group => group.Key, group => group.MaxBy(duty => duty.DueOn)!.Id);
    }

    public static ReadinessFacts Facts(
        Apprenticeship record, ContractState state, IReadOnlyList<AttemptDetails> attempts, DateOnly today, (int Documented, int Total) goals,
        IReadOnlyList<SubjectDetails> subjects, IReadOnlyList<CredentialDetails> credentials)
    {
        var number = NumberOf(state);
        var attempt = attempts.FirstOrDefault(a => a.Number == number);
        return new ReadinessFacts(today, state.KindOn(today), number, goals.Documented, goals.Total)
        {
            SubjectsMissing = subjects.Count(subject => subject.PassedOn is null),
            SubjectsUnclear = subjects.Count == 0 && record.MissingSubjects is not null,
            CredentialsAsked = credentials.Count,
            CredentialsHeld = credentials.Count(credential => credential.HeldOn is not null),
            Accommodation = ReadinessStep.Of(record.Duties.FirstOrDefault(duty => duty.Kind == DutyKind.Accommodation)),
            Registration = ReadinessStep.Of(attempt?.Registration),
            Trial = ReadinessStep.Of(record.Duties.FirstOrDefault(duty => duty.Kind == DutyKind.MockTest)),
            HasResponsible = attempt?.ResponsibleId is not null,
            TrialOn = attempt?.TrialOn,
            FirstDayOn = attempt?.Current?.Dates.FirstDayOn,
            PassedOn = state.TestPassedOn,
            EndsOn = record.EndsOn,
            CertificateOn = state.Certificates.Count == 0 ? null : state.Certificates[0].On,
        };
    }

    private static int NumberOf(ContractState state) => state.Sittings.Count + (state.MaySitAgain ? 1 : 0);

    private static AttemptDetails Attempt(Apprenticeship record, int number, TestAttempt? planned, TestSitting? sitting)
    {
        var window = record.Duties.FirstOrDefault(duty => duty.Kind == DutyKind.FinalTest && duty.Number == number);
        return new AttemptDetails(
            number, planned?.Version, planned?.ResponsibleId, planned?.Responsible?.FullName, planned?.TrialOn,
            [
                .. (planned?.Agreements ?? []).OrderByDescending(a => a.Order)
                    .Select(a => new AgreedDates(a.Id, a.Dates, a.IsCurrent, a.EndedBecause, a.AgreedBy?.FullName, a.AgreedAt, a.ReadAt)),
            ])
        {
            Sitting = sitting,
            OpensOn = window?.OpensOn,
            ClosesOn = window?.DueOn,
            Registration = record.Duties.FirstOrDefault(duty => duty.Kind == DutyKind.RegistrationDeadline && duty.Number == number),
        };
    }
}
