using Apprentices.Domain;
using Apprentices.Features.ProgressLog.Approvals;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.ProgressLog.Approvals;

public sealed class ReadTrailTests : ApprovalTests
{
    [BothDatabases]
    public async Task Says_who_did_what_and_what_the_entry_said_each_time()
    {
        var (siv, tor) = (await Given.InstructorAsync("Siv Åmot"), await Given.TrainingManagerAsync("Tor Eide"));
        var mari = await Given.PersonAsync(Roles.Apprentice, "Mari Berg");
        var entry = await WriteAsync(await Given.ApprenticeshipAsync(mari, instructor: siv, trainingManager: tor), "Byttet en disk.");
        await ReturnAsync(siv, entry, "Hvilken?");
        App.Clock.Advance(TimeSpan.FromHours(1));
        await RewriteAsync(entry, "Byttet den gamle disk.");
        App.Clock.Advance(TimeSpan.FromHours(1));
        await ApproveAsync(tor, await NowAsync(entry));

        foreach (var reader in new[] { mari, siv, tor })
        {
            var trail = await TrailAsync(reader, entry);

            Assert.Equal(
                [("Mari Berg", LogEventKind.HandedIn, null), ("Siv Åmot", LogEventKind.Returned, "Hvilken?"), ("Mari Berg", LogEventKind.HandedIn, null), ("Tor Eide", LogEventKind.Approved, null)],
                trail!.Select(step => (step.By, step.Kind, step.Comment)));
            Assert.Equal(["Byttet en disk.", null, "Byttet den gamle disk.", null], trail!.Select(step => step.Content?.Text));
            Assert.Equal(
                [new TextPart(TextPartKind.Same, "Byttet "), new(TextPartKind.Removed, "en "), new(TextPartKind.Added, "den gamle "), new(TextPartKind.Same, "disk.")],
                trail![2].Differences);
            Assert.Null(trail[0].Differences);
        }

        Assert.Null(await TrailAsync(await Given.InstructorAsync(), entry));
        var read = await App.DbAsync(db => db.AccessTraces.Select(trace => new { trace.What, trace.Reader.PersonId }).ToListAsync());
        Assert.Equal(new[] { siv.Id, tor.Id }.Order(), read.Select(trace => trace.PersonId!.Value).Order());
        Assert.All(read, trace => Assert.Equal(Opened.Log, trace.What));
    }

    private Task<IReadOnlyList<ReadTrail.Step>?> TrailAsync(Person reader, LogEntry entry) => App.As(reader).RunAsync((ReadTrail use) => use.RunAsync(entry.Id));
}
