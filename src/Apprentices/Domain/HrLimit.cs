namespace Apprentices.Domain;

/// <summary>
/// Says that somebody of HR is so for chosen units alone: she sees and does what belongs to the apprentices who work there, and nothing
/// of others. With no unit named she sees nobody; only where there is no limit she sees all.
/// </summary>
public sealed class HrLimit : IVersioned
{
    private readonly List<HrUnit> units = [];

    private HrLimit() { }

    /// <exception cref="RuleException">She is not of HR.</exception>
    public HrLimit(Person person)
    {
        Rule.Require(person.Roles.HasFlag(Roles.Hr), RuleTexts.OnlyHrIsLimited);
        PersonId = person.Id;
    }

    /// <summary>Of somebody who was entered twice: it holds for the one that is kept, also where she is of HR only another day.</summary>
    public static HrLimit OfKept(Person kept) => new() { PersonId = kept.Id };

    /// <summary>Whose it is; one limit a person.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Operation, PersonalRetention.WithThePerson, ArchiveValue.None)]
    public Guid PersonId { get; private set; }
    public Person Person { get; private set; } = null!;

    public IReadOnlyList<HrUnit> Units => units;

    [NotPersonal]
    public int Version { get; private set; }

    /// <summary>These units, and no others.</summary>
    public void Set(IReadOnlyCollection<Guid> workplaceIds)
    {
        units.RemoveAll(unit => !workplaceIds.Contains(unit.WorkplaceId));
        units.AddRange(workplaceIds.Distinct().Where(id => units.TrueForAll(unit => unit.WorkplaceId != id)).Select(id => new HrUnit(PersonId, id)));
    }
}

/// <summary>One unit somebody of HR is limited to: a workplace.</summary>
public sealed class HrUnit
{
    private HrUnit() { }

    internal HrUnit(Guid personId, Guid workplaceId) => (PersonId, WorkplaceId) = (personId, workplaceId);

    /// <summary>Whose it is.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Operation, PersonalRetention.WithThePerson, ArchiveValue.None)]
    public Guid PersonId { get; private set; }

    [Personal(PersonalCategory.Employment, PersonalPurpose.Operation, PersonalRetention.WithThePerson, ArchiveValue.None)]
    public Guid WorkplaceId { get; private set; }
    public Workplace Workplace { get; private set; } = null!;
}
