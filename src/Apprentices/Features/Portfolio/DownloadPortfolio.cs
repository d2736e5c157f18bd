using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Portfolio;

/// <summary>
/// The whole portfolio of an apprentice as one zip: a page to read, the same as JSON, and the files. What it holds is what the one who
/// asks may see on the screens. It is written as it is made, one file at a time.
/// </summary>
public sealed class DownloadPortfolio(
    IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<EmployerSettings> employer, TimeProvider clock, AccessLog readings, IServiceProvider services)
{
    /// <param name="apprenticeshipId">Whose; one's own if none is named.</param>
    /// <param name="begin">Told whose it is once it is clear that it may be made; gives where it is written to.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="NotThereException">The record is not there, or not the reader's to see.</exception>
    public async Task RunAsync(Guid? apprenticeshipId, Func<string, Stream> begin, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.DownloadPortfolio);

        await using var db = await database.CreateDbContextAsync(cancel);
        var contract = await PortfolioRows.Contract(db, user, apprenticeshipId)
            .Include(a => a.Interruptions).Include(a => a.Person).Include(a => a.Curriculum).Include(a => a.Workplace).AsSplitQuery()
            .FirstOrDefaultAsync(cancel) ?? throw new NotThereException();
        await readings.NoteAsync(user, contract.Id, Opened.Portfolio, cancel: cancel);
        var content = await new PortfolioRows(db, user, contract, readings).ReadAsync(employer.Value.Name, clock.GetUtcNow(), cancel);
        var page = await ActivatorUtilities.CreateInstance<PortfolioPaper>(services).PageAsync(content);

        await using var zip = await PortfolioZip.BeginAsync(begin($"mappe-{SafeName.Of(content.Contract.Name)}.zip"), clock.GetLocalNow(), cancel);
        await zip.WriteAsync(PortfolioPaper.PageName, page, cancel);
        await zip.WriteAsync(PortfolioPaper.DataName, stream => PortfolioPaper.WriteDataAsync(content, stream, cancel), cancel);
        await zip.WriteAsync(PortfolioPaper.ReadMeName, PortfolioPaper.ReadMe(content), cancel);
        foreach (var file in content.Files)
        {
            var bytes = await db.AttachmentContents.VisibleTo(db, user).Where(c => c.AttachmentId == file.Id).Select(c => c.Bytes).SingleOrDefaultAsync(cancel);
            await zip.WriteFileAsync(file.Path, bytes ?? [], cancel);
        }
    }
}
