using System.Globalization;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.CalendarFeed;
using Apprentices.Features.Deadlines;
using Apprentices.Features.EvaluationForms;
using Apprentices.Features.Evaluations;
using Apprentices.Features.Evaluations.BeforeTheSystem;
using Apprentices.Features.Evaluations.Returns;
using Apprentices.Features.Evaluations.Together;
using Apprentices.Features.FinalTests;
using Apprentices.Features.Home;
using Apprentices.Features.Jobs;
using Apprentices.Features.Messages;
using Apprentices.Features.Observations;
using Apprentices.Features.People;
using Apprentices.Features.PlanTemplates;
using Apprentices.Features.ProgressLog;
using Apprentices.Features.ProgressLog.Approvals;
using Apprentices.Features.Reminders;
using Apprentices.Features.Reminders.Rules;
using Apprentices.Features.Setup;
using Apprentices.Features.Standings;
using Apprentices.Tests.Support;

namespace Apprentices.Tests.Features;

/// <summary>What a page of a list asks of the database does not grow with what is in it.</summary>
public sealed class StatementsTests : AppTests
{
    private const int Few = 20;

    /// <summary>Some hundreds in the daily run; MANY_APPRENTICESHIPS says how many for the long one (docs/testing.md).</summary>
    private static readonly int Many = int.TryParse(Environment.GetEnvironmentVariable("MANY_APPRENTICESHIPS"), CultureInfo.InvariantCulture, out var asked) ? asked : 300;

