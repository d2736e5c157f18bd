namespace Apprentices.Domain;

/// <content>
/// Where she is planned to be, when, and with which instructor. Whoever receives her is her instructor from the first day of
/// the period until the next one begins; an assignment made so goes with the plan as long as it has not begun. What HR has
/// assigned itself is never taken away by a plan.
/// </content>
public sealed partial class Apprenticeship
{
    private readonly List<Placement> placements = [];

    /// <summary>Her planned periods at workplaces.</summary>
    public IReadOnlyList<Placement> Placements => placements;

    /// <summary>Plans a period at a workplace. Needs its assignments, if somebody receives her there.</summary>
    /// <exception cref="RuleException">The days are impossible, it would be her own instructor, or HR has assigned another from that day.</exception>
    public Placement Place(Guid workplaceId, Person? instructor, DateOnly fromOn, DateOnly toOn, DateOnly today)
    {
        RequirePlacement(instructor?.Id, fromOn, toOn);
        var placement = new Placement(workplaceId, instructor?.Id, fromOn, toOn);
        Receive(placement, instructor, today);
        placements.Add(placement);
        return placement;
    }

    /// <summary>Plans it otherwise. What had not begun is as if it had never been planned, then it is planned anew. Needs its assignments and placements.</summary>
    /// <exception cref="RuleException">As for planning one.</exception>
    public void ChangePlacement(Placement placement, Guid workplaceId, Person? instructor, DateOnly fromOn, DateOnly toOn, DateOnly today)
    {
        RequirePlacement(instructor?.Id, fromOn, toOn);
        if (placement.InstructorId != instructor?.Id || placement.FromOn != fromOn || (placement.ToOn < today && toOn >= today))
        {
            TakeBack(placement, today);
            placement.Change(workplaceId, instructor?.Id, fromOn, toOn, today);
            Receive(placement, instructor, today);
        }
        else
        {
            placement.Change(workplaceId, instructor?.Id, fromOn, toOn, today);
        }
    }

    /// <summary>Takes it out of the plan, and the assignment with it that has not begun. Needs its assignments and placements.</summary>
    public void RemovePlacement(Placement placement, DateOnly today)
    {
        TakeBack(placement, today);
        placements.Remove(placement);
    }

    /// <summary>She becomes the instructor on the first day; of a period that lasts already, today: what was, stays as it was. A period that is over changes nothing.</summary>
    private void Receive(Placement placement, Person? instructor, DateOnly today)
    {
        if (instructor is null || placement.ToOn < today)
        {
            return;
        }

        var fromOn = placement.FromOn > today ? placement.FromOn : today;
        Rule.Require(
            CurrentAssignment(AssignmentRole.Instructor, fromOn) is not { PlacementId: null } own || own.FromOn != fromOn || own.PersonId == instructor.Id,
            RuleTexts.AssignedByHr);
        instructor.Grant(RolesOf(AssignmentRole.Instructor));
        Begin(instructor.Id, AssignmentRole.Instructor, fromOn, placement.Id);
    }

    /// <summary>
    /// The assignment it made goes, if it has not begun. Whoever it took the role from has it on, until the next one begins; and
    /// whoever was to receive her again later, and had no need of an assignment of her own, gets it then.
    /// </summary>
    private void TakeBack(Placement placement, DateOnly today)
    {
        if (assignments.Find(a => a.PlacementId == placement.Id && a.FromOn > today) is not { } made)
        {
            return;
        }

        assignments.Remove(made);
        foreach (var former in assignments.Where(a => a.EndedByPlacementId == placement.Id && a.ToOn == made.FromOn.AddDays(-1)).ToList())
        {
            Resume(former);
        }

        foreach (var later in placements.Where(p => p != placement && p.InstructorId == made.PersonId && made.IsCurrentOn(p.FromOn)).OrderBy(p => p.FromOn).ToList())
        {
            Begin(made.PersonId, AssignmentRole.Instructor, later.FromOn, later.Id);
        }
    }

    private void Resume(Assignment former)
    {
        var lastDay = former.OtherwiseToOn;
        former.EndOn(lastDay);
        if (NextAfter(former) is { } next && (lastDay is null || lastDay >= next.FromOn))
        {
            former.EndFor(next.FromOn, next.PlacementId);
        }
    }

    private void RequirePlacement(Guid? instructorId, DateOnly fromOn, DateOnly toOn)
    {
        Rule.Require(toOn >= fromOn, RuleTexts.EndBeforeStart);
        Rule.Require(fromOn >= StartsOn && toOn <= EndsOn, RuleTexts.OutsideTheTraining);
        Rule.Require(instructorId != PersonId || instructorId is null, RuleTexts.OwnSupervisor);
    }
}
