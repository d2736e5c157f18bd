namespace Apprentices.Domain;

/// <content>Who follows up the apprenticeship, from and to which day.</content>
public sealed partial class Apprenticeship
{
    /// <summary>Who has the role on the day, the one who began last.</summary>
    public Assignment? CurrentAssignment(AssignmentRole role, DateOnly day) =>
        assignments.Where(a => a.Role == role && !a.IsDeputy && a.IsCurrentOn(day)).MaxBy(a => a.FromOn);

    /// <summary>
    /// Assigns a person from a day. Whoever had the role until then has it to the day before; whoever has it from a later day
    /// keeps it from then on. The same person again changes nothing.
    /// </summary>
    /// <exception cref="RuleException">An apprentice would supervise herself, or somebody come to HR unawares.</exception>
    public void Assign(Person person, AssignmentRole role, DateOnly fromOn)
    {
        Rule.Require(person.Id != PersonId, RuleTexts.OwnSupervisor);

        // HR sees every record: a slip of the hand in a list of names must not open them to an instructor or an apprentice.
        Rule.Require(role != AssignmentRole.HrContact || person.Roles == Roles.None || person.Roles.HasFlag(Roles.Hr), RuleTexts.ContactNotInHr);

        person.Grant(RolesOf(role));
        Begin(person.Id, role, fromOn, placementId: null);
    }

    private void Begin(Guid personId, AssignmentRole role, DateOnly fromOn, Guid? placementId)
    {
        if (CurrentAssignment(role, fromOn) is { } same && same.PersonId == personId)
        {
            if (placementId is null)
            {
                same.MakeOwn();
            }

            return;
        }

        assignments.RemoveAll(a => a.Role == role && !a.IsDeputy && a.FromOn == fromOn);
        foreach (var former in assignments.Where(a => a.Role == role && !a.IsDeputy && a.IsCurrentOn(fromOn)))
        {
            former.EndFor(fromOn, placementId);
        }

        var assignment = new Assignment(personId, role, fromOn);
        if (placementId is { } made)
        {
            assignment.MadeBy(made);
        }

        assignments.Add(assignment);
        Prolong(assignment);
    }

    /// <summary>Lets somebody stand in for whoever has the role, from a day to a day; nobody loses the role by it.</summary>
    /// <exception cref="RuleException">She has the role herself, supervises herself, or the last day lies before the first.</exception>
    public Assignment Deputise(Person person, AssignmentRole role, DateOnly fromOn, DateOnly? toOn)
    {
        Rule.Require(person.Id != PersonId, RuleTexts.OwnSupervisor);
        Rule.Require(role is AssignmentRole.TrainingManager or AssignmentRole.Instructor, RuleTexts.NoDeputyForRole);
        Rule.Require(toOn is null || toOn >= fromOn, RuleTexts.EndBeforeStart);
        Rule.Require(CurrentAssignment(role, fromOn)?.PersonId != person.Id, RuleTexts.OwnDeputy);

        person.Grant(RolesOf(role));
        var deputy = new Assignment(person.Id, role, fromOn, isDeputy: true);
        deputy.EndOn(toOn);
        if (assignments.Find(a => a.IsDeputy && a.Role == role && a.PersonId == person.Id && a.Overlaps(deputy)) is { } known)
        {
            known.Join(deputy);
            return known;
        }

        assignments.Add(deputy);
        return deputy;
    }

    /// <summary>Lets another stand in instead, from a day; where she has the role herself by then, nobody stands in any more.</summary>
    /// <exception cref="RuleException">She would stand in for her own supervisor.</exception>
    public void HandOver(Assignment deputy, Person person, DateOnly fromOn)
    {
        var lastDay = deputy.ToOn;
        Withdraw(deputy, fromOn);
        if (CurrentAssignment(deputy.Role, fromOn)?.PersonId != person.Id)
        {
            Deputise(person, deputy.Role, fromOn, lastDay);
        }
    }

    /// <summary>Lets somebody stand in no longer, from a day; that she did until then stays.</summary>
    public void Withdraw(Assignment deputy, DateOnly fromOn)
    {
        if (deputy.FromOn >= fromOn)
        {
            assignments.Remove(deputy);
        }
        else if (deputy.IsCurrentOn(fromOn))
        {
            deputy.EndOn(fromOn.AddDays(-1));
        }
    }

    /// <summary>Ends an assignment; its last day is given.</summary>
    /// <exception cref="RuleException">The last day lies before the first.</exception>
    public void EndAssignment(Assignment assignment, DateOnly lastDay)
    {
        Rule.Require(lastDay >= assignment.FromOn, RuleTexts.EndBeforeStart);
        assignment.EndOn(lastDay);
    }

    /// <summary>Leaves an assignment no end of its own: it lasts until the next one of the role begins.</summary>
    public void Prolong(Assignment assignment)
    {
        assignment.EndOn(null);
        if (!assignment.IsDeputy && NextAfter(assignment) is { } next)
        {
            assignment.EndFor(next.FromOn, next.PlacementId);
        }
    }

    private Assignment? NextAfter(Assignment assignment) =>
        assignments.Where(a => a.Role == assignment.Role && !a.IsDeputy && a.FromOn > assignment.FromOn).MinBy(a => a.FromOn);

    /// <summary>What a person becomes in the app by an assignment.</summary>
    public static Roles RolesOf(AssignmentRole role) => role switch
    {
        AssignmentRole.TrainingManager => Roles.TrainingManager,
        AssignmentRole.Instructor => Roles.Instructor,
        AssignmentRole.Mentor => Roles.None,
        _ => Roles.Hr,
    };
}
