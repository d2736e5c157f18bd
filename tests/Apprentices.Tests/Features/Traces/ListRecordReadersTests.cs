using Apprentices.Domain;
using Apprentices.Features.Traces;
using Apprentices.Tests.Support;

namespace Apprentices.Tests.Features.Traces;

public sealed class ListRecordReadersTests : TraceScene
{
    private const string Why = "Hun har spurt om det.";

    [BothDatabases]
    public async Task With_a_cause_HR_turns_the_pages_of_all_of_them_and_it_counts_as_one_opening()
    {
        await ReadAsync(2 * ListRecordReaders.PageSize);
        App.Clock.Advance(TimeSpan.FromMinutes(1));

        var first = (await OpenAsync(1))!;
        var second = (await OpenAsync(2, turns: true))!;
        var third = (await OpenAsync(3, turns: true))!;
        var again = (await OpenAsync(1, turns: true))!;

        Assert.Equal([101, 101, 101, 101], new[] { first, second, third, again }.Select(view => view.Total));
        Assert.Equal([50, 50, 1], new[] { first, second, third }.Select(view => view.Rows.Count));
        Assert.Equal(101, new[] { first, second, third }.SelectMany(view => view.Rows).DistinctBy(row => row.Id).Count());
        Assert.Equal(first.Rows, again.Rows);
        Assert.Equal((Opened.Readers, Why), (first.Rows[0].What, first.Rows[0].Purpose));
        Assert.All((IEnumerable<ListRecordReaders.Row>)[.. first.Rows.Skip(1), .. second.Rows, .. third.Rows], row => Assert.Equal(Opened.Log, row.What));
    }

    [BothDatabases]
    public async Task A_page_turned_to_after_the_opening_no_longer_counts_is_noted_with_its_cause()
    {
        await OpenAsync(1);
        App.Clock.Advance(TimeSpan.FromMinutes(31));

        Assert.Equal(2, (await OpenAsync(2, turns: true))!.Total);
        Assert.Equal([Why, Why], (await OpenAsync(1, turns: true))!.Rows.Select(row => row.Purpose));
    }

    [BothDatabases]
    public async Task Asked_anew_each_cause_is_noted_and_without_one_no_page_is_shown()
    {
        await OpenAsync(1);
        await OpenAsync(1);

        var without = (await App.As(Hr).RunAsync((ListRecordReaders use) => use.RunAsync(Record.Id, 2, turns: true)))!;
        Assert.Equal((true, 0), (without.NeedsCause, without.Total));
        Assert.Equal(2, (await ReadingsAsync()).Count);
    }

    private Task<ListRecordReaders.View?> OpenAsync(int page, bool turns = false) =>
        App.As(Hr).RunAsync((ListRecordReaders use) => use.RunAsync(Record.Id, page, Why, turns));
}
