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

    private Task<List<AccessTrace>> TracesAsync() =>
        App.DbAsync(db => db.AccessTraces.Include(trace => trace.Subject).Include(trace => trace.Reader).OrderBy(trace => trace.At).ThenBy(trace => trace.Id).ToListAsync());
}