    [BothDatabases]
    public async Task Each_list_takes_as_many_statements_for_many_apprenticeships_as_for_20()
    {
        var (hr, siv, administrator) = (await Given.HrAsync(), await Given.InstructorAsync(), await Given.AdministratorAsync());
        var (first, template) = (new Page(0, 25), await Given.TemplateAsync(publisher: siv));
        var mari = await Given.PersonAsync(Roles.Apprentice);
        await Given.ApprenticeshipAsync(mari, instructor: siv, trainingOffice: "Kontoret");
        var feed = (await App.As(siv).RunAsync((MakeFeedAddress use) => use.RunAsync())).Split('/')[^1][..^".ics".Length];
        Dictionary<string, Func<Task>> lists = new()
        {
            ["a calendar that is fetched"] = () => App.AsNobody().RunAsync((FetchFeed use) => use.RunAsync(feed)),
            ["list"] = () => App.As(hr).RunAsync((ListApprenticeships use) => use.RunAsync(new ListQuery(StandingFilter.NeedsAttention), first)),
            ["search in the list"] = () => App.As(hr).RunAsync((ListApprenticeships use) => use.RunAsync(new ListQuery(Text: "nummer"), first)),
            ["choices"] = () => App.As(hr).RunAsync((ListChoices use) => use.RunAsync()),
            ["overview"] = () => App.As(hr).RunAsync((ShowOverview use) => use.RunAsync()),
            ["trends"] = () => App.As(hr).RunAsync((ShowTrends use) => use.RunAsync()),
            ["file"] = () => ListRead.CsvAsync(output => App.As(hr).RunAsync((DownloadApprenticeships use) => use.RunAsync(new ListQuery(), output))),
            ["talks as a file"] = () => ListRead.ExcelAsync(output => App.As(hr).RunAsync((DownloadTalks use) => use.RunAsync(TalkFilter.All, output))),
            ["people as a file"] = () => ListRead.ExcelAsync(output => App.As(hr).RunAsync((DownloadPeople use) => use.RunAsync(null, output))),
            ["followers as a file"] = () => ListRead.ExcelAsync(output => App.As(hr).RunAsync((DownloadTemplateFollowers use) => use.RunAsync(template.Id, output))),
            ["people"] = () => App.As(hr).RunAsync((ListPeople use) => use.RunAsync(null, first)),
            ["search"] = () => App.As(hr).RunAsync((SearchAnything use) => use.RunAsync("nummer")),
            ["talks"] = () => App.As(hr).RunAsync((ListTalks use) => use.RunAsync(TalkFilter.All, first)),
            ["return control"] = () => App.As(hr).RunAsync((ListTalkReturns use) => use.RunAsync(new ReturnsQuery(), first)),
            ["return control as a file"] = () => ListRead.CsvAsync(output => App.As(hr).RunAsync((DownloadTalkReturns use) => use.RunAsync(new ReturnsQuery(), output))),
            ["talks from before"] = () => App.As(hr).RunAsync((ListTalksFromBefore use) => use.RunAsync(TalksFromBeforeOf.All, 1)),
            ["deadlines"] = () => App.As(hr).RunAsync((ListDeadlines use) => use.RunAsync(new DeadlineQuery(DeadlineFilter.Open), first)),
            ["a supervisor's deadlines"] = () => App.As(siv).RunAsync((ListDeadlines use) => use.RunAsync(new DeadlineQuery(DeadlineFilter.Open), first)),
            ["deadlines as a file"] = () => ListRead.CsvAsync(output => App.As(hr).RunAsync((DownloadDeadlines use) => use.RunAsync(new DeadlineQuery(DeadlineFilter.Open), output))),
            ["choices of deadlines"] = () => App.As(hr).RunAsync((ListDeadlineChoices use) => use.RunAsync()),
            ["a supervisor's home"] = () => App.As(siv).RunAsync((ReadSupervisorHome use) => use.RunAsync()),
            ["what she has done"] = () => App.As(siv).RunAsync((ReadWorkDone use) => use.RunAsync()),
            ["observations she has not written"] = () => App.As(siv).RunAsync((ListMissingObservations use) => use.RunAsync()),
            ["a supervisor's own work"] = () => App.As(siv).RunAsync((ListOwnWork use) => use.RunAsync()),
            ["an apprentice's own log"] = () => App.As(mari).RunAsync((ListLogEntries use) => use.RunAsync()),
            ["what talks agreed that one does"] = () => App.As(siv).RunAsync((ListOwnActions use) => use.RunAsync(ListOwnActions.Which.Waiting)),
            ["inbox"] = () => App.As(siv).RunAsync((ListInbox use) => use.RunAsync(first)),
            ["county settings"] = () => App.As(hr).RunAsync((ListCountySettings use) => use.RunAsync()),
            ["who does what"] = () => App.As(hr).RunAsync((ListOfficeTasks use) => use.RunAsync()),
            ["approvals"] = () => App.As(hr).RunAsync((ListApprovals use) => use.RunAsync()),
            ["checklists"] = () => App.As(hr).RunAsync((ListChecklist use) => use.RunAsync()),
            ["templates"] = () => App.As(hr).RunAsync((ListTemplates use) => use.RunAsync()),
            ["a template and its coverage"] = () => App.As(siv).RunAsync((ShowTemplate use) => use.RunAsync(template.Id)),
            ["a template's followers"] = () => App.As(hr).RunAsync((ListTemplateFollowers use) => use.RunAsync(template.Id, first)),
            ["a supervisor's followers"] = () => App.As(siv).RunAsync((ListTemplateFollowers use) => use.RunAsync(template.Id, first)),
            ["coverage of the house"] = () => App.As(hr).RunAsync((ShowHouseCoverage use) => use.RunAsync(Given.CurriculumCode)),
            ["what waits for approval"] = () => App.As(siv).RunAsync((ListWaitingEntries use) => use.RunAsync(new ListWaitingEntries.Query())),
            ["whose entries wait"] = () => App.As(siv).RunAsync((ListWaitingEntries use) => use.ReadChoicesAsync()),
            ["how the log is kept"] = () => App.As(hr).RunAsync((ListLogSettings use) => use.RunAsync()),
            ["who is behind"] = () => App.As(hr).RunAsync((ListStandings use) => use.RunAsync(new StandingsQuery(), first)),
            ["who is quiet"] = () => App.As(hr).RunAsync((ListStandings use) => use.RunAsync(new StandingsQuery(AttentionFilter.Quiet), first)),
            ["how many are behind"] = () => App.As(hr).RunAsync((CountStandings use) => use.RunAsync(new StandingsQuery())),
            ["supervisors' load"] = () => App.As(hr).RunAsync((ShowLoad use) => use.RunAsync(first)),
            ["talk forms"] = () => App.As(hr).RunAsync((ListTalkForms use) => use.RunAsync()),
            ["figures of talks"] = () => App.As(hr).RunAsync((ReadFormFigures use) => use.RunAsync(new(null, null, null, null, new FigureFilter()))),
            ["tests of the coming year"] = () => App.As(hr).RunAsync((ListTestYear use) => use.RunAsync(new TestYearQuery(), first)),
            ["tests at a stage, in a month"] = () => App.As(hr).RunAsync((ListTestYear use) => use.RunAsync(new TestYearQuery(TestStage.NotRegistered, Month: new(2026, 9, 1)), first)),
            ["tests of the coming year as a file"] = () => ListRead.CsvAsync(output => App.As(hr).RunAsync((DownloadTestYear use) => use.RunAsync(new TestYearQuery(), output))),
            ["how long the tests are"] = () => App.As(hr).RunAsync((ListTestSettings use) => use.RunAsync()),
            ["messages"] = () => App.As(hr).RunAsync((ListMessages use) => use.RunAsync(new MessageQuery(Person: "nummer"), first)),
            ["messages as a file"] = () => ListRead.CsvAsync(output => App.As(hr).RunAsync((DownloadMessages use) => use.RunAsync(new MessageQuery(), output))),
            ["mail"] = () => App.As(administrator).RunAsync((ShowMail use) => use.RunAsync()),
            ["runs of a job"] = () => App.As(administrator).RunAsync((ListJobRuns use) => use.RunAsync("refresh-duties")),
            ["rules of reminders"] = () => App.As(hr).RunAsync((ListReminderRules use) => use.RunAsync()),
            ["words of a reminder"] = () => App.As(hr).RunAsync((SetReminderText use) => use.ReadAsync("Talk", Language.Bokmal)),
            ["jobs"] = () => App.As(administrator).RunAsync((ListJobs use) => use.RunAsync()),
        };

        // Whose record it is, is asked once in some minutes.
        await lists["an apprentice's own log"]();
        await EnterAsync(Few, siv, template);
        var few = await CountAsync(lists);
        await EnterAsync(Many - Few, siv, template);

        Assert.Equal(few, await CountAsync(lists));
        Assert.All(few, list => Assert.InRange(list.Value, 1, 16));
    }

