using System.Globalization;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Api;

/// <summary>
/// <c>create-token --name NAME [--days N]</c>: makes an access token. The secret is the only line on the output, so that a
/// script can take it; what it is, and what is wrong, is said on the error stream.
/// </summary>
public sealed class CreateTokenCommand(IDbContextFactory<AppDbContext> database, TimeProvider clock)
{
    /// <summary>So many can be added to any day; whether they are too many, the token says.</summary>
    private const int MostDays = 1_000_000;

    /// <returns>An exit code of <see cref="Commands" />.</returns>
    public async Task<int> RunAsync(string[] arguments, CancellationToken cancel = default)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Cultures.Of(Language.Bokmal);
        var today = clock.Today();
        if (!TryRead(arguments, out var name, out var days))
        {
            await Console.Error.WriteLineAsync(ApiTexts.CommandUsage);
            return Commands.Misused;
        }

        try
        {
            var (token, secret) = AccessToken.Create(
                name, AccessScope.WhatIf, days is { } count ? today.AddDays(count) : AccessToken.UsualExpiry(today), createdById: null, clock.GetUtcNow(), today);
            await using var db = await database.CreateDbContextAsync(cancel);
            db.Add(token);
            await db.SaveChangesAsync(cancel);

            Console.WriteLine(secret);
            await Console.Error.WriteLineAsync(Texts.Format(ApiTexts.CommandCreated, token.Prefix, token.Name, SpokenDate.Digits(token.ExpiresOn)));
            return Commands.Done;
        }
        catch (RuleException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return Commands.Refused;
        }
    }

    /// <summary>The two options, each once at most and each with its value, in any order; the name is needed.</summary>
    internal static bool TryRead(string[] arguments, out string? name, out int? days)
    {
        (name, days) = (null, null);
        foreach (var option in arguments.Chunk(2))
        {
            switch (option)
            {
                case ["--name", var value] when name is null:
                    name = value;
                    break;
                case ["--days", var value] when days is null && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= MostDays:
                    days = number;
                    break;
                default:
                    return false;
            }
        }

        return name is not null;
    }
}
