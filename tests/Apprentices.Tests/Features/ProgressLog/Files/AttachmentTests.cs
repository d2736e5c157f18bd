using Apprentices.Domain;
using Apprentices.Features.ProgressLog.Files;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.ProgressLog.Files;

/// <summary>An apprentice and her entry, and files put with it or refused.</summary>
public abstract class AttachmentTests : AppTests
{
    protected Person Mari { get; private set; } = null!;

    protected Person Siv { get; private set; } = null!;

    protected Apprenticeship Contract { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (Mari, Siv) = (await Given.PersonAsync(Roles.Apprentice), await Given.InstructorAsync());
        Contract = await Given.ApprenticeshipAsync(Mari, instructor: Siv);
    }

    protected Task<Guid> AddAsync(string name, byte[] bytes, Guid? entryId = null, byte[]? thumbnail = null, Person? by = null) =>
        AddAsync(name, new MemoryStream(bytes), entryId, thumbnail, by);

    protected Task<Guid> AddAsync(
        string name, Stream content, Guid? entryId = null, byte[]? thumbnail = null, Person? by = null, CancellationToken cancel = default) =>
        App.As(by ?? Mari).RunAsync((AddAttachment use) => use.RunAsync(new AddAttachment.Input(Contract.Id, entryId, name, content) { Thumbnail = thumbnail }, cancel));

    protected Task<IReadOnlyList<ListAttachments.Row>> ListAsync(Guid? entryId = null, Person? by = null) =>
        App.As(by ?? Mari).RunAsync((ListAttachments use) => use.RunAsync(Contract.Id, entryId));

    protected Task<DownloadAttachment.Content> ReadAsync(Guid id, bool small = false, Person? by = null) =>
        App.As(by ?? Mari).RunAsync((DownloadAttachment use) => use.RunAsync(id, small));

    protected Task RemoveAsync(Guid id, Person? by = null) => App.As(by ?? Mari).RunAsync((RemoveAttachment use) => use.RunAsync(id));

    /// <summary>An entry that waits, unless something else is done with it.</summary>
    protected Task<LogEntry> EntryAsync(Action<LogEntry>? then = null) => App.DbAsync(async db =>
    {
        var contract = await db.Apprenticeships.Include(a => a.Plan).SingleAsync(a => a.Id == Contract.Id);
        var entry = HandedIn.Entry(contract, App.Clock.Today, "Byttet en disk.", [contract.Plan.Single(goal => goal.Code == "KM9001")], App.Clock.GetUtcNow(), App.Clock.Today);
        then?.Invoke(entry);
        db.Add(entry);
        await db.SaveChangesAsync();
        return entry;
    });

    protected void Approve(LogEntry entry) => entry.Approve(new LogApprover(Siv.Id, IsTrainingManager: false), needsTwo: false, App.Clock.GetUtcNow());

    protected Task<int> CountAsync() => App.DbAsync(db => db.Attachments.CountAsync());

    protected Task<int> CountBytesAsync() => App.DbAsync(db => db.AttachmentContents.CountAsync());

    protected async Task NothingIsLeftAsync() => Assert.Equal((0, 0), (await CountAsync(), await CountBytesAsync()));
}
