using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Curricula.Moves;

/// <summary>
/// Moves the chosen plans and templates to another edition, or to the curriculum that follows, as HR has adjusted it: all of
/// them or, when anything fails or somebody else saved one of them meanwhile, none. Each plan as it was is kept.
/// </summary>
public sealed class MoveToEdition(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, DutyRulebook rulebook, TimeProvider clock)
{
    /// <summary>Read together, so that memory does not grow with their number.</summary>
    internal int BatchSize { get; set; } = 50;

    /// <summary>How many plans of how many are done.</summary>
    public readonly record struct Progress(int Done, int Total);

    /// <param name="Plans">How many plans moved.</param>
    /// <param name="Templates">How many templates.</param>
    public sealed record Result(int Plans, int Templates);

    /// <exception cref="RuleException">Something is missing, evidence would end unconfirmed, a plan cannot move, or one has changed.</exception>
    public async Task<Result> RunAsync(MoveInput input, IProgress<Progress>? progress = null, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.MoveToEdition);

        await using var db = await database.CreateDbContextAsync(cancel);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, cancel);
            var move = await ReadAsync(db, user, input, cancel);
            await RequireNothingEndsUnawaresAsync(db, user, input, move, cancel);
            await MovePlansAsync(db, user, input, move, progress, cancel);
            await MoveTemplatesAsync(db, user, input, move, cancel);
            await transaction.CommitAsync(cancel);
            return new Result(input.Apprenticeships.Count, input.Templates.Count);
        }
        catch (Exception failure) when (LostRace.Caused(failure))
        {
            throw new RuleException(CurriculumMoveTexts.ChangedMeanwhile);
        }
    }

    private async Task<PlanMove> ReadAsync(AppDbContext db, CurrentUser user, MoveInput input, CancellationToken cancel)
    {
        Rule.Require(input.Apprenticeships.Count + input.Templates.Count > 0, CurriculumMoveTexts.NobodyChosen);
        Rule.Require(input.From != input.To, CurriculumMoveTexts.SameEdition);
        Rule.Require(input.From.Code == input.To.Code || input.ConsentOn is not null, RuleTexts.MoveConsentMissing);

        string[] codes = [input.From.Code, input.To.Code];
        var curricula = await db.Curricula.AsNoTracking().Include(c => c.AllGoals).Where(c => codes.Contains(c.Code)).ToDictionaryAsync(c => c.Code, cancel);
        if (!curricula.TryGetValue(input.From.Code, out var from) || !curricula.TryGetValue(input.To.Code, out var to))
        {
            throw new NotThereException();
        }

        var old = from.GoalsOf(input.From.Number).Select(goal => goal.Code).ToHashSet(StringComparer.Ordinal);
        var now = to.GoalsOf(input.To.Number).Select(goal => goal.Code).ToHashSet(StringComparer.Ordinal);
        Rule.Require(now.Count > 0, CurriculumMoveTexts.EditionWithoutGoals);

        // Somebody may have imported another edition since the page was opened.
        Rule.Require(input.Pairs.TrueForAll(pair => old.Contains(pair.Old) && now.Contains(pair.New)), CurriculumMoveTexts.ChangedMeanwhile);
        return new PlanMove(
            from, to, input.To.Number, new GoalSuccession([.. input.Pairs.Select(pair => (pair.Old, pair.New)).Distinct()]),
            user.PersonId == Guid.Empty ? null : user.PersonId, clock.GetUtcNow(), user.Today);
    }

    private static async Task RequireNothingEndsUnawaresAsync(AppDbContext db, CurrentUser user, MoveInput input, PlanMove move, CancellationToken cancel)
    {
        if (input.EvidenceMayEnd)
        {
            return;
        }

        var (ids, kept) = (input.Apprenticeships.Select(chosen => chosen.Id).ToArray(), move.Succession.Pairs.Select(pair => pair.Old).Distinct().ToArray());
        var ended = await db.PlannedGoals.VisibleTo(user).Where(PlannedGoal.Counts)
            .Where(goal => EF.Parameter(ids).Contains(goal.ApprenticeshipId) && !EF.Parameter(kept).Contains(goal.Code)
                && (goal.IsLogged || goal.RatedOn != null || goal.Ratings.Any() || goal.Predecessors.Any()))
            .Select(goal => goal.Code).Distinct().CountAsync(cancel);
        Rule.Require(ended == 0, Texts.Count(ended, CurriculumMoveTexts.EvidenceEndsOne, CurriculumMoveTexts.EvidenceEnds));
    }

    private async Task MovePlansAsync(AppDbContext db, CurrentUser user, MoveInput input, PlanMove move, IProgress<Progress>? progress, CancellationToken cancel)
    {
        var rules = await rulebook.ReadAsync(db, cancel);
        var done = 0;
        foreach (var batch in input.Apprenticeships.DistinctBy(chosen => chosen.Id).Chunk(BatchSize))
        {
            var ids = batch.Select(chosen => chosen.Id).ToArray();
            var plans = await db.Apprenticeships.VisibleTo(user).Where(a => EF.Parameter(ids).Contains(a.Id))
                .WithPlan().Include(a => a.Person).ToDictionaryAsync(a => a.Id, cancel);
            foreach (var chosen in batch)
            {
                var plan = plans.GetValueOrDefault(chosen.Id) ?? throw new NotThereException();
                Rule.Require(plan.Version == chosen.Version && new EditionKey(plan.CurriculumCode, plan.CurriculumEdition) == input.From, CurriculumMoveTexts.ChangedMeanwhile);
                Move(db, plan, move, input.ConsentOn, rules);
            }

            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            done += batch.Length;
            progress?.Report(new Progress(done, input.Apprenticeships.Count));
        }
    }

    private static void Move(AppDbContext db, Apprenticeship plan, PlanMove move, DateOnly? consentOn, DutyRules rules)
    {
        try
        {
            if (plan.MoveTo(move, consentOn) is not null)
            {
                plan.ScheduleDuties(rules);
            }
        }
        catch (RuleException refusal)
        {
            throw new RuleException(Texts.Format(CurriculumMoveTexts.NotMoved, plan.Person.FullName, refusal.Message));
        }

        // Whoever has the record or one of its tasks open is to be told, though no column of theirs may have changed.
        db.Entry(plan).Property(a => a.Version).IsModified = true;
        foreach (var task in plan.Tasks)
        {
            db.Entry(task).Property(t => t.Version).IsModified = true;
        }
    }

    private static async Task MoveTemplatesAsync(AppDbContext db, CurrentUser user, MoveInput input, PlanMove move, CancellationToken cancel)
    {
        var ids = input.Templates.Select(chosen => chosen.Id).ToArray();
        var templates = await db.PlanTemplates.VisibleTo(user).Where(t => EF.Parameter(ids).Contains(t.Id)).Include(t => t.Tasks).ToDictionaryAsync(t => t.Id, cancel);
        foreach (var chosen in input.Templates)
        {
            var template = templates.GetValueOrDefault(chosen.Id) ?? throw new NotThereException();
            Rule.Require(
                template.Version == chosen.Version && new EditionKey(template.CurriculumCode, template.CurriculumEdition) == input.From, CurriculumMoveTexts.ChangedMeanwhile);
            template.MoveTo(move.To, move.Succession, move.Edition);
        }

        await db.SaveChangesAsync(cancel);
    }
}
