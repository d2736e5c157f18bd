using Apprentices.Domain;
using Apprentices.Features.Setup;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Setup;

public sealed class LogSettingsTests : AppTests
{
    [BothDatabases]
    public async Task What_hr_decides_for_a_trade_holds_there_and_the_usual_elsewhere()
    {
        var hr = await Given.HrAsync();
        await Given.ApprenticeshipAsync();
        await Given.CurriculumAsync("TEST02-01");
        var input = (await ReadAsync(hr))!.Input;
        (input.Rhythm, input.NeedsTwoApprovals) = (LogRhythm.Weekly, true);

        await SetAsync(hr, input);

        var rows = await App.As(hr).RunAsync((ListLogSettings use) => use.RunAsync());
        Assert.Equal((Given.CurriculumCode, new LogRules(LogRhythm.Weekly, IsOff: false, NeedsTwoApprovals: true), false, 1), (rows[0].CurriculumCode, rows[0].Rules, rows[0].IsUsual, rows[0].Contracts));
        Assert.All(rows.Skip(1), row => Assert.Equal((LogSetting.Usual, true, 0), (row.Rules, row.IsUsual, row.Contracts)));
        Assert.Equal((LogRhythm.Weekly, 1), ((await ReadAsync(hr))!.Input.Rhythm, (await ReadAsync(hr))!.Contracts));
    }

    [BothDatabases]
    public async Task Of_two_who_decide_at_once_the_later_is_told_so()
    {
        var hr = await Given.HrAsync();
        await Given.CurriculumAsync();
        var (mine, hers) = ((await ReadAsync(hr))!.Input, (await ReadAsync(hr))!.Input);
        await SetAsync(hr, mine);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => SetAsync(hr, hers));
        var (again, late) = ((await ReadAsync(hr))!.Input, (await ReadAsync(hr))!.Input);
        again.IsOff = true;
        await SetAsync(hr, again);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => SetAsync(hr, late));
        Assert.True((await ReadAsync(hr))!.Input.IsOff);
    }

    [BothDatabases]
    public async Task There_is_no_rule_for_a_trade_that_is_not_there()
    {
        var hr = await Given.HrAsync();

        Assert.Null(await App.As(hr).RunAsync((SetLogSetting use) => use.ReadAsync("NIX01-01")));
        await Assert.ThrowsAsync<NotThereException>(() => App.As(hr).RunAsync((SetLogSetting use) => use.RunAsync("NIX01-01", new SetLogSetting.Input())));
    }

    private Task<SetLogSetting.View?> ReadAsync(Person hr) => App.As(hr).RunAsync((SetLogSetting use) => use.ReadAsync(Given.CurriculumCode));

    private Task SetAsync(Person hr, SetLogSetting.Input input) => App.As(hr).RunAsync((SetLogSetting use) => use.RunAsync(Given.CurriculumCode, input));
}
