using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Apprenticeships;

/// <summary>The contract of a record: its facts, its half-years and why their days are what they are, its people and breaks.</summary>
public sealed class ReadApprenticeship(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, DutyRulebook rulebook)
{
    public sealed record Result(
        Apprenticeship Contract, IReadOnlyList<Duty> Duties, IReadOnlyList<Talk> Talks, IReadOnlyList<Supervisor> People, DateOnly Today,
        bool MayCorrect, bool MayAssign, bool MayRemove)
    {
        public bool MayChange { get; init; }

        public bool MayRegister { get; init; }

        /// <summary>Whether it is over, so that the same person may have another contract.</summary>
        public bool IsOver => Contract.EndsOn < Today;
    }

    /// <summary>Where a talk stands; what was said in it is not for everybody who sees the record.</summary>
    public sealed record Talk(int Number, EvaluationState State, DateOnly DueOn, DateOnly? PlannedOn, DateOnly? HeldOn);

    public sealed record Supervisor(Guid Id, AssignmentRole Role, string Name, string Email, DateOnly FromOn, DateOnly? ToOn, bool IsCurrent);

    public async Task<Result?> RunAsync(Guid id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        if (!user.Allows(Policy.SeeRecords))
        {
            return null;
        }

        await using var db = await database.CreateDbContextAsync(cancel);
        var contract = await db.Apprenticeships.VisibleTo(user)
            .Include(a => a.Curriculum).Include(a => a.Workplace).Include(a => a.Interruptions)
            .AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(a => a.Id == id, cancel);
        if (contract is null)
        {
            return null;
        }

        var today = user.Today;
        var talks = await db.Evaluations.VisibleTo(user).Where(e => e.ApprenticeshipId == id).OrderBy(e => e.Number)
            .Select(e => new Talk(e.Number, e.State, e.DueOn, e.PlannedOn, e.HeldOn)).ToListAsync(cancel);
        var people = await db.Assignments.VisibleTo(user).Where(s => s.ApprenticeshipId == id)
            .OrderBy(s => s.Role).ThenByDescending(s => s.FromOn)
            .Select(s => new Supervisor(
                s.Id, s.Role, s.Person.GivenName + " " + s.Person.FamilyName, s.Person.Email, s.FromOn, s.ToOn,
                s.FromOn <= today && (s.ToOn == null || s.ToOn >= today)))
            .ToListAsync(cancel);
        return new Result(
            contract,
            Domain.Duties.Talks(contract.State, rulebook.ForTalks),
            talks, people, today, user.Allows(Policy.CorrectApprenticeship), user.Allows(Policy.AssignSupervisors), user.Allows(Policy.RemoveApprenticeship))
        {
            MayChange = user.Allows(Policy.ChangeRecords),
            MayRegister = user.Allows(Policy.RegisterApprenticeship),
        };
    }
}
