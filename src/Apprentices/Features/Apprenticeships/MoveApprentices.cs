using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Apprenticeships;

/// <summary>Moves everybody one supervisor follows up to another, from a day on; what was before stays as it was.</summary>
public sealed class MoveApprentices(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed class Input
    {
        public PersonChoice From { get; set; } = new();
        public PersonChoice To { get; set; } = new();

        [Required]
        public DateOnly? On { get; set; }
    }

    /// <summary>One apprenticeship that moves, and as what.</summary>
    public sealed record Row(Guid ApprenticeshipId, string Name, LocalText Trade, AssignmentRole Role, bool IsDeputy);

    /// <summary>What a handover from a day would move.</summary>
    public async Task<IReadOnlyList<Row>> PreviewAsync(Guid fromId, DateOnly on, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.AssignSupervisors);

        await using var db = await database.CreateDbContextAsync(cancel);
        return await Moving(db, user, fromId, on)
            .OrderBy(s => s.Apprenticeship.Person.SortName)
            .Select(s => new Row(
                s.ApprenticeshipId, s.Apprenticeship.Person.GivenName + " " + s.Apprenticeship.Person.FamilyName, s.Apprenticeship.Curriculum.Trade, s.Role, s.IsDeputy))
            .ToListAsync(cancel);
    }

    /// <summary>Moves them and says how many assignments moved.</summary>
    /// <exception cref="RuleException">The two are the same, or one would follow up herself.</exception>
    public async Task<int> RunAsync(Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.AssignSupervisors);
        Rule.Require(input.From.Id is not null && !input.To.IsEmpty, ApprenticeshipTexts.ChooseBoth);

        await using var db = await database.CreateDbContextAsync(cancel);
        var (from, on) = (input.From.Id!.Value, input.On!.Value);
        var moving = await Moving(db, user, from, on).Include(s => s.Apprenticeship.Assignments).ToListAsync(cancel);
        var role = moving.Exists(s => s.Role == AssignmentRole.HrContact) ? AssignmentRole.HrContact : AssignmentRole.Instructor;
        var to = await ChosenPerson.ResolveAsync(db, user, input.To, role, cancel) ?? throw new NotThereException();
        Rule.Require(to.Id != from, ApprenticeshipTexts.HandoverToSelf);
        foreach (var assignment in moving)
        {
            var (apprenticeship, day, lastDay) = (assignment.Apprenticeship, assignment.FromOn > on ? assignment.FromOn : on, assignment.ToOn);
            if (assignment.IsDeputy)
            {
                apprenticeship.HandOver(assignment, to, day);
                continue;
            }

            apprenticeship.Assign(to, assignment.Role, day);
            if (lastDay is { } end && apprenticeship.CurrentAssignment(assignment.Role, day) is { } moved)
            {
                apprenticeship.EndAssignment(moved, end);
            }
        }

        await db.SaveChangesAsync(cancel);
        return moving.Count;
    }

    /// <summary>What the person follows up on the day or later, of trainings that are not over by then.</summary>
    private static IQueryable<Assignment> Moving(AppDbContext db, CurrentUser user, Guid fromId, DateOnly on) =>
        db.Assignments.VisibleTo(user).Where(s => s.PersonId == fromId && (s.ToOn == null || s.ToOn >= on) && s.Apprenticeship.EndsOn >= on);
}
