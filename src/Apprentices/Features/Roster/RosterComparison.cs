using Apprentices.Domain;
using Apprentices.Shared;
using static Apprentices.Features.Roster.RosterRecords;

namespace Apprentices.Features.Roster;

/// <summary>Says of each row what would become of it, against what is stored and against the rows before it.</summary>
public sealed class RosterComparison(RosterRecords stored, DateOnly today)
{
    private readonly RosterTwins twins = new();
    private Dictionary<string, NamedPerson> named = [];

    public void Compare(IReadOnlyList<RosterRow> rows)
    {
        named = Names(rows);
        foreach (var row in rows.Where(row => row.Entry.Email.Length > 0))
        {
            Compare(row);
        }
    }

    /// <summary>The name by which the file first calls each address; an apprentice's own row comes before what others call her.</summary>
    public static Dictionary<string, NamedPerson> Names(IReadOnlyList<RosterRow> rows)
    {
        var apprentices = rows.Select(row => new NamedPerson(row.Entry.GivenName, row.Entry.FamilyName, row.Entry.Email));
        var supervisors = rows.SelectMany(row => new[] { row.Entry.TrainingManager, row.Entry.Instructor }).OfType<NamedPerson>();
        return apprentices.Concat(supervisors)
            .Where(person => person.GivenName.Length > 0 && person.FamilyName.Length > 0)
            .DistinctBy(person => person.Email, StringComparer.Ordinal)
            .ToDictionary(person => person.Email, StringComparer.Ordinal);
    }

    private void Compare(RosterRow row)
    {
        var entry = row.Entry;
        var byEmail = stored.ByEmail(entry.Email);
        var contract = stored.ByVigo(entry.VigoNumber) ?? stored.ByStart(byEmail?.Id, entry.StartsOn);
        row.ApprenticeshipId = contract?.Id;
        row.PersonId = contract?.PersonId ?? byEmail?.Id;

        // What belongs to another row or another person is not compared: its differences would tell nothing.
        if (!twins.IsFirst(row) || !IsSamePerson(row, contract, byEmail))
        {
            return;
        }

        ComparePerson(row);
        CompareContract(row, contract);
        CompareSupervisor(row, contract, AssignmentRole.TrainingManager, RosterField.TrainingManager);
        CompareSupervisor(row, contract, AssignmentRole.Instructor, RosterField.Instructor);
    }

    private bool IsSamePerson(RosterRow row, StoredContract? contract, StoredPerson? byEmail)
    {
        if (row.PersonId is not { } personId)
        {
            return true;
        }

        var (person, entry) = (stored.ById(personId), row.Entry);
        if (byEmail is not null && byEmail.Id != person.Id)
        {
            row.Fail(RosterField.Email, Texts.Format(RosterTexts.EmailOfAnother, byEmail.FullName, person.FullName));
            return false;
        }

        if (entry.FullName.Length == 0 || Resemble(person.FullName, entry.FullName))
        {
            return true;
        }

        var (field, reason) = contract is not null && person.Email != entry.Email
            ? (RosterField.VigoNumber, RosterTexts.ContractOfAnother)
            : (RosterField.Email, RosterTexts.EmailKnownAs);
        row.Fail(field, Texts.Format(reason, person.FullName, person.Email));
        return false;
    }

    private void ComparePerson(RosterRow row)
    {
        if (row.PersonId is not { } personId)
        {
            return;
        }

        var (person, entry) = (stored.ById(personId), row.Entry);
        Compare(row, RosterField.GivenName, person.GivenName, entry.GivenName);
        Compare(row, RosterField.FamilyName, person.FamilyName, entry.FamilyName);
        if (person.Email != entry.Email)
        {
            row.Change(RosterField.Email, person.Email, entry.Email);
            row.Note(RosterField.Email, RosterTexts.EmailChanges);
        }

        if (entry.Language is { } language && language != person.Language)
        {
            row.Note(RosterField.Language, Texts.Format(RosterTexts.LanguageIsHers, RosterWords.Of(person.Language)));
        }
    }

