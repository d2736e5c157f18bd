using System.Security.Cryptography;
using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Signing;

/// <summary>
/// Whether a file is, byte for byte, one that was handed out from here, or what is sealed of a talk. Anybody may ask: the answer is
/// yes or no, and nothing of the file is kept.
/// </summary>
public sealed class CheckDocument(IDbContextFactory<AppDbContext> database)
{
    /// <summary>The largest file that is looked at, in bytes; so large ones never leave here.</summary>
    public const long LargestFile = 20 * 1024 * 1024;

    /// <returns>Yes or no; nothing where it is larger than what is looked at.</returns>
    public async Task<bool?> RunAsync(Stream file, CancellationToken cancel = default)
    {
        using var hasher = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 * 1024];
        long size = 0;
        for (int read; (read = await file.ReadAsync(buffer, cancel)) > 0;)
        {
            if ((size += read) > LargestFile)
            {
                return null;
            }

            hasher.AppendData(buffer, 0, read);
        }

        var hash = Convert.ToHexStringLower(hasher.GetHashAndReset());
        await using var db = await database.CreateDbContextAsync(cancel);
        return await db.IssuedDocuments.AnyAsync(one => one.Hash == hash, cancel)
            || await db.SealedTalks.AnyAsync(
                one => one.Hash == hash && one.Evaluation.State == EvaluationState.Signed
                    && (one.Addendum == 0 || one.Evaluation.Addenda.Any(addendum => addendum.Number == one.Addendum && addendum.LockedAt != null)),
                cancel);
    }
}
