using Apprentices.Domain;
using Apprentices.Features.ProgressLog.Approvals;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.ProgressLog.Approvals;

public sealed class ApproveLogEntriesTests : ApprovalTests
{
    [BothDatabases]
    public async Task Of_many_at_once_the_one_that_changed_meanwhile_is_left_and_named_and_the_others_go()
    {
        var siv = await Given.InstructorAsync();
        var (mari, ola) = (await Given.ApprenticeshipAsync(instructor: siv), await Given.ApprenticeshipAsync(instructor: siv));
        LogEntry[] entries = [await WriteAsync(mari), await WriteAsync(mari, daysAgo: 2), await WriteAsync(ola)];
        await RewriteAsync(entries[1], "Noe helt annet.");

        var result = await ApproveAsync(siv, entries);

        Assert.Equal(new[] { entries[0].Id, entries[2].Id }.Order(), result.Approved.Order());
        Assert.Equal([entries[1].Id], result.Changed);
        Assert.Equal([LogState.Approved, LogState.HandedIn, LogState.Approved], [await StateAsync(entries[0]), await StateAsync(entries[1]), await StateAsync(entries[2])]);
        var approval = Assert.Single((await NowAsync(entries[0])).Events, happened => happened.Kind == LogEventKind.Approved);
        Assert.Equal((siv.Id, App.Clock.GetUtcNow()), (approval.ById, approval.At));
        Assert.Equal("Noe helt annet.", Assert.Single((await WaitingAsync(siv)).Rows).Text);
    }

    [BothDatabases]
    public async Task Of_two_who_approve_at_once_one_does_and_the_other_is_told()
    {
        var (siv, tor) = (await Given.InstructorAsync(), await Given.TrainingManagerAsync());
        var contract = await Given.ApprenticeshipAsync(instructor: siv, trainingManager: tor);
        var entries = new List<LogEntry>();
        for (var day = 0; day < 5; day++)
        {
            entries.Add(await WriteAsync(contract, daysAgo: day));
        }

        var results = await Task.WhenAll(ApproveAsync(siv, [.. entries]), ApproveAsync(tor, [.. entries]));

        Assert.Equal(entries.Select(entry => entry.Id).Order(), results.SelectMany(result => result.Approved).Order());
        Assert.Equal(entries.Select(entry => entry.Id).Order(), results.SelectMany(result => result.Changed).Order());
        foreach (var entry in entries)
        {
            Assert.Single((await NowAsync(entry)).Events, happened => happened.Kind == LogEventKind.Approved);
        }
    }

    [BothDatabases]
    public async Task Somebody_without_the_apprentice_approves_nothing_and_hr_may_not()
    {
        var (other, hr, siv) = (await Given.InstructorAsync(), await Given.HrAsync(), await Given.InstructorAsync());
        var entry = await WriteAsync(await Given.ApprenticeshipAsync(instructor: siv));

        Assert.Equal([entry.Id], (await ApproveAsync(other, entry)).Changed);
        await Assert.ThrowsAsync<NotAllowedException>(() => ApproveAsync(hr, entry));
        await Assert.ThrowsAsync<NotThereException>(() => ReturnAsync(other, entry));
        await Assert.ThrowsAsync<NotAllowedException>(() => ReturnAsync(hr, entry));
        Assert.Equal(LogState.HandedIn, await StateAsync(entry));
    }

    [BothDatabases]
    public async Task An_instructor_who_is_an_apprentice_too_never_approves_her_own()
    {
        var both = await Given.PersonAsync(Roles.Apprentice | Roles.Instructor);
        var entry = await WriteAsync(await Given.ApprenticeshipAsync(both));

        Assert.Equal([entry.Id], (await ApproveAsync(both, entry)).Changed);
        await Assert.ThrowsAsync<NotThereException>(() => ReturnAsync(both, entry));
        await Assert.ThrowsAsync<NotThereException>(() => UnlockAsync(both, entry));
    }

    [BothDatabases]
    public async Task A_deputy_approves_as_the_one_she_stands_in_for_and_only_while_she_does()
    {
        var (siv, deputy) = (await Given.InstructorAsync(), await Given.PersonAsync());
        var contract = await Given.ApprenticeshipAsync(instructor: siv);
        await DeputiseAsync(contract, deputy, AssignmentRole.Instructor, App.Clock.Today);
        var (first, second) = (await WriteAsync(contract), await WriteAsync(contract));

        Assert.Equal([first.Id], (await ApproveAsync(deputy, first)).Approved);
        App.Clock.Set(App.Clock.Today.AddDays(1));

        Assert.Equal([second.Id], (await ApproveAsync(deputy, second)).Changed);
    }

