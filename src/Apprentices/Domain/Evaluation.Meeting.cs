namespace Apprentices.Domain;

/// <content>When and where people meet for it.</content>
public sealed partial class Evaluation
{
    /// <summary>The longest place or link, in characters.</summary>
    public const int LongestPlace = 300;

    /// <summary>The longest point for the agenda, in characters.</summary>
    public const int LongestAgenda = 4000;

    /// <summary>How long a talk is where nobody has said otherwise, in minutes. House rule.</summary>
    public const int UsualMinutes = 60;

    private readonly List<TalkParticipant> participants = [];
    private readonly List<TalkMove> moves = [];

    /// <summary>The entry or the assignment it is held because of; empty where there is none.</summary>
    [NotPersonal]
    public Guid Subject { get; private set; }

    /// <summary>The time of day it begins, in the office's zone; empty: not agreed.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public TimeOnly? StartsAt { get; private set; }

    [NotPersonal]
    public int Minutes { get; private set; } = UsualMinutes;

    [Personal(PersonalCategory.Employment, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public string? Place { get; private set; }

    /// <summary>The address of a video meeting.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public string? VideoLink { get; private set; }

    /// <summary>What is to be spoken of beside what plan and actions give. Confidential as the talk itself.</summary>
    [Personal(PersonalCategory.TalkContent, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public string? Agenda { get; private set; }

    /// <summary>How often what the calendars show has changed: the SEQUENCE of its invitations (RFC 5545), which only grows.</summary>
    [NotPersonal]
    public int CalendarSequence { get; private set; }

    /// <summary>Who is invited, beside whoever joins by her role.</summary>
    public IReadOnlyList<TalkParticipant> Participants => participants;

    /// <summary>How its day came about: agreed, moved, cancelled.</summary>
    public IReadOnlyList<TalkMove> Moves => moves;

    /// <summary>What people agree about a meeting.</summary>
    public sealed record Meeting(DateOnly On, TimeOnly? At, int Minutes, string? Place, string? VideoLink);

    /// <summary>Kinds whose last day is the day that is agreed: nothing else sets one.</summary>
    private bool FollowsTheMeeting => Kind is EvaluationKind.Extra or EvaluationKind.Closing;

    /// <summary>Agrees on the day and place, or moves it; a move needs a reason. What is agreed already changes nothing.</summary>
    /// <exception cref="RuleException">It is begun or held, the day lies before its window, or the reason is missing.</exception>
    public void Agree(Meeting meeting, string? reason, Guid? byId, DateTimeOffset at)
    {
        Rule.Require(State == EvaluationState.Planned && BegunAt is null, RuleTexts.EvaluationNotPlanned);
        Rule.Require(meeting.On >= WindowStartsOn || FollowsTheMeeting, RuleTexts.BeforeTheWindow);
        Rule.Require(meeting.Minutes is >= 5 and <= 600, RuleTexts.MinutesOutOfRange);
        Rule.Require((meeting.Place?.Length ?? 0) <= LongestPlace && (meeting.VideoLink?.Length ?? 0) <= LongestPlace, RuleTexts.PlaceTooLong);
        Rule.Require(meeting.VideoLink is not { Length: > 0 } link || (Uri.TryCreate(link.Trim(), UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps), RuleTexts.LinkNotHttps);
        var isMoved = PlannedOn is not null && (PlannedOn != meeting.On || StartsAt != meeting.At);
        Rule.Require(!isMoved || !string.IsNullOrWhiteSpace(reason), RuleTexts.ReasonMissing);

        if (PlannedOn is null || isMoved)
        {
            moves.Add(new TalkMove(PlannedOn, StartsAt, meeting.On, meeting.At, Given(reason), byId, at));
        }

        var agreed = (meeting.On, meeting.At, meeting.Minutes, Given(meeting.Place), Given(meeting.VideoLink));
        if (agreed == (PlannedOn, StartsAt, Minutes, Place, VideoLink))
        {
            return;
        }

        (PlannedOn, StartsAt, Minutes, Place, VideoLink) = agreed;
        (WindowStartsOn, DueOn) = FollowsTheMeeting ? (meeting.On < WindowStartsOn ? meeting.On : WindowStartsOn, meeting.On) : (WindowStartsOn, DueOn);
        CalendarSequence++;
    }

    /// <summary>Calls the meeting off. A talk the law demands is still to be held; another one is not. Why, stands with the moves alone.</summary>
    /// <exception cref="RuleException">Nothing is agreed, or the reason is missing.</exception>
    public void CallOff(string reason, Guid? byId, DateTimeOffset at)
    {
        Rule.Require(State == EvaluationState.Planned && BegunAt is null && PlannedOn is not null, RuleTexts.NothingAgreed);
        Rule.Require(!string.IsNullOrWhiteSpace(reason), RuleTexts.ReasonMissing);

        moves.Add(new TalkMove(PlannedOn, StartsAt, null, null, Given(reason), byId, at));
        (PlannedOn, StartsAt) = (null, null);
        CalendarSequence++;
        if (Kind != EvaluationKind.HalfYear)
        {
            State = EvaluationState.Waived;
        }
    }

    /// <summary>Others have its roles now, or its day fell away with the contract's: calendars are told anew.</summary>
    public void TellCalendars() => CalendarSequence++;

    /// <summary>Says what else is to be spoken of.</summary>
    /// <exception cref="RuleException">It is held, or the text is too long.</exception>
    public void SetAgenda(string? agenda)
    {
        Rule.Require(State == EvaluationState.Planned, RuleTexts.EvaluationNotPlanned);
        Rule.Require((agenda?.Length ?? 0) <= LongestAgenda, RuleTexts.NoteTooLong);
        Agenda = Given(agenda);
    }

    /// <summary>Invites those, and nobody else beside whoever joins by her role.</summary>
    /// <exception cref="RuleException">It is held.</exception>
    public void Invite(IReadOnlyList<TalkParticipant> invited)
    {
        Rule.Require(State == EvaluationState.Planned, RuleTexts.EvaluationNotPlanned);
        var gone = participants.RemoveAll(known => !invited.Any(known.IsSameAs));
        var come = invited.Where(one => !participants.Exists(known => known.IsSameAs(one))).ToList();
        participants.AddRange(come);
        if (gone + come.Count > 0)
        {
            CalendarSequence++;
        }
    }

    /// <summary>Its window and day where it is not the law's half-yearly one.</summary>
    internal void Open(DateOnly opensOn, DateOnly dueOn, Guid subject) => (WindowStartsOn, DueOn, Subject) = (opensOn, dueOn, subject);

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <summary>Somebody invited to a talk who does not join by her role: a person known here, or a guest by name and address.</summary>
public sealed class TalkParticipant
{
    private TalkParticipant() { }

    /// <summary>Somebody known here.</summary>
    public TalkParticipant(Guid personId) => PersonId = personId;

    /// <summary>A guest, such as somebody from the training office or the safety representative.</summary>
    /// <exception cref="RuleException">The name is missing, or the address is none.</exception>
    public TalkParticipant(string name, string? asWhat, string? email)
    {
        Rule.Require(!string.IsNullOrWhiteSpace(name) && name.Length <= 200 && (asWhat?.Length ?? 0) <= 200, RuleTexts.GuestNameMissing);
        Rule.Require(string.IsNullOrWhiteSpace(email) || EmailAddress.IsValid(email.Trim()), RuleTexts.EmailMalformed);
        (GuestName, GuestRole, GuestEmail) = (name.Trim(), string.IsNullOrWhiteSpace(asWhat) ? null : asWhat.Trim(), string.IsNullOrWhiteSpace(email) ? null : email.Trim());
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid EvaluationId { get; private set; }
    public Evaluation Evaluation { get; private set; } = null!;

    [Personal(PersonalCategory.Employment, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Guid? PersonId { get; private set; }
    public Person? Person { get; private set; }

    [Personal(PersonalCategory.Identity, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public string? GuestName { get; private set; }

    [Personal(PersonalCategory.Identity, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public string? GuestRole { get; private set; }

    [Personal(PersonalCategory.Contact, PersonalPurpose.Notification, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public string? GuestEmail { get; private set; }

    internal bool IsSameAs(TalkParticipant other) =>
        (PersonId, GuestName, GuestRole, GuestEmail) == (other.PersonId, other.GuestName, other.GuestRole, other.GuestEmail);

    /// <summary>The invited one was entered twice: it is now the one that is kept.</summary>
    public void MoveTo(Guid keptPersonId) => PersonId = keptPersonId;
}

/// <summary>That the day of a talk was agreed, moved or called off; from when to when, by whom and why. Added, never changed.</summary>
public sealed class TalkMove
{
    private TalkMove() { }

    internal TalkMove(DateOnly? fromOn, TimeOnly? fromAt, DateOnly? toOn, TimeOnly? toAt, string? reason, Guid? byId, DateTimeOffset at) =>
        (FromOn, FromAt, ToOn, ToAt, Reason, ById, At) = (fromOn, fromAt, toOn, toAt, reason, byId, at);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid EvaluationId { get; private set; }
    public Evaluation Evaluation { get; private set; } = null!;

    [Personal(PersonalCategory.Employment, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly? FromOn { get; private set; }

    [NotPersonal]
    public TimeOnly? FromAt { get; private set; }

    /// <summary>The new day; empty: called off.</summary>
    [Personal(PersonalCategory.Employment, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateOnly? ToOn { get; private set; }

    [NotPersonal]
    public TimeOnly? ToAt { get; private set; }

    /// <summary>Why; may speak of illness and is read by those alone who may read the talk.</summary>
    [Personal(PersonalCategory.TalkContent, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.None)]
    public string? Reason { get; private set; }

    [Personal(PersonalCategory.Trace, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public Guid? ById { get; private set; }
    public Person? By { get; private set; }

    [Personal(PersonalCategory.Trace, PersonalPurpose.Assessment, PersonalRetention.WithTheRecord, ArchiveValue.Documentation)]
    public DateTimeOffset At { get; private set; }

    /// <summary>The person was entered twice: it now names the one that is kept.</summary>
    public void MoveTo(Guid keptPersonId) => ById = keptPersonId;
}
