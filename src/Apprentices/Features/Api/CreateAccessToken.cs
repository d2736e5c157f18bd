using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Api;

/// <summary>An administrator makes an access token for a system. What comes back holds the secret, for the only time.</summary>
public sealed class CreateAccessToken(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    public sealed class Input
    {
        [Required, StringLength(AccessToken.LongestName)]
        public string? Name { get; set; }

        [Required]
        public DateOnly? ExpiresOn { get; set; }
    }

    public sealed record Created(string Name, string Secret, DateOnly ExpiresOn);

    /// <exception cref="RuleException">The name or the last day cannot be.</exception>
    public async Task<Created> RunAsync(Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ManageTokens);
        var (token, secret) = AccessToken.Create(
            input.Name, AccessScope.WhatIf, input.ExpiresOn ?? AccessToken.UsualExpiry(user.Today), user.PersonId, clock.GetUtcNow(), user.Today);

        await using var db = await database.CreateDbContextAsync(cancel);
        db.Add(token);
        await db.SaveChangesAsync(cancel);
        return new Created(token.Name, secret, token.ExpiresOn);
    }
}
