using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Roster;

/// <summary>
/// What is stored of the people and contracts that a roster names, fetched with as many statements for five rows as for
/// five thousand. Whom it names is asked first and handed on as a list: asked within the other questions, PostgreSQL searches
/// anew for each row when the tables grew since it last counted them, which is what an import does.
/// </summary>
public sealed class RosterRecords
{
    public sealed record StoredPerson(Guid Id, string GivenName, string FamilyName, string Email, Language Language)
    {
        public string FullName => $"{GivenName} {FamilyName}".Trim();
    }

    public sealed record StoredContract(
        Guid Id, Guid PersonId, ContractKind Kind, ContractVariant Variant, string? VigoNumber, string CurriculumCode, string CountyNumber,
        string Workplace, DateOnly StartsOn, DateOnly ContractEndsOn, DateOnly EndsOn, IReadOnlyList<StoredAssignment> Assignments)
    {
        /// <summary>Who has the role on the day, the one who began last; whoever stands in for her is not meant.</summary>
        public StoredAssignment? Current(AssignmentRole role, DateOnly day) => Assignments
            .Where(a => a.Role == role && !a.IsDeputy && a.FromOn <= day && (a.ToOn is null || a.ToOn >= day))
            .MaxBy(a => a.FromOn);
    }

    public sealed record StoredAssignment(AssignmentRole Role, Guid PersonId, string Name, string Email, DateOnly FromOn, DateOnly? ToOn, bool IsDeputy);

    private readonly Dictionary<string, StoredContract> byVigo;
    private readonly ILookup<Guid, StoredContract> byPerson;
    private readonly Dictionary<string, StoredPerson> byEmail;
    private readonly Dictionary<Guid, StoredPerson> byId;
    private readonly HashSet<Guid> inUse;

    private RosterRecords(IReadOnlyCollection<StoredContract> contracts, IReadOnlyCollection<StoredPerson> people, HashSet<Guid> inUse)
    {
        byVigo = contracts.Where(contract => contract.VigoNumber is not null).ToDictionary(contract => contract.VigoNumber!, StringComparer.Ordinal);
        byPerson = contracts.ToLookup(contract => contract.PersonId);
        byEmail = people.ToDictionary(person => person.Email, StringComparer.Ordinal);
        byId = people.ToDictionary(person => person.Id);
        this.inUse = inUse;
    }

    public StoredContract? ByVigo(string? number) => number is null ? null : byVigo.GetValueOrDefault(number);

    public StoredContract? ByStart(Guid? personId, DateOnly startsOn) =>
        personId is { } id ? byPerson[id].FirstOrDefault(contract => contract.StartsOn == startsOn) : null;

    public StoredPerson? ByEmail(string email) => byEmail.GetValueOrDefault(email);

    public StoredPerson ById(Guid id) => byId[id];

    /// <summary>Whether goals of the plan are rated or logged, so that the curriculum can no longer be changed.</summary>
    public bool IsInUse(Guid apprenticeshipId) => inUse.Contains(apprenticeshipId);

    public static async Task<RosterRecords> LoadAsync(AppDbContext db, CurrentUser user, IReadOnlyCollection<RosterEntry> entries, CancellationToken cancel)
    {
        var vigoNumbers = entries.Select(entry => entry.VigoNumber).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        var emails = entries
            .SelectMany(entry => new[] { entry.Email, entry.TrainingManager?.Email, entry.Instructor?.Email })
            .OfType<string>().Where(email => email.Length > 0).Distinct(StringComparer.Ordinal).ToArray();

        var mine = db.Apprenticeships.VisibleTo(user);
        var named = await mine
            .Where(a => EF.Parameter(vigoNumbers).Contains(a.VigoNumber!) || EF.Parameter(emails).Contains(a.Person.Email))
            .Select(a => a.PersonId)
            .Distinct()
            .ToArrayAsync(cancel);
        var contracts = await mine
            .Where(a => EF.Parameter(named).Contains(a.PersonId))
            .OrderBy(a => a.Id)
            .AsSplitQuery()
            .Select(a => new StoredContract(
                a.Id, a.PersonId, a.Kind, a.Variant, a.VigoNumber, a.CurriculumCode, a.CountyNumber, a.Workplace.Name, a.StartsOn, a.ContractEndsOn,
                a.EndsOn, a.Assignments.Select(s => new StoredAssignment(
                    s.Role, s.PersonId, s.Person.GivenName + " " + s.Person.FamilyName, s.Person.Email, s.FromOn, s.ToOn, s.IsDeputy)).ToList()))
            .ToListAsync(cancel);
        var people = await db.People
            .VisibleTo(db, user)
            .Where(p => EF.Parameter(emails).Contains(p.Email) || EF.Parameter(named).Contains(p.Id))
            .Select(p => new StoredPerson(p.Id, p.GivenName, p.FamilyName, p.Email, p.Language))
            .ToListAsync(cancel);
        var begun = await db.PlannedGoals
            .VisibleTo(user)
            .Where(goal => EF.Parameter(named).Contains(goal.Apprenticeship.PersonId) && (goal.IsLogged || goal.RatedOn != null))
            .Select(goal => goal.ApprenticeshipId)
            .Distinct()
            .ToListAsync(cancel);

        return new RosterRecords(contracts, people, [.. begun]);
    }
}
