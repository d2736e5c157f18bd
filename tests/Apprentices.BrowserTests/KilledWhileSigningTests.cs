using System.Globalization;
using Apprentices.BrowserTests.Support;
using Apprentices.Domain;
using Apprentices.Features.Account;
using Apprentices.Features.Evaluations;
using Apprentices.Features.Evaluations.Signing;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
using Server = Apprentices.Tests.Support.ChildProgram;

namespace Apprentices.BrowserTests;

/// <summary>
/// The server is killed in the middle of a signature, at another moment each time, and between two. A signature is there whole, with
/// the state that goes with it, or not at all. KILL_ROUNDS says how often for the long run (docs/testing.md).
/// </summary>
public sealed class KilledWhileSigningTests(Browser browser, ITestOutputHelper output) : AppTests
{
    private const int ShortRun = 2;
    private static readonly IReadOnlyList<FormParties> Both = [FormParties.Apprentice | FormParties.Instructor];

    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("KILL_ROUNDS"), CultureInfo.InvariantCulture, out var rounds) ? rounds : ShortRun;

    [BothDatabases]
    public async Task A_server_killed_while_somebody_signs_leaves_nothing_half_signed()
    {
        App.Clock.Set(OfficeTime.Clock.Today().AddDays(-1));
        var siv = await Given.InstructorAsync("Siv Åmot");
        await using var context = await browser.OpenAsync(new BrowserNewContextOptions());
        var page = await context.NewPageAsync();
        var (whole, moment) = (0, TimeSpan.Zero);
        for (var round = 0; round < Rounds; round++)
        {
            var held = await HeldTalk.SetAsync(App, Both, siv);
            var isSecond = round % 2 == 1;
            if (isSecond)
            {
                await held.SignAsync(held.Apprentice);
            }

            await using (var program = Server.Start(App, new Dictionary<string, string?> { ["Jobs:Enabled"] = "false" }))
            {
                await PrepareAsync(page, await program.AddressAsync(), siv, held);
                await page.GetByRole(AriaRole.Button, new() { Name = EvaluationTexts.SignSubmit }).ClickAsync();
                moment = round == 0 ? await UntilSignedAsync(held, siv) : await WaitAsync(moment);
                await program.KillAsync();
            }

            var signed = await SignedAsync(held, siv);
            whole += signed ? 1 : 0;

            // The next one is killed earlier or later, so that the kills gather about the moment it is saved.
            moment *= signed ? 0.4 : 1.7;
            Assert.Equal(isSecond && signed ? EvaluationState.Signed : EvaluationState.Held, await held.StateAsync());
            Assert.Empty(await FindingsAsync(held));

            // Who comes back signs what is missing, and it is locked once.
            if (!signed)
            {
                await held.SignAsync(siv);
            }

            if (!isSecond)
            {
                await held.SignAsync(held.Apprentice);
            }

            Assert.Equal(EvaluationState.Signed, await held.StateAsync());
            Assert.Empty(await FindingsAsync(held));
            Assert.Equal(2, await App.DbAsync(db => db.EvaluationSignatures.CountAsync(one => one.EvaluationId == held.Id)));
        }

        Assert.True(whole > 0);
        output.WriteLine($"{Rounds} kills: {whole} signatures were whole, {Rounds - whole} were not there.");
    }

    private static async Task PrepareAsync(IPage page, string address, Person siv, HeldTalk held)
    {
        await page.GotoAsync($"{address}{AccountLinks.SignIn}");
        await page.Locator($"button.persona[value='{siv.Id}']").ClickAsync();
        await page.GotoAsync($"{address}{EvaluationLinks.Talk(held.Id)}");
        await page.GetByLabel(EvaluationTexts.SignHaveRead).CheckAsync();
        var name = page.GetByLabel(EvaluationTexts.SignName);
        await name.FillAsync(siv.FullName);
        await name.PressAsync("Tab");
        await Expect(name).ToHaveValueAsync(siv.FullName);
    }

    /// <summary>The first is killed between two signatures: hers is there, and how long that took is where the others begin.</summary>
    private async Task<TimeSpan> UntilSignedAsync(HeldTalk held, Person siv)
    {
        var clicked = System.Diagnostics.Stopwatch.StartNew();
        while (!await SignedAsync(held, siv))
        {
            Assert.True(clicked.Elapsed < TimeSpan.FromMinutes(1), "Nobody has signed within a minute.");
        }

        return clicked.Elapsed;
    }

    private static async Task<TimeSpan> WaitAsync(TimeSpan moment)
    {
        await Task.Delay(moment);
        return moment;
    }

    private Task<bool> SignedAsync(HeldTalk held, Person person) => App.DbAsync(db => db.EvaluationSignatures.AnyAsync(one => one.EvaluationId == held.Id && one.PersonId == person.Id));

    private Task<IReadOnlyList<string>> FindingsAsync(HeldTalk held) => App.DbAsync(async db => TalkCheck.Findings(
        await db.Evaluations.WithSealed().AsNoTrackingWithIdentityResolution().SingleAsync(e => e.Id == held.Id)));
}
