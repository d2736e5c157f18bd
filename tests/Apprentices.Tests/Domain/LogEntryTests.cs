using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

/// <summary>How an entry goes from its writer to those who approve it, and what stays of each step.</summary>
public sealed class LogEntryTests
{
    private static readonly DateOnly Today = new(2026, 5, 6);
    private static readonly DateTimeOffset Now = new(2026, 5, 6, 10, 0, 0, TimeSpan.Zero);
    private static readonly LogApprover Instructor = new(Guid.CreateVersion7(), IsTrainingManager: false);
    private static readonly LogApprover Manager = new(Guid.CreateVersion7(), IsTrainingManager: true);
    private readonly Apprenticeship record = Example.Apprenticeship(new(2026, 1, 7), new(2028, 1, 6));

    [Fact]
    public void An_entry_is_handed_in_sent_back_changed_handed_in_again_approved_and_then_locked()
    {
        var entry = Entry();
        Assert.Equal((LogState.Open, false), (entry.State, entry.IsWaiting));
        entry.HandIn(record.PersonId, Now);
        Assert.Equal((LogState.HandedIn, Now), (entry.State, entry.HandedInAt));

        entry.Return(Instructor.PersonId, " Hvorfor? ", Now.AddHours(1));
        Assert.Equal((LogState.Returned, Now.AddHours(1)), (entry.State, entry.DecidedAt));
        entry.Rewrite(record, Today, "Byttet disken fordi den var full.", [record.Plan[0]], Today);
        entry.HandIn(record.PersonId, Now.AddHours(2));
        entry.Approve(Instructor, needsTwo: false, Now.AddHours(3));

        Assert.Equal((LogState.Approved, true), (entry.State, entry.IsLocked));
        Assert.Throws<RuleException>(() => entry.Rewrite(record, Today, "Noe annet.", [record.Plan[0]], Today));
        Assert.Throws<RuleException>(() => entry.HandIn(record.PersonId, Now.AddHours(4)));
        Assert.Throws<RuleException>(() => entry.TakeBack(record.PersonId, Now.AddHours(4)));
        Assert.Throws<RuleException>(() => entry.Return(Instructor.PersonId, "For sent", Now.AddHours(4)));
        Assert.Equal(
            [LogEventKind.HandedIn, LogEventKind.Returned, LogEventKind.HandedIn, LogEventKind.Approved], entry.Events.Select(happened => happened.Kind));
        Assert.Equal(
            ["Byttet disken.", null, "Byttet disken fordi den var full.", null], entry.Events.Select(happened => happened.Content?.Text));
        Assert.Equal("Hvorfor?", entry.Events[1].Comment);
    }

    [Fact]
    public void Where_two_approve_the_training_manager_comes_second_and_hers_alone_is_enough()
    {
        var entry = HandedIn();
        entry.Approve(Instructor, needsTwo: true, Now.AddHours(1));
        Assert.Equal((LogState.ApprovedOnce, true, true), (entry.State, entry.IsWaiting, entry.IsLocked));
        Assert.Throws<RuleException>(() => entry.Approve(Instructor, needsTwo: true, Now.AddHours(2)));
        entry.Approve(Manager, needsTwo: true, Now.AddHours(2));
        Assert.Equal(LogState.Approved, entry.State);

        var other = HandedIn();
        other.Approve(Manager, needsTwo: true, Now.AddHours(1));
        Assert.Equal(LogState.Approved, other.State);
    }

    [Fact]
    public void Ones_own_approval_can_be_undone_at_once_and_later_only_unlocked_with_a_reason()
    {
        var entry = HandedIn();
        entry.Approve(Instructor, needsTwo: true, Now.AddHours(1));
        entry.Approve(Manager, needsTwo: true, Now.AddHours(2));

        Assert.Throws<RuleException>(() => entry.UndoApproval(Instructor.PersonId, Now.AddHours(2)));
        Assert.Throws<RuleException>(() => entry.UndoApproval(Manager.PersonId, Now.AddHours(2) + LogEntry.UndoTime + TimeSpan.FromSeconds(1)));
        entry.UndoApproval(Manager.PersonId, Now.AddHours(2) + LogEntry.UndoTime);
        Assert.Equal(LogState.ApprovedOnce, entry.State);

        Assert.Throws<RuleException>(() => entry.Unlock(Manager.PersonId, " ", Now.AddHours(3)));
        entry.Unlock(Manager.PersonId, "Feil dato.", Now.AddHours(3));
        Assert.Equal((LogState.Returned, "Feil dato."), (entry.State, entry.Events[^1].Comment));
        Assert.Throws<RuleException>(() => entry.Unlock(Manager.PersonId, "En gang til.", Now.AddHours(4)));
    }

