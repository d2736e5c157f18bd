using System.Linq.Expressions;

namespace Apprentices.Domain;

/// <summary>Where a duty stands.</summary>
public enum DutyState
{
    /// <summary>Still to be done.</summary>
    Open,

    /// <summary>Done, with when and by whom.</summary>
    Done,

    /// <summary>Not to be done, for a reason somebody gave.</summary>
    Waived,

    /// <summary>Its last day had passed when the record was entered here: nobody is asked about it.</summary>
    BeforeSystem,
}

/// <summary>
/// One duty of one apprenticeship, or of the employer, as it is followed up: the days by the latest sum, and what became of it.
/// The sum is made anew at each change; what is done or waived keeps its days. Half-yearly talks are
/// <see cref="Evaluation"/>s and are not in here.
/// </summary>
public sealed class TrackedDuty : IVersioned
{
    /// <summary>Whoever was told and has not answered is asked again after so many days. House rule.</summary>
    public const int AnswerDays = 21;

    /// <summary>The longest reason or note, in characters.</summary>
    public const int LongestNote = 1000;

    private TrackedDuty() { }

    /// <summary>A duty of an apprenticeship, as its sum gives it.</summary>
    internal TrackedDuty(Duty duty, DateOnly enteredOn)
    {
        (Kind, Number, Subject) = duty.Key;
        AskedFrom = enteredOn;
        Follow(duty);
    }

