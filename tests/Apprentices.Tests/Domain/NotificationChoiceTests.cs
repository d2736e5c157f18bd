using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

/// <summary>When the mail comes by what somebody has chosen.</summary>
public sealed class NotificationChoiceTests
{
    /// <summary>A Monday in a week of working days, long before any holiday.</summary>
    private static readonly DateOnly Monday = new(2026, 9, 14);

    [Theory]
    [InlineData(0, 3, 0)]
    [InlineData(0, 4, 0)]
    [InlineData(0, 5, 4)]
    [InlineData(4, 5, 4)]
    public void What_ends_with_its_day_is_told_before_it_whichever_day_is_chosen(int promised, int due, int told) =>
        Assert.Equal(Monday.AddDays(told), Weekly(DayOfWeek.Friday).MailOn(Monday.AddDays(promised), Monday.AddDays(due), isLawBound: false, endsWithTheDay: true));

    [Fact]
    public void Who_has_chosen_nothing_gets_a_mail_the_same_day()
    {
        var choice = new NotificationChoice(Guid.CreateVersion7());

        Assert.Equal(Monday, choice.MailOn(Monday, Monday.AddDays(30), isLawBound: false));
        Assert.False(choice.IsQuietAt(new TimeOnly(3, 0)));
    }

    [Theory]
    [InlineData(0, 4)]
    [InlineData(3, 4)]
    [InlineData(4, 4)]
    [InlineData(7, 11)]
    public void A_weekly_reader_gets_it_on_the_next_of_her_days(int promised, int told) =>
        Assert.Equal(Monday.AddDays(told), Weekly(DayOfWeek.Friday).MailOn(Monday.AddDays(promised), Monday.AddDays(60), isLawBound: false));

    [Theory]
    [InlineData(2, true, 0)]
    [InlineData(3, true, 0)]
    [InlineData(4, true, 4)]
    [InlineData(30, true, 4)]
    [InlineData(-1, true, 4)]
    [InlineData(2, false, 4)]
    public void What_the_law_binds_does_not_wait_beyond_the_day_it_is_due(int due, bool isLawBound, int told) =>
        Assert.Equal(Monday.AddDays(told), Weekly(DayOfWeek.Friday).MailOn(Monday, Monday.AddDays(due), isLawBound));

    [Fact]
    public void On_a_public_holiday_it_comes_on_the_next_working_day_and_what_the_law_binds_does_not_wait_for_that()
    {
        // Christmas Day of 2026 and New Year's Day of 2027 are Fridays; Good Friday of 2027 is 26 March, and Easter Monday the 29th.
        Assert.Equal(new DateOnly(2027, 1, 4), Weekly(DayOfWeek.Friday).MailOn(new DateOnly(2026, 12, 29), new DateOnly(2027, 2, 1), isLawBound: true));
        Assert.Equal(new DateOnly(2026, 12, 28), Weekly(DayOfWeek.Friday).MailOn(new DateOnly(2026, 12, 28), new DateOnly(2027, 2, 1), isLawBound: false));
        Assert.Equal(new DateOnly(2027, 1, 4), Weekly(DayOfWeek.Friday).MailOn(new DateOnly(2027, 1, 4), new DateOnly(2027, 2, 1), isLawBound: false));
        Assert.Equal(new DateOnly(2027, 1, 4), Weekly(DayOfWeek.Friday).MailOn(new DateOnly(2027, 1, 3), new DateOnly(2027, 2, 1), isLawBound: false));
        Assert.Equal(new DateOnly(2027, 1, 8), Weekly(DayOfWeek.Friday).MailOn(new DateOnly(2027, 1, 5), new DateOnly(2027, 2, 1), isLawBound: false));
        Assert.Equal(new DateOnly(2027, 3, 30), Weekly(DayOfWeek.Friday).MailOn(new DateOnly(2027, 3, 22), new DateOnly(2027, 5, 1), isLawBound: false));
        Assert.Equal(new DateOnly(2027, 3, 22), Weekly(DayOfWeek.Friday).MailOn(new DateOnly(2027, 3, 22), new DateOnly(2027, 3, 29), isLawBound: true));
    }

    [Fact]
    public void In_the_inbox_alone_stands_the_houses_own_and_what_the_law_binds_comes_by_mail()
    {
        var daily = Chosen(MailRhythm.Daily, inboxOnly: true);
        var weekly = Chosen(MailRhythm.Weekly, DayOfWeek.Friday, inboxOnly: true);

        Assert.Null(daily.MailOn(Monday, Monday, isLawBound: false));
        Assert.Equal(Monday, daily.MailOn(Monday, Monday, isLawBound: true));
        Assert.Null(weekly.MailOn(Monday, Monday, isLawBound: false));
        Assert.Equal(Monday.AddDays(4), weekly.MailOn(Monday, Monday.AddDays(9), isLawBound: true));
    }

    [Theory]
    [InlineData("16:00", "07:30", "07:29", true)]
    [InlineData("16:00", "07:30", "07:30", false)]
    [InlineData("16:00", "07:30", "15:59", false)]
    [InlineData("16:00", "07:30", "16:00", true)]
    [InlineData("16:00", "07:30", "00:00", true)]
    [InlineData("08:00", "12:00", "08:00", true)]
    [InlineData("08:00", "12:00", "12:00", false)]
    [InlineData("08:00", "12:00", "07:00", false)]
    public void Quiet_it_is_from_the_one_hour_up_to_the_other_over_midnight_too(string from, string to, string at, bool isQuiet) =>
        Assert.Equal(isQuiet, Chosen(quietFrom: Time(from), quietTo: Time(to)).IsQuietAt(Time(at)!.Value));

    [Fact]
    public void Hours_that_leave_no_time_for_a_mail_half_of_them_and_a_day_without_mail_are_refused()
    {
        Assert.Throws<RuleException>(() => Chosen(quietFrom: Time("07:00"), quietTo: Time("20:01")));
        Assert.Throws<RuleException>(() => Chosen(quietFrom: Time("20:30"), quietTo: Time("20:10")));
        Assert.Throws<RuleException>(() => Chosen(quietFrom: Time("07:00")));
        Assert.Throws<RuleException>(() => Chosen(quietTo: Time("07:00")));
        Assert.Throws<RuleException>(() => Chosen(quietFrom: Time("07:00"), quietTo: Time("07:00")));
        Assert.Throws<RuleException>(() => Weekly(DayOfWeek.Saturday));
        Assert.Throws<RuleException>(() => Weekly(DayOfWeek.Sunday));

        Assert.False(Chosen(quietFrom: Time("07:00"), quietTo: Time("20:00")).IsQuietAt(new TimeOnly(20, 0)));
        var choice = Chosen(quietFrom: Time("16:00"), quietTo: Time("07:00"));
        choice.Set(MailRhythm.Daily, DayOfWeek.Monday, inboxOnly: false, null, null);
        Assert.Null(choice.QuietFrom);
    }

    private static TimeOnly? Time(string text) => TimeOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static NotificationChoice Weekly(DayOfWeek on) => Chosen(MailRhythm.Weekly, on);

    private static NotificationChoice Chosen(
        MailRhythm rhythm = MailRhythm.Daily, DayOfWeek on = DayOfWeek.Monday, bool inboxOnly = false, TimeOnly? quietFrom = null, TimeOnly? quietTo = null)
    {
        var choice = new NotificationChoice(Guid.CreateVersion7());
        choice.Set(rhythm, on, inboxOnly, quietFrom, quietTo);
        return choice;
    }
}
