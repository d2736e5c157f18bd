using System.Linq.Expressions;
using Apprentices.Domain;

namespace Apprentices.Data;

/// <summary>
/// Who may see which row. HR sees every record and its state, limited to units those of the apprentices who work there; an apprentice
/// her own; a training manager and an instructor those they follow up while they do, and afterwards only what they wrote or signed
/// themselves; a deputy as the one she stands in for; an auditor those chosen for her while her grant lasts. A mentor sees nothing by
/// it. The content of a talk is for the apprentice, her current supervisors and the HR contact named for her. An administrator sees
/// no apprentice's content. The whole of it, by role: <c>docs/access.md</c>.
/// </summary>
public static partial class Visibility
{
    private const Roles Supervisors = Roles.Instructor | Roles.TrainingManager;
    private const Roles Personnel = Roles.Hr | Roles.UnitHr;
    private const Roles Staff = Supervisors | Personnel;

    public static IQueryable<Apprenticeship> VisibleTo(this IQueryable<Apprenticeship> rows, CurrentUser user) =>
        rows.Where(IsOpenTo(user));

    public static IQueryable<Assignment> VisibleTo(this IQueryable<Assignment> rows, CurrentUser user) =>
        rows.Where(Through<Assignment>(assignment => assignment.Apprenticeship, IsOpenTo(user)));

    public static IQueryable<PlannedGoal> VisibleTo(this IQueryable<PlannedGoal> rows, CurrentUser user) =>
        rows.Where(Through<PlannedGoal>(goal => goal.Apprenticeship, IsOpenTo(user)));

    public static IQueryable<PlannedTask> VisibleTo(this IQueryable<PlannedTask> rows, CurrentUser user) =>
        rows.Where(Through<PlannedTask>(task => task.Apprenticeship, IsOpenTo(user)));

    public static IQueryable<PlanEdition> VisibleTo(this IQueryable<PlanEdition> rows, CurrentUser user) =>
        rows.Where(Through<PlanEdition>(edition => edition.Apprenticeship, IsOpenTo(user)));

    /// <summary>Placements on the records one may see, and from a week before the first day those one is to receive.</summary>
    public static IQueryable<Placement> VisibleTo(this IQueryable<Placement> rows, CurrentUser user) => rows.Where(IsPlacementOpenTo(user));

    /// <summary>
    /// Those who may be chosen to receive an apprentice: everybody who trains, and of them the names alone. For whoever plans
    /// placements; people whom she does not see otherwise are in it.
    /// </summary>
    public static IQueryable<PersonName> WhoMayReceiveTo(this IQueryable<Person> rows, CurrentUser user) => rows
        .Where(_ => user.IsAny(Roles.TrainingManager | Personnel))
        .Where(Person.IsActive)
        .Where(p => (p.Roles & Supervisors) != Roles.None)
        .OrderBy(p => p.SortName).ThenBy(p => p.Id)
        .Select(p => new PersonName { Id = p.Id, Name = p.GivenName + " " + p.FamilyName });

    /// <summary>The employer's own plans: everybody who trains, and HR.</summary>
    public static IQueryable<PlanTemplate> VisibleTo(this IQueryable<PlanTemplate> rows, CurrentUser user) =>
        user.IsAny(Staff) ? rows : rows.Where(_ => false);

    public static IQueryable<TemplateTask> VisibleTo(this IQueryable<TemplateTask> rows, CurrentUser user) =>
        user.IsAny(Staff) ? rows : rows.Where(_ => false);

    public static IQueryable<TemplateEdition> VisibleTo(this IQueryable<TemplateEdition> rows, CurrentUser user) =>
        user.IsAny(Staff) ? rows : rows.Where(_ => false);

    /// <summary>Ratings of visible goals, and those one gave oneself.</summary>
    public static IQueryable<GoalRating> VisibleTo(this IQueryable<GoalRating> rows, CurrentUser user) =>
        rows.Where(Through<GoalRating>(rating => rating.PlannedGoal.Apprenticeship, IsOpenTo(user))
            .Or(rating => rating.RatedById == user.PersonId));

    /// <summary>Entries of the records one may see; what is not handed in is its writer's alone.</summary>
    public static IQueryable<LogEntry> VisibleTo(this IQueryable<LogEntry> rows, CurrentUser user) => rows.Where(IsEntryOpenTo(user));

    public static IQueryable<LogEvent> VisibleTo(this IQueryable<LogEvent> rows, CurrentUser user) =>
        rows.Where(Through<LogEvent, LogEntry>(happened => happened.LogEntry, IsEntryOpenTo(user)));

