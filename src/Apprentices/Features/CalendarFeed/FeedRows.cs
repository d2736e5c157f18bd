using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.CalendarFeed;

/// <summary>
/// What goes into somebody's own calendar: of what she may see, what concerns her. Her own training and that of those she
/// follows up today, what she has agreed to do, whom she is to receive; for HR also what nobody else of HR is named for. As many
/// statements however many there are.
/// </summary>
internal sealed record FeedRows(
    IReadOnlyList<FeedRows.Talk> Talks, IReadOnlyList<FeedRows.DueDuty> Duties, IReadOnlyList<FeedRows.Action> Actions, IReadOnlyList<FeedRows.HandOver> HandOvers)
{
    /// <summary>What was so many days ago still stands in it.</summary>
    public const int DaysBack = 30;

    /// <summary>What is further ahead does not stand in it yet.</summary>
    public const int DaysAhead = 400;

    /// <summary>What was called off so many days ago still stands in it, struck out.</summary>
    public const int DaysOff = 30;

    /// <summary>So many of a kind, the earliest, and so many in all.</summary>
    public const int Most = 1000;

    public IReadOnlyDictionary<Guid, LocalText> Points { get; private init; } = new Dictionary<Guid, LocalText>();

    /// <param name="Off">The day it was to be, and the time, where that was called off lately.</param>
    public sealed record Talk(Guid Id, EvaluationKind Kind, int Number, EvaluationState State, DateOnly DueOn, Guid Trainee, string Name)
    {
        public required DateOnly? PlannedOn { get; init; }
        public required DateOnly? HeldOn { get; init; }
        public required TimeOnly? StartsAt { get; init; }
        public required int Minutes { get; init; }
        public required string? Place { get; init; }
        public required string? VideoLink { get; init; }
        public required int CalendarSequence { get; init; }
        public required int Version { get; init; }
        public required Was? Off { get; init; }
    }

    public sealed record Was(DateOnly? On, TimeOnly? At);

    /// <param name="Trainee">Whose record; empty where it is the employer's own.</param>
    public sealed record DueDuty(Guid Id, DutyKind Kind, int Number, Guid Subject, string? CountyNumber, Guid? ApprenticeshipId, Guid? Trainee, string Name)
    {
        public required DateOnly Day { get; init; }
        public required bool IsDone { get; init; }
        public required int Version { get; init; }
    }

    public sealed record Action(Guid Id, Guid TalkId, DateOnly DueOn, bool IsDone, int Version, Guid Trainee, string Name);

    public sealed record HandOver(Guid Id, DateOnly FromOn, int Version, string Name);

    public static async Task<FeedRows> ReadAsync(AppDbContext db, CurrentUser user, DateTimeOffset now, CancellationToken cancel)
    {
        var (from, to) = (user.Today.AddDays(-DaysBack), user.Today.AddDays(DaysAhead));
        return new FeedRows(
            await TalksOf(db, user, from, to, now).ToListAsync(cancel),
            await DutiesOf(db, user, from, to).ToListAsync(cancel),
            await ActionsOf(db, user, from, to).ToListAsync(cancel),
            await HandOversOf(db, user, from, to).ToListAsync(cancel))
        {
            Points = (await db.ChecklistPoints.AsNoTracking().ToListAsync(cancel)).ToDictionary(point => point.Id, point => point.Title),
        };
    }

    private static IQueryable<Talk> TalksOf(AppDbContext db, CurrentUser user, DateOnly from, DateOnly to, DateTimeOffset now)
    {
        var (me, today, lately) = (user.PersonId, user.Today, now.AddDays(-DaysOff));
        var (open, hers) = (db.Apprenticeships.VisibleTo(user), db.Apprenticeships.VisibleTo(user).Concerning(user));
        return db.Evaluations.VisibleTo(user)
            .Where(e => hers.Any(a => a.Id == e.ApprenticeshipId) || (e.Participants.Any(one => one.PersonId == me) && open.Any(a => a.Id == e.ApprenticeshipId)))
            .Where(e => e.State == EvaluationState.Planned || e.State == EvaluationState.Held || e.State == EvaluationState.Signed || e.State == EvaluationState.Waived)
            .Where(e => (e.PlannedOn == null && e.HeldOn == null && e.Moves.Any(move => move.ToOn == null && move.FromOn >= today && move.At >= lately))
                || (e.State == EvaluationState.Waived
                    ? e.PlannedOn >= today && e.PlannedOn <= to
                    : (e.HeldOn ?? e.PlannedOn ?? e.DueOn) >= from && (e.HeldOn ?? e.PlannedOn ?? e.DueOn) <= to))
            .OrderBy(e => e.HeldOn ?? e.PlannedOn ?? e.DueOn).ThenBy(e => e.Id)
            .Take(Most)
            .Select(e => new Talk(
                e.Id, e.Kind, e.Number, e.State, e.DueOn, e.Apprenticeship.PersonId, e.Apprenticeship.Person.GivenName + " " + e.Apprenticeship.Person.FamilyName)
            {
                PlannedOn = e.PlannedOn,
                HeldOn = e.HeldOn,
                StartsAt = e.StartsAt,
                Minutes = e.Minutes,
                Place = e.Place,
                VideoLink = e.VideoLink,
                CalendarSequence = e.CalendarSequence,
                Version = e.Version,
                Off = e.Moves.Where(move => move.ToOn == null && move.FromOn >= today && move.At >= lately)
                    .OrderByDescending(move => move.At).ThenByDescending(move => move.Id).Select(move => new Was(move.FromOn, move.FromAt)).FirstOrDefault(),
            });
    }

    private static IQueryable<DueDuty> DutiesOf(AppDbContext db, CurrentUser user, DateOnly from, DateOnly to)
    {
        var (today, personnel) = (user.Today, user.IsPersonnel);
        var hers = db.Apprenticeships.VisibleTo(user).Concerning(user);
        return db.TrackedDuties.VisibleTo(user)
            .Where(d => d.State == DutyState.Open || d.State == DutyState.Done)
            .Where(d => d.ApprenticeshipId == null || hers.Any(a => a.Id == d.ApprenticeshipId)
                || (personnel && d.Responsible == DutyRole.Hr && !d.Apprenticeship!.Assignments.Any(s =>
                    s.Role == AssignmentRole.HrContact && s.FromOn <= today && (s.ToOn == null || s.ToOn >= today))))
            .Select(d => new { Duty = d, Day = d.Nature == DutyNature.Meeting ? d.MeetOn ?? d.DueOn : d.DueOn })
            .Where(row => row.Day >= from && row.Day <= to)
            .OrderBy(row => row.Day).ThenBy(row => row.Duty.Id)
            .Take(Most)
            .Select(row => new DueDuty(
                row.Duty.Id, row.Duty.Kind, row.Duty.Number, row.Duty.Subject, row.Duty.CountyNumber, row.Duty.ApprenticeshipId, (Guid?)row.Duty.Apprenticeship!.PersonId,
                row.Duty.Apprenticeship!.Person.GivenName + " " + row.Duty.Apprenticeship.Person.FamilyName)
            {
                Day = row.Day,
                IsDone = row.Duty.State == DutyState.Done,
                Version = row.Duty.Version,
            });
    }

    private static IQueryable<Action> ActionsOf(AppDbContext db, CurrentUser user, DateOnly from, DateOnly to) => db.AgreedActions.VisibleTo(user)
        .Where(AgreedAction.IsTask)
        .Where(action => action.ResponsibleId == user.PersonId && action.DueOn >= from && action.DueOn <= to)
        .OrderBy(action => action.DueOn).ThenBy(action => action.Id)
        .Take(Most)
        .Select(action => new Action(
            action.Id, action.EvaluationId, action.DueOn, action.DoneOn != null, action.Version, action.Apprenticeship.PersonId,
            action.Apprenticeship.Person.GivenName + " " + action.Apprenticeship.Person.FamilyName));

    private static IQueryable<HandOver> HandOversOf(AppDbContext db, CurrentUser user, DateOnly from, DateOnly to)
    {
        var waits = db.Placements.Where(Placement.WaitsForConfirmationOn(user.Today));
        return db.Placements.VisibleTo(user)
            .Where(Placement.ReceivedBy(user.PersonId, user.Today))
            .Where(placement => placement.FromOn >= from && placement.FromOn <= to && (placement.ConfirmedAt != null || waits.Any(one => one.Id == placement.Id)))
            .OrderBy(placement => placement.FromOn).ThenBy(placement => placement.Id)
            .Take(Most)
            .Select(placement => new HandOver(
                placement.Id, placement.FromOn, placement.Version, placement.Apprenticeship.Person.GivenName + " " + placement.Apprenticeship.Person.FamilyName));
    }
}
