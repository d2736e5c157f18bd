using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Access;

/// <summary>Whatever an auditor opens of a record is in the access log, for the apprentice to see.</summary>
public sealed class AuditorReadingTests : AppTests
{
    /// <summary>What is no record of anybody's, a list of those she was given, or a part of a page that is noted as a whole.</summary>
    private static readonly string[] NotAnOpening =
    [
        "AnswerWhatIf", "CheckDocument", "ChooseHome", "ChooseLanguage", "CompareEditions", "EndAllSessions", "GetShellUser", "ListApprenticeships", "ListAttachments: of an entry",
        "ListAttachments: of many entries", "ListAuditsOfRecord", "ListChoices", "ListCurricula", "ListPersonas", "ListPlanEditions", "ListSessions", "ListTalks", "ListTrades", "ReadPreparationState",
        "SearchAnything", "SearchAnything: its instructor", "ShowCurriculum", "ShowForecast", "ShowMeeting", "ShowSigning", "SignInAsPersona",
    ];

    protected override bool ProgramOfItsOwn => true;

    [Fact]
    public async Task What_she_opens_is_noted()
    {
        using var scene = await Scene.SetAsync(App);
        List<string> unnoted = [];
        foreach (var way in AccessWays.All.Where(way => AccessTable.Expected[way.Name][Seat.Auditor] == Answer.Yes))
        {
            Forget(scene);
            Assert.Equal(Answer.Yes, await way.AskAsync(scene, Seat.Auditor));
            var readers = await App.DbAsync(db => db.AccessTraces.Where(trace => trace.ApprenticeshipId == scene.Id).Select(trace => trace.Reader.PersonId).Distinct().ToListAsync());
            if (readers.Count == 0)
            {
                unnoted.Add(way.Name);
            }
            else
            {
                Assert.Equal([scene[Seat.Auditor]!.Id], readers);
            }
        }

        Assert.Equal(NotAnOpening, unnoted.Order(StringComparer.Ordinal));
    }

    /// <summary>What was noted a moment ago counts as noted, though the rows have been put back.</summary>
    private void Forget(Scene scene)
    {
        var recent = App.Services.GetRequiredService<RecentReadings>();
        Guid?[] things = [null, scene.LogEntry.Id, scene.LogFile.Id, .. scene.Apprenticeship.Evaluations.Select(talk => (Guid?)talk.Id)];
        foreach (var what in Enum.GetValues<Opened>())
        {
            foreach (var thing in things)
            {
                recent.Forget(new RecentReadings.Reading(scene[Seat.Auditor]!.Id, scene.Id, what, thing));
            }
        }
    }
}