    /// <summary>Files of the entries one may read; those of a draft are their owner's alone.</summary>
    public static IQueryable<Attachment> VisibleTo(this IQueryable<Attachment> rows, CurrentUser user) => rows
        .Where(Through<Attachment, LogEntry>(file => file.LogEntry!, IsEntryOpenTo(user)).And(file => file.LogEntryId != null)
            .Or(file => file.LogEntryId == null && file.AddedById == user.PersonId));

    /// <summary>The bytes of the files one may see.</summary>
    public static IQueryable<AttachmentContent> VisibleTo(this IQueryable<AttachmentContent> rows, AppDbContext db, CurrentUser user)
    {
        var open = db.Attachments.VisibleTo(user);
        return rows.Where(content => open.Any(file => file.Id == content.AttachmentId));
    }

    /// <summary>What was observed on the records one may see, and what one wrote oneself.</summary>
    public static IQueryable<Observation> VisibleTo(this IQueryable<Observation> rows, CurrentUser user) =>
        rows.Where(Through<Observation>(observation => observation.Apprenticeship, IsOpenTo(user)).Or(observation => observation.AuthorId == user.PersonId));

    /// <summary>What happened to the contracts one may see; why, is for HR alone.</summary>
    public static IQueryable<RecordEntry> VisibleTo(this IQueryable<RecordEntry> rows, CurrentUser user) =>
        rows.Where(Through<RecordEntry>(entry => entry.Apprenticeship, IsOpenTo(user)));

    /// <summary>Why somebody is away may speak of health or family: HR alone, of the records it sees.</summary>
    public static IQueryable<EntryReason> VisibleTo(this IQueryable<EntryReason> rows, CurrentUser user) =>
        user.IsPersonnel ? rows.Where(Through<EntryReason>(reason => reason.Entry.Apprenticeship, IsOpenTo(user))) : rows.Where(_ => false);

    public static IQueryable<WorkplacePeriod> VisibleTo(this IQueryable<WorkplacePeriod> rows, CurrentUser user) =>
        rows.Where(Through<WorkplacePeriod>(period => period.Apprenticeship, IsOpenTo(user)));

    /// <summary>What falls due on the records one may see; what falls due on the employer itself is for HR of the whole house.</summary>
    public static IQueryable<TrackedDuty> VisibleTo(this IQueryable<TrackedDuty> rows, CurrentUser user)
    {
        if (user.IsAny(Roles.Hr))
        {
            return rows;
        }

        var open = Through<TrackedDuty>(duty => duty.Apprenticeship!, IsOpenTo(user));
        return rows.Where(duty => duty.ApprenticeshipId != null).Where(open);
    }

    /// <summary>
    /// People: HR of the whole house and administrators see all (the latter for sign-in and roles); others themselves, those whose
    /// records they see, and those who follow these up.
    /// </summary>
    public static IQueryable<Person> VisibleTo(this IQueryable<Person> rows, AppDbContext db, CurrentUser user)
    {
        if (user.IsAny(Roles.Hr | Roles.Administrator))
        {
            return rows;
        }

        var (me, today) = (user.PersonId, user.Today);
        var open = db.Apprenticeships.VisibleTo(user);
        return rows.Where(p => p.Id == me || open.Any(a => a.PersonId == p.Id || a.Assignments.Any(s =>
            s.PersonId == p.Id && s.FromOn <= today && (s.ToOn == null || s.ToOn >= today))));
    }

    /// <summary>Drafts: their author alone.</summary>
    public static IQueryable<Draft> VisibleTo(this IQueryable<Draft> rows, CurrentUser user) =>
        rows.Where(draft => draft.AuthorId == user.PersonId);

    /// <summary>What somebody put off: herself alone.</summary>
    public static IQueryable<PutOff> VisibleTo(this IQueryable<PutOff> rows, CurrentUser user) =>
        rows.Where(off => off.PersonId == user.PersonId);

    /// <summary>The secret address of a calendar: whose it is alone.</summary>
    public static IQueryable<FeedAddress> VisibleTo(this IQueryable<FeedAddress> rows, CurrentUser user) =>
        rows.Where(address => address.PersonId == user.PersonId);

