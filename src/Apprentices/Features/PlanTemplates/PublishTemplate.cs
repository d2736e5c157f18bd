using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.PlanTemplates;

/// <summary>Publishes a template as it is as its next edition. What is published is what was shown beforehand, or nothing.</summary>
public sealed class PublishTemplate(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed class Input
    {
        public Guid Id { get; init; }

        /// <summary>What is new, for those whose plans are offered it.</summary>
        [StringLength(PlanTemplate.LongestNote)]
        public string? Note { get; set; }

        /// <summary>The tasks that were shown.</summary>
        public IReadOnlyList<TaskState> Seen { get; init; } = [];
    }

    /// <returns>The number of the edition.</returns>
    /// <exception cref="RuleException">There is no task, or nothing has changed since the last edition.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed or published it in the meantime.</exception>
    /// <exception cref="NotThereException">There is no such template, or not for the one who asks.</exception>
    public async Task<int> RunAsync(Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.EditTemplates);

        await using var db = await database.CreateDbContextAsync(cancel);
        var template = await db.OpenTemplateAsync(user, input.Id, cancel);
        await db.TemplateEditions.VisibleTo(user).Where(edition => edition.TemplateId == template.Id && edition.Number == template.Published).LoadAsync(cancel);
        if (!template.State.SequenceEqual(input.Seen))
        {
            throw new DbUpdateConcurrencyException();
        }

        var published = template.Publish(input.Note, user.PersonId, user.Today);
        await db.SaveChangesAsync(cancel);
        return published.Number;
    }
}
