using Apprentices.Domain;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.ProgressLog.Approvals;

/// <summary>Sending back, undoing and opening again.</summary>
public sealed class UndoAndUnlockTests : ApprovalTests
{
    [BothDatabases]
    public async Task It_goes_back_with_a_word_and_waits_again_when_it_is_handed_in_anew()
    {
        var siv = await Given.InstructorAsync("Siv Åmot");
        var entry = await WriteAsync(await Given.ApprenticeshipAsync(instructor: siv));
        await Assert.ThrowsAsync<RuleException>(() => ReturnAsync(siv, entry, " "));

        await ReturnAsync(siv, entry, "Hva gjorde du selv?");

        Assert.Equal(LogState.Returned, await StateAsync(entry));
        App.Clock.Advance(TimeSpan.FromHours(1));
        await RewriteAsync(entry, "Byttet disken selv.");
        var row = Assert.Single((await WaitingAsync(siv)).Rows);
        Assert.Equal(("Byttet disken selv.", LogEventKind.Returned, "Siv Åmot", "Hva gjorde du selv?"), (row.Text, row.LastDecision!.Kind, row.LastDecision.By, row.LastDecision.Comment));
    }

    [BothDatabases]
    public async Task What_changed_meanwhile_is_not_sent_back()
    {
        var (siv, tor) = (await Given.InstructorAsync(), await Given.TrainingManagerAsync());
        var contract = await Given.ApprenticeshipAsync(instructor: siv, trainingManager: tor);
        var (changed, decided) = (await WriteAsync(contract), await WriteAsync(contract));
        await RewriteAsync(changed, "Noe annet.");
        await ApproveAsync(tor, decided);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => ReturnAsync(siv, changed));
        await Assert.ThrowsAsync<RuleException>(() => ReturnAsync(siv, decided));
    }

    [BothDatabases]
    public async Task For_ten_minutes_she_may_undo_her_own_approvals_and_nobody_elses()
    {
        var (siv, tor) = (await Given.InstructorAsync(), await Given.TrainingManagerAsync());
        var contract = await Given.ApprenticeshipAsync(instructor: siv, trainingManager: tor);
        var (one, two, late) = (await WriteAsync(contract), await WriteAsync(contract, daysAgo: 2), await WriteAsync(contract, daysAgo: 3));
        await ApproveAsync(siv, late);
        App.Clock.Advance(TimeSpan.FromMinutes(5));
        await ApproveAsync(siv, one, two);
        App.Clock.Advance(TimeSpan.FromMinutes(6));

        await Assert.ThrowsAsync<RuleException>(() => UndoAsync(tor, one));
        await Assert.ThrowsAsync<RuleException>(() => UndoAsync(siv, late));
        Assert.Equal(new[] { one.Id, two.Id }.Order(), (await UndoAsync(siv, one, two, late)).Order());
        Assert.Equal([LogState.HandedIn, LogState.HandedIn, LogState.Approved], [await StateAsync(one), await StateAsync(two), await StateAsync(late)]);
        Assert.Equal(LogEventKind.Undone, (await NowAsync(one)).Events.MaxBy(happened => happened.At)!.Kind);
        await Assert.ThrowsAsync<RuleException>(() => UndoAsync(siv, one));
    }

    [BothDatabases]
    public async Task An_undone_second_approval_leaves_the_first()
    {
        var (siv, tor) = (await Given.InstructorAsync(), await Given.TrainingManagerAsync());
        var entry = await WriteAsync(await Given.ApprenticeshipAsync(instructor: siv, trainingManager: tor));
        await AskForTwoAsync();
        await ApproveAsync(siv, entry);
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await ApproveAsync(tor, await NowAsync(entry));
        App.Clock.Advance(TimeSpan.FromMinutes(1));

        await UndoAsync(tor, entry);

        Assert.Equal(LogState.ApprovedOnce, await StateAsync(entry));
        await Assert.ThrowsAsync<RuleException>(() => UndoAsync(siv, entry));
    }

    [BothDatabases]
    public async Task It_is_opened_again_for_a_reason_that_stays_and_can_then_be_changed()
    {
        var siv = await Given.InstructorAsync();
        var other = await Given.InstructorAsync();
        var entry = await WriteAsync(await Given.ApprenticeshipAsync(instructor: siv), "Byttet en disk.");
        await ApproveAsync(siv, entry);
        var locked = await NowAsync(entry);
        App.Clock.Advance(TimeSpan.FromDays(3));
        await Assert.ThrowsAsync<RuleException>(() => RewriteAsync(entry, "Uten lov."));
        await Assert.ThrowsAsync<NotThereException>(() => UnlockAsync(other, locked));
        await Assert.ThrowsAsync<RuleException>(() => UnlockAsync(siv, locked, ""));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => UnlockAsync(siv, entry));

        await UnlockAsync(siv, locked, "Det var feil disk.");
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await RewriteAsync(entry, "Byttet en annen disk.");

        var events = (await NowAsync(entry)).Events.OrderBy(happened => happened.At).ToList();
        Assert.Equal([LogEventKind.HandedIn, LogEventKind.Approved, LogEventKind.Unlocked, LogEventKind.HandedIn], events.Select(happened => happened.Kind));
        Assert.Equal((siv.Id, "Det var feil disk."), (events[2].ById, events[2].Comment));
        Assert.Equal(["Byttet en disk.", "Byttet en annen disk."], [events[0].Content!.Text, events[3].Content!.Text]);
    }
}
