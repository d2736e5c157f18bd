using System.Security.Cryptography;
using System.Text;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Evaluations.Signing;

/// <summary>
/// The document of a signed talk for the archive: a page, the same printed, or the data. That it was opened is noted, and the hash of
/// the file is kept before it leaves, so that whoever holds it can have it checked.
/// </summary>
public sealed class DownloadTalkDocument(
    IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<EmployerSettings> employer, IOptions<MailSettings> mail, PdfPrinter printer,
    TimeProvider clock, AccessLog readings, IServiceProvider services)
{
    public enum Form
    {
        Page,
        Pdf,

        /// <summary>All that was signed and the signatures, as canonical JSON.</summary>
        Archive,

        /// <summary>Byte for byte what is hashed, of the talk or an addendum.</summary>
        Sealed,
    }

    public sealed record Wish(Form Form, Language Language = Language.Bokmal, int Addendum = 0);

    public sealed record Result(byte[] Bytes, string Name, string ContentType);

    /// <exception cref="NotThereException">It is not there, not signed, not the reader's to have, or nobody can print it.</exception>
    /// <exception cref="RuleException">What stands there is not what was signed.</exception>
    /// <exception cref="PrintFailedException">It could not be printed.</exception>
    public async Task<Result> RunAsync(Guid id, Wish wish, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.DownloadTalks);

        await using var db = await database.CreateDbContextAsync(cancel);
        var talk = await db.Evaluations
            .ContentVisibleTo(user)
            .Where(e => e.State == EvaluationState.Signed)
            .WithSealed()
            .Include(e => e.Apprenticeship)
            .AsNoTrackingWithIdentityResolution()
            .SingleOrDefaultAsync(e => e.Id == id, cancel) ?? throw new NotThereException();

        // What was changed in the database behind the app is never handed out as what was signed.
        Rule.Require(TalkCheck.IsFromBefore(talk) || TalkCheck.Findings(talk).Count == 0, SigningTexts.NotAsSealed);
        var reading = TalkReading.Of(talk, await TalkParties.ReaderAsync(db, talk.Id, user, cancel), await ReadTalk.HeaderAsync(db, talk, employer.Value.Name, cancel));
        var file = await MakeAsync(talk, reading, wish, cancel);

        await readings.NoteAsync(user, talk.ApprenticeshipId, Opened.Talk, thingId: id, cancel: cancel);
        await KeepAsync(Convert.ToHexStringLower(SHA256.HashData(file.Bytes)), cancel);
        return file;
    }

    private async Task<Result> MakeAsync(Evaluation talk, TalkReading reading, Wish wish, CancellationToken cancel)
    {
        var name = $"samtale-{SortKey.Plain(reading.Header.Apprentice).Replace(' ', '-')}-{reading.HeldOn:yyyy-MM-dd}";
        if (wish.Form is Form.Archive or Form.Sealed)
        {
            // What is sealed holds every answer: it is for those who may read them all.
            var document = talk.Documents.FirstOrDefault(one => one.Addendum == wish.Addendum);
            if (reading.LeftOut > 0 || document is null || (wish.Addendum > 0 && talk.Addenda.First(one => one.Number == wish.Addendum).LockedAt is null))
            {
                throw new NotThereException();
            }

            return wish.Form == Form.Archive
                ? new Result(TalkFile.Archive(talk), $"{name}.json", "application/json")
                : new Result(Encoding.UTF8.GetBytes(document.Json), wish.Addendum == 0 ? $"{name}-signert.json" : $"{name}-tillegg-{wish.Addendum}.json", "application/json");
        }

        if (wish.Form == Form.Pdf && !printer.IsThere)
        {
            throw new NotThereException();
        }

        var address = $"{mail.Value.PublicAddress.TrimEnd('/')}{SigningLinks.Check}";
        var page = await ActivatorUtilities.CreateInstance<TalkPaper>(services).PageAsync(TalkFile.Of(talk, reading, address), wish.Language);
        return wish.Form == Form.Pdf
            ? new Result(await printer.PrintAsync(page, cancel), $"{name}.pdf", "application/pdf")
            : new Result(Encoding.UTF8.GetBytes(page), $"{name}.html", "text/html; charset=utf-8");
    }

    /// <summary>Once a file; two who fetch the same at once keep it once.</summary>
    private async Task KeepAsync(string hash, CancellationToken cancel)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        if (await db.IssuedDocuments.AnyAsync(one => one.Hash == hash, cancel))
        {
            return;
        }

        try
        {
            db.Add(new IssuedDocument(hash, clock.GetUtcNow()));
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException other) when (LostRace.Caused(other))
        {
            // The other one has kept it.
        }
    }
}
