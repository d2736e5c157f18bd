namespace Apprentices.Domain;

/// <summary>What moves plans: from one edition of a curriculum to another, or to the curriculum that follows it.</summary>
/// <param name="From">The curriculum that is left, with its goals: the plan kept from before needs their words.</param>
/// <param name="To">The curriculum that is followed from now on, with its goals.</param>
/// <param name="Edition">Which edition of it.</param>
/// <param name="Succession">Which goals live on as which.</param>
/// <param name="ById">Who moves them.</param>
/// <param name="At">When.</param>
/// <param name="Today">The day of that.</param>
public sealed record PlanMove(Curriculum From, Curriculum To, int Edition, GoalSuccession Succession, Guid? ById, DateTimeOffset At, DateOnly Today)
{
    /// <summary>To the edition in force, each goal as the one of its own code.</summary>
    public static PlanMove BySameCode(Curriculum from, Curriculum to, Guid? byId, DateTimeOffset at, DateOnly today) =>
        new(from, to, to.Edition, GoalSuccession.BySameCode(to.Goals), byId, at, today);
}
