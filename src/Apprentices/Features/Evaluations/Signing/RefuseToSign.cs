using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Evaluations.Signing;

/// <summary>Says that one does not sign a talk or an addendum, and why. The others may still sign; the reason stays with it for all who read it.</summary>
public sealed class RefuseToSign(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<EmployerSettings> employer, TimeProvider clock)
{
    public sealed class Input
    {
        [Required]
        [StringLength(Evaluation.LongestReason)]
        public string? Reason { get; set; }

        /// <summary>The hash of what stood there when it was read.</summary>
        public string? ReadHash { get; set; }

        /// <summary>The addendum, from 1; 0: the talk itself.</summary>
        public int Addendum { get; set; }
    }

    public async Task RunAsync(Guid id, Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SignTalks);
        await SigningActs.RunAsync(database, db => RefuseAsync(db, id, input, user, cancel), cancel);
    }

    private async Task RefuseAsync(AppDbContext db, Guid id, Input input, CurrentUser user, CancellationToken cancel)
    {
        var talk = await SigningActs.OpenAsync(db, id, user, cancel);
        var me = await db.People.VisibleTo(db, user).SingleAsync(p => p.Id == user.PersonId, cancel);
        var at = clock.GetUtcNow();
        await SigningActs.RequireAsReadAsync(db, talk, input.Addendum, input.ReadHash, employer.Value.Name, at, cancel);

        talk.Refuse(user.PersonId, me.FullName, await SigningActs.RoleAsync(db, talk, input.Addendum, user, cancel), input.Reason ?? "", at, input.Addendum);
        await SigningActs.SaveAsync(db, talk, cancel);
    }
}
