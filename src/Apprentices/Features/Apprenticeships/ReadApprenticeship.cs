using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Apprenticeships;

/// <summary>The contract of a record: its facts, its half-years and why their days are what they are, its people and breaks.</summary>
public sealed class ReadApprenticeship(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, AccessLog readings, DutyRulebook rulebook)
{
    public sealed record Result(
        Apprenticeship Contract, IReadOnlyList<Duty> Duties, IReadOnlyList<Talk> Talks, IReadOnlyList<Supervisor> People, DateOnly Today,
        bool MayCorrect, bool MayAssign, bool MayRemove)
    {
        /// <summary>The contract as its entries tell it.</summary>
        public required ContractState State { get; init; }

        /// <summary>Where she works and worked, in order.</summary>
        public IReadOnlyList<Place> Workplaces { get; init; } = [];
        public bool MayChange { get; init; }
        public bool MayRegister { get; init; }
        public bool MaySeeMoney { get; init; }
        public bool MaySeeGrants { get; init; }
        public bool MaySeeSensitive { get; init; }
        public bool MayTakeAway { get; init; }

        /// <summary>The duty that an attest is made for, where the reader may give it.</summary>
        public Guid? Attest { get; init; }

        /// <summary>Whether it is over, so that the same person may have another contract.</summary>
        public bool IsOver => Contract.EndsOn < Today;
    }

    /// <summary>A workplace, from and to which day; the last one has no last day of its own.</summary>
    public sealed record Place(string Name, DateOnly FromOn, DateOnly? ToOn);

    /// <summary>Where a talk stands; what was said in it is not for everybody who sees the record.</summary>
    public sealed record Talk(int Number, EvaluationState State, DateOnly DueOn, DateOnly? PlannedOn, DateOnly? HeldOn);

    public sealed record Supervisor(Guid Id, AssignmentRole Role, string Name, string Email, DateOnly FromOn, DateOnly? ToOn, bool IsDeputy, bool IsCurrent);

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

        await readings.NoteAsync(user, id, Opened.Record, cancel: cancel);
        var today = user.Today;
        var talks = await db.Evaluations.VisibleTo(user).Where(e => e.ApprenticeshipId == id && e.Kind == EvaluationKind.HalfYear).OrderBy(e => e.Number)
            .Select(e => new Talk(e.Number, e.State, e.DueOn, e.PlannedOn, e.HeldOn)).ToListAsync(cancel);
        var people = await db.Assignments.VisibleTo(user).Where(s => s.ApprenticeshipId == id)
            .OrderBy(s => s.Role).ThenBy(s => s.IsDeputy).ThenByDescending(s => s.FromOn)
            .Select(s => new Supervisor(
                s.Id, s.Role, s.Person.GivenName + " " + s.Person.FamilyName, s.Person.Email, s.FromOn, s.ToOn, s.IsDeputy,
                s.FromOn <= today && (s.ToOn == null || s.ToOn >= today)))
            .ToListAsync(cancel);
        var state = contract.State;
        return new Result(
            contract,
            Domain.Duties.Talks(state, rulebook.ForTalks),
            talks, people, today, user.Allows(Policy.CorrectApprenticeship), user.Allows(Policy.AssignSupervisors), user.Allows(Policy.RemoveApprenticeship))
        {
            State = state,
            Workplaces = await PlacesAsync(db, state, cancel),
            MayChange = user.Allows(Policy.ChangeRecords),
            MayRegister = user.Allows(Policy.RegisterApprenticeship),
            MaySeeMoney = user.Allows(Policy.SeePay),
            MaySeeGrants = user.Allows(Policy.SeeGrants),
            MaySeeSensitive = user.Allows(Policy.SeeSensitive),
            MayTakeAway = user.Allows(Policy.DownloadPortfolio),
            Attest = state.Termination is null || !user.Allows(Policy.SettleDuties) || contract.PersonId == user.PersonId ? null
                : await db.TrackedDuties.VisibleTo(user).Where(d => d.ApprenticeshipId == contract.Id && d.Kind == DutyKind.Attest).Select(d => (Guid?)d.Id).FirstOrDefaultAsync(cancel),
        };
    }

    private static async Task<IReadOnlyList<Place>> PlacesAsync(AppDbContext db, ContractState state, CancellationToken cancel)
    {
        var ids = state.Workplaces.Select(period => period.Value).ToArray();
        var names = await db.Workplaces.Where(w => EF.Parameter(ids).Contains(w.Id)).ToDictionaryAsync(w => w.Id, w => w.Name, cancel);
        return
        [
            .. state.Workplaces.Select((period, place) => new Place(
                names[period.Value], period.FromOn, place + 1 < state.Workplaces.Count ? state.Workplaces[place + 1].FromOn.AddDays(-1) : null)),
        ];
    }
}
