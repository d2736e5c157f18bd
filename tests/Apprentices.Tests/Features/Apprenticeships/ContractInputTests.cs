using Apprentices.Domain;
using Apprentices.Features.Apprenticeships;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Apprenticeships;

public sealed class ContractInputTests : AppTests
{
    [BothDatabases]
    public async Task What_counts_for_the_length_and_the_grant_is_entered_kept_and_corrected()
    {
        var hr = await Given.HrAsync();
        await Given.CurriculumAsync();
        var id = await App.As(hr).RunAsync((RegisterApprenticeship use) => use.RunAsync(new RegisterApprenticeship.Input
        {
            GivenName = "Øystein",
            FamilyName = "Ås",
            Email = "oystein@example.no",
            Workplace = "Drift",
            CountyNumber = "03",
            CurriculumCode = Support.Given.CurriculumCode,
            StartsOn = App.Clock.Today,
            EndsOn = App.Clock.Today.AddMonths(45).AddDays(-1),
            TrainingOffice = "OK stat",
            CreditMonths = 12,
            PartTimePercent = 80,
            YouthRight = ContractInput.Yes,
            ResidenceCountyNumber = "46",
            MissingSubjects = "Matematikk",
        }));

        var input = (await App.As(hr).RunAsync((CorrectApprenticeship use) => use.ReadAsync(id)))!;
        Assert.Equal(
            ("OK stat", 12, 80, ContractInput.Yes, "46", "Matematikk"),
            (input.TrainingOffice, input.CreditMonths, input.PartTimePercent, input.YouthRight, input.ResidenceCountyNumber, input.MissingSubjects));
        Assert.Equal(input.EndsOn, input.Length!.LastDayFrom(input.StartsOn!.Value));

        (input.TrainingOffice, input.YouthRight, input.CreditMonths) = (" ", null, null);
        await App.As(hr).RunAsync((CorrectApprenticeship use) => use.RunAsync(id, input));

        var record = (await App.As(hr).RunAsync((ReadApprenticeship use) => use.RunAsync(id)))!;
        Assert.Equal((null, null, null), (record.State.Terms.TrainingOffice, record.State.Terms.HasYouthRight, record.State.Terms.CreditMonths));
        Assert.Equal(80, record.State.Terms.PartTimePercent);
        Assert.Equal(input.EndsOn, record.State.Terms.EndsOn);
    }

    [BothDatabases]
    public async Task The_record_names_each_workplace_with_its_days()
    {
        var hr = await Given.HrAsync();
        var contract = await Given.ApprenticeshipAsync(workplace: "Drift");
        var next = await Given.WorkplaceAsync("Brukerstøtte");
        await App.ChangeAsync(async db =>
        {
            var row = await db.Apprenticeships.Include(a => a.Workplaces).Include(a => a.Interruptions).Include(a => a.Plan).Include(a => a.Evaluations).SingleAsync();
            row.Record(new WorkplaceChanged(App.Clock.Today, next.Id), Decider.Employer, App.Clock.Today);
        });

        var places = (await App.As(hr).RunAsync((ReadApprenticeship use) => use.RunAsync(contract.Id)))!.Workplaces;

        Assert.Equal(
            [new("Drift", contract.StartsOn, App.Clock.Today.AddDays(-1)), new ReadApprenticeship.Place("Brukerstøtte", App.Clock.Today, null)], places);
    }

    [Theory]
    [InlineData(-1, 100)]
    [InlineData(12, 0)]
    [InlineData(12, 101)]
    public void No_length_is_said_while_a_number_cannot_be(int credit, int percent) =>
        Assert.Null(new ContractInput { CreditMonths = credit, PartTimePercent = percent }.Length);
}
