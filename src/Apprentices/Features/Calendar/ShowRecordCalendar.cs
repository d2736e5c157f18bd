using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Calendar;

/// <summary>When what happens in one apprenticeship: its half-years, breaks, workplaces, talks and duties, each with the reason behind its day.</summary>
public sealed class ShowRecordCalendar(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, AccessLog readings, DutyRulebook rulebook)
{
    /// <summary>Where a talk stands; what was said in it is not for everybody who sees the record.</summary>
    public sealed record Talk(Guid Id, EvaluationKind Kind, int Number, EvaluationState State, DateOnly DueOn, DateOnly? PlannedOn, DateOnly? HeldOn);

    /// <summary>How a duty is followed up.</summary>
    public sealed record Followed(Guid Id, DutyState State, DateOnly DueOn, DateOnly? DoneOn, DateOnly? SentOn);

    public sealed record Result
    {
        public required Guid ApprenticeshipId { get; init; }
        public required ContractState State { get; init; }
        public required string? VigoNumber { get; init; }
        public required IReadOnlyList<Duty> Duties { get; init; }
        public required IReadOnlyList<Talk> Talks { get; init; }
        public required IReadOnlyDictionary<DutyKey, Followed> FollowedUp { get; init; }
        public required IReadOnlyDictionary<Guid, string> Workplaces { get; init; }
        public required IReadOnlyDictionary<Guid, LocalText> Points { get; init; }

        /// <summary>Who has which role today.</summary>
        public required IReadOnlyDictionary<DutyRole, string> People { get; init; }
        public required int? FinalTestWorkingDays { get; init; }
        public required DateOnly Today { get; init; }
        public required bool MayChange { get; init; }
        public required bool MayTry { get; init; }

        /// <summary>It is the reader's own training.</summary>
        public required bool IsOwn { get; init; }

        public bool IsOver => State.Period.EndsOn < Today;

        /// <summary>What it is, whoever does it: the calendar says that below.</summary>
        public string TitleOf(Duty duty) => DutyWords.Title(duty with { ByOffice = false }, Points.GetValueOrDefault(duty.Subject));

        /// <summary>"Tor Eide, faglig leder", or the role alone where nobody has it.</summary>
        public string ResponsibleFor(Duty duty) => People.GetValueOrDefault(duty.Responsible) is { } name
            ? $"{name}, {DutyWords.WithinSentence(duty.Responsible)}" : DutyWords.Of(duty.Responsible);
    }

    /// <summary>The calendar, or nothing where the record is not there or not the reader's to see.</summary>
    public async Task<Result?> RunAsync(Guid id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        if (!user.Allows(Policy.SeeRecords))
        {
            return null;
        }

        await using var db = await database.CreateDbContextAsync(cancel);
        var contract = await db.Apprenticeships.VisibleTo(user)
            .Include(a => a.Person).Include(a => a.Curriculum).Include(a => a.Assignments).ThenInclude(s => s.Person)
            .AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(a => a.Id == id, cancel);
        if (contract is null)
        {
            return null;
        }

        await readings.NoteAsync(user, id, Opened.Record, cancel: cancel);
        var state = contract.State;
        var rules = await rulebook.ReadAsync(db, cancel);
        var places = state.Workplaces.Select(period => period.Value).ToList();
        return new Result
        {
            ApprenticeshipId = id,
            State = state,
            VigoNumber = contract.VigoNumber,
            Duties = Duties.For(contract.Facts, rules),
            Talks = await db.Evaluations.VisibleTo(user).Where(e => e.ApprenticeshipId == id).OrderBy(e => e.Kind).ThenBy(e => e.Number)
                .Select(e => new Talk(e.Id, e.Kind, e.Number, e.State, e.DueOn, e.PlannedOn, e.HeldOn)).ToListAsync(cancel),
            FollowedUp = (await db.TrackedDuties.VisibleTo(user).Where(d => d.ApprenticeshipId == id)
                .Select(d => new { d.Kind, d.Number, d.Subject, d.Id, d.State, d.DueOn, d.DoneOn, d.SentOn }).ToListAsync(cancel))
                .ToDictionary(d => new DutyKey(d.Kind, d.Number, d.Subject), d => new Followed(d.Id, d.State, d.DueOn, d.DoneOn, d.SentOn)),
            Workplaces = await db.Workplaces.Where(w => places.Contains(w.Id)).ToDictionaryAsync(w => w.Id, w => w.Name, cancel),
            Points = rules.Checklist.ToDictionary(point => point.Id, point => point.Title),
            People = PeopleOf(contract, user.Today),
            FinalTestWorkingDays = contract.Curriculum.FinalTestWorkingDays,
            Today = user.Today,
            MayChange = user.Allows(Policy.ChangeRecords),
            MayTry = user.Allows(Policy.TryDates),
            IsOwn = contract.PersonId == user.PersonId,
        };
    }

    private static Dictionary<DutyRole, string> PeopleOf(Apprenticeship contract, DateOnly today)
    {
        var people = new Dictionary<DutyRole, string> { [DutyRole.Apprentice] = contract.Person.FullName };
        foreach (var (role, duty) in new[]
            {
                (AssignmentRole.TrainingManager, DutyRole.TrainingManager), (AssignmentRole.Instructor, DutyRole.Instructor),
                (AssignmentRole.HrContact, DutyRole.Hr), (AssignmentRole.Mentor, DutyRole.Mentor),
            })
        {
            if (contract.CurrentAssignment(role, today) is { } assignment)
            {
                people[duty] = assignment.Person.FullName;
            }
        }

        return people;
    }
}
