using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Evaluations.Meeting;

/// <summary>When, where and with whom a talk is, how its day came about, and what the reader may do about that.</summary>
public sealed class ShowMeeting(
    IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, DutyRulebook rulebook, IOptions<CalendarSettings> calendar, IOptions<MailSettings> mail)
{
    /// <summary>Somebody who is in it: by which role, or invited.</summary>
    /// <param name="ParticipantId">What she is taken out by, where she was invited.</param>
    /// <param name="Part">As what a guest comes.</param>
    public sealed record Someone(Guid? PersonId, string Name, AssignmentRole? Role, bool IsApprentice, bool IsDeputy, Guid? ParticipantId = null, bool IsGuest = false, string? Part = null, string? Email = null);

    /// <summary>That its day was agreed, moved or called off; why, for those alone who may read the talk.</summary>
    public sealed record Move(DateOnly? FromOn, TimeOnly? FromAt, DateOnly? ToOn, TimeOnly? ToAt, string? By, DateTimeOffset At, string? Reason);

    public sealed record Details(
        Guid Id, EvaluationKind Kind, EvaluationState State, DateOnly WindowStartsOn, DateOnly DueOn, DateOnly? PlannedOn, TimeOnly? StartsAt, int Minutes, string? Place,
        string? VideoLink, int Version, bool HasBegun)
    {
        /// <summary>The working day the calendar proposes; nothing where it is past or there is none.</summary>
        public DateOnly? ProposedOn { get; init; }
        public required MeetingFacts Facts { get; init; }
        public IReadOnlyList<Someone> People { get; init; } = [];

        /// <summary>Latest first.</summary>
        public IReadOnlyList<Move> Moves { get; init; } = [];
        public bool MayPlan { get; init; }

        /// <summary>Whether those in it get a mail when it changes.</summary>
        public bool SendsMail { get; init; }
        public DateOnly Today { get; init; }
    }

    /// <summary>The meeting, or nothing where the talk is not there or not the reader's to see.</summary>
    public async Task<Details?> RunAsync(Guid id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeTalks);

        await using var db = await database.CreateDbContextAsync(cancel);
        var talk = await db.Evaluations.VisibleTo(user)
            .Where(e => e.Id == id)
            .Select(e => new Details(
                e.Id, e.Kind, e.State, e.WindowStartsOn, e.DueOn, e.PlannedOn, e.StartsAt, e.Minutes, e.Place, e.VideoLink, e.Version, e.BegunAt != null)
            {
                Facts = null!,
            })
            .SingleOrDefaultAsync(cancel);
        if (talk is null)
        {
            return null;
        }

        var where = await db.Evaluations.Where(e => e.Id == id).Select(e => new { e.ApprenticeshipId, e.Number, Mine = db.Evaluations.Where(TalkAccess.PlannedBy(user)).Any(mine => mine.Id == e.Id) }).SingleAsync(cancel);
        var record = await db.Apprenticeships
            .Where(a => a.Id == where.ApprenticeshipId)
            .Include(a => a.Person).Include(a => a.Interruptions).Include(a => a.Assignments).ThenInclude(s => s.Person)
            .AsNoTrackingWithIdentityResolution().AsSplitQuery()
            .SingleAsync(cancel);
        var mayPlan = talk is { State: EvaluationState.Planned, HasBegun: false } && user.Allows(Policy.PlanTalks) && where.Mine;
        return talk with
        {
            ProposedOn = talk.Kind != EvaluationKind.HalfYear ? null
                : Duties.Talks(record.State, rulebook.ForTalks).FirstOrDefault(duty => duty.Number == where.Number && duty.DueOn == talk.DueOn)?.MeetOn is { } meet && meet >= user.Today ? meet : null,
            Facts = FactsOf(record, talk.DueOn, calendar.Value),
            People = Together(PeopleOf(record, talk.PlannedOn ?? talk.DueOn), await InvitedAsync(db, user, id, mayPlan, cancel)),
            Moves = await MovesAsync(db, user, id, cancel),
            MayPlan = mayPlan,
            SendsMail = mail.Value.IsOn,
            Today = user.Today,
        };
    }

    /// <summary>What a day on a record is judged by; needs the interruptions.</summary>
    internal static MeetingFacts FactsOf(Apprenticeship record, DateOnly dueOn, CalendarSettings calendar) =>
        new(dueOn, record.EndsOn, [.. record.Interruptions.Select(away => (away.StartsOn, away.EndsOn))], calendar.Closure);

    /// <summary>Each once: an HR contact who is invited is in it as invited, and whoever is in it by her role is not named again.</summary>
    private static IReadOnlyList<Someone> Together(IEnumerable<Someone> byRole, IReadOnlyList<Someone> invited)
    {
        var people = byRole.Where(one => one.Role != AssignmentRole.HrContact || invited.All(other => other.PersonId != one.PersonId)).ToList();
        return [.. people, .. invited.Where(one => one.PersonId is null || people.TrueForAll(other => other.PersonId != one.PersonId))];
    }

    private static IEnumerable<Someone> PeopleOf(Apprenticeship record, DateOnly day) =>
    [
        new(record.PersonId, record.Person.FullName, null, IsApprentice: true, IsDeputy: false),
        .. record.Assignments
            .Where(s => s.Role != AssignmentRole.Mentor && s.IsCurrentOn(day))
            .OrderByDescending(s => s.Role == AssignmentRole.Instructor).ThenBy(s => s.Role).ThenBy(s => s.IsDeputy).ThenBy(s => s.Person.SortName)
            .Select(s => new Someone(s.PersonId, s.Person.FullName, s.Role, IsApprentice: false, s.IsDeputy)),
    ];

    private static async Task<IReadOnlyList<Someone>> InvitedAsync(AppDbContext db, CurrentUser user, Guid id, bool mayPlan, CancellationToken cancel)
    {
        var invited = await db.TalkParticipants.VisibleTo(user)
            .Where(one => one.EvaluationId == id)
            .Select(one => new { one.Id, one.PersonId, Name = one.Person != null ? one.Person.GivenName + " " + one.Person.FamilyName : one.GuestName, IsGuest = one.PersonId == null, one.GuestRole, one.GuestEmail })
            .ToListAsync(cancel);
        return [.. invited.OrderBy(one => one.IsGuest).ThenBy(one => one.Name, StringComparer.CurrentCulture)
            .Select(one => new Someone(one.PersonId, one.Name ?? "", null, IsApprentice: false, IsDeputy: false, one.Id, one.IsGuest, one.GuestRole, mayPlan ? one.GuestEmail : null))];
    }

    private static async Task<IReadOnlyList<Move>> MovesAsync(AppDbContext db, CurrentUser user, Guid id, CancellationToken cancel)
    {
        var reasons = await db.TalkMoves.VisibleTo(user).Where(move => move.EvaluationId == id && move.Reason != null).ToDictionaryAsync(move => move.Id, move => move.Reason, cancel);
        var moves = await db.Evaluations.VisibleTo(user)
            .Where(e => e.Id == id)
            .SelectMany(e => e.Moves)
            .OrderByDescending(move => move.At).ThenByDescending(move => move.Id)
            .Select(move => new { move.Id, move.FromOn, move.FromAt, move.ToOn, move.ToAt, By = move.By != null ? move.By.GivenName + " " + move.By.FamilyName : null, move.At })
            .ToListAsync(cancel);
        return [.. moves.Select(move => new Move(move.FromOn, move.FromAt, move.ToOn, move.ToAt, move.By, move.At, reasons.GetValueOrDefault(move.Id)))];
    }
}
