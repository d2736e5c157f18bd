using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.PlanTemplates;

/// <summary>Gives a template another name.</summary>
public sealed class RenameTemplate(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed class Input
    {
        public Guid Id { get; init; }

        [Required, StringLength(PlanTemplate.LongestName)]
        public string? Name { get; set; }

        /// <summary>The template as it was when the form was opened.</summary>
        public int Version { get; init; }
    }

    /// <exception cref="RuleException">The name is missing or too long.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed it in the meantime.</exception>
    /// <exception cref="NotThereException">There is no such template, or not for the one who asks.</exception>
    public async Task RunAsync(Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.EditTemplates);

        await using var db = await database.CreateDbContextAsync(cancel);
        var template = await db.OpenTemplateAsync(user, input.Id, cancel);
        db.Entry(template).Property(row => row.Version).OriginalValue = input.Version;
        template.Rename(input.Name ?? "");
        await db.SaveChangesAsync(cancel);
    }
}
