namespace Apprentices.Domain;

/// <summary>
/// Days on which somebody who follows up apprentices is not at work, and who stands in. Why she is away is nobody's business here and is
/// not kept.
/// </summary>
public sealed class Leave : IVersioned
{
    private Leave() { }

    /// <exception cref="RuleException">The last day lies before the first, or she would stand in for herself.</exception>
    public Leave(Guid personId, DateOnly fromOn, DateOnly toOn, Guid? deputyId)
    {
        PersonId = personId;
        Set(fromOn, toOn, deputyId);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    [Personal(PersonalCategory.Employment, PersonalPurpose.Notification, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public Guid PersonId { get; private set; }
    public Person Person { get; private set; } = null!;

    [Personal(PersonalCategory.Employment, PersonalPurpose.Notification, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public DateOnly FromOn { get; private set; }

    /// <summary>The last day.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Notification, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public DateOnly ToOn { get; private set; }

    /// <summary>Who is told in her stead of what she may see; empty: the training manager, and else HR.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Notification, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public Guid? DeputyId { get; private set; }
    public Person? Deputy { get; private set; }

    [NotPersonal]
    public int Version { get; private set; }

    public bool IsOn(DateOnly day) => FromOn <= day && ToOn >= day;

    /// <exception cref="RuleException">The last day lies before the first, or she would stand in for herself.</exception>
    public void Set(DateOnly fromOn, DateOnly toOn, Guid? deputyId)
    {
        Rule.Require(toOn >= fromOn, RuleTexts.EndBeforeStart);
        Rule.Require(deputyId != PersonId, RuleTexts.OwnDeputy);

        (FromOn, ToOn, DeputyId) = (fromOn, toOn, deputyId);
    }

    /// <summary>One of the two was entered twice: it now names the one that is kept. Nobody stands in for herself.</summary>
    public void MoveTo(Guid goneId, Guid keptId)
    {
        PersonId = PersonId == goneId ? keptId : PersonId;
        DeputyId = DeputyId == goneId ? keptId : DeputyId;
        DeputyId = DeputyId == PersonId ? null : DeputyId;
    }
}
