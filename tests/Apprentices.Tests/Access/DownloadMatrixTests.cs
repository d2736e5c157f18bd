using System.Net;
using System.Reflection;
using Apprentices.Domain;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.Deadlines;
using Apprentices.Features.EvaluationForms;
using Apprentices.Features.Evaluations;
using Apprentices.Features.Evaluations.Meeting;
using Apprentices.Features.Evaluations.Returns;
using Apprentices.Features.Evaluations.Signing;
using Apprentices.Features.FinalTests;
using Apprentices.Features.Messages;
using Apprentices.Features.Money;
using Apprentices.Features.People;
using Apprentices.Features.Placements;
using Apprentices.Features.PlanTemplates;
using Apprentices.Features.Portfolio;
using Apprentices.Features.ProgressLog;
using Apprentices.Features.ProgressLog.Approvals;
using Apprentices.Features.ProgressLog.Files;
using Apprentices.Features.Reminders;
using Apprentices.Features.Standings;
using Apprentices.Features.TrainingPlans;
using Apprentices.Platform;
using Apprentices.Shared;
using Apprentices.Tests.Guards;
using Apprentices.Tests.Support;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Access;

/// <summary>Every file over HTTP from every seat, by its cookie: it comes where the table of the matrix says, and is else not there.</summary>
public sealed class DownloadMatrixTests(ITestOutputHelper output) : AppTests
{
    /// <summary>Every address that answers with a file, without the ending of a list; where to ask, and the line of the table.</summary>
    private static readonly IReadOnlyDictionary<string, (Func<Scene, string> Address, string Way)> Files = new Dictionary<string, (Func<Scene, string>, string)>
    {
        [EvaluationLinks.Talks] = List(EvaluationLinks.Talks, nameof(DownloadTalks)),
        [TalkReturnLinks.Returns] = List(TalkReturnLinks.Returns, nameof(DownloadTalkReturns)),
        [EvaluationLinks.CalendarPattern] = (at => $"{EvaluationLinks.Talk(at.Planned.Id)}/calendar.ics", nameof(DownloadTalkCalendar)),
        [SigningLinks.DocumentRoute] = (at => $"{EvaluationLinks.Talk(at.Signed.Id)}/document", nameof(DownloadTalkDocument)),
        [$"{SigningLinks.DocumentRoute}.html"] = (at => $"{EvaluationLinks.Talk(at.Signed.Id)}/document.html", nameof(DownloadTalkDocument)),
        [$"{SigningLinks.DocumentRoute}.json"] = (at => $"{EvaluationLinks.Talk(at.Signed.Id)}/document.json", nameof(DownloadTalkDocument)),
        [SigningLinks.SealedRoute] = (at => $"{EvaluationLinks.Talk(at.Signed.Id)}/sealed-0.json", $"{nameof(DownloadTalkDocument)}: what is hashed"),
        [PlacementLinks.Route] = Hers(ApprenticeshipLinks.Placements, nameof(DownloadPlacements)),
        [MoneyLinks.Route] = Hers(ApprenticeshipLinks.Money, nameof(DownloadMoney)),
        [MoneyLinks.Grants] = List(MoneyLinks.Grants, nameof(DownloadGrants)),
        [DeadlineLinks.List] = List(DeadlineLinks.List, nameof(DownloadDeadlines)),
        [ReminderLinks.Ahead] = List(ReminderLinks.Ahead, nameof(DownloadForeseen)),
        [PeopleLinks.List] = List(PeopleLinks.List, nameof(DownloadPeople)),
        [MessageLinks.Messages] = List(MessageLinks.Messages, nameof(DownloadMessages)),
        [StandingsLinks.Behind] = List(StandingsLinks.Behind, nameof(DownloadStandings)),
        [StandingsLinks.Load] = List(StandingsLinks.Load, nameof(DownloadLoad)),
        [TrainingPlanLinks.Route] = Hers(ApprenticeshipLinks.Plan, nameof(DownloadPlan)),
        [FileLinks.FileRoute] = (at => $"/files/{at.LogFile.Id}", $"{nameof(DownloadAttachment)}: of an entry"),
        [FileLinks.ThumbnailRoute] = (at => $"/files/{at.LogFile.Id}/small", $"{nameof(DownloadAttachment)}: the small one"),
        [ProgressLogLinks.Route] = Hers(ApprenticeshipLinks.Log, nameof(DownloadLog)),
        [ProgressLogLinks.Approvals] = List(ProgressLogLinks.Approvals, nameof(DownloadWaitingEntries)),
        [ProgressLogLinks.Package] = (at => $"/log/entries/{at.LogEntry.Id}/package", nameof(DownloadLogEntry)),
        [FinalTestLinks.Year] = List(FinalTestLinks.Year, nameof(DownloadTestYear)),
        [ApprenticeshipLinks.List] = List(ApprenticeshipLinks.List, nameof(DownloadApprenticeships)),
        [PlanTemplateLinks.HouseCoverage] = List(PlanTemplateLinks.HouseCoverage, nameof(DownloadHouseCoverage)),
        [PlanTemplateLinks.CoverageRoute] = (at => ListFormat.Csv.In(PlanTemplateLinks.Coverage(at.Template.Id)), nameof(DownloadTemplateCoverage)),
        [PlanTemplateLinks.FollowersRoute] = (at => ListFormat.Csv.In(PlanTemplateLinks.Followers(at.Template.Id)), $"{nameof(DownloadTemplateFollowers)}: hers"),
        [PortfolioLinks.FileRoute] = (at => $"{ApprenticeshipLinks.Record(at.Id)}/portfolio.zip", nameof(DownloadPortfolio)),
        [PortfolioLinks.OwnFile] = (_ => PortfolioLinks.OwnFile, $"{nameof(DownloadPortfolio)}: one's own"),
        [EvaluationFormLinks.Figures] = List(EvaluationFormLinks.Figures, nameof(DownloadFormFigures)),
    };

