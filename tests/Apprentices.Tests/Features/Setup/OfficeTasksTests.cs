using Apprentices.Domain;
using Apprentices.Features.Setup;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Setup;

public sealed class OfficeTasksTests : AppTests
{
    [BothDatabases]
    public async Task What_the_office_no_longer_does_is_ours_and_the_rest_stays_the_offices()
    {
        var hr = await Given.HrAsync();
        await Given.ApprenticeshipAsync(trainingOffice: "OK stat");
        var before = await App.As(hr).RunAsync((ListOfficeTasks use) => use.RunAsync());
        Assert.Equal((1, OfficeTask.Kinds.Count), (before.Contracts, before.Choices.Count));
        before.Choices.Single(choice => choice.Kind == DutyKind.MockTest).ByOffice = false;
        before.Choices.Single(choice => choice.Kind == DutyKind.AnnualReport).ByOffice = true;

        await App.As(hr).RunAsync((SetOfficeTasks use) => use.RunAsync(new SetOfficeTasks.Input { Choices = before.Choices }));
        await App.As(hr).RunAsync((RecountDuties use) => use.RunAsync());

        var byOffice = await App.DbAsync(db => db.TrackedDuties.Where(duty => duty.ByOffice).Select(duty => duty.Kind).Distinct().ToListAsync());
        Assert.DoesNotContain(DutyKind.MockTest, byOffice);
        Assert.Contains(DutyKind.RegistrationDeadline, byOffice);
        Assert.Contains(DutyKind.AnnualReport, byOffice);
    }

    [BothDatabases]
    public async Task Of_two_who_decide_at_once_the_later_is_told_so()
    {
        var hr = await Given.HrAsync();
        var (mine, hers) = (await ReadAsync(hr), await ReadAsync(hr));
        await App.As(hr).RunAsync((SetOfficeTasks use) => use.RunAsync(mine));

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => App.As(hr).RunAsync((SetOfficeTasks use) => use.RunAsync(hers)));
    }

    private async Task<SetOfficeTasks.Input> ReadAsync(Person hr) =>
        new() { Choices = (await App.As(hr).RunAsync((ListOfficeTasks use) => use.RunAsync())).Choices };
}
