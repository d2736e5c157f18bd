using Apprentices.Domain;
using Apprentices.Features.ProgressLog.Files;
using Apprentices.Shared;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.ProgressLog.Files;

public sealed class AddAttachmentTests : AttachmentTests
{
    protected override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?> { ["Files:MostPerEntry"] = "3" };

    [BothDatabases]
    public async Task A_file_waits_with_its_owner_alone_until_the_entry_is_saved()
    {
        var id = await AddAsync("bilde.jpg", Pictures.Jpeg(), thumbnail: Pictures.Jpeg());

        var row = Assert.Single(await ListAsync());
        Assert.Equal((id, null, "bilde.jpg", AttachmentKind.Image, true), (row.Id, row.EntryId, row.Name, row.Kind, row.HasThumbnail));
        Assert.Equal(Pictures.Jpeg(), (await ReadAsync(id)).Bytes);
        Assert.Empty(await ListAsync(by: Siv));
        await Assert.ThrowsAsync<NotThereException>(() => ReadAsync(id, by: Siv));
    }

    [BothDatabases]
    public async Task With_an_entry_those_who_read_that_read_it_too()
    {
        var entry = await EntryAsync();
        await AddAsync("rapport.pdf", Documents.Pdf, entry.Id);
        var id = await AddAsync("rapport.docx", Documents.Word(), entry.Id);

        Assert.Equal(["rapport.pdf", "rapport.docx"], (await ListAsync(entry.Id, Siv)).Select(row => row.Name));
        Assert.Equal(Documents.Word().Length, (await ReadAsync(id, by: Siv)).Bytes.Length);
        var many = await App.As(Siv).RunAsync((ListAttachments use) => use.RunAsync([entry.Id, Guid.CreateVersion7()]));
        Assert.Equal(2, many[entry.Id].Count());
    }

