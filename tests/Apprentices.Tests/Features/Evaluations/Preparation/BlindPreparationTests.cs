using System.Text.Json;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Drafts;
using Apprentices.Features.Evaluations;
using Apprentices.Features.Evaluations.Preparation;
using Apprentices.Features.Home;
using Apprentices.Features.People;
using Apprentices.Features.Portfolio;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Evaluations.Preparation;

/// <summary>What each prepares is hers alone until it opens: at the rows, at each use case, from every seat, before and after each hand-in.</summary>
public sealed class BlindPreparationTests : PreparedTalk
{
    private const string Hers = "Ordene 4711 fra henne";
    private const string His = "Ordene 4712 fra ham";
    private const string Managers = "Ordene 4713 fra lederen";

    [BothDatabases]
    public async Task Until_both_have_handed_in_each_reads_her_own_alone()
    {
        await SaveAsync(Manager, Managers);
        await SaveAsync(Apprentice, Hers);
        await SaveAsync(Instructor, His);
        await IsBlindAsync();

        await HandInAsync(Apprentice, PreparationInput.For((await ShowAsync(Apprentice))!));
        await IsBlindAsync();

        // The training manager is still writing: hers stays hers, and the others wait.
        await HandInAsync(Instructor, PreparationInput.For((await ShowAsync(Instructor))!));
        await IsBlindAsync();

        await HandInAsync(Manager, PreparationInput.For((await ShowAsync(Manager))!));
        await IsOpenAsync();
    }

    [BothDatabases]
    public async Task Two_supervisors_who_hand_in_do_not_open_what_the_apprentice_writes()
    {
        await SaveAsync(Apprentice, Hers);
        await HandInAsync(Instructor, His);
        await HandInAsync(Manager, Managers);
        await IsBlindAsync();
    }

    [BothDatabases]
    public async Task What_is_taken_back_is_closed_and_the_beginning_of_the_talk_opens_it()
    {
        await HandInAsync(Instructor, His);
        await TakeBackAsync(Instructor);
        await SaveAsync(Manager, Managers);
        await HandInAsync(Apprentice, Hers);
        await IsBlindAsync();

        await BeginAsync();
        await IsOpenAsync();
    }

    [BothDatabases]
    public async Task A_draft_is_read_by_its_writer_alone()
    {
        var place = DraftPlace.PreparationOf(Talk.Id);
        await App.As(Apprentice).RunAsync((KeepDraft use) => use.RunAsync(place, Hers));

        Assert.Single(await App.As(Apprentice).RunAsync((ReadDraft use) => use.RunAsync(place)));
        foreach (var other in new[] { Instructor, Deputy, Manager, Contact, OtherHr })
        {
            Assert.Empty(await App.As(other).RunAsync((ReadDraft use) => use.RunAsync(place)));
        }
    }

    private async Task IsBlindAsync()
    {
        foreach (var (person, own, party) in new[]
        {
            (Apprentice, Hers, FormParties.Apprentice), (Instructor, His, FormParties.Instructor), (Deputy, His, FormParties.Instructor), (Manager, Managers, FormParties.TrainingManager),
            (Contact, "", FormParties.None), (OtherHr, "", FormParties.None), (Former, "", FormParties.None), (Stranger, "", FormParties.None),
        })
        {
            var parties = await PartiesAsync(person);
            Assert.True(parties.All(one => one == party), $"{person.FullName} reads the answers of {string.Join(", ", parties)}");
            foreach (var (where, said) in await EverythingAsync(person))
            {
                Assert.All(new[] { Hers, His, Managers }.Where(words => words != own), words => Assert.False(said.Contains(words, StringComparison.Ordinal), $"{person.FullName} finds «{words}» in {where}"));
            }
        }
    }

