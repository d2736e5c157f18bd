using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Api;

/// <summary>Somebody makes an access token of her own, for one thing. What comes back holds the secret, for the only time.</summary>
public sealed class CreateOwnToken(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    public sealed class Input
    {
        [Required, StringLength(AccessToken.LongestName)]
        public string? Name { get; set; }

        [Required]
        public AccessScope? Scope { get; set; }

        [Required]
        public DateOnly? ExpiresOn { get; set; }
    }

    /// <exception cref="RuleException">The name or the last day cannot be, or she has as many as anybody may.</exception>
    public async Task<CreateAccessToken.Created> RunAsync(Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.UseOwnTokens);

        await using var db = await database.CreateDbContextAsync(cancel);
        var there = await db.AccessTokens.VisibleTo(user)
            .CountAsync(token => token.PersonId == user.PersonId && token.RevokedAt == null && token.ExpiresOn >= user.Today, cancel);
        Rule.Require(there < AccessToken.MostOwn, RuleTexts.TooManyOwnTokens);
        var (token, secret) = AccessToken.Create(
            input.Name, input.Scope!.Value, input.ExpiresOn ?? AccessToken.UsualOwnExpiry(user.Today), user.PersonId, clock.GetUtcNow(), user.Today, isOwn: true);
        db.Add(token);
        await db.SaveChangesAsync(cancel);
        return new(token.Name, secret, token.ExpiresOn);
    }
}
