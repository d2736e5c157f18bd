using Apprentices.Domain;
using Apprentices.Features.Drafts;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Drafts;

public sealed class KeepDraftTests : AppTests
{
    private const string Place = "log/1";

    [BothDatabases]
    public async Task What_was_typed_last_on_either_device_is_found_again()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice);

        await KeepAsync(mari, "on the phone");
        App.Clock.Advance(TimeSpan.FromMinutes(2));
        await KeepAsync(mari, "on the laptop");

        var found = await ReadAsync(mari);
        Assert.Equal("on the laptop", found?.Content);
        Assert.Equal(App.Clock.GetUtcNow(), found?.SavedAt);
        Assert.Equal(1, await App.DbAsync(db => db.Drafts.CountAsync()));
    }

    [BothDatabases]
    public async Task A_form_that_is_still_empty_on_one_device_does_not_empty_the_other_ones_draft()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice);
        await KeepAsync(mari, "a long text");

        Assert.Null(await KeepAsync(mari, " "));

        Assert.Equal("a long text", (await ReadAsync(mari))?.Content);
    }

    [BothDatabases]
    public async Task Two_devices_that_begin_at_the_same_moment_leave_one_draft()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice);

        await Task.WhenAll(Enumerable.Range(1, 4).Select(device => KeepAsync(mari, $"device {device}")));

        Assert.StartsWith("device ", (await ReadAsync(mari))?.Content, StringComparison.Ordinal);
        Assert.Equal(1, await App.DbAsync(db => db.Drafts.CountAsync()));
    }

    [BothDatabases]
    public async Task A_draft_is_read_and_dropped_by_its_author_alone()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice);
        var hr = await Given.HrAsync();
        await KeepAsync(mari, "mine");

        Assert.Null(await ReadAsync(hr));
        await App.As(hr).RunAsync((DropDraft use) => use.RunAsync(Place));
        Assert.NotNull(await ReadAsync(mari));

        await App.As(mari).RunAsync((DropDraft use) => use.RunAsync(Place));
        Assert.Null(await ReadAsync(mari));
    }

    [BothDatabases]
    public async Task Somebody_without_a_task_here_keeps_no_drafts()
    {
        var guest = await Given.PersonAsync(Roles.None);

        await Assert.ThrowsAsync<NotAllowedException>(() => KeepAsync(guest, "text"));
    }

    [BothDatabases]
    public async Task Drafts_nobody_has_typed_in_for_as_long_as_the_setting_says_are_purged()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice);
        var ola = await Given.PersonAsync(Roles.Apprentice);
        await KeepAsync(mari, "old");
        App.Clock.Advance(TimeSpan.FromDays(30));
        await KeepAsync(ola, "new");
        App.Clock.Advance(TimeSpan.FromMinutes(1));

        var purged = await App.AsConsole().RunAsync((PurgeDrafts use) => use.RunAsync());

        Assert.Equal(1, purged);
        Assert.Null(await ReadAsync(mari));
        Assert.NotNull(await ReadAsync(ola));
    }

    private Task<DateTimeOffset?> KeepAsync(Person author, string content) =>
        App.As(author).RunAsync((KeepDraft use) => use.RunAsync(Place, content));

    private Task<ReadDraft.Found?> ReadAsync(Person author) => App.As(author).RunAsync((ReadDraft use) => use.RunAsync(Place));
}