    /// <summary>The browser scales and strips too; whoever sends the raw file past it gains nothing.</summary>
    [BothDatabases]
    public async Task A_raw_photo_and_its_small_version_are_stored_without_place_time_and_owner()
    {
        var raw = Pictures.Jpeg(8, 16, orientation: 6, tells: true);
        var id = await AddAsync("IMG_1.jpg", raw, thumbnail: raw);

        var stored = await App.DbAsync(db => db.AttachmentContents.AsNoTracking().SingleAsync(content => content.AttachmentId == id));
        var row = await App.DbAsync(db => db.Attachments.AsNoTracking().SingleAsync());
        Assert.Empty(Pictures.SecretsIn(stored.Bytes));
        Assert.Empty(Pictures.SecretsIn(stored.Thumbnail!));
        Assert.Equal((stored.Bytes.LongLength, 16, 8), (row.Size, row.Width, row.Height));
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(stored.Bytes)), row.Sha256);
    }

    [BothDatabases]
    public async Task A_small_version_that_is_none_is_not_kept()
    {
        var (id, large) = (await AddAsync("a.jpg", Pictures.Jpeg(), thumbnail: Documents.Pdf), await AddAsync("b.jpg", Pictures.Jpeg(), thumbnail: Pictures.Jpeg(4000, 3000)));

        Assert.All(await ListAsync(), row => Assert.False(row.HasThumbnail));
        await Assert.ThrowsAsync<NotThereException>(() => ReadAsync(id, small: true));
        await Assert.ThrowsAsync<NotThereException>(() => ReadAsync(large, small: true));
    }

    [BothDatabases]
    public async Task Whatever_is_refused_leaves_nothing_behind()
    {
        (string Name, byte[] Bytes)[] refused =
        [
            ("program.jpg", [.. "MZ"u8, .. new byte[500]]), ("bilde.pdf", Pictures.Jpeg()), ("bombe.docx", Documents.Bomb(90)), ("stort.png", Pictures.Png(8000, 5000)),
            ("ut.docx", Documents.Word(("../ut.xml", "x"))), ("halvt.jpg", Pictures.Jpeg()[..^2]), ("makro.docx", Documents.Macros), ("tom.jpg", []),
        ];
        foreach (var (name, bytes) in refused)
        {
            Assert.NotEmpty((await Assert.ThrowsAsync<RuleException>(() => AddAsync(name, bytes))).Message);
        }

        await NothingIsLeftAsync();
    }

    [BothDatabases]
    public async Task Of_a_gigabyte_no_more_is_read_than_a_file_of_its_kind_may_have()
    {
        foreach (var (name, head, megabytes) in new[] { ("a.jpg", Pictures.Jpeg()[..^2], 10), ("a.pdf", Documents.Pdf, 20), ("a.docx", Documents.Word(), 20) })
        {
            await using var gigabyte = new EndlessStream(head, length: 1L << 30);

            var refused = await Assert.ThrowsAsync<RuleException>(() => AddAsync(name, gigabyte));

            Assert.Equal(Texts.Format(FileTexts.TooLarge, megabytes), refused.Message);
            Assert.InRange(gigabyte.BytesRead, megabytes * 1024 * 1024, (megabytes * 1024 * 1024) + 1);
        }

        await using var unknown = new EndlessStream([], length: 1L << 30);
        await Assert.ThrowsAsync<RuleException>(() => AddAsync("a.jpg", unknown));
        Assert.Equal(FirstBytes.Needed, unknown.BytesRead);
        await NothingIsLeftAsync();
    }

    [BothDatabases]
    public async Task What_is_cut_off_or_given_up_midway_leaves_nothing_behind()
    {
        await using var cut = new EndlessStream(Pictures.Jpeg()[..^2], length: 1L << 30) { BreaksAt = 3_000_000 };
        await Assert.ThrowsAsync<IOException>(() => AddAsync("a.jpg", cut));

        using var stop = new CancellationTokenSource();
        await using var given = new EndlessStream(Pictures.Jpeg()[..^2], length: 1L << 30) { StopsAt = (3_000_000, stop) };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AddAsync("a.jpg", given, cancel: stop.Token));

        await NothingIsLeftAsync();
    }

    [BothDatabases]
    public async Task No_entry_has_more_files_than_it_may_not_even_of_two_devices_at_once()
    {
        await AddAsync("1.jpg", Pictures.Jpeg());
        await AddAsync("2.jpg", Pictures.Jpeg());

        var tries = await Task.WhenAll(Enumerable.Range(3, 3).Select(async number =>
        {
            try
            {
                await AddAsync($"{number}.jpg", Pictures.Jpeg());
                return null;
            }
            catch (RuleException refused)
            {
                return refused.Message;
            }
        }));

        Assert.Single(tries, (string?)null);
        Assert.All(tries.OfType<string>(), why => Assert.Equal(RuleTexts.TooManyFiles, why));
        Assert.Equal(3, await CountAsync());
    }

    [BothDatabases]
    public async Task A_locked_entry_takes_no_file_and_gives_none_up()
    {
        var entry = await EntryAsync();
        var id = await AddAsync("a.jpg", Pictures.Jpeg(), entry.Id);
        await App.ChangeAsync(async db => Approve(await db.LogEntries.Include(e => e.Events).SingleAsync()));

        Assert.Equal(RuleTexts.LogLocked, (await Assert.ThrowsAsync<RuleException>(() => AddAsync("b.jpg", Pictures.Jpeg(), entry.Id))).Message);
        Assert.Equal(RuleTexts.LogLocked, (await Assert.ThrowsAsync<RuleException>(() => RemoveAsync(id))).Message);
        Assert.Equal(1, await CountAsync());
    }

    /// <summary>Whoever has the entry open must not approve a file she has not seen: what came goes anew, under a new version.</summary>
    [BothDatabases]
    public async Task A_file_with_an_entry_that_waits_hands_it_in_anew()
    {
        var entry = await EntryAsync();

        var id = await AddAsync("a.jpg", Pictures.Jpeg(), entry.Id);
        var after = await EntryNowAsync();
        Assert.NotEqual(entry.Version, after.Version);
        Assert.Equal("a.jpg", Assert.Single(after.Events.OrderBy(e => e.Id).Last().Content!.Files).Name);
        Assert.Equal("Mål 1", Assert.Single(after.Events.OrderBy(e => e.Id).Last().Content!.Goals).Nb);

        await RemoveAsync(id);
        Assert.NotEqual(after.Version, (await EntryNowAsync()).Version);
        Assert.Equal([0, 1, 0], (await EntryNowAsync()).Events.OrderBy(e => e.Id).Select(e => e.Content!.Files.Count));
        await NothingIsLeftAsync();
    }

    [BothDatabases]
    public async Task A_file_with_an_entry_that_waits_for_nobody_leaves_that_where_it_stands()
    {
        var entry = await EntryAsync(entry => entry.Return(Siv.Id, "Si mer om disken.", App.Clock.GetUtcNow()));

        await AddAsync("a.jpg", Pictures.Jpeg(), entry.Id);

        Assert.Equal((LogState.Returned, entry.Version, 2), ((await EntryNowAsync()).State, (await EntryNowAsync()).Version, (await EntryNowAsync()).Events.Count));
    }

    [BothDatabases]
    public async Task Nobody_puts_a_file_with_what_is_not_her_own()
    {
        var (entry, other) = (await EntryAsync(), await Given.PersonAsync(Roles.Apprentice));
        await Given.ApprenticeshipAsync(other);
        await using var unread = new EndlessStream(Pictures.Jpeg(), length: 1L << 30);

        await Assert.ThrowsAsync<NotThereException>(() => AddAsync("a.jpg", unread, by: other));
        await Assert.ThrowsAsync<NotThereException>(() => AddAsync("a.jpg", unread, entry.Id, by: other));

        Assert.Equal(0, unread.BytesRead);
        await NothingIsLeftAsync();
    }

    [BothDatabases]
    public async Task A_file_nobody_saved_goes_as_old_as_a_draft_and_one_with_an_entry_stays()
    {
        var entry = await EntryAsync();
        await AddAsync("a.jpg", Pictures.Jpeg(), entry.Id);
        await AddAsync("b.jpg", Pictures.Jpeg());
        App.Clock.Advance(TimeSpan.FromDays(29));
        await AddAsync("c.jpg", Pictures.Jpeg());
        Assert.Equal(0, await PurgeAsync());

        App.Clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(1, await PurgeAsync());
        Assert.Equal(["c.jpg"], (await ListAsync()).Select(row => row.Name));
        Assert.Equal(2, await CountBytesAsync());
    }

    private Task<int> PurgeAsync() => App.AsConsole().RunAsync((PurgeDraftFiles use) => use.RunAsync());

    private Task<LogEntry> EntryNowAsync() => App.DbAsync(db => db.LogEntries.AsNoTracking().Include(entry => entry.Events).SingleAsync());
}
