using Apprentices.Domain;
using Apprentices.Features.Setup;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Setup;

public sealed class ChecklistTests : AppTests
{
    [BothDatabases]
    public async Task The_points_come_in_order_of_their_days()
    {
        var hr = await Given.HrAsync();
        await KeepAsync(hr, new KeepChecklistPoint.Input { Title = "Nøkkelkort bestilt", Days = 10 });

        var start = (await ListAsync(hr)).Of(ChecklistPhase.Start);

        Assert.Equal(start.Select(point => point.OffsetDays).Order(), start.Select(point => point.OffsetDays));
        Assert.Equal("Nøkkelkort bestilt", start.Single(point => point.OffsetDays == -10).Title.Nb);
    }

    [BothDatabases]
    public async Task A_point_of_one_trade_and_place_is_asked_of_those_there_alone()
    {
        var hr = await Given.HrAsync();
        var there = await Given.ApprenticeshipAsync(workplace: "Arkiv");
        await Given.ApprenticeshipAsync();
        await Given.ApprenticeshipAsync(curriculum: "TEST02-01", workplace: "Arkiv");

        var point = await KeepAsync(hr, new KeepChecklistPoint.Input
        {
            Phase = ChecklistPhase.End,
            Title = "Arkivnøkkel levert",
            Days = 1,
            CurriculumCode = there.CurriculumCode,
            WorkplaceId = there.WorkplaceId,
        });
        await RecountAsync(hr);

        Assert.Equal([there.Id], await AskedOfAsync(point));
    }

    [BothDatabases]
    public async Task A_point_that_is_changed_stays_the_same_one()
    {
        var hr = await Given.HrAsync();
        await Given.ApprenticeshipAsync();
        var id = await KeepAsync(hr, new KeepChecklistPoint.Input { Phase = ChecklistPhase.End, Title = "Samtale", TitleNn = "Samtale om vegen vidare", Days = 5 });
        await RecountAsync(hr);
        var before = await DueOnAsync(id);

        var input = KeepChecklistPoint.Input.From((await ListAsync(hr)).Points.Single(point => point.Id == id));
        (input.Days, input.TitleNn, input.Side) = (2, null, KeepChecklistPoint.Side.After);
        await KeepAsync(hr, input);
        await RecountAsync(hr);

        Assert.Equal(before.AddDays(7), await DueOnAsync(id));
        Assert.Equal(new LocalText("Samtale", "Samtale", "Samtale"), (await ListAsync(hr)).Points.Single(point => point.Id == id).Title);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => KeepAsync(hr, input));
    }

    [BothDatabases]
    public async Task What_was_asked_for_stays_when_its_point_is_retired()
    {
        var hr = await Given.HrAsync();
        var begun = await Given.ApprenticeshipAsync();
        var toCome = await Given.ApprenticeshipAsync(startsOn: App.Clock.Today.AddDays(20), enteredOn: App.Clock.Today);
        var point = await KeepAsync(hr, new KeepChecklistPoint.Input { Title = "Nøkkelkort bestilt", Days = 10 });
        await RecountAsync(hr);
        Assert.Equal(new[] { begun.Id, toCome.Id }.Order(), (await AskedOfAsync(point)).Order());

        await App.As(hr).RunAsync((RetireChecklistPoint use) => use.RunAsync(point));
        await RecountAsync(hr);

        Assert.Equal([begun.Id], await AskedOfAsync(point));
        var list = await ListAsync(hr);
        Assert.DoesNotContain(list.Points, kept => kept.Id == point);
        Assert.Equal(App.Clock.Today, Assert.Single(list.Retired).RetiredOn);
    }

    [Fact]
    public async Task Says_what_cannot_be()
    {
        var hr = await Given.HrAsync();

        Assert.Equal(RuleTexts.TitleMissing, (await Assert.ThrowsAsync<RuleException>(() => KeepAsync(hr, new KeepChecklistPoint.Input { Title = " ", Days = 1 }))).Message);
        Assert.Equal(RuleTexts.OffsetOutOfRange, (await Assert.ThrowsAsync<RuleException>(() => KeepAsync(hr, new KeepChecklistPoint.Input { Title = "For lenge", Days = 366 }))).Message);
    }

    [Theory]
    [InlineData(ChecklistPhase.Start, -7, "7 dager før første dag")]
    [InlineData(ChecklistPhase.Start, 0, "Første dag")]
    [InlineData(ChecklistPhase.Start, 1, "1 dag etter første dag")]
    [InlineData(ChecklistPhase.End, -1, "1 dag før siste dag")]
    [InlineData(ChecklistPhase.End, 0, "Siste dag")]
    [InlineData(ChecklistPhase.End, 14, "14 dager etter siste dag")]
    public void A_day_is_said_in_words(ChecklistPhase phase, int offset, string words) =>
        Assert.Equal(words, SetupWords.When(ChecklistPoint.For(phase, new LocalText("Et punkt", "", ""), offset, DutyRole.Hr)));

    private Task<Guid> KeepAsync(Person hr, KeepChecklistPoint.Input input) => App.As(hr).RunAsync((KeepChecklistPoint use) => use.RunAsync(input));

    private Task<ListChecklist.Result> ListAsync(Person hr) => App.As(hr).RunAsync((ListChecklist use) => use.RunAsync());

    private Task<int> RecountAsync(Person hr) => App.As(hr).RunAsync((RecountDuties use) => use.RunAsync());

    private Task<List<Guid>> AskedOfAsync(Guid point) => App.DbAsync(db =>
        db.TrackedDuties.Where(duty => duty.Subject == point).Select(duty => duty.ApprenticeshipId!.Value).ToListAsync());

    private Task<DateOnly> DueOnAsync(Guid point) => App.DbAsync(db => db.TrackedDuties.Where(duty => duty.Subject == point).Select(duty => duty.DueOn).SingleAsync());
}
