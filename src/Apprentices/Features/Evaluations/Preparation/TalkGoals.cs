using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Preparation;

/// <summary>What tells something of a goal since the last talk.</summary>
public enum EvidenceKind
{
    Entry,
    EntryWithFile,
    Observation,
    Rating,
}

/// <summary>One such thing.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">How it begins.</param>
/// <param name="On">The day it is about.</param>
/// <param name="By">Who observed or rated; empty for the apprentice's own entry.</param>
/// <param name="Level">The level of a rating.</param>
/// <param name="Page">On which page of the log, or of the observations, it stands.</param>
public sealed record Evidence(EvidenceKind Kind, string Text, DateOnly On, string? By = null, Level? Level = null, int Page = 1);

/// <summary>A goal of her plan as it is looked at for a talk.</summary>
/// <param name="Id">The goal in her plan.</param>
/// <param name="Code">Udir's code.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Level">The level by the latest rating.</param>
/// <param name="IsAsked">Whether the talk is about it; the others can be looked up.</param>
public sealed record TalkGoal(Guid Id, string Code, LocalText Title, Level Level, bool IsAsked)
{
    /// <summary>What has come since the last talk, newest first.</summary>
    public IReadOnlyList<Evidence> Since { get; init; } = [];
}

/// <summary>
/// Which goals a talk is about: those planned in its half-year, earlier ones not mastered yet, and any with evidence since the
/// last talk. With what was written, observed and rated since then.
/// </summary>
internal static class TalkGoals
{
    private const int Beginning = 120;

    /// <summary>So many entries, and observations, stand on a page of theirs.</summary>
    private const int PageSize = 20;

    private sealed record Sign(IReadOnlyList<Guid> Goals, Evidence Evidence);

    /// <summary>The goals of the plan in order; none for one who no longer follows the apprentice up.</summary>
    public static async Task<IReadOnlyList<TalkGoal>> ReadAsync(AppDbContext db, CurrentUser user, Guid talkId, CancellationToken cancel)
    {
        var talk = await db.Evaluations.ContentVisibleTo(user).Where(e => e.Id == talkId)
            .Select(e => new { e.ApprenticeshipId, e.Kind, e.Number, e.PlannedOn, e.DueOn, e.HeldOn }).SingleAsync(cancel);
        var contract = await db.Apprenticeships.VisibleTo(user).Include(a => a.Interruptions).AsNoTracking().SingleOrDefaultAsync(a => a.Id == talk.ApprenticeshipId, cancel);
        if (contract is null)
        {
            return [];
        }

        var day = talk.HeldOn ?? talk.PlannedOn ?? talk.DueOn;
        var halfYear = talk.Kind == EvaluationKind.HalfYear ? talk.Number : contract.HalfYears.LastOrDefault(half => half.StartsOn <= day)?.Number ?? 1;
        var last = await db.Evaluations.VisibleTo(user)
            .Where(e => e.ApprenticeshipId == contract.Id && e.Id != talkId && e.HeldOn != null && e.HeldOn < day)
            .MaxAsync(e => e.HeldOn, cancel);
        var plan = await db.PlannedGoals.VisibleTo(user).Where(goal => goal.ApprenticeshipId == contract.Id)
            .Include(goal => goal.Predecessors).AsNoTrackingWithIdentityResolution()
            .ToListAsync(cancel);
        var signs = await SignsAsync(db, user, contract.Id, last ?? contract.StartsOn, talk.HeldOn ?? DateOnly.MaxValue, cancel);
        return
        [
            .. plan.Where(goal => goal.LeftOn is null).OrderBy(goal => goal.Order).Select(goal =>
            {
                var lineage = goal.Lineage().Select(one => one.Id).ToHashSet();
                List<Evidence> since = [.. signs.Where(sign => sign.Goals.Any(lineage.Contains)).Select(sign => sign.Evidence).OrderByDescending(evidence => evidence.On)];
                var asked = goal.HalfYear == halfYear || (goal.HalfYear < halfYear && goal.Level < Level.Masters) || since.Count > 0;
                return new TalkGoal(goal.Id, goal.Code, goal.Title, goal.Level, asked) { Since = since };
            }),
        ];
    }

    private static async Task<IReadOnlyList<Sign>> SignsAsync(AppDbContext db, CurrentUser user, Guid id, DateOnly since, DateOnly until, CancellationToken cancel)
    {
        var entries = await db.LogEntries.VisibleTo(user)
            .Where(entry => entry.ApprenticeshipId == id && entry.WorkedTo > since)
            .OrderByDescending(entry => entry.WorkedOn).ThenByDescending(entry => entry.WrittenAt).ThenBy(entry => entry.Id)
            .Select(entry => new
            {
                Goals = entry.Goals.Select(goal => goal.Id).ToList(),
                Text = entry.Text.Substring(0, Beginning),
                entry.WorkedOn,
                entry.State,
                HasFile = entry.Attachments.Any(),
            })
            .ToListAsync(cancel);
        var observations = await db.Observations.VisibleTo(user)
            .Where(observation => observation.ApprenticeshipId == id && observation.ObservedOn > since)
            .OrderByDescending(observation => observation.ObservedOn).ThenByDescending(observation => observation.WrittenAt).ThenBy(observation => observation.Id)
            .Select(observation => new
            {
                Goals = observation.Goals.Select(goal => goal.Id).ToList(),
                Text = observation.Text.Substring(0, Beginning),
                observation.ObservedOn,
                By = observation.Author.GivenName,
            })
            .ToListAsync(cancel);
        var ratings = await db.GoalRatings.VisibleTo(user)
            .Where(rating => rating.PlannedGoal.ApprenticeshipId == id && rating.RatedOn > since && rating.RatedOn <= until)
            .Select(rating => new { rating.PlannedGoalId, rating.Level, rating.RatedOn, By = rating.RatedBy.GivenName })
            .ToListAsync(cancel);
        return
        [
            .. entries.Index().Where(e => e.Item.State != LogState.Open && e.Item.WorkedOn <= until).Select(e => new Sign(
                e.Item.Goals, new Evidence(e.Item.HasFile ? EvidenceKind.EntryWithFile : EvidenceKind.Entry, Begin(e.Item.Text), e.Item.WorkedOn, Page: (e.Index / PageSize) + 1))),
            .. observations.Index().Where(o => o.Item.ObservedOn <= until).Select(o => new Sign(
                o.Item.Goals, new Evidence(EvidenceKind.Observation, Begin(o.Item.Text), o.Item.ObservedOn, o.Item.By, Page: (o.Index / PageSize) + 1))),
            .. ratings.Select(r => new Sign([r.PlannedGoalId], new Evidence(EvidenceKind.Rating, "", r.RatedOn, r.By, r.Level))),
        ];
    }

    /// <summary>The first sentence, or as much of it as has room.</summary>
    private static string Begin(string text)
    {
        const int longest = 70;
        var line = text.Split('\n')[0].Trim();
        var end = line.IndexOf(". ", StringComparison.Ordinal);
        line = end > 0 ? line[..end] : line.TrimEnd('.');
        return line.Length <= longest ? line : $"{line[..longest].TrimEnd()} …";
    }
}
