using System.Reflection;
using Apprentices.Features.Account;
using Apprentices.Features.Api;
using Apprentices.Features.Curricula;
using Apprentices.Features.Deadlines;
using Apprentices.Features.Drafts;
using Apprentices.Features.EvaluationForms;
using Apprentices.Features.Evaluations.Meeting;
using Apprentices.Features.Evaluations.Signing;
using Apprentices.Features.Jobs;
using Apprentices.Features.People;
using Apprentices.Features.ProgressLog.Files;
using Apprentices.Features.Reminders;
using Apprentices.Features.Roster;
using Apprentices.Features.Samples;
using Apprentices.Features.Setup;
using Apprentices.Features.Traces;
using Apprentices.Platform;
using Apprentices.Tests.Guards;
using Apprentices.Tests.Support;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Access;

/// <summary>
/// Who may do and see what: every use case from every seat, against <see cref="AccessTable"/>. Where two checks say the same, no
/// seat can tell that one of them is gone, so the checks themselves stand against <see cref="AccessChecks"/>.
/// </summary>
public sealed class AccessMatrixTests(ITestOutputHelper output) : AppTests
{
    /// <summary>Use cases that nobody asks for, with what starts them. No page and no endpoint may reach them.</summary>
    private static readonly IReadOnlyDictionary<Type, string> Unattended = new Dictionary<Type, string>
    {
        [typeof(CreateInstallation)] = "the first start",
        [typeof(LoadShippedCurricula)] = "the start",
        [typeof(LoadShippedForms)] = "the start",
        [typeof(LoadShippedRules)] = "the start",
        [typeof(TellRecords)] = "the start",
        [typeof(AddSampleData)] = "the first start of a demo",
        [typeof(ImportCurriculumCommand)] = "a command",
        [typeof(ImportRosterCommand)] = "a command",
        [typeof(CreateTokenCommand)] = "a command",
        [typeof(SeedCommand)] = "a command",
        [typeof(SeedDatabase)] = "a command",
        [typeof(SimulateRemindersCommand)] = "a command",
        [typeof(VerifyCommand)] = "a command",
        [typeof(VerifyTraces)] = "a command",
        [typeof(ExportTraces)] = "a command",
        [typeof(ErasePersonTraces)] = "a command",
        [typeof(MoveTalkOpenings)] = "the start",
        [typeof(SealTraces)] = "a job",
        [typeof(SendTraceAnchors)] = "a job",
        [typeof(ForgetTraces)] = "a job",
        [typeof(RefreshDuties)] = "a job",
        [typeof(QueueReminders)] = "a job",
        [typeof(SendQueuedReminders)] = "a job",
        [typeof(SendTalkMails)] = "a job",
        [typeof(PurgeDrafts)] = "a job",
        [typeof(RefreshStatistics)] = "a job",
        [typeof(PurgeDraftFiles)] = "a job",
        [typeof(PurgeJobRuns)] = "a job",
        [typeof(SendInvitations)] = "a job",
        [typeof(PurgeSessions)] = "a job",
        [typeof(SignInWithProvider)] = "an answer of the identity provider",
        [typeof(EndAccountSessions)] = "a sign-out of the identity provider",
        [typeof(EndProviderSession)] = "a sign-out of the identity provider",
    };

    protected override bool ProgramOfItsOwn => true;

    [Fact]
    public async Task Everybody_gets_what_the_table_says_and_nothing_else()
    {
        using var scene = await Scene.SetAsync(App);
        List<string> wrong = [.. AccessChecks.Missing()];
        foreach (var way in AccessWays.All)
        {
            List<Answer> unsaid = [];
            foreach (var seat in Enum.GetValues<Seat>())
            {
                var answer = await way.AskAsync(scene, seat);
                var expected = AccessTable.Expected[way.Name][seat];
                if (expected == Answer.Unsaid)
                {
                    unsaid.Add(answer);
                }
                else if (answer != expected)
                {
                    wrong.Add($"{way.Name}, {seat}: {answer}, where the table says {expected}");
                }
            }

            if (unsaid.Count > 0)
            {
                wrong.Add($"AccessTable.Units*.cs lacks, if it is right:  {AccessTable.Line(way.Name, unsaid)}");
            }
        }

        output.WriteLine($"{AccessWays.All.Count * Enum.GetValues<Seat>().Length} cells: {AccessWays.All.Count} ways from {Enum.GetValues<Seat>().Length} seats.");
        Found.Nothing(wrong);
    }

    [Fact]
    public void Every_use_case_is_in_the_table_or_named_as_unattended() => Assert.Equal(
        UseCases.All.Select(useCase => useCase.Name).Order(StringComparer.Ordinal),
        AccessWays.All.Select(way => way.UseCase).Concat(Unattended.Keys).Select(useCase => useCase.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_line_of_the_table_is_a_way_to_use_one() => Assert.Equal(
        AccessTable.Expected.Keys.Order(StringComparer.Ordinal), AccessWays.All.Select(way => way.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void What_nobody_asks_for_is_out_of_reach_of_pages_and_endpoints()
    {
        var injected = typeof(Program).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(ComponentBase)))
            .SelectMany(component => component.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Where(property => property.IsDefined(typeof(InjectAttribute)))
                .Select(property => (By: component.Name, Type: property.PropertyType)));
        var taken = App.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints)
            .Select(endpoint => (endpoint.DisplayName, Handler: endpoint.Metadata.GetMetadata<MethodInfo>()))
            .SelectMany(endpoint => endpoint.Handler?.GetParameters().Select(parameter => (By: endpoint.DisplayName!, Type: parameter.ParameterType)) ?? []);

        Found.Nothing(injected.Concat(taken).Where(use => Unattended.ContainsKey(use.Type)).Select(use => $"{use.By} reaches {use.Type.Name}"));
    }
}
