using System.ComponentModel.DataAnnotations;
using Apprentices.Domain;
using Apprentices.Features.Drafts;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Features.Drafts;

/// <summary>Forms that are open in one place on several devices at once.</summary>
public sealed class DraftHoldTests : AppTests
{
    private const string Place = "log/1";

    private sealed class Form
    {
        [StringLength(1000)]
        public string? Text { get; set; }

        [StringLength(100)]
        public string? Title { get; set; }

        public List<int> Chosen { get; set; } = [];
    }

    [BothDatabases]
    public async Task What_the_other_device_typed_takes_the_place_of_what_stands_here_which_can_be_taken_back()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice);
        await using var phone = Open(mari);
        await using var laptop = Open(mari);
        await TypeAsync(laptop, "on the laptop");
        await TypeAsync(phone, "on the phone");

        Assert.Equal("on the laptop", await phone.Hold.TakeAsync(Assert.Single(phone.Hold.Others)));

        Assert.Equal("on the phone", Assert.Single(phone.Hold.Others).Content);
        Assert.Equal("on the phone", await phone.Hold.TakeAsync(phone.Hold.Others[0]));
        Assert.Equal("on the laptop", Assert.Single(phone.Hold.Others).Content);
    }

    [BothDatabases]
    public async Task What_is_let_go_is_gone_and_what_was_typed_there_since_is_not()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice);
        await using var phone = Open(mari);
        await using var laptop = Open(mari);
        await TypeAsync(laptop, "on the laptop");
        await TypeAsync(phone, "on the phone");
        var seen = Assert.Single(phone.Hold.Others);
        await TypeAsync(laptop, "on the laptop, and more");

        await phone.Hold.LetGoAsync(seen);
        Assert.Equal("on the laptop, and more", Assert.Single(phone.Hold.Others).Content);

        await phone.Hold.LetGoAsync(phone.Hold.Others[0]);
        Assert.Empty(phone.Hold.Others);
    }

    /// <summary>
    /// Some hundreds of ways in which three devices open the form, type, look, swap and save. Whatever was typed and kept is in
    /// what was saved, or in a draft that opening the form shows.
    /// </summary>
    [BothDatabases]
    public async Task No_text_typed_on_any_device_is_ever_out_of_reach()
    {
        var mari = await Given.PersonAsync(Roles.Apprentice);
        for (var seed = 1; seed <= 12; seed++)
        {
            await PlayAsync(mari, $"log/{seed}", new Random(seed));
        }
    }

    [Fact]
    public void Two_drafts_are_put_together_without_losing_a_sentence_and_without_joining_what_is_no_sentence()
    {
        var mine = DraftForm.Of(new Form { Text = "Byttet en disk.", Title = "Min", Chosen = [1] });
        var other = DraftForm.Of(new Form { Text = "Ringte kunden.", Title = "Annen", Chosen = [2] });

        Assert.Equal(DraftForm.Of(new Form { Text = "Byttet en disk.\n\nRingte kunden.", Title = "Min", Chosen = [1] }), DraftForm.Join<Form>(mine, other));
        Assert.Equal(other, DraftForm.Join<Form>(DraftForm.Of(new Form()), other));
        Assert.Equal(DraftForm.Of("a\n\nb"), DraftForm.Join<string>(DraftForm.Of("a"), DraftForm.Of("b")));
        Assert.Equal(mine, DraftForm.Join<Form>(mine, "no form"));
        Assert.Equal(DraftForm.Of("begun and more"), DraftForm.Join<string>(DraftForm.Of("begun"), DraftForm.Of("begun and more")));
        Assert.Equal("Byttet en disk.\n\nMin", DraftForm.Words<Form>(mine));
    }

    private async Task PlayAsync(Person mari, string place, Random chance)
    {
        var devices = new List<Device>();
        var (typed, kept, saved) = (0, new List<string>(), new HashSet<string>(StringComparer.Ordinal));
        for (var step = 0; step < 40; step++)
        {
            App.Clock.Advance(TimeSpan.FromSeconds(1));
            if (devices.Count < 3 && chance.Next(4) == 0)
            {
                devices.Add(Open(mari, place));
                await devices[^1].Hold.OpenAsync();
                continue;
            }

            if (devices.Count == 0)
            {
                continue;
            }

            var device = devices[chance.Next(devices.Count)];
            var others = device.Hold.Others;
            switch (chance.Next(10))
            {
                case < 6:
                    var word = $"<{++typed}>";
                    device.Hold.Current += word;
                    await device.Hold.KeepAsync();
                    kept.Add(word);
                    break;
                case 6 when others.Count > 0:
                    await device.Hold.TakeAsync(others[chance.Next(others.Count)]);
                    break;
                case 7 when others.Count > 0:
                    var other = others[chance.Next(others.Count)];
                    device.Hold.Current += other.Content;
                    await device.Hold.KeepAsync();
                    await device.Hold.LetGoAsync(other);
                    break;
                case 8:
                    saved.UnionWith(kept.Where(device.Hold.Current.Contains));
                    await device.Hold.DropAsync("");
                    device.Hold.Current = "";
                    break;
                case 9:
                    devices.Remove(device);
                    await device.DisposeAsync();
                    break;
            }

            await using var again = Open(mari, place);
            var stands = new[] { await again.Hold.OpenAsync() ?? "" }.Concat(again.Hold.Others.Select(found => found.Content)).ToList();
            var lost = kept.Where(text => !saved.Contains(text) && !stands.Exists(there => there.Contains(text, StringComparison.Ordinal)));
            Assert.Empty(lost);
        }

        foreach (var device in devices)
        {
            await device.DisposeAsync();
        }
    }

    private static async Task TypeAsync(Device device, string text)
    {
        device.Hold.Current = text;
        await device.Hold.KeepAsync();
    }

    private Device Open(Person person, string place = Place) => new(App.Services.CreateAsyncScope(), person, place);

    /// <summary>A form that is open in a browser of its own.</summary>
    private sealed class Device : IAsyncDisposable
    {
        private readonly AsyncServiceScope scope;

        public Device(AsyncServiceScope scope, Person person, string place)
        {
            this.scope = scope;
            scope.ServiceProvider.GetRequiredService<CurrentUserAccessor>().ActAs(person.Id);
            Hold = new DraftHold(
                place, "", scope.ServiceProvider.GetRequiredService<KeepDraft>(), scope.ServiceProvider.GetRequiredService<ReadDraft>(),
                scope.ServiceProvider.GetRequiredService<DropDraft>());
        }

        public DraftHold Hold { get; }

        public ValueTask DisposeAsync() => scope.DisposeAsync();
    }
}
