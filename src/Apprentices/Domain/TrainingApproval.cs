namespace Apprentices.Domain;

/// <summary>
/// The employer's own approval to train in a trade: by the county in which the department has its address (opplæringslova
/// § 7-5, opplæringsforskrifta § 6-13). It lapses two years after the last training contract under it ended (§ 7-9).
/// </summary>
public sealed class TrainingApproval : IVersioned
{
    private TrainingApproval() { }

    /// <param name="curriculumCode">The trade, by its curriculum's code.</param>
    /// <param name="workplaceId">The department.</param>
    /// <param name="countyNumber">The county that approved it.</param>
    /// <param name="fromOn">The day of the approval.</param>
    public TrainingApproval(string curriculumCode, Guid workplaceId, string countyNumber, DateOnly fromOn) =>
        (CurriculumCode, WorkplaceId, CountyNumber, FromOn) = (curriculumCode, workplaceId, countyNumber, fromOn);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public string CurriculumCode { get; private set; } = "";
    public Curriculum Curriculum { get; private set; } = null!;
    public Guid WorkplaceId { get; private set; }
    public Workplace Workplace { get; private set; } = null!;
    public string CountyNumber { get; private set; } = "";
    public DateOnly FromOn { get; private set; }

    /// <summary>The day it was lost: lapsed, or taken away by the county.</summary>
    public DateOnly? LostOn { get; private set; }
    public int Version { get; private set; }

    /// <exception cref="RuleException">It would be lost before it was given.</exception>
    public void Lose(DateOnly? on)
    {
        Rule.Require(on is null || on >= FromOn, RuleTexts.EndBeforeStart);
        LostOn = on;
    }
}