    /// <summary>A duty of the employer. Its key makes its id, so that two who make it at once make the same.</summary>
    public static TrackedDuty OfTheEmployer(Duty duty, Guid id)
    {
        var tracked = new TrackedDuty { Id = id, Kind = duty.Kind, Number = duty.Number, Subject = duty.Subject, CountyNumber = duty.CountyNumber };
        tracked.Follow(duty);
        return tracked;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>Whose; empty where it is the employer's own.</summary>
    public Guid? ApprenticeshipId { get; private set; }
    public Apprenticeship? Apprenticeship { get; private set; }

    [NotPersonal]
    public DutyKind Kind { get; private set; }

    /// <summary>The how-manieth of its kind: the year of a report, the attempt of a test.</summary>
    [NotPersonal]
    public int Number { get; private set; }

    /// <summary>The entry, the checklist point or the approval it is about.</summary>
    [NotPersonal]
    public Guid Subject { get; private set; }

    [NotPersonal]
    public string? CountyNumber { get; private set; }

    [NotPersonal]
    public DutyNature Nature { get; private set; }

    [NotPersonal]
    public DutyBasis Basis { get; private set; }

    [NotPersonal]
    public DutyRole Responsible { get; private set; }

    /// <summary>The training office does it; ours is to get its confirmation.</summary>
    [NotPersonal]
    public bool ByOffice { get; private set; }

    /// <summary>The day from which it is asked for: when the record was entered here, or the duty came about in it later.</summary>
    [NotPersonal]
    public DateOnly AskedFrom { get; private set; }

    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly OpensOn { get; private set; }

    /// <summary>The last day by the sum.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly DueOn { get; private set; }

    /// <summary>The last day if the county consents to what it is asked for.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public DateOnly? ProposedDueOn { get; private set; }

    /// <summary>The working day proposed for a meeting.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public DateOnly? MeetOn { get; private set; }

    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DutyState State { get; private set; }

    /// <summary>The day it was done.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly? DoneOn { get; private set; }

    /// <summary>Who said so; empty where the record itself says it.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Guid? DoneById { get; private set; }
    public Person? DoneBy { get; private set; }

    /// <summary>Why it is not to be done.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public string? WaivedReason { get; private set; }

    /// <summary>The day the county or the training office was told.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly? SentOn { get; private set; }

    /// <summary>Who told it.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Guid? SentById { get; private set; }

    /// <summary>The day on which the next step is due: the last day, or once it is sent the day to ask again.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Training, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public DateOnly ActOn { get; private set; }

    [NotPersonal]
    public int Version { get; private set; }

    public DutyKey Key => new(Kind, Number, Subject);

    /// <summary>Whether somebody has something to do about it, ever.</summary>
    public bool IsToDo => Nature != DutyNature.Milestone;

    /// <summary>Kinds that are told somebody and wait for an answer.</summary>
    public static bool IsSent(DutyKind kind) => kind is DutyKind.Notice or DutyKind.RegistrationDeadline or DutyKind.AnnualReport or DutyKind.Accommodation;

    /// <summary>Kinds that are done by entering something in the record: its papers, and the test with its result.</summary>
    public static bool IsEntered(DutyKind kind) =>
        kind is DutyKind.ContractSigned or DutyKind.AgreementSigned or DutyKind.ContractApproved or DutyKind.FinalTest;

    /// <summary>The one definition of "still to be done", in SQL and in memory: nobody has anything to do about a milestone.</summary>
    public static Expression<Func<TrackedDuty, bool>> IsOpen { get; } = duty => duty.State == DutyState.Open && duty.Nature != DutyNature.Milestone;

    /// <summary>The one definition of "overdue on that day", in SQL and in memory.</summary>
    public static Expression<Func<TrackedDuty, bool>> OverdueOn(DateOnly day) =>
        duty => duty.State == DutyState.Open && duty.Nature != DutyNature.Milestone && duty.ActOn < day;

    /// <summary>The one definition of "overdue by law on that day", which alone is red.</summary>
    public static Expression<Func<TrackedDuty, bool>> OverdueByLawOn(DateOnly day) => duty => duty.State == DutyState.Open
        && duty.Nature != DutyNature.Milestone && duty.ActOn < day && duty.Basis == DutyBasis.Law && duty.SentOn == null;

    /// <summary>
    /// Takes over what the latest sum says; what is done or waived keeps its days. A notice of another change than was told is
    /// told anew. What was due before <see cref="AskedFrom"/> is asked of nobody.
    /// </summary>
    public void Follow(Duty duty)
    {
        if (Kind == DutyKind.Notice && State is DutyState.Open or DutyState.Done && duty.OpensOn > OpensOn)
        {
            (State, DoneOn, DoneById, SentOn, SentById) = (DutyState.Open, null, null, null, null);
        }

        if ((State is DutyState.Done or DutyState.Waived && DoneById is not null) || (State == DutyState.Done && DoneOn == duty.SettledOn))
        {
            return;
        }

        (Nature, Basis, Responsible, ByOffice) = (duty.Nature, duty.Basis, duty.Responsible, duty.ByOffice);
        (OpensOn, DueOn, MeetOn, ProposedDueOn) = (duty.OpensOn, duty.DueOn, duty.MeetOn, duty.ProposedDueOn);
        ActOn = SentOn?.AddDays(AnswerDays) ?? DueOn;
        if (duty.SettledOn is { } settled)
        {
            (State, DoneOn) = (DutyState.Done, settled);
        }
        else if (State == DutyState.Done)
        {
            (State, DoneOn) = (DutyState.Open, null);
        }

        if (State is DutyState.Open or DutyState.BeforeSystem)
        {
            State = SentOn is null && DueOn < AskedFrom ? DutyState.BeforeSystem : DutyState.Open;
        }
    }

    /// <summary>Records that the county or the training office was told.</summary>
    /// <exception cref="RuleException">It is no such duty or not open, or the day lies ahead.</exception>
    public void MarkSent(DateOnly on, Guid byId, DateOnly today)
    {
        RequireOpen();
        Rule.Require(IsSent(Kind), RuleTexts.DutyNotSent);
        Rule.Require(on <= today, RuleTexts.DayAhead);

        (State, SentOn, SentById, ActOn) = (DutyState.Open, on, byId, on.AddDays(AnswerDays));
    }

    /// <summary>Records that it was done, or that whoever was told has confirmed it.</summary>
    /// <exception cref="RuleException">It is not open, or the day lies ahead.</exception>
    public void MarkDone(DateOnly on, Guid byId, DateOnly today)
    {
        RequireOpen();
        Rule.Require(on <= today, RuleTexts.DayAhead);
        Rule.Require(SentOn is null || on >= SentOn, RuleTexts.ConfirmedBeforeSent);

        (State, DoneOn, DoneById) = (DutyState.Done, on, byId);
    }

    /// <summary>Decides that it is not to be done, and says why.</summary>
    /// <exception cref="RuleException">It is not open, or the reason is missing or too long.</exception>
    public void Waive(string reason, DateOnly on, Guid byId)
    {
        RequireOpen();
        Rule.Require(!string.IsNullOrWhiteSpace(reason), RuleTexts.ReasonMissing);
        Rule.Require(reason.Length <= LongestNote, RuleTexts.NoteTooLong);

        (State, WaivedReason, DoneOn, DoneById) = (DutyState.Waived, reason.Trim(), on, byId);
    }

    /// <summary>It was marked done or waived by mistake: it is open again. One that is only sent is not sent.</summary>
    /// <exception cref="RuleException">There is nothing to take back, or the record itself says that it is done.</exception>
    public void Reopen()
    {
        if (State == DutyState.Open && SentOn is not null)
        {
            (SentOn, SentById, ActOn) = (null, null, DueOn);
            return;
        }

        Rule.Require(State is DutyState.Done or DutyState.Waived && DoneById is not null, RuleTexts.DutyNotDone);

        (State, DoneOn, DoneById, WaivedReason) = (DutyState.Open, null, null, null);
    }

    /// <summary>Somebody named here was entered twice: it now names the one that is kept.</summary>
    public void MoveTo(Guid goneId, Guid keptId)
    {
        DoneById = DoneById == goneId ? keptId : DoneById;
        SentById = SentById == goneId ? keptId : SentById;
    }

    private void RequireOpen() => Rule.Require(State is DutyState.Open or DutyState.BeforeSystem && Nature != DutyNature.Milestone, RuleTexts.DutyNotOpen);
}