    /// <summary>The same document printed, by a program of its own: what it shows is asked for by the same use case.</summary>
    private static readonly string[] Printed = [$"{SigningLinks.DocumentRoute}.pdf"];

    protected override bool ProgramOfItsOwn => true;

    private IEnumerable<string> Routes => App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
        .Where(endpoint => endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters().Any(parameter => UseCases.All.Contains(parameter.ParameterType)) == true)
        .Select(endpoint => endpoint.RoutePattern.RawText!).Where(route => !route.StartsWith(ApiEndpoints.Root, StringComparison.Ordinal))
        .Select(route => ListFormats.All.Select(format => format.Ending()).FirstOrDefault(end => route.EndsWith(end, StringComparison.Ordinal)) is { } ending ? route[..^ending.Length] : route)
        .Distinct(StringComparer.Ordinal);

    [Fact]
    public void Every_address_of_a_file_is_asked() =>
        Assert.Equal(Files.Keys.Concat(Printed).Order(StringComparer.Ordinal), Routes.Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_file_comes_where_the_table_says_and_is_else_not_there()
    {
        using var scene = await Scene.SetAsync(App);
        await App.ChangeAsync(async db => (await db.Evaluations.SingleAsync(talk => talk.Id == scene.Planned.Id))
            .Agree(new Evaluation.Meeting(App.Clock.Today.AddDays(2), null, 60, null, null), null, null, App.Clock.GetUtcNow()));
        List<string> wrong = [];
        foreach (var seat in Enum.GetValues<Seat>())
        {
            using var client = App.ClientOf(scene[seat]);
            foreach (var (address, way) in Files.Values)
            {
                using var answer = await client.GetAsync(address(scene), TestContext.Current.CancellationToken);
                var expected = seat is Seat.Nobody or Seat.Deactivated ? HttpStatusCode.Redirect
                    : AccessTable.Expected[way][seat] is Answer.Yes or Answer.Nothing ? HttpStatusCode.OK : HttpStatusCode.NotFound;
                if (answer.StatusCode != expected)
                {
                    wrong.Add($"{address(scene)}, {seat}: {(int)answer.StatusCode}, where the table says {(int)expected}");
                }
            }
        }

        output.WriteLine($"{Files.Count * Enum.GetValues<Seat>().Length} cells: {Files.Count} files from {Enum.GetValues<Seat>().Length} seats.");
        Found.Nothing(wrong);
    }

    private static (Func<Scene, string> Address, string Way) List(string address, string way) => (_ => ListFormat.Csv.In(address), way);

    private static (Func<Scene, string> Address, string Way) Hers(Func<Guid, string> address, string way) => (at => ListFormat.Csv.In(address(at.Id)), way);
}
