using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Access;

/// <summary>Whatever an auditor, an instructor or HR opens of a record is in the access log, for the apprentice to see.</summary>
public sealed class NotedReadingTests : AppTests
{
    protected override bool ProgramOfItsOwn => true;

    [Theory]
    [InlineData(Seat.Auditor)]
    [InlineData(Seat.Instructor)]
    [InlineData(Seat.Hr)]
    public async Task What_she_opens_is_noted(Seat seat)
    {
        using var scene = await Scene.SetAsync(App);
        List<string> unnoted = [];
        foreach (var way in AccessWays.All.Where(way => IsReading(way) && AccessTable.Expected[way.Name][seat] == Answer.Yes))
        {
            Forget(scene, seat);
            Assert.Equal(Answer.Yes, await way.AskAsync(scene, seat));
            var readers = await App.DbAsync(db => db.AccessTraces.Where(trace => trace.ApprenticeshipId == scene.Id).Select(trace => trace.Reader.PersonId).Distinct().ToListAsync());
            if (readers.Count == 0)
            {
                unnoted.Add(way.Name);
            }
            else
            {
                Assert.Equal([scene[seat]!.Id], readers);
            }
        }

        Assert.Equal(NotAnOpening.Of(seat), unnoted.Order(StringComparer.Ordinal));
    }

    /// <summary>What gives something back, and what by its name reads, downloads or opens.</summary>
    private static bool IsReading(Way way) => !way.IsAct || new[] { "Read", "Download", "Open" }.Any(verb => way.Name.StartsWith(verb, StringComparison.Ordinal));

    /// <summary>What was noted a moment ago counts as noted, though the rows have been put back.</summary>
    private void Forget(Scene scene, Seat seat)
    {
        var recent = App.Services.GetRequiredService<RecentReadings>();
        Guid?[] things = [null, scene.LogEntry.Id, scene.LogFile.Id, .. scene.Apprenticeship.Evaluations.Select(talk => (Guid?)talk.Id)];
        foreach (var what in Enum.GetValues<Opened>())
        {
            foreach (var thing in things)
            {
                recent.Forget(new RecentReadings.Reading(scene[seat]!.Id, scene.Id, what, thing));
            }
        }
    }
}