    [BothDatabases]
    public async Task Where_two_are_asked_for_the_instructors_is_the_first_and_the_training_managers_the_second()
    {
        var (siv, tor) = (await Given.InstructorAsync(), await Given.TrainingManagerAsync());
        var contract = await Given.ApprenticeshipAsync(instructor: siv, trainingManager: tor);
        await AskForTwoAsync();
        var (entry, straight) = (await WriteAsync(contract), await WriteAsync(contract, daysAgo: 3));

        Assert.Equal([entry.Id], (await ApproveAsync(siv, entry)).ApprovedFirst);

        var first = await NowAsync(entry);
        Assert.Equal((LogState.ApprovedOnce, null), (first.State, first.DecidedAt));
        Assert.Equal([straight.Id], (await WaitingAsync(siv)).Rows.Select(row => row.Id));
        Assert.Equal([entry.Id], (await ApproveAsync(siv, first)).Changed);
        await Assert.ThrowsAsync<RuleException>(() => ReturnAsync(siv, first));
        var rows = (await WaitingAsync(tor)).Rows;
        Assert.Equal([(straight.Id, LogState.HandedIn), (entry.Id, LogState.ApprovedOnce)], rows.Select(row => (row.Id, row.State)));

        App.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await ApproveAsync(tor, [.. rows.Select(row => new ApproveLogEntries.Shown(row.Id, row.Version))]);
        Assert.Equal(new[] { straight.Id, entry.Id }.Order(), second.Approved.Order());
        Assert.Equal(
            [LogEventKind.HandedIn, LogEventKind.ApprovedFirst, LogEventKind.Approved],
            (await NowAsync(entry)).Events.OrderBy(happened => happened.At).Select(happened => happened.Kind));
        Assert.Equal(0, (await WaitingAsync(tor)).Total);
    }

    [BothDatabases]
    public async Task Who_stands_in_for_the_training_manager_gives_the_second()
    {
        var (siv, tor, deputy) = (await Given.InstructorAsync(), await Given.TrainingManagerAsync("Tor Eide"), await Given.PersonAsync());
        var contract = await Given.ApprenticeshipAsync(instructor: siv, trainingManager: tor);
        await DeputiseAsync(contract, deputy, AssignmentRole.TrainingManager);
        await AskForTwoAsync();
        await ApproveAsync(siv, await WriteAsync(contract));

        var row = Assert.Single((await WaitingAsync(deputy)).Rows);

        Assert.Equal("Tor Eide", row.StandsInFor);
        Assert.Equal([row.Id], (await ApproveAsync(deputy, [new ApproveLogEntries.Shown(row.Id, row.Version)])).Approved);
    }

    [BothDatabases]
    public async Task The_rule_of_one_trade_is_not_the_rule_of_another()
    {
        var siv = await Given.InstructorAsync();
        var (one, two) = (await Given.ApprenticeshipAsync(instructor: siv), await Given.ApprenticeshipAsync(instructor: siv, curriculum: "TEST02-01"));
        await AskForTwoAsync("TEST02-01");
        var (inOne, inTwo) = (await WriteAsync(one), await WriteAsync(two));

        var result = await ApproveAsync(siv, inOne, inTwo);

        Assert.Equal([inOne.Id], result.Approved);
        Assert.Equal([inTwo.Id], result.ApprovedFirst);
    }

    [BothDatabases]
    public async Task Many_are_approved_with_as_many_reads_as_one()
    {
        var siv = await Given.InstructorAsync();
        var contract = await Given.ApprenticeshipAsync(instructor: siv);
        var one = await WriteAsync(contract);
        var reads = await ReadsAsync(() => ApproveAsync(siv, one));
        var many = new List<LogEntry>();
        for (var day = 0; day < 25; day++)
        {
            many.Add(await WriteAsync(contract, daysAgo: day));
        }

        Assert.Equal(reads, await ReadsAsync(() => ApproveAsync(siv, [.. many])));
    }

    private async Task<int> ReadsAsync(Func<Task> work)
    {
        await App.Sql.CountAsync(work);
        return App.Sql.Statements.Count(statement => statement.TrimStart().StartsWith("SELECT", StringComparison.OrdinalIgnoreCase));
    }
}