    [Fact]
    public void An_entry_can_be_taken_back_until_somebody_has_decided()
    {
        var entry = HandedIn();
        entry.TakeBack(record.PersonId, Now.AddHours(1));
        Assert.Equal((LogState.Open, false), (entry.State, LogEntry.IsShared.Compile()(entry)));
        Assert.Throws<RuleException>(() => entry.Approve(Instructor, needsTwo: false, Now.AddHours(2)));
    }

    [Fact]
    public void What_a_supervisor_has_decided_on_is_not_hidden_by_taking_it_back()
    {
        var entry = HandedIn();
        entry.Approve(Instructor, needsTwo: false, Now.AddHours(1));
        entry.Unlock(Instructor.PersonId, "Feil dato.", Now.AddHours(2));
        entry.HandIn(record.PersonId, Now.AddHours(3));
        entry.TakeBack(record.PersonId, Now.AddHours(4));

        Assert.Equal((LogState.Returned, true), (entry.State, LogEntry.IsShared.Compile()(entry)));
        Assert.Equal(Now.AddHours(2), entry.DecidedAt);
    }

    [Fact]
    public void A_week_is_the_iso_week_of_the_day_and_may_begin_before_the_training_does()
    {
        var week = LogEntry.Write(record, Today, "Uka.", [record.Plan[0]], Now, Today, new LogDetails(IsWeek: true, Reflection: " Lærte mye. ", Minutes: 37 * 60));
        Assert.Equal((new(2026, 5, 4), new(2026, 5, 10), true, "Lærte mye."), (week.WorkedOn, week.WorkedTo, week.IsWeek, week.Reflection));

        var first = LogEntry.MondayOf(record.StartsOn);
        Assert.Equal(first, LogEntry.Write(record, record.StartsOn, "Første uke.", [record.Plan[0]], Now, Today, new LogDetails(IsWeek: true)).WorkedOn);
        Assert.Throws<RuleException>(() => LogEntry.Write(record, Today, "Dag.", [record.Plan[0]], Now, Today, new LogDetails(Minutes: 25 * 60)));
        Assert.Throws<RuleException>(() => LogEntry.Write(record, Today.AddDays(7), "Neste uke.", [record.Plan[0]], Now, Today, new LogDetails(IsWeek: true)));
    }

    [Fact]
    public void A_goal_is_documented_since_the_first_of_the_unbroken_run_of_ratings_that_say_so()
    {
        var goal = record.Plan[0];
        Rate(Level.Masters, 1);
        Rate(Level.NeedsPractice, 3);
        Assert.Null(goal.DocumentedOn);
        Rate(Level.Masters, 5);
        Rate(Level.MastersIndependently, 6);
        Assert.Equal(new(2026, 5, 5), goal.DocumentedOn);

        // Entered afterwards for an earlier day: the run is longer than it was known to be, and then broken later.
        Rate(Level.Masters, 4);
        Assert.Equal(new(2026, 5, 4), goal.DocumentedOn);
        Rate(Level.UnderWay, 5);
        Assert.Equal(new(2026, 5, 6), goal.DocumentedOn);

        void Rate(Level level, int day) => goal.Rate(level, null, new DateOnly(2026, 5, day), Instructor.PersonId, Now.AddMinutes(goal.Ratings.Count), Today);
    }

    private LogEntry Entry() => LogEntry.Write(record, Today, "Byttet disken.", [record.Plan[0]], Now, Today);

    private LogEntry HandedIn()
    {
        var entry = Entry();
        entry.HandIn(record.PersonId, Now);
        return entry;
    }
}