    private void CompareContract(RosterRow row, StoredContract? contract)
    {
        var entry = row.Entry;
        if (entry.Curriculum is { } chosen)
        {
            row.Say(RosterField.Curriculum, chosen.Code);
            if (!chosen.IsValidOn(entry.StartsOn) && entry.StartsOn != default && contract?.CurriculumCode != chosen.Code)
            {
                row.Note(RosterField.Curriculum, Texts.Format(RosterTexts.CurriculumNotValid, SpokenDate.Digits(entry.StartsOn)));
            }
        }

        if (contract is null)
        {
            row.Say(RosterField.Kind, RosterWords.Of(entry.Kind ?? ContractKind.Apprentice, entry.Variant ?? ContractVariant.Ordinary));
            FailIfMissing(row, RosterField.Workplace, RosterTexts.WorkplaceMissing);
            FailIfMissing(row, RosterField.County, RosterTexts.CountyMissing);
            return;
        }

        if (stored.ByStart(contract.PersonId, entry.StartsOn) is { } other && other.Id != contract.Id)
        {
            row.Fail(RosterField.StartsOn, RosterTexts.OtherContractSameStart);
        }

        Compare(row, RosterField.VigoNumber, contract.VigoNumber ?? "", entry.VigoNumber ?? "");
        Compare(row, RosterField.Curriculum, contract.CurriculumCode, entry.Curriculum?.Code ?? "");
        if (row[RosterField.Curriculum].Old is not null && stored.IsInUse(contract.Id))
        {
            row.Fail(RosterField.Curriculum, RuleTexts.CurriculumInUse);
        }

        if (entry.Kind is { } kind)
        {
            Compare(row, RosterField.Kind, RosterWords.Of(contract.Kind, contract.Variant), RosterWords.Of(kind, VariantOf(entry, kind, contract.Kind, contract.Variant)));
        }

        Compare(row, RosterField.StartsOn, contract.StartsOn, entry.StartsOn);
        Compare(row, RosterField.EndsOn, contract.ContractEndsOn, entry.EndsOn);
        if (SortKey.Plain(contract.Workplace) != SortKey.Plain(entry.Workplace ?? ""))
        {
            Compare(row, RosterField.Workplace, contract.Workplace, entry.Workplace ?? "");
        }

        Compare(row, RosterField.County, CountyName(contract.CountyNumber), entry.CountyNumber is { } county ? CountyName(county) : "");
    }

    /// <summary>The variant a row means: what it says, else what is stored if the kind stays.</summary>
    public static ContractVariant VariantOf(RosterEntry entry, ContractKind kind, ContractKind storedKind, ContractVariant stored) =>
        entry.Variant ?? (kind == storedKind ? stored : ContractVariant.Ordinary);

    /// <summary>The day on which the supervisors of a file stand: today, or the nearest day of the training.</summary>
    public static DateOnly DayOfSupervisors(DateOnly startsOn, DateOnly endsOn, DateOnly today) =>
        today < startsOn ? startsOn : today > endsOn ? endsOn : today;

    private void CompareSupervisor(RosterRow row, StoredContract? contract, AssignmentRole role, RosterField field)
    {
        if (row.Entry.Supervisor(role) is not { } meant)
        {
            return;
        }

        var known = stored.ByEmail(meant.Email)?.FullName ?? named.GetValueOrDefault(meant.Email)?.FullName;
        if (known is null)
        {
            row.Fail(field, RosterTexts.SupervisorNameMissing);
            return;
        }

        if (meant.FullName.Length > 0 && SortKey.Plain(meant.FullName) != SortKey.Plain(known))
        {
            row.Note(field, Texts.Format(RosterTexts.SupervisorKnownAs, meant.Email, known));
        }

        row.Say(field, known);
        if (contract is null || row.Entry.StartsOn == default || row.Entry.EndsOn == default)
        {
            return;
        }

        var current = contract.Current(role, DayOfSupervisors(row.Entry.StartsOn, row.Entry.EndsOn, today));
        if (current?.Email != meant.Email)
        {
            row.Change(field, current?.Name ?? RosterTexts.Nobody, known);
        }
    }

    private static void FailIfMissing(RosterRow row, RosterField field, string problem)
    {
        if (row[field].Value.Length == 0)
        {
            row.Fail(field, problem);
        }
    }

    private static void Compare(RosterRow row, RosterField field, DateOnly old, DateOnly value)
    {
        if (value != default)
        {
            Compare(row, field, SpokenDate.Digits(old), SpokenDate.Digits(value));
        }
    }

    /// <summary>What a row leaves empty is not said, and stays as it is.</summary>
    private static void Compare(RosterRow row, RosterField field, string old, string value)
    {
        if (value.Length == 0)
        {
            row.Say(field, row[field].Value.Length == 0 ? old : row[field].Value);
        }
        else if (value != old)
        {
            row.Change(field, old, value);
        }
    }

    private static bool Resemble(string one, string other) =>
        SortKey.Plain(one).Split(' ', '-').Intersect(SortKey.Plain(other).Split(' ', '-'), StringComparer.Ordinal).Any();

    private static string CountyName(string number) => County.Find(number) is { } county ? $"{county.Number} {county.Name}" : number;
}
