using System.ComponentModel.DataAnnotations;
using Apprentices.Domain;
using Apprentices.Features.Setup;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Setup;

public sealed class CountySettingsTests : AppTests
{
    private static readonly DateOnly FirstOfDecember = new(2026, 12, 1);

    [BothDatabases]
    public async Task A_new_setting_leaves_the_one_before_readable_and_in_force_until_its_day()
    {
        var hr = await Given.HrAsync();

        await SetAsync(hr, "03", FirstOfDecember, opens: 6);

        var view = await App.As(hr).RunAsync((SetCountySetting use) => use.ReadAsync("03"));
        Assert.Equal([(FirstOfDecember, 6), (new DateOnly(2024, 1, 1), 8)], view!.Settings.Select(setting => (setting.ValidFrom, setting.RegistrationOpensMonths)));
        var oslo = (await App.As(hr).RunAsync((ListCountySettings use) => use.RunAsync())).Single(row => row.County.Name == "Oslo");
        Assert.Equal((8, 6), (oslo.InForce.RegistrationOpensMonths, oslo.Next?.RegistrationOpensMonths));
    }

    [BothDatabases]
    public async Task Another_from_the_same_day_corrects_it()
    {
        var hr = await Given.HrAsync();
        await SetAsync(hr, "46", FirstOfDecember, opens: 6);

        await SetAsync(hr, "46", FirstOfDecember, opens: 5, source: " Brev 3.5.2026 ");

        var view = await App.As(hr).RunAsync((SetCountySetting use) => use.ReadAsync("46", FirstOfDecember));
        Assert.Equal(2, view!.Settings.Count);
        Assert.Equal((FirstOfDecember, 5, "Brev 3.5.2026"), (view.Input.ValidFrom!.Value, view.Input.OpensMonths!.Value, view.Input.Source));
    }

    [BothDatabases]
    public async Task Somebody_who_corrects_what_was_corrected_meanwhile_is_told_so()
    {
        var hr = await Given.HrAsync();
        await SetAsync(hr, "46", FirstOfDecember, opens: 6);
        var stale = (await App.As(hr).RunAsync((SetCountySetting use) => use.ReadAsync("46", FirstOfDecember)))!.Input;
        await SetAsync(hr, "46", FirstOfDecember, opens: 5);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => App.As(hr).RunAsync((SetCountySetting use) => use.RunAsync("46", stale)));
    }

    [BothDatabases]
    public async Task The_day_registration_opens_follows_the_setting_that_is_in_force_then()
    {
        var hr = await Given.HrAsync();
        await Given.ApprenticeshipAsync(startsOn: new DateOnly(2025, 8, 15), endsOn: new DateOnly(2027, 8, 14));
        await RecountAsync(hr, "03");
        Assert.Equal(new DateOnly(2026, 12, 14), await OpensOnAsync("03"));

        await SetAsync(hr, "03", new DateOnly(2027, 6, 1), opens: 6);
        await RecountAsync(hr, "03");
        Assert.Equal(new DateOnly(2026, 12, 14), await OpensOnAsync("03"));

        await SetAsync(hr, "03", FirstOfDecember, opens: 6);
        await RecountAsync(hr, "03");
        Assert.Equal(new DateOnly(2027, 2, 14), await OpensOnAsync("03"));
    }

    [BothDatabases]
    public async Task Counts_anew_the_contracts_of_the_county_and_no_others()
    {
        var hr = await Given.HrAsync();
        foreach (var county in new[] { "03", "46" })
        {
            await Given.ApprenticeshipAsync(startsOn: new DateOnly(2025, 8, 15), endsOn: new DateOnly(2027, 8, 14), county: county);
            await SetAsync(hr, county, new DateOnly(2026, 1, 1), opens: 5);
        }

        Assert.Equal(1, await App.As(hr).RunAsync((RecountDuties use) => use.CountAsync("03")));
        await RecountAsync(hr, "03");

        Assert.Equal(new DateOnly(2027, 3, 14), await OpensOnAsync("03"));
        Assert.Equal(new DateOnly(2026, 12, 14), await OpensOnAsync("46"));
    }

    [Fact]
    public async Task Says_what_cannot_be()
    {
        var hr = await Given.HrAsync();

        Assert.Equal(RuleTexts.OpensMonthsOutOfRange, (await Assert.ThrowsAsync<RuleException>(() => SetAsync(hr, "03", FirstOfDecember, opens: 2))).Message);
        Assert.Equal(RuleTexts.SicknessWeeksOutOfRange, (await Assert.ThrowsAsync<RuleException>(() => SetAsync(hr, "03", FirstOfDecember, weeks: 53))).Message);
        Assert.Equal(RuleTexts.NoSuchDayOfYear, (await Assert.ThrowsAsync<RuleException>(() => SetAsync(hr, "03", FirstOfDecember, day: 31, month: 4))).Message);

        var input = new SetCountySetting.Input { ValidFrom = FirstOfDecember, OpensMonths = 8, SicknessWeeks = 4, ReportDay = 30, ReportMonth = 2 };
        Assert.Equal(RuleTexts.NoSuchDayOfYear, Assert.Single(input.Validate(new ValidationContext(input))).ErrorMessage);
        Assert.Single(await App.DbAsync(db => db.CountySettings.Where(setting => setting.CountyNumber == "03").ToListAsync()));
    }

    [Fact]
    public async Task Knows_only_the_fifteen_counties_those_with_contracts_first()
    {
        var hr = await Given.HrAsync();

        await Given.ApprenticeshipAsync(county: "55");
        var listed = await App.As(hr).RunAsync((ListCountySettings use) => use.RunAsync());
        Assert.Equal((15, "Troms", "Agder"), (listed.Count, listed[0].County.Name, listed[1].County.Name));
        Assert.Null(await App.As(hr).RunAsync((SetCountySetting use) => use.ReadAsync("30")));
        await Assert.ThrowsAsync<NotThereException>(() => SetAsync(hr, "30", FirstOfDecember));
    }

    private Task SetAsync(Person hr, string county, DateOnly from, int opens = 8, int weeks = 4, int day = 1, int month = 3, string? source = null) =>
        App.As(hr).RunAsync((SetCountySetting use) => use.RunAsync(county, new SetCountySetting.Input
        {
            ValidFrom = from,
            OpensMonths = opens,
            SicknessWeeks = weeks,
            ReportDay = day,
            ReportMonth = month,
            Source = source,
        }));

    private Task<int> RecountAsync(Person hr, string county) => App.As(hr).RunAsync((RecountDuties use) => use.RunAsync(county));

    private Task<DateOnly> OpensOnAsync(string county) => App.DbAsync(db => db.TrackedDuties
        .Where(duty => duty.Kind == DutyKind.RegistrationOpens && duty.Apprenticeship!.CountyNumber == county).Select(duty => duty.DueOn).SingleAsync());
}
