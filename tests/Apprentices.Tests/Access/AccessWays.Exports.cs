using Apprentices.Features.Evaluations;
using Apprentices.Features.People;
using Apprentices.Features.Placements;
using Apprentices.Features.PlanTemplates;
using Apprentices.Features.Portfolio;
using Apprentices.Features.ProgressLog;
using Apprentices.Features.ProgressLog.Approvals;
using Apprentices.Features.Standings;
using Apprentices.Features.TrainingPlans;
using Apprentices.Tests.Support;

namespace Apprentices.Tests.Access;

/// <content>What is taken away as a file: lists, and the whole portfolio.</content>
internal static partial class AccessWays
{
    private static IEnumerable<Way> OfExports() =>
    [
        Read<DownloadPeople>(async (use, at) => (await ListRead.CsvAsync(output => use.RunAsync(null, output))).Contains(at.Apprenticeship.Person.FamilyName, StringComparison.Ordinal)),
        Read<DownloadTalks>(async (use, at) => (await ListRead.CsvAsync(output => use.RunAsync(TalkFilter.All, output))).Contains(at.Apprenticeship.Person.FamilyName, StringComparison.Ordinal)),
        Read<DownloadPlacements>(async (use, at) => await ListRead.CsvAsync(output => use.RunAsync(at.Id, output))),
        Read<DownloadPlan>(async (use, at) => await ListRead.CsvAsync(output => use.RunAsync(at.Id, output))),
        Read<DownloadLog>(async (use, at) => await ListRead.CsvAsync(output => use.RunAsync(at.Id, output))),
        Read<DownloadTemplateCoverage>(async (use, at) => await ListRead.CsvAsync(output => use.RunAsync(at.Template.Id, output))),
        Read<DownloadHouseCoverage>(async (use, _) => await ListRead.CsvAsync(output => use.RunAsync(null, output))),
        Read<DownloadTemplateFollowers>(async (use, at) =>
            (await ListRead.CsvAsync(output => use.RunAsync(at.Template.Id, output))).Contains(at.Apprenticeship.Person.FamilyName, StringComparison.Ordinal), "hers"),
        Read<DownloadWaitingEntries>(async (use, at) =>
            (await ListRead.CsvAsync(output => use.RunAsync(new ListWaitingEntries.Query(), output))).Contains(at.Apprenticeship.Person.FamilyName, StringComparison.Ordinal)),
        Read<DownloadStandings>(async (use, _) => await ListRead.CsvAsync(output => use.RunAsync(new StandingsQuery(), output))),
        Read<DownloadLoad>(async (use, _) => await ListRead.CsvAsync(output => use.RunAsync(output))),
        Read<ShowPortfolio>(async (use, at) => await use.RunAsync(at.Id)),
        Read<ShowPortfolio>(async (use, at) => (await use.RunAsync())?.ApprenticeshipId is { } id ? id == at.Id : null, "one's own"),
        Read<DownloadPortfolio>(async (use, at) => await PortfolioFile.OfAsync(use, at.Id)),
        Read<DownloadPortfolio>(async (use, at) => (await PortfolioFile.OfAsync(use, null)).Data.GetProperty("contract").GetProperty("id").GetGuid() == at.Id, "one's own"),
        Read<DownloadPortfolio>(async (use, at) => (await PortfolioFile.OfAsync(use, at.Id)).Says(Scene.Said), "what was said"),
    ];
}
