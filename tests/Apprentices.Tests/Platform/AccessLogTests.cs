using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Platform;

public sealed class AccessLogTests : AppTests
{
    [BothDatabases]
    public async Task An_opening_is_noted_with_who_when_what_and_why()
    {
        var (siv, record) = await SceneAsync();

        await NoteAsync(siv, record, Opened.Sensitive, "Skal planlegge vakter");

        var trace = Assert.Single(await TracesAsync());
        Assert.Equal((record.Id, Opened.Sensitive, App.Clock.GetUtcNow()), (trace.ApprenticeshipId, trace.What, trace.At));
        Assert.Equal((record.PersonId, siv.Id), (trace.Subject!.PersonId, trace.Reader.PersonId));
        Assert.Equal("Skal planlegge vakter", trace.Open(Keys));
    }

    [BothDatabases]
    public async Task The_same_thing_counts_once_within_half_an_hour_and_anew_after_it()
    {
        var (siv, record) = await SceneAsync();

        await NoteAsync(siv, record, Opened.Log);
        App.Clock.Advance(TimeSpan.FromMinutes(29));
        await NoteAsync(siv, record, Opened.Log);
        Assert.Single(await TracesAsync());

        await NoteAsync(siv, record, Opened.Plan);
        App.Clock.Advance(TimeSpan.FromMinutes(2));
        await NoteAsync(siv, record, Opened.Log);
        Assert.Equal([Opened.Log, Opened.Plan, Opened.Log], (await TracesAsync()).Select(trace => trace.What));
    }

    [BothDatabases]
    public async Task With_a_purpose_each_opening_is_noted()
    {
        var (siv, record) = await SceneAsync();

        await NoteAsync(siv, record, Opened.Sensitive, "Vaktplan");
        await NoteAsync(siv, record, Opened.Sensitive, "Igjen");

        Assert.Equal(["Vaktplan", "Igjen"], (await TracesAsync()).Select(trace => trace.Open(Keys)));
    }

    [BothDatabases]
    public async Task Ones_own_record_is_nobodys_business_and_one_insert_is_all_another_costs()
    {
        var (siv, record) = await SceneAsync();
        await NoteAsync(await App.DbAsync(db => db.People.SingleAsync(p => p.Id == record.PersonId)), record, Opened.Log);
        Assert.Empty(await TracesAsync());

        await NoteAsync(siv, record, Opened.Log);
        App.Sql.Clear();
        await NoteAsync(siv, record, Opened.Plan);

        Assert.Single(App.Sql.Statements, statement => statement.Contains("INSERT", StringComparison.Ordinal));
        Assert.Equal(2, App.Sql.Statements.Count);
        App.Sql.Clear();
        await NoteAsync(siv, record, Opened.Plan);
        Assert.Empty(App.Sql.Statements);
    }

    [BothDatabases]
    public async Task Many_records_on_one_page_are_noted_once_each_by_one_question_and_one_insert()
    {
        var (siv, mari) = (await Given.InstructorAsync(), await Given.PersonAsync(Roles.Apprentice));
        var (before, now) = (await Given.ApprenticeshipAsync(mari, startsOn: App.Clock.Today.AddYears(-4), instructor: siv), await Given.ApprenticeshipAsync(mari, instructor: siv));
        var (noted, own) = (await Given.ApprenticeshipAsync(instructor: siv), await Given.ApprenticeshipAsync(siv));
        List<Apprenticeship> others = [];
        for (var number = 0; number < 3; number++)
        {
            others.Add(await Given.ApprenticeshipAsync(instructor: siv));
        }

        await NoteAsync(siv, noted, Opened.Log);
        await NoteManyAsync(siv, before, now, noted, own, now);

        var traces = await TracesAsync();
        Assert.Equal(Ids(before, now, noted), traces.Select(trace => trace.ApprenticeshipId).Order());
        Assert.All(traces, trace => Assert.Equal((siv.Id, ""), (trace.Reader.PersonId, trace.Open(Keys))));
        Assert.Equal(2, traces.Where(trace => trace.ApprenticeshipId != noted.Id).Count(trace => trace.Subject!.PersonId == mari.Id && trace.IsAsWritten(Keys)));

        App.Sql.Clear();
        await NoteManyAsync(siv, [before, now, noted, .. others]);
        Assert.Equal(2, App.Sql.Statements.Count);
        Assert.Equal(6, (await TracesAsync()).Count);
    }

    /// <summary>Whoever came before there were traces is not known to them yet.</summary>
    [BothDatabases]
    public async Task Of_two_records_of_one_whom_the_traces_meet_for_the_first_time_she_is_the_same()
    {
        var (siv, mari) = (await Given.InstructorAsync(), await Given.PersonAsync(Roles.Apprentice));
        var (before, now) = (await Given.ApprenticeshipAsync(mari, startsOn: App.Clock.Today.AddYears(-4)), await Given.ApprenticeshipAsync(mari));
        await App.DbAsync(db => db.TracePersons.ExecuteUpdateAsync(row => row.SetProperty(one => one.PersonId, (Guid?)null)));

        await NoteManyAsync(siv, before, now);

        var traces = await TracesAsync();
        Assert.Equal([mari.Id, mari.Id], traces.Select(trace => trace.Subject!.PersonId));
        Assert.Single(traces.Select(trace => trace.SubjectId).Distinct());
        Assert.Single(traces.Select(trace => trace.ReaderId).Distinct());
    }

    private static IEnumerable<Guid> Ids(params Apprenticeship[] records) => records.Select(record => record.Id).Order();

    private TraceKeys Keys => App.Services.GetRequiredService<TraceKeys>();

    private async Task<(Person Siv, Apprenticeship Record)> SceneAsync()
    {
        var siv = await Given.InstructorAsync();
        return (siv, await Given.ApprenticeshipAsync(instructor: siv));
    }

    private async Task NoteAsync(Person reader, Apprenticeship record, Opened what, string? purpose = null)
    {
        await using var scope = App.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AccessLog>().NoteAsync(
            new CurrentUser(reader.Id, reader.Roles, App.Clock.Today), record.Id, what, purpose, cancel: TestContext.Current.CancellationToken);
    }

    private async Task NoteManyAsync(Person reader, params Apprenticeship[] records)
    {
        await using var scope = App.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AccessLog>().NoteManyAsync(
            new CurrentUser(reader.Id, reader.Roles, App.Clock.Today), records.Select(record => record.Id), Opened.Log, TestContext.Current.CancellationToken);
    }

    private Task<List<AccessTrace>> TracesAsync() =>
        App.DbAsync(db => db.AccessTraces.Include(trace => trace.Subject).Include(trace => trace.Reader).OrderBy(trace => trace.At).ThenBy(trace => trace.Id).ToListAsync());
}
