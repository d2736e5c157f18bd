using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.TrainingPlans;

/// <summary>Where a plan stands: which template it follows, which editions of it are kept and agreed to, and what changed since.</summary>
public sealed class ListPlanEditions(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    /// <param name="Id">The edition.</param>
    /// <param name="Number">From 1.</param>
    /// <param name="Reason">Why it was made.</param>
    /// <param name="MadeOn">When.</param>
    /// <param name="MadeBy">Who put it forward.</param>
    /// <param name="AgreedOn">When the apprentice agreed to it.</param>
    public sealed record Row(Guid Id, int Number, PlanEditionReason Reason, DateOnly MadeOn, string? MadeBy, DateOnly? AgreedOn);

    /// <param name="Name">What the template is called.</param>
    /// <param name="Edition">The edition the plan took over last.</param>
    /// <param name="Offered">The newer one that may be taken over.</param>
    /// <param name="IsDeclined">Whether that one was looked at and not taken over.</param>
    public sealed record Followed(string Name, int Edition, int? Offered, bool IsDeclined);

    public sealed record Standing(Guid ApprenticeshipId, IReadOnlyList<Row> Editions)
    {
        /// <summary>The template it follows, if any.</summary>
        public Followed? Template { get; init; }

        /// <summary>What changed since the edition that was agreed to last; empty where none was.</summary>
        public PlanComparison? SinceAgreed { get; init; }
        public bool MayAdjust { get; init; }

        /// <summary>Whether the reader may put the plan forward, and it is not the same as when that was done last.</summary>
        public bool MayPutForward { get; init; }

        /// <summary>Whether it is the reader's own to agree to.</summary>
        public bool MayAgree { get; init; }

        public Row? Agreed => Editions.FirstOrDefault(edition => edition.AgreedOn is not null);

        /// <summary>Put forward last, not agreed to yet, and not passed by a later one.</summary>
        public Row? Waiting => Editions is [{ Reason: PlanEditionReason.Agreement, AgreedOn: null } newest, ..] ? newest : null;
    }

    /// <param name="apprenticeshipId">Whose plan; one's own if none is named.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Nothing if it is not there, or not for the one who asks. The newest edition comes first.</returns>
    public async Task<Standing?> RunAsync(Guid? apprenticeshipId = null, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeePlan);

        await using var db = await database.CreateDbContextAsync(cancel);
        var open = db.Apprenticeships.AsNoTrackingWithIdentityResolution().VisibleTo(user);
        open = apprenticeshipId is { } id ? open.Where(a => a.Id == id) : open.OwnOf(user).Take(1);
        var contract = await open
            .Include(a => a.Plan).Include(a => a.Interruptions).Include(a => a.Curriculum).Include(a => a.Tasks).ThenInclude(task => task.Goals)
            .Include(a => a.Assignments).Include(a => a.PlanEditions).ThenInclude(edition => edition.MadeBy)
            .AsSplitQuery()
            .FirstOrDefaultAsync(cancel);
        if (contract is null)
        {
            return null;
        }

        var editions = contract.PlanEditions.OrderByDescending(edition => edition.Number).ToList();
        var now = contract.ContentBy(contract.Curriculum);
        var agreed = editions.Find(edition => edition.AgreedAt is not null);
        var isOwn = contract.PersonId == user.PersonId;
        return new Standing(contract.Id, [.. editions.Select(edition => new Row(
            edition.Id, edition.Number, edition.Reason, clock.DayOf(edition.MadeAt), edition.MadeBy?.FullName, edition.AgreedAt is { } at ? clock.DayOf(at) : null))])
        {
            Template = await FollowedAsync(db, contract, cancel),
            SinceAgreed = agreed is null ? null : PlanComparison.Between(agreed.Content, now),
            MayAdjust = !isOwn && user.Allows(Policy.AdjustPlan),
            MayAgree = isOwn && user.Allows(Policy.AgreeToPlan),
            MayPutForward = !isOwn && user.Allows(Policy.PutPlanForward) && now.Goals.Count > 0
                && contract.Assignments.Any(assignment => assignment.PersonId == user.PersonId && assignment.Supervises && assignment.IsCurrentOn(user.Today))
                && (editions is not [{ Reason: PlanEditionReason.Agreement } last, ..] || !PlanComparison.Between(last.Content, now).IsEmpty),
        };
    }

    private static async Task<Followed?> FollowedAsync(AppDbContext db, Apprenticeship contract, CancellationToken cancel)
    {
        if (contract is not { TemplateId: { } id, TemplateEdition: { } followed })
        {
            return null;
        }

        var fitting = db.TemplateEditions.Fitting(contract.CurriculumCode, contract.CurriculumEdition);
        var template = await db.PlanTemplates
            .Where(template => template.Id == id)
            .Select(template => new { template.Name, Newest = fitting.Where(edition => edition.TemplateId == id).Max(edition => (int?)edition.Number) })
            .SingleAsync(cancel);
        return new Followed(template.Name, followed, template.Newest > followed ? template.Newest : null, contract.TemplateDeclined >= template.Newest);
    }
}
