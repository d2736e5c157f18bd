using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Audits;

/// <summary>Lets an auditor read chosen records for a time. The apprentices are told who and why at the top of their records.</summary>
public sealed class GrantAudit(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    public sealed class Input
    {
        [Required, StringLength(100)]
        public string? GivenName { get; set; }

        [Required, StringLength(100)]
        public string? FamilyName { get; set; }

        [Required, EmailAddress, StringLength(254)]
        public string? Email { get; set; }

        [Required]
        public DateOnly? FromOn { get; set; }

        /// <summary>The last day.</summary>
        [Required]
        public DateOnly? ToOn { get; set; }

        /// <summary>What for; the apprentices read it.</summary>
        [Required, StringLength(AuditGrant.LongestPurpose)]
        public string? Purpose { get; set; }

        public IReadOnlyList<Guid> Records { get; set; } = [];
    }

    /// <summary>Gives it and says its id.</summary>
    /// <exception cref="RuleException">The auditor, the days or the purpose cannot be, or no record was chosen.</exception>
    /// <exception cref="NotThereException">A chosen record is not there.</exception>
    public async Task<Guid> RunAsync(Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.GrantAudits);
        Rule.Require(input.ToOn >= user.Today, AuditTexts.EndsInThePast);

        await using var db = await database.CreateDbContextAsync(cancel);
        var entered = Person.Enter(input.GivenName ?? "", input.FamilyName ?? "", input.Email ?? "", Language.Bokmal);
        var known = await db.People.VisibleTo(db, user).SingleOrDefaultAsync(p => p.Email == entered.Email, cancel);
        Rule.Require(known is null || known.SearchText == entered.SearchText, Texts.Format(AuditTexts.EmailOfAnother, entered.Email, known?.FullName));
        var auditor = known ?? db.Add(entered).Entity;

        // Nobody examines what she took part in, even though it is over.
        var chosen = await db.Apprenticeships.VisibleTo(user).Where(a => input.Records.Contains(a.Id))
            .Select(a => new { a.Id, TookPart = a.PersonId == auditor.Id || a.Assignments.Any(s => s.PersonId == auditor.Id) }).ToListAsync(cancel);
        if (chosen.Count < input.Records.Distinct().Count())
        {
            throw new NotThereException();
        }

        Rule.Require(chosen.TrueForAll(record => !record.TookPart), RuleTexts.AuditorHasOtherRole);
        var grant = new AuditGrant(auditor, input.FromOn!.Value, input.ToOn!.Value, input.Purpose, [.. chosen.Select(record => record.Id)], user.PersonId, clock.GetUtcNow());
        db.Add(grant);
        await db.SaveChangesAsync(cancel);
        return grant.Id;
    }
}
