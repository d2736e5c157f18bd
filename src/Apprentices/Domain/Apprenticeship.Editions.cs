namespace Apprentices.Domain;

/// <content>The plan as it was put forward, agreed to, and kept.</content>
public sealed partial class Apprenticeship
{
    private readonly List<PlanEdition> planEditions = [];

    /// <summary>The plan as it was at the times it was put forward or moved.</summary>
    public IReadOnlyList<PlanEdition> PlanEditions => planEditions;

    /// <summary>Puts the plan forward as it is, for the apprentice to agree to. Needs its plan, tasks and editions.</summary>
    /// <exception cref="RuleException">The plan has no goals, or is the same as the last one put forward.</exception>
    public PlanEdition PutForward(Curriculum curriculum, Guid byId, DateTimeOffset at)
    {
        Rule.Require(plan.Exists(goal => goal.LeftOn is null), RuleTexts.PlanWithoutGoals);
        var last = planEditions.MaxBy(edition => edition.Number);
        Rule.Require(
            last?.Reason != PlanEditionReason.Agreement || !PlanComparison.Between(last.Content, ContentBy(curriculum)).IsEmpty, RuleTexts.PlanUnchanged);
        return Keep(PlanEditionReason.Agreement, curriculum, byId, at);
    }

    /// <summary>The apprentice agrees to the plan that was put forward last.</summary>
    /// <exception cref="RuleException">A later edition has taken its place, it was not put forward, or is agreed to already.</exception>
    public void AgreeTo(PlanEdition edition, DateTimeOffset at)
    {
        Rule.Require(planEditions.TrueForAll(other => other.Number <= edition.Number), RuleTexts.PlanEditionPassed);
        edition.Agree(at);
    }

    private PlanEdition Keep(PlanEditionReason reason, Curriculum curriculum, Guid? byId, DateTimeOffset at)
    {
        var edition = new PlanEdition(planEditions.Count == 0 ? 1 : planEditions.Max(e => e.Number) + 1, reason, ContentBy(curriculum), byId, at);
        planEditions.Add(edition);
        return edition;
    }

    /// <summary>The plan as it is now, as an edition would hold it. Needs the breaks, and the goals of the curriculum's edition for their words.</summary>
    public PlanContent ContentBy(Curriculum curriculum)
    {
        var words = curriculum.AllGoals.Where(goal => goal.EditionNumber == CurriculumEdition).ToDictionary(goal => goal.Code, goal => goal.Wording, StringComparer.Ordinal);
        return new PlanContent(
            CurriculumCode,
            CurriculumEdition,
            [.. plan.Where(goal => goal.LeftOn is null).OrderBy(goal => goal.Order).Select(goal => new PlanContentGoal(
                goal.Code, goal.Order, goal.Title, words.GetValueOrDefault(goal.Code, OfficialText.None), goal.HalfYear, goal.ExpectedOn, goal.Level, goal.RatedOn))],
            [.. tasks.OrderBy(task => task.Order).Select(task => task.State)])
        {
            HalfYears = HalfYears,
        };
    }
}
