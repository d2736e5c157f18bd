using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

/// <summary>A whole record in memory, of the worked example: two years from 15 August 2024.</summary>
internal static class DutyRecord
{
    public static Person Somebody(string name) => Person.Enter(name, "Berg", $"{name}@example.no", Language.Bokmal);

    public static Apprenticeship Entered(
        string start = DutyCase.Start, string end = DutyCase.End, string? on = null, ContractVariant variant = ContractVariant.Ordinary, string? office = null) =>
        Apprenticeship.Enter(
            Somebody("Ingrid"),
            new Apprenticeship.Terms(ContractKind.Apprentice, variant, null, "ITD03-01", "03", DutyCase.Workplace, DutyCase.Day(start), DutyCase.Day(end))
            {
                TrainingOffice = office,
            },
            Example.Curriculum(),
            DutyCase.Day(on ?? start));

    public static RecordEntry Enter(this Apprenticeship record, RecordChange change, string on, DutyRules? rules = null)
    {
        var entry = record.Record(change, Decider.Employer, DutyCase.Day(on));
        record.ScheduleDuties(rules ?? DutyRules.Default);
        return entry;
    }

    public static TrackedDuty The(this Apprenticeship record, DutyKind kind, int number = 1) =>
        record.Duties.Single(duty => duty.Kind == kind && duty.Number == number);
}