    /// <summary>Reminders: their recipient alone, and of a record or a placement she may still see; what is the employer's own, HR alone.</summary>
    public static IQueryable<Reminder> VisibleTo(this IQueryable<Reminder> rows, CurrentUser user)
    {
        var isHr = user.IsAny(Roles.Hr);
        return rows
            .Where(reminder => reminder.RecipientId == user.PersonId)
            .Where(Through<Reminder>(reminder => reminder.Apprenticeship!, IsOpenTo(user))
                .Or(Through<Reminder, Placement>(reminder => reminder.Placement!, IsPlacementOpenTo(user)))
                .Or(reminder => isHr && reminder.ApprenticeshipId == null));
    }

    /// <summary>Access tokens: administrators, and everybody her own.</summary>
    public static IQueryable<AccessToken> VisibleTo(this IQueryable<AccessToken> rows, CurrentUser user) =>
        user.IsAny(Roles.Administrator) ? rows : rows.Where(token => token.PersonId == user.PersonId);

    /// <summary>Who paused a job: administrators alone.</summary>
    public static IQueryable<JobState> VisibleTo(this IQueryable<JobState> rows, CurrentUser user) =>
        user.IsAny(Roles.Administrator) ? rows : rows.Where(_ => false);

    /// <summary>
    /// The records somebody may see. Who is of HR for some units sees those of the units and her own, whatever else she is: else what HR
    /// may do would reach, by another role of hers, beyond them.
    /// </summary>
    private static Expression<Func<Apprenticeship, bool>> IsOpenTo(CurrentUser user)
    {
        if (user.IsAny(Roles.Hr))
        {
            return _ => true;
        }

        var (me, today) = (user.PersonId, user.Today);
        if (user.IsAny(Roles.UnitHr))
        {
            return a => a.PersonId == me || a.Workplace.Personnel.Any(unit => unit.PersonId == me);
        }

        if (user.IsAny(Roles.Auditor))
        {
            return a => a.Audits.Any(record => record.Grant.AuditorId == me
                && record.Grant.EndedAt == null && record.Grant.FromOn <= today && record.Grant.ToOn >= today);
        }

        var supervises = user.IsAny(Supervisors);
        return a => a.PersonId == me || (supervises && a.Assignments.Any(s => s.PersonId == me
            && s.Role <= AssignmentRole.Instructor && s.FromOn <= today && (s.ToOn == null || s.ToOn >= today)));
    }

    private static Expression<Func<LogEntry, bool>> IsEntryOpenTo(CurrentUser user) =>
        Through<LogEntry>(entry => entry.Apprenticeship, IsOpenTo(user)).And(LogEntry.IsShared.Or(entry => entry.Apprenticeship.PersonId == user.PersonId));

    private static Expression<Func<Placement, bool>> IsPlacementOpenTo(CurrentUser user)
    {
        var (supervises, opened, today) = (user.IsAny(Supervisors) && !user.IsAny(Roles.UnitHr), user.Today.AddDays(Placement.HandOverDays), user.Today);
        return Through<Placement>(placement => placement.Apprenticeship, IsOpenTo(user))
            .Or(Placement.ReceivedBy(user.PersonId, today).And(placement => supervises && placement.FromOn <= opened && placement.ToOn >= today));
    }

    private static Expression<Func<T, bool>> Through<T>(Expression<Func<T, Apprenticeship>> way, Expression<Func<Apprenticeship, bool>> rule) =>
        Through<T, Apprenticeship>(way, rule);

    private static Expression<Func<T, bool>> Through<T, TRuled>(Expression<Func<T, TRuled>> way, Expression<Func<TRuled, bool>> rule) =>
        Expression.Lambda<Func<T, bool>>(new Put(way.Body, rule.Parameters[0]).Visit(rule.Body), way.Parameters);

    private static Expression<Func<T, bool>> And<T>(this Expression<Func<T, bool>> rule, Expression<Func<T, bool>> other) =>
        Expression.Lambda<Func<T, bool>>(
            Expression.AndAlso(rule.Body, new Put(rule.Parameters[0], other.Parameters[0]).Visit(other.Body)), rule.Parameters);

    internal static Expression<Func<T, bool>> Or<T>(this Expression<Func<T, bool>> rule, Expression<Func<T, bool>> other) =>
        Expression.Lambda<Func<T, bool>>(
            Expression.OrElse(rule.Body, new Put(rule.Parameters[0], other.Parameters[0]).Visit(other.Body)), rule.Parameters);

    /// <summary>Puts an expression in a parameter's place.</summary>
    private sealed class Put(Expression expression, ParameterExpression inPlaceOf) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == inPlaceOf ? expression : node;
    }
}
