using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Apprenticeships;

/// <summary>Says who follows an apprenticeship up, as what, from which day. Whoever had the role has it to the day before.</summary>
public sealed class AssignSupervisor(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, DutyRulebook rulebook)
{
    public sealed class Input
    {
        public AssignmentRole Role { get; set; } = AssignmentRole.Instructor;

        public PersonChoice Person { get; set; } = new();

        [Required]
        public DateOnly? FromOn { get; set; }

        /// <summary>The last day; empty while it lasts.</summary>
        public DateOnly? ToOn { get; set; }

        /// <summary>Stands in for whoever has the role, and takes nothing from her.</summary>
        public bool AsDeputy { get; set; }
    }

    /// <exception cref="RuleException">Nobody was chosen, or the days or the person cannot be.</exception>
    public async Task RunAsync(Guid id, Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.AssignSupervisors);
        Rule.Require(!input.Person.IsEmpty, ApprenticeshipTexts.ChooseSomebody);

        await using var db = await database.CreateDbContextAsync(cancel);
        var apprenticeship = await db.Apprenticeships.VisibleTo(user).WithDuties()
            .SingleOrDefaultAsync(a => a.Id == id, cancel) ?? throw new NotThereException();
        var person = await ChosenPerson.ResolveAsync(db, user, input.Person, input.Role, cancel) ?? throw new NotThereException();
        if (input.AsDeputy)
        {
            apprenticeship.Deputise(person, input.Role, input.FromOn!.Value, input.ToOn);
        }
        else
        {
            Assign(apprenticeship, person, input);
        }

        apprenticeship.ScheduleDuties(await rulebook.ReadAsync(db, cancel));
        await db.SaveChangesAsync(cancel);
    }

    private static void Assign(Apprenticeship apprenticeship, Person person, Input input)
    {
        apprenticeship.Assign(person, input.Role, input.FromOn!.Value);
        var assignment = apprenticeship.CurrentAssignment(input.Role, input.FromOn.Value)!;
        if (input.ToOn is { } lastDay)
        {
            apprenticeship.EndAssignment(assignment, lastDay);
        }
        else
        {
            apprenticeship.Prolong(assignment);
        }
    }

    /// <summary>Ends an assignment; its last day is given.</summary>
    /// <exception cref="RuleException">The last day lies before the first.</exception>
    public async Task EndAsync(Guid id, Guid assignmentId, DateOnly lastDay, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.AssignSupervisors);

        await using var db = await database.CreateDbContextAsync(cancel);
        var apprenticeship = await db.Apprenticeships.VisibleTo(user).Include(a => a.Assignments)
            .SingleOrDefaultAsync(a => a.Id == id, cancel) ?? throw new NotThereException();
        var assignment = apprenticeship.Assignments.FirstOrDefault(a => a.Id == assignmentId) ?? throw new NotThereException();
        apprenticeship.EndAssignment(assignment, lastDay);
        await db.SaveChangesAsync(cancel);
    }
}
