using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Preparation;

/// <summary>
/// How each goal has gone from talk to talk: what she said, what who follows her up said, and what they agreed on. Only talks that
/// have opened; a goal is followed over editions of its curriculum.
/// </summary>
public sealed class ShowGoalTrends(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, AccessLog readings)
{
    /// <summary>A talk, in the order of their days.</summary>
    public sealed record Talk(Guid Id, EvaluationKind Kind, int Number, DateOnly Day);

    /// <summary>What was said of a goal in a talk.</summary>
    public sealed record Point(Guid TalkId, Level? Own, Level? Supervisor, Level? Agreed)
    {
        /// <summary>What stands in the end: what was agreed, else what who follows her up said, else what she said.</summary>
        public Level? Stands => Agreed ?? Supervisor ?? Own;
    }

    /// <summary>A goal of the plan of today, with a point for each talk in which it was spoken of.</summary>
    public sealed record Row(Guid GoalId, string Code, LocalText Title, int HalfYear, IReadOnlyList<Point> Points)
    {
        public Point? At(Guid talkId) => Points.FirstOrDefault(point => point.TalkId == talkId);
    }

    public sealed record View(Guid ApprenticeshipId, string Apprentice, string GivenName, bool IsOwn, IReadOnlyList<Talk> Talks, IReadOnlyList<Row> Rows);

    /// <returns>Nothing where the record is not there or not the reader's to see.</returns>
    public async Task<View?> RunAsync(Guid apprenticeshipId, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeTalkTrends);

        await using var db = await database.CreateDbContextAsync(cancel);
        var contract = await db.Apprenticeships.VisibleTo(user).Where(a => a.Id == apprenticeshipId)
            .Select(a => new { a.PersonId, a.Person.GivenName, a.Person.FamilyName }).SingleOrDefaultAsync(cancel);
        if (contract is null)
        {
            return null;
        }

        var open = db.Evaluations.ContentVisibleTo(user).Where(Evaluation.IsOpened).Where(e => e.ApprenticeshipId == apprenticeshipId);
        var talks = await open.Where(e => e.FormEditionId != null)
            .Select(e => new
            {
                e.Id,
                e.Kind,
                e.Number,
                Day = e.HeldOn ?? e.PlannedOn ?? e.DueOn,
                Form = e.FormEdition!.Content,
                Roles = e.Apprenticeship.Assignments
                    .Where(s => s.PersonId == user.PersonId && s.Role != AssignmentRole.Mentor && s.FromOn <= user.Today && (s.ToOn == null || s.ToOn >= user.Today)).Select(s => s.Role).ToList(),
            })
            .ToListAsync(cancel);
        var answers = await db.EvaluationAnswers.VisibleTo(user)
            .Where(answer => answer.Level != null && open.Any(e => e.Id == answer.EvaluationId))
            .Select(answer => new { answer.EvaluationId, answer.Question, answer.GoalId, answer.Party, answer.Level })
            .ToListAsync(cancel);
        var plan = await db.PlannedGoals.VisibleTo(user).Where(goal => goal.ApprenticeshipId == apprenticeshipId)
            .Include(goal => goal.Predecessors).AsNoTrackingWithIdentityResolution().ToListAsync(cancel);

        talks = [.. talks.OrderBy(talk => talk.Day).ThenBy(talk => talk.Number)];
        var isOwn = contract.PersonId == user.PersonId;
        var reader = isOwn ? FormParties.Apprentice : talks.SelectMany(talk => talk.Roles).Aggregate(FormParties.None, (all, role) => all | Evaluation.PartyOf(Apprenticeship.RolesOf(role)));
        var forms = talks.ToDictionary(talk => talk.Id, talk => talk.Form);
        var read = answers
            .Where(answer => forms.TryGetValue(answer.EvaluationId, out var form) && form.Find(answer.Question) is { } question && FormContent.MayRead(question, reader, answer.Party))
            .ToLookup(answer => answer.GoalId);
        List<Row> rows =
        [
            .. from goal in plan
               where goal.LeftOn is null
               orderby goal.Order
               let said = goal.Lineage().SelectMany(one => read[one.Id]).ToLookup(answer => answer.EvaluationId)
               where said.Count > 0
               select new Row(goal.Id, goal.Code, goal.Title, goal.HalfYear, [.. talks.Where(talk => said.Contains(talk.Id)).Select(talk => (talk.Id, In: said[talk.Id].ToList())).Select(inOne => new Point(
                   inOne.Id,
                   inOne.In.Where(answer => answer.Party == FormParties.Apprentice).Min(answer => answer.Level),
                   inOne.In.Where(answer => answer.Party is FormParties.Instructor or FormParties.TrainingManager).OrderBy(answer => answer.Party).FirstOrDefault()?.Level,
                   inOne.In.Where(answer => answer.Party == FormParties.Together).Min(answer => answer.Level)))]),
        ];
        if (rows.Count > 0)
        {
            await readings.NoteAsync(user, apprenticeshipId, Opened.Talk, cancel: cancel);
        }

        var spoken = rows.SelectMany(row => row.Points).Select(point => point.TalkId).ToHashSet();
        return new View(
            apprenticeshipId, $"{contract.GivenName} {contract.FamilyName}", contract.GivenName, isOwn,
            [.. talks.Where(talk => spoken.Contains(talk.Id)).Select(talk => new Talk(talk.Id, talk.Kind, talk.Number, talk.Day))],
            rows);
    }
}
