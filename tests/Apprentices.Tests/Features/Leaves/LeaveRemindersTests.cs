using Apprentices.Domain;
using Apprentices.Features.Apprenticeships;
using Apprentices.Tests.Features.Notifications;
using Apprentices.Tests.Support;

namespace Apprentices.Tests.Features.Leaves;

/// <summary>While somebody is away another is told, and nobody learns why.</summary>
public sealed class LeaveRemindersTests : ToldTests
{
    /// <summary>Reminded of a week before, on the day and three days after.</summary>
    private static DateOnly DueOn => TestClock.FirstDay.AddDays(7);

    [BothDatabases]
    public async Task A_leave_with_deputy_sends_the_mail_to_her_who_stands_in_sees_the_record_meanwhile_and_is_told_no_reason()
    {
        await DutyAsync(DutyKind.PlanInPlace, DueOn);
        await LeaveAsync(Siv, DueOn.AddDays(-1), DueOn.AddDays(1), Lise);

        Assert.Equal([Siv.Email], await ToldOnAsync(DueOn.AddDays(-7)));
        Assert.False(await SeesAsync(Lise, DueOn.AddDays(-2)));
        Assert.True(await SeesAsync(Lise, DueOn));
        var mail = Assert.Single(await DayAsync(DueOn));
        Assert.Equal(Lise.Email, mail.To[0]);
        Assert.Contains("Du får denne fordi du er stedfortreder for en som ikke er på jobb i dag.", mail.Text!, StringComparison.Ordinal);
        Assert.All(new[] { "Siv", "Åmot", "fravær", "ferie", "syk", "permisjon" }, word => Assert.DoesNotContain(word, mail.Text + mail.Html + mail.Subject, StringComparison.OrdinalIgnoreCase));
        Assert.False(await SeesAsync(Lise, DueOn.AddDays(2)));
        Assert.Equal([Siv.Email], await ToldOnAsync(DueOn.AddDays(3)));
    }

    [BothDatabases]
    public async Task A_deputy_without_access_is_not_told_but_the_training_manager_and_with_him_away_HR_and_with_nobody_there_she_herself()
    {
        await LeaveAsync(Siv, DueOn, DueOn, Lise, withAccess: false);
        await DutyAsync(DutyKind.PlanInPlace, DueOn);
        Assert.Equal([Tor.Email], await ToldOnAsync(DueOn));
        Assert.False(await SeesAsync(Lise, DueOn));

        await LeaveAsync(Tor, DueOn, DueOn, deputy: null);
        await DutyAsync(DutyKind.PlanInPlace, DueOn, number: 2);
        Assert.Equal([Nina.Email], await ToldOnAsync(DueOn));

        await LeaveAsync(Nina, DueOn, DueOn, deputy: null);
        await DutyAsync(DutyKind.PlanInPlace, DueOn, number: 3);
        Assert.Equal([Siv.Email], await ToldOnAsync(DueOn));
    }

    [BothDatabases]
    public async Task What_waits_for_her_weekly_mail_goes_to_the_deputy_when_she_is_away_and_to_her_again_when_she_is_back_before_that_day()
    {
        var monday = TestClock.FirstDay.AddDays((8 - (int)TestClock.FirstDay.DayOfWeek) % 7);
        await ChooseAsync(Siv, MailRhythm.Weekly);
        await DutyAsync(DutyKind.PlanInPlace, monday.AddDays(7));
        await LeaveAsync(Siv, monday.AddDays(1), monday.AddDays(2), Lise);

        Assert.Empty(await ToldOnAsync(monday));
        Assert.Equal([Lise.Email], await ToldOnAsync(monday.AddDays(1)));
        Assert.Empty(await ToldOnAsync(monday.AddDays(2)));
        Assert.Empty(await ToldOnAsync(monday.AddDays(3)));
        Assert.Equal([Siv.Email], await ToldOnAsync(monday.AddDays(4)));
    }

    private async Task<bool> SeesAsync(Person person, DateOnly day)
    {
        App.Clock.Set(day);
        return await App.As(person).RunAsync((ReadApprenticeship use) => use.RunAsync(Contract.Id)) is not null;
    }
}
