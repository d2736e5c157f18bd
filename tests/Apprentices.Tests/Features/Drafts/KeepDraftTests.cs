using Apprentices.Domain;
using Apprentices.Features.Drafts;
using Apprentices.Platform;
using Apprentices.Tests.Support;

namespace Apprentices.Tests.Features.Drafts;

public sealed class KeepDraftTests : AppTests
{
    private const string Place = "log/1";

    [BothDatabases]
    public async Task What_was_typed_last_is_found_again()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice);

        var first = await KeepAsync(mari, "a word");
        App.Clock.Advance(TimeSpan.FromMinutes(2));
        await KeepAsync(mari, "a word and more", first!.Mark);

        var found = Assert.Single(await ReadAsync(mari));
        Assert.Equal("a word and more", found.Content);
        Assert.Equal(App.Clock.GetUtcNow(), found.SavedAt);
    }

    [BothDatabases]
    public async Task A_device_that_has_not_seen_what_another_typed_does_not_write_over_it_and_is_told_of_it()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice);
        var opened = (await KeepAsync(mari, "begun"))!.Mark;

        var laptop = await KeepAsync(mari, "begun, and on the laptop", opened);
        App.Clock.Advance(TimeSpan.FromMinutes(2));
        var phone = await KeepAsync(mari, "begun, and on the phone", opened);

        Assert.Empty(laptop!.Others);
        Assert.Equal("begun, and on the laptop", Assert.Single(phone!.Others).Content);
        Assert.Equal(["begun, and on the phone", "begun, and on the laptop"], (await ReadAsync(mari)).Select(found => found.Content));
        Assert.Equal("begun, and on the phone", Assert.Single((await KeepAsync(mari, "more", laptop.Mark))!.Others).Content);
    }

    [BothDatabases]
    public async Task A_form_that_is_still_empty_on_one_device_does_not_empty_the_other_ones_draft()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice);
        var kept = await KeepAsync(mari, "a long text");

        Assert.Null(await KeepAsync(mari, " ", kept!.Mark));

        Assert.Equal("a long text", Assert.Single(await ReadAsync(mari)).Content);
    }

    [BothDatabases]
    public async Task Four_devices_that_go_on_at_the_same_moment_leave_what_each_typed()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice);
        var opened = (await KeepAsync(mari, "begun"))!.Mark;

        await Task.WhenAll(Enumerable.Range(1, 4).Select(device => KeepAsync(mari, $"device {device}", opened)));

        Assert.Equal(["device 1", "device 2", "device 3", "device 4"], (await ReadAsync(mari)).Select(found => found.Content).Order(StringComparer.Ordinal));
    }

    [BothDatabases]
    public async Task What_another_device_went_on_with_is_not_dropped_with_what_was_saved()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice);
        var opened = (await KeepAsync(mari, "begun"))!.Mark;
        await KeepAsync(mari, "begun, and more on the phone", opened);

        await App.As(mari).RunAsync((DropDraft use) => use.RunAsync(Place, opened));

        Assert.Equal("begun, and more on the phone", Assert.Single(await ReadAsync(mari)).Content);
    }

    [BothDatabases]
    public async Task A_draft_is_read_gone_on_with_and_dropped_by_its_author_alone()
    {
        var (mari, hr) = (await Given.PersonAsync(Roles.Apprentice), await Given.HrAsync());
        var mark = (await KeepAsync(mari, "mine"))!.Mark;

        Assert.Empty(await ReadAsync(hr));
        Assert.NotEqual(mark.Id, (await KeepAsync(hr, "not mine", mark))!.Mark.Id);
        await App.As(hr).RunAsync((DropDraft use) => use.RunAsync(Place, mark));
        Assert.Equal("mine", Assert.Single(await ReadAsync(mari)).Content);

        await App.As(mari).RunAsync((DropDraft use) => use.RunAsync(Place, mark));
        Assert.Empty(await ReadAsync(mari));
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
        Assert.Empty(await ReadAsync(mari));
        Assert.NotEmpty(await ReadAsync(ola));
    }

    private Task<KeepDraft.Kept?> KeepAsync(Person author, string content, DraftMark? onto = null) =>
        App.As(author).RunAsync((KeepDraft use) => use.RunAsync(Place, content, onto));

    private Task<IReadOnlyList<ReadDraft.Found>> ReadAsync(Person author) => App.As(author).RunAsync((ReadDraft use) => use.RunAsync(Place));
}
