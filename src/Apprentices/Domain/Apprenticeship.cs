using System.Linq.Expressions;

namespace Apprentices.Domain;

/// <summary>
/// One training contract of one person: its kind, its days, where, by which curriculum and with whom; from it follow the
/// half-years, the plan and the talks. Written before the training starts and approved by the county (opplæringslova § 7-2).
/// </summary>
public sealed partial class Apprenticeship : IVersioned
{
    private readonly List<Assignment> assignments = [];
    private readonly List<Interruption> interruptions = [];
    private readonly List<PlannedGoal> plan = [];
    private readonly List<Evaluation> evaluations = [];

    private Apprenticeship() { }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The apprentice.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Guid PersonId { get; private set; }
    public Person Person { get; private set; } = null!;

    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public ContractKind Kind { get; private set; }

    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public ContractVariant Variant { get; private set; }

    /// <summary>The contract's number in the county's system; the first key of an import.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public string? VigoNumber { get; private set; }

    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public string CurriculumCode { get; private set; } = "";
    public Curriculum Curriculum { get; private set; } = null!;

    /// <summary>The official number of the county that approves the contract.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public string CountyNumber { get; private set; } = "";

    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Guid WorkplaceId { get; private set; }
    public Workplace Workplace { get; private set; } = null!;

    /// <summary>The first day of the training.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly StartsOn { get; private set; }

    /// <summary>The contract's last day as written, before breaks.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly ContractEndsOn { get; private set; }

    /// <summary>The last day of the training as it stands, with the breaks the county has consented to.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly EndsOn { get; private set; }

    /// <summary>The day the record was entered here; talks whose window had ended by then come in as unknown.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public DateOnly EnteredOn { get; private set; }

    [NotPersonal]
    public int Version { get; private set; }

    public IReadOnlyList<Assignment> Assignments => assignments;
    public IReadOnlyList<Interruption> Interruptions => interruptions;
    public IReadOnlyList<PlannedGoal> Plan => plan;
    public IReadOnlyList<Evaluation> Evaluations => evaluations;

    /// <summary>The terms of a contract as it is entered or corrected.</summary>
    public sealed record Terms(
        ContractKind Kind, ContractVariant Variant, string? VigoNumber, string CurriculumCode, string CountyNumber,
        Guid WorkplaceId, DateOnly StartsOn, DateOnly EndsOn);

    /// <summary>The half-years of the training as they stand.</summary>
    public IReadOnlyList<HalfYear> HalfYears => Domain.HalfYears.For(StartsOn, ContractEndsOn, BreaksThatMoveDates);

    private IEnumerable<Break> BreaksThatMoveDates =>
        interruptions.Select(interruption => interruption.ThatMovesDates).OfType<Break>();

    /// <summary>The one definition of "in training on that day", in SQL and in memory.</summary>
    public static Expression<Func<Apprenticeship, bool>> ActiveOn(DateOnly day) =>
        apprenticeship => apprenticeship.StartsOn <= day && apprenticeship.EndsOn >= day;

    /// <summary>The one definition of "over by that day", in SQL and in memory.</summary>
    public static Expression<Func<Apprenticeship, bool>> EndedBefore(DateOnly day) =>
        apprenticeship => apprenticeship.EndsOn < day;

    /// <summary>The one definition of "away from the training on that day", in SQL and in memory.</summary>
    public static Expression<Func<Apprenticeship, bool>> InterruptedOn(DateOnly day) =>
        apprenticeship => apprenticeship.Interruptions.Any(i => i.StartsOn <= day && i.EndsOn >= day && i.Percent == 100);

    /// <summary>Enters a contract with its plan and its talks.</summary>
    /// <exception cref="RuleException">The days or the number are impossible.</exception>
    public static Apprenticeship Enter(Person apprentice, Terms terms, Curriculum curriculum, DateOnly today)
    {
        var apprenticeship = new Apprenticeship { PersonId = apprentice.Id, EnteredOn = today };
        apprentice.Grant(Roles.Apprentice);
        apprenticeship.Take(terms);
        apprenticeship.Follow(curriculum);
        return apprenticeship;
    }

    /// <summary>
    /// Corrects the contract. What was held, rated or written stays; what is not done moves with the days. A plan nobody has
    /// adjusted is spread over the half-years there are then.
    /// </summary>
    /// <exception cref="RuleException">The days are impossible, or the curriculum changes after goals were rated.</exception>
    public void Correct(Terms terms, Curriculum curriculum)
    {
        var otherCurriculum = terms.CurriculumCode != CurriculumCode;
        Rule.Require(!otherCurriculum || plan.TrueForAll(goal => goal.Ratings.Count == 0 && !goal.IsLogged), RuleTexts.CurriculumInUse);

        var isAsProposed = IsPlanAsProposed;
        Take(terms);
        if (otherCurriculum)
        {
            plan.Clear();
            Follow(curriculum);
            return;
        }

        if (isAsProposed)
        {
            ProposePlan();
        }

        Reschedule();
    }

    /// <summary>Records a break; dates move if the county has consented.</summary>
    /// <exception cref="RuleException">The days or the percentage are impossible.</exception>
    public Interruption Interrupt(DateOnly startsOn, DateOnly endsOn, int percent, DateOnly? countyConsentOn)
    {
        Rule.Require(startsOn <= endsOn, RuleTexts.EndBeforeStart);
        Rule.Require(percent is >= 1 and <= 100, RuleTexts.PercentOutOfRange);

        var interruption = new Interruption(startsOn, endsOn, percent, countyConsentOn);
        interruptions.Add(interruption);
        Reschedule();
        return interruption;
    }

    /// <summary>The person was entered twice: the contract now belongs to the one that is kept.</summary>
    public void MoveTo(Person kept)
    {
        PersonId = kept.Id;
        kept.Grant(Roles.Apprentice);
    }

    private void Take(Terms terms)
    {
        Rule.Require(terms.StartsOn.Year is >= 2000 and <= 2100, RuleTexts.StartOutOfRange);
        Rule.Require(terms.EndsOn > terms.StartsOn, RuleTexts.EndBeforeStart);
        Rule.Require(terms.EndsOn < terms.StartsOn.AddYears(10), RuleTexts.ContractTooLong);

        (Kind, Variant, VigoNumber, CurriculumCode, CountyNumber, WorkplaceId, StartsOn, ContractEndsOn) = (
            terms.Kind, terms.Variant, string.IsNullOrWhiteSpace(terms.VigoNumber) ? null : terms.VigoNumber.Trim(),
            terms.CurriculumCode, terms.CountyNumber, terms.WorkplaceId, terms.StartsOn, terms.EndsOn);
        EndsOn = Domain.HalfYears.EndAfter(ContractEndsOn, BreaksThatMoveDates);
    }
}
