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

    /// <summary>The edition of the curriculum that her plan follows.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public int CurriculumEdition { get; private set; } = 1;

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

    /// <summary>The training office (opplæringskontor) that holds the contract for us; empty where the employer does itself.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public string? TrainingOffice { get; private set; }

    /// <summary>Months of the trade's normal time that the county gives credit for (godskriving); empty where nobody has entered it.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public int? CreditMonths { get; private set; }

    /// <summary>How much of full time the training is, 1-100 %.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public int PartTimePercent { get; private set; } = 100;

    /// <summary>Whether she has the right of the young to training (ungdomsrett), which decides the grant; empty where unknown.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public bool? HasYouthRight { get; private set; }

    /// <summary>The number of the county she is registered resident in, which pays the grant; empty: the one that holds the contract.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public string? ResidenceCountyNumber { get; private set; }

    /// <summary>The common core subjects (fellesfag) that are still to be passed, in words.</summary>
    [Personal(PersonalCategory.Assessment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public string? MissingSubjects { get; private set; }

    /// <summary>Whether a change waits for the county's consent.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public bool IsWaitingForCounty { get; private set; }

    /// <summary>How many final tests she sat.</summary>
    [Personal(PersonalCategory.Assessment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public int TestsSat { get; private set; }

    /// <summary>The last day of the final test she passed.</summary>
    [Personal(PersonalCategory.Assessment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly? TestPassedOn { get; private set; }

    [NotPersonal]
    public int Version { get; private set; }

    public IReadOnlyList<Assignment> Assignments => assignments;
    public IReadOnlyList<Interruption> Interruptions => interruptions;
    public IReadOnlyList<PlannedGoal> Plan => plan;
    public IReadOnlyList<Evaluation> Evaluations => evaluations;

    /// <summary>The terms of a contract as it is entered or corrected.</summary>
    public sealed record Terms(
        ContractKind Kind, ContractVariant Variant, string? VigoNumber, string CurriculumCode, string CountyNumber,
        Guid WorkplaceId, DateOnly StartsOn, DateOnly EndsOn)
    {
        /// <summary>The training office that holds the contract for us, if any.</summary>
        public string? TrainingOffice { get; init; }

        /// <summary>Months of credit (godskriving, opplæringsforskrifta §§ 6-5 to 6-12); empty where nobody has entered it.</summary>
        public int? CreditMonths { get; init; }

        /// <summary>How much of full time the training is, 1-100 %.</summary>
        public int PartTimePercent { get; init; } = 100;

        /// <summary>Whether she has the right of the young to training; empty where unknown.</summary>
        public bool? HasYouthRight { get; init; }

        /// <summary>The county she is registered resident in; empty: the one that holds the contract.</summary>
        public string? ResidenceCountyNumber { get; init; }

        /// <summary>The common core subjects still to be passed.</summary>
        public string? MissingSubjects { get; init; }
    }

    /// <summary>The half-years of the training as they stand.</summary>
    public IReadOnlyList<HalfYear> HalfYears => Domain.HalfYears.Until(EndsOn, Domain.HalfYears.For(StartsOn, ContractEndsOn, BreaksThatMoveDates));

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
        apprenticeship => apprenticeship.Interruptions.Any(i => i.StartsOn <= day && (i.EndsOn == null || i.EndsOn >= day) && i.Percent == 100);

    /// <summary>Enters a contract with its plan and its talks.</summary>
    /// <exception cref="RuleException">The days or the number are impossible.</exception>
    public static Apprenticeship Enter(Person apprentice, Terms terms, Curriculum curriculum, DateOnly today, Guid? recordedById = null)
    {
        var apprenticeship = new Apprenticeship { PersonId = apprentice.Id, EnteredOn = today };
        apprentice.Grant(Roles.Apprentice);
        apprenticeship.Add(new ContractEntered(Checked(terms)), Decider.Employer, today, recordedById);
        apprenticeship.Project(today);
        apprenticeship.Follow(curriculum);
        return apprenticeship;
    }

    /// <summary>
    /// Corrects what was entered wrongly. What was held, rated or written stays; what is not done moves with the days. A plan
    /// nobody has adjusted is spread over the half-years there are then. The same again adds no entry.
    /// </summary>
    /// <exception cref="RuleException">The days are impossible, or the curriculum changes after goals were rated.</exception>
    public void Correct(Terms terms, Curriculum curriculum, DateOnly today, Guid? recordedById = null)
    {
        var corrected = Checked(terms);
        var state = State;
        if (corrected == state.Terms with { WorkplaceId = state.Workplaces[^1].Value, CountyNumber = state.Counties[^1].Value, CurriculumCode = state.Curricula[^1].Value })
        {
            return;
        }

        var otherCurriculum = terms.CurriculumCode != CurriculumCode;
        Rule.Require(!otherCurriculum || plan.TrueForAll(goal => goal.Ratings.Count == 0 && !goal.IsLogged), RuleTexts.CurriculumInUse);

        var isAsProposed = IsPlanAsProposed;
        Add(new ContractCorrected(corrected), Decider.Employer, today, recordedById);
        Project(today);
        if (otherCurriculum)
        {
            plan.Clear();
            Follow(curriculum);
        }
        else if (isAsProposed)
        {
            ProposePlan();
            SpreadGoals();
        }
    }

    /// <summary>Records a break that prolongs the training; dates move if the county has consented.</summary>
    /// <exception cref="RuleException">The days or the percentage are impossible.</exception>
    public Interruption Interrupt(DateOnly startsOn, DateOnly? endsOn, int percent, DateOnly? countyConsentOn)
    {
        var entry = Record(new InterruptionBegun(startsOn, endsOn, percent, Prolongs: true), Decider.Employer, EnteredOn);
        if (countyConsentOn is { } consent)
        {
            Record(new ConsentGiven(entry.Id, consent), Decider.County, consent > EnteredOn ? consent : EnteredOn);
        }

        return interruptions.Single(interruption => interruption.Id == entry.Id);
    }

    /// <summary>The person was entered twice: the contract now belongs to the one that is kept.</summary>
    public void MoveTo(Person kept)
    {
        PersonId = kept.Id;
        kept.Grant(Roles.Apprentice);
    }

    private static Terms Checked(Terms terms)
    {
        Rule.Require(terms.StartsOn.Year is >= 2000 and <= 2100, RuleTexts.StartOutOfRange);
        Rule.Require(terms.EndsOn > terms.StartsOn, RuleTexts.EndBeforeStart);
        Rule.Require(terms.EndsOn < terms.StartsOn.AddYears(10), RuleTexts.ContractTooLong);
        Rule.Require(terms.PartTimePercent is >= 1 and <= 100, RuleTexts.PercentOutOfRange);
        Rule.Require(terms.CreditMonths is null or (>= 0 and <= 60), RuleTexts.CreditOutOfRange);

        return terms with
        {
            VigoNumber = Given(terms.VigoNumber),
            TrainingOffice = Given(terms.TrainingOffice),
            ResidenceCountyNumber = Given(terms.ResidenceCountyNumber),
            MissingSubjects = Given(terms.MissingSubjects),
        };
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
