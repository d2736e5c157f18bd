using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Evaluations.Signing;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Evaluations;

/// <summary>
/// Signs a talk, or an addendum to it, in one's own session, by typing one's name under what one has read. When all whom the form
/// asks have, it is locked.
/// </summary>
public sealed class SignTalk(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<EmployerSettings> employer, TimeProvider clock)
{
    public sealed class Input
    {
        public bool HaveRead { get; set; }

        [Required]
        public string? Name { get; set; }

        /// <summary>The hash of what stood there when it was read; empty for a talk from before hashes were kept.</summary>
        public string? ReadHash { get; set; }

        /// <summary>The addendum, from 1; 0: the talk itself.</summary>
        public int Addendum { get; set; }
    }

    public async Task RunAsync(Guid id, Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SignTalks);
        await SigningActs.RunAsync(database, db => SignAsync(db, id, input, user, cancel), cancel);
    }

    private async Task SignAsync(AppDbContext db, Guid id, Input input, CurrentUser user, CancellationToken cancel)
    {
        var talk = await SigningActs.OpenAsync(db, id, user, cancel);
        var me = await db.People.VisibleTo(db, user).SingleAsync(p => p.Id == user.PersonId, cancel);
        var at = clock.GetUtcNow();

        Rule.Require(input.HaveRead, EvaluationTexts.ReadItFirst);
        Rule.Require(SigningActs.IsNameOf(me, input.Name), Shared.Texts.Format(EvaluationTexts.TypeYourName, me.FullName));
        await SigningActs.RequireAsReadAsync(db, talk, input.Addendum, input.ReadHash, employer.Value.Name, at, cancel);

        talk.Sign(user.PersonId, me.FullName, await SigningActs.RoleAsync(db, talk, input.Addendum, user, cancel), at, input.Addendum);
        await SigningActs.SaveAsync(db, talk, cancel);
    }
}