    private async Task IsOpenAsync()
    {
        foreach (var person in new[] { Apprentice, Instructor, Deputy, Manager, Contact })
        {
            Assert.Equal(await App.DbAsync(db => db.EvaluationAnswers.Select(answer => answer.Party).Distinct().CountAsync()), (await PartiesAsync(person)).Count);
            Assert.Contains(Hers, JsonSerializer.Serialize(await CompareAsync(person)), StringComparison.Ordinal);
        }

        foreach (var person in new[] { OtherHr, Former, Stranger })
        {
            Assert.Empty(await PartiesAsync(person));
            foreach (var (where, said) in await EverythingAsync(person))
            {
                Assert.False(said.Contains(Hers, StringComparison.Ordinal) || said.Contains(His, StringComparison.Ordinal), $"{person.FullName} finds it in {where}");
            }
        }
    }

    private async Task<IReadOnlyCollection<FormParties>> PartiesAsync(Person person)
    {
        var user = await App.As(person).RunAsync((CurrentUserAccessor users) => users.GetAsync());
        return await App.DbAsync(db => db.EvaluationAnswers.VisibleTo(user).Select(answer => answer.Party).Distinct().ToListAsync());
    }

    /// <summary>What somebody gets from every use case that could tell of it, as text.</summary>
    private async Task<IReadOnlyList<(string Where, string Said)>> EverythingAsync(Person person)
    {
        var me = App.As(person);
        return
        [
            await SayAsync("her own preparation", () => me.RunAsync((ShowPreparation use) => use.RunAsync(Talk.Id))),
            await SayAsync("the comparison", () => me.RunAsync((CompareAnswers use) => use.RunAsync(Talk.Id))),
            await SayAsync("who has prepared", () => me.RunAsync((ReadPreparationState use) => use.RunAsync(Talk.Id))),
            await SayAsync("the talk", () => me.RunAsync((ShowTalk use) => use.RunAsync(Talk.Id))),
            await SayAsync("the talks", () => me.RunAsync((ListTalks use) => use.RunAsync(TalkFilter.All, new Page(0, 100)))),
            await SayAsync("the talks of the record", () => me.RunAsync((ListTalksOfApprenticeship use) => use.RunAsync(Contract.Id))),
            await SayAsync("the trends", () => me.RunAsync((ShowGoalTrends use) => use.RunAsync(Contract.Id))),
            await SayAsync("the home of an apprentice", () => me.RunAsync((ReadApprenticeHome use) => use.RunAsync())),
            await SayAsync("the home of a supervisor", () => me.RunAsync((ReadSupervisorHome use) => use.RunAsync())),
            await SayAsync("the portfolio", () => me.RunAsync((ShowPortfolio use) => use.RunAsync(Contract.Id))),
            await SayAsync("the search", () => me.RunAsync((SearchAnything use) => use.RunAsync("Ordene"))),
            await SayAsync("the drafts", () => me.RunAsync((ReadDraft use) => use.RunAsync(DraftPlace.PreparationOf(Talk.Id)))),
            await PortfolioFileAsync(person),
        ];
    }

    private static async Task<(string Where, string Said)> SayAsync<T>(string where, Func<Task<T>> ask)
    {
        try
        {
            return (where, JsonSerializer.Serialize(await ask(), Json));
        }
        catch (Exception refused) when (refused is NotThereException or NotAllowedException)
        {
            return (where, "");
        }
    }

    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The zip as it is taken away, every file in it.</summary>
    private async Task<(string Where, string Said)> PortfolioFileAsync(Person person)
    {
        using var client = App.ClientOf(person);
        using var answer = await client.GetAsync(PortfolioLinks.File(Contract.Id));
        if (!answer.IsSuccessStatusCode)
        {
            return ("the portfolio's file", "");
        }

        await using var zip = new System.IO.Compression.ZipArchive(await answer.Content.ReadAsStreamAsync());
        var texts = new List<string>();
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            texts.Add(await reader.ReadToEndAsync());
        }

        return ("the portfolio's file", string.Concat(texts));
    }
}
