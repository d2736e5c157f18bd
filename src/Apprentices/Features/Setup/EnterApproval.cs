using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Setup;

/// <summary>Enters that a county has approved the employer to train in a trade at a department.</summary>
public sealed class EnterApproval(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, DutyRecount recount)
{
    public sealed class Input
    {
        [Required]
        public string? CurriculumCode { get; set; }

        [Required]
        public Guid? WorkplaceId { get; set; }

        [Required]
        public string? CountyNumber { get; set; }

        [Required]
        public DateOnly? FromOn { get; set; }
    }

    /// <summary>What the form offers.</summary>
    public async Task<SetupChoices> ReadAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SetUp);

        await using var db = await database.CreateDbContextAsync(cancel);
        return await SetupChoices.ReadAsync(db, cancel);
    }

    /// <returns>The approval's id.</returns>
    /// <exception cref="RuleException">There is one already that is not lost.</exception>
    public async Task<Guid> RunAsync(Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SetUp);
        if (input is not { CurriculumCode: { } trade, WorkplaceId: { } workplace, CountyNumber: { } county, FromOn: { } from } || County.Find(county) is null)
        {
            throw new NotThereException();
        }

        await using var db = await database.CreateDbContextAsync(cancel);
        var doubled = await db.TrainingApprovals.AnyAsync(
            t => t.CurriculumCode == trade && t.WorkplaceId == workplace && t.CountyNumber == county && (t.LostOn == null || t.FromOn == from), cancel);
        Rule.Require(!doubled, SetupTexts.ApprovalThere);

        var approval = new TrainingApproval(trade, workplace, county, from);
        db.Add(approval);
        await db.SaveChangesAsync(cancel);
        await recount.OfTheEmployerAsync(cancel);
        return approval.Id;
    }
}