    private async Task<Dictionary<string, int>> CountAsync(Dictionary<string, Func<Task>> lists)
    {
        Dictionary<string, int> counts = [];
        foreach (var (name, list) in lists)
        {
            counts[name] = await App.Sql.CountAsync(list);
        }

        return counts;
    }

    private async Task EnterAsync(int count, Person instructor, PlanTemplate template)
    {
        var curriculum = await Given.CurriculumAsync();
        var workplace = await Given.WorkplaceAsync();
        var today = App.Clock.Today;
        await App.ChangeAsync(db =>
        {
            db.Attach(instructor);
            for (var i = 0; i < count; i++)
            {
                var person = Person.Enter("Test", $"Nummer {i}", $"n{Guid.CreateVersion7():N}@example.no", Language.Bokmal);
                var start = today.AddMonths(-1 - (i % 20));
                var apprenticeship = Apprenticeship.Enter(
                    person,
                    new Apprenticeship.Terms(
                        ContractKind.Apprentice, ContractVariant.Ordinary, null, curriculum.Code, "03", workplace.Id, start, start.AddYears(2).AddDays(-1)),
                    curriculum, today);
                apprenticeship.Assign(instructor, AssignmentRole.Instructor, start);
                apprenticeship.ScheduleDuties(DutyRules.Default);
                apprenticeship.Follow(template, template.Editions[0]);
                db.Add(person);
                db.Add(apprenticeship);
                db.Add(HandedIn.Entry(apprenticeship, today.AddDays(-1), "Byttet en disk.", [apprenticeship.Plan[0]], App.Clock.GetUtcNow(), today));
                db.Add(apprenticeship.Evaluations[^1].Promise(instructor.Id, -30, App.Clock.GetUtcNow()));
                var (invitation, _) = Invitation.Create(person.Id, App.Clock.GetUtcNow(), TimeSpan.FromDays(7));
                db.AddRange(invitation, new InvitationMail(invitation, App.Clock.GetUtcNow()));
            }

            return Task.CompletedTask;
        });
    }
}
