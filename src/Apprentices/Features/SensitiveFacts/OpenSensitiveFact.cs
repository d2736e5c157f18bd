using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.SensitiveFacts;

/// <summary>
/// Opens one sensitive thing, for a purpose that is stated. It is noted first, with the purpose, for the apprentice to see: what cannot be
/// noted is not shown. The one way there is to read it.
/// </summary>
public sealed class OpenSensitiveFact(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, SensitiveKeys keys, AccessLog readings)
{
    /// <summary>The fewest letters that can say why.</summary>
    public const int ShortestPurpose = 5;

    public sealed class Input
    {
        /// <summary>Why it is opened; the apprentice reads it. Her own she opens without.</summary>
        [StringLength(AccessTrace.LongestPurpose)]
        public string? Purpose { get; set; }
    }

    /// <exception cref="RuleException">No purpose is stated, or the key is lost.</exception>
    /// <exception cref="NotThereException">It is not there, or not hers to open.</exception>
    public async Task<string> RunAsync(Guid apprenticeshipId, SensitiveKind kind, Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeSensitive);

        await using var db = await database.CreateDbContextAsync(cancel);
        var fact = await db.SensitiveFacts.VisibleTo(user).Where(one => one.ApprenticeshipId == apprenticeshipId && one.Kind == kind)
            .Select(one => new { one.Id, one.Content, IsOwn = one.Apprenticeship.PersonId == user.PersonId }).SingleOrDefaultAsync(cancel) ?? throw new NotThereException();
        var purpose = input.Purpose?.Trim() ?? "";
        if (!fact.IsOwn)
        {
            Rule.Require(purpose.Length is >= ShortestPurpose and <= AccessTrace.LongestPurpose, SensitiveTexts.PurposeMissing);
            await readings.NoteAsync(user, apprenticeshipId, Opened.Sensitive, purpose, fact.Id, cancel);
        }

        var text = keys.Open(apprenticeshipId, kind, fact.Content);
        Rule.Require(text is not null, SensitiveTexts.KeyLost);
        return text!;
    }
}
