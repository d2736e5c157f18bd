using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Home;

/// <summary>A talk that comes, which somebody prepares on her own.</summary>
/// <param name="Id">The talk.</param>
/// <param name="ApprenticeshipId">Whose.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Number">Of its kind.</param>
/// <param name="Name">The apprentice's name.</param>
/// <param name="GivenName">Her given name.</param>
/// <param name="Day">The day that is agreed, or the last one.</param>
/// <param name="IsAgreed">Whether a day is agreed.</param>
/// <param name="HasHandedIn">Whether the one who asks has handed in.</param>
/// <param name="OtherHasHandedIn">Whether the other waits for her.</param>
public sealed record TalkToPrepare(
    Guid Id, Guid ApprenticeshipId, EvaluationKind Kind, int Number, string Name, string GivenName, DateOnly Day, bool IsAgreed, bool HasHandedIn, bool OtherHasHandedIn);

/// <summary>The talks within the days ahead that somebody is to prepare, and has not seen open yet.</summary>
internal static class TalksToPrepare
{
    /// <summary>Those of an apprentice herself.</summary>
    public static async Task<IReadOnlyList<TalkToPrepare>> OwnAsync(AppDbContext db, CurrentUser user, CancellationToken cancel) => await ReadAsync(
        db, user, db.Evaluations.VisibleTo(user).Where(talk => talk.Apprenticeship.PersonId == user.PersonId), FormParties.Apprentice, await KindsAsync(db, cancel), cancel);

    /// <summary>Those of her apprentices: the instructor's to prepare, or the training manager's where there is no instructor.</summary>
    public static async Task<IReadOnlyList<TalkToPrepare>> SupervisedAsync(AppDbContext db, CurrentUser user, CancellationToken cancel)
    {
        var (me, today) = (user.PersonId, user.Today);
        var talks = db.Evaluations.VisibleTo(user);
        var kinds = await KindsAsync(db, cancel);
        var mine = await ReadAsync(
            db, user,
            talks.Where(talk => talk.Apprenticeship.Assignments.Any(s => s.PersonId == me && s.Role == AssignmentRole.Instructor && s.FromOn <= today && (s.ToOn == null || s.ToOn >= today))),
            FormParties.Instructor, kinds, cancel);
        var alone = await ReadAsync(
            db, user,
            talks.Where(talk => talk.Apprenticeship.Assignments.Any(s => s.PersonId == me && s.Role == AssignmentRole.TrainingManager && s.FromOn <= today && (s.ToOn == null || s.ToOn >= today))
                && !talk.Apprenticeship.Assignments.Any(s => s.Role == AssignmentRole.Instructor && s.FromOn <= today && (s.ToOn == null || s.ToOn >= today))),
            FormParties.TrainingManager, kinds, cancel);
        return [.. mine.Concat(alone).OrderBy(talk => talk.Day).ThenBy(talk => talk.Name, StringComparer.CurrentCulture)];
    }

    private static async Task<IReadOnlyList<TalkToPrepare>> ReadAsync(AppDbContext db, CurrentUser user, IQueryable<Evaluation> hers, FormParties party, HashSet<EvaluationKind> kinds, CancellationToken cancel)
    {
        var (today, horizon) = (user.Today, user.Today.AddDays(Standing.HorizonDays));
        var rows = await hers
            .Where(talk => talk.State == EvaluationState.Planned && talk.Apprenticeship.EndsOn >= today && talk.WindowStartsOn <= horizon
                && (talk.PlannedOn ?? talk.DueOn) <= horizon && !db.Evaluations.Where(Evaluation.IsOpened).Any(open => open.Id == talk.Id))
            .OrderBy(talk => talk.PlannedOn ?? talk.DueOn)
            .Select(talk => new
            {
                HasForm = talk.FormEditionId != null,
                Row = new TalkToPrepare(
                    talk.Id, talk.ApprenticeshipId, talk.Kind, talk.Number, talk.Apprenticeship.Person.GivenName + " " + talk.Apprenticeship.Person.FamilyName,
                    talk.Apprenticeship.Person.GivenName, talk.PlannedOn ?? talk.DueOn, talk.PlannedOn != null,
                    talk.Preparations.Any(one => one.Party == party && one.HandedInAt != null),
                    talk.Preparations.Any(one => one.Party != party && one.HandedInAt != null)),
            })
            .ToListAsync(cancel);
        return [.. rows.Where(row => row.HasForm || kinds.Contains(row.Row.Kind)).Select(row => row.Row)];
    }

    /// <summary>The kinds of talk there is a form for; another kind is not prepared.</summary>
    private static async Task<HashSet<EvaluationKind>> KindsAsync(AppDbContext db, CancellationToken cancel) =>
        (await db.EvaluationForms.Where(form => form.RetiredOn == null && form.Editions.Any(edition => edition.PublishedAt != null)).Select(form => form.Kinds).ToListAsync(cancel))
            .SelectMany(kinds => kinds).ToHashSet();
}
