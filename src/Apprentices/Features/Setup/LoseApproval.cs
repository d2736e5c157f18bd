using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Setup;

/// <summary>Enters that an approval is lost: it lapsed, or the county took it away. Nobody is reminded of it any more.</summary>
public sealed class LoseApproval(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, DutyRecount recount)
{
    public sealed class Input
    {
        [Required]
        public DateOnly? LostOn { get; set; }
    }

    /// <param name="id">The approval.</param>
    /// <param name="on">The day; nothing where it was entered by mistake and still holds.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="RuleException">The day lies before the approval.</exception>
    public async Task RunAsync(Guid id, DateOnly? on, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SetUp);

        await using var db = await database.CreateDbContextAsync(cancel);
        var approval = await db.TrainingApprovals.SingleOrDefaultAsync(t => t.Id == id, cancel) ?? throw new NotThereException();
        var another = on is null && await db.TrainingApprovals.AnyAsync(
            t => t.Id != id && t.CurriculumCode == approval.CurriculumCode && t.WorkplaceId == approval.WorkplaceId
                && t.CountyNumber == approval.CountyNumber && t.LostOn == null,
            cancel);
        Rule.Require(!another, SetupTexts.ApprovalThere);

        approval.Lose(on);
        await db.SaveChangesAsync(cancel);
        await recount.OfTheEmployerAsync(cancel);
    }
}
