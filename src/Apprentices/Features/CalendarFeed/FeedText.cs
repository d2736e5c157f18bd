using Apprentices.Domain;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.Deadlines;
using Apprentices.Features.Evaluations;
using Apprentices.Features.Placements;
using Apprentices.Shared;

namespace Apprentices.Features.CalendarFeed;

/// <summary>
/// Puts what concerns somebody into a calendar, in the language spoken now. Names stand as the calendar shows them; of what a talk
/// is about, of what was agreed and of why something was moved or called off, nothing is in it.
/// </summary>
internal sealed class FeedText(CurrentUser user, string publicAddress, DateTimeOffset changedAt)
{
    /// <summary>How often it is worth while to fetch it, in hours.</summary>
    private const int FetchEvery = 4;

    /// <summary>What is left of a talk that is not held yet: its last day is another thing than the meeting, of which people have an invitation.</summary>
    private const string LastDay = "-due";

    public string Write(FeedRows rows)
    {
        List<CalendarMeeting> all =
        [
            .. rows.Talks.SelectMany(Of).Concat(rows.Duties.Select(duty => Of(duty, rows.Points))).Concat(rows.Actions.Select(Of)).Concat(rows.HandOvers.Select(Of))
                .OrderBy(one => one.On).ThenBy(one => one.At).ThenBy(one => one.Uid, StringComparer.Ordinal).Take(FeedRows.Most + 1),
        ];
        var isCut = all.Count > FeedRows.Most;
        return CalendarText.Of(new PublishedCalendar(
            FeedTexts.CalendarName, isCut ? Texts.Format(FeedTexts.CalendarCut, FeedRows.Most) : FeedTexts.CalendarDescription, FetchEvery, [.. all.Take(FeedRows.Most)]));
    }

    /// <summary>The meeting with the UID of its invitations, called off too; and where none is agreed, the last day for it.</summary>
    private IEnumerable<CalendarMeeting> Of(FeedRows.Talk talk)
    {
        var what = TalkWords.Title(talk.Kind, talk.Number);
        var isHeld = talk.State is EvaluationState.Held or EvaluationState.Signed;
        var meeting = talk switch
        {
            { HeldOn: { } held } when isHeld => (On: held, At: held == talk.PlannedOn ? talk.StartsAt : null, IsOff: false),
            { State: EvaluationState.Planned, PlannedOn: { } planned } => (planned, talk.StartsAt, false),
            { State: EvaluationState.Waived, PlannedOn: { } planned } => (planned, talk.StartsAt, true),
            { PlannedOn: null, Off: { On: { } off } was } when !isHeld => (off, was.At, true),
            _ => ((DateOnly On, TimeOnly? At, bool IsOff)?)null,
        };
        var link = EvaluationLinks.Talk(talk.Id);
        if (meeting is { } agreed)
        {
            yield return Event(CalendarText.Uid(talk.Id, publicAddress), talk.CalendarSequence, agreed.On, With(talk.Trainee, what, talk.Name), link) with
            {
                At = agreed.At,
                Minutes = talk.Minutes,
                Location = talk.Place ?? talk.VideoLink,
                IsOff = agreed.IsOff,
            };
        }

        if (talk is { State: EvaluationState.Planned, PlannedOn: null })
        {
            yield return Event(
                CalendarText.Uid(talk.Id, publicAddress, LastDay), talk.Version, talk.DueOn, Texts.Format(FeedTexts.LastDayFor, With(talk.Trainee, Texts.Within(what), talk.Name)), link);
        }
    }

    private CalendarMeeting Of(FeedRows.DueDuty duty, IReadOnlyDictionary<Guid, LocalText> points)
    {
        var what = DutyWords.Title(duty.Kind, duty.Number, byOffice: false, points.GetValueOrDefault(duty.Subject), duty.CountyNumber);
        return Event(
            CalendarText.Uid(duty.Id, publicAddress), duty.Version, duty.Day, Said(duty.Trainee, Done(duty.IsDone, what), duty.Name),
            duty.ApprenticeshipId is { } record
                ? ApprenticeshipLinks.CalendarAt(record, $"{duty.Kind}-{duty.Number}{(duty.Subject == Guid.Empty ? "" : $"-{duty.Subject:N}")}")
                : DeadlineLinks.Duty(duty.Id));
    }

    private CalendarMeeting Of(FeedRows.Action action) => Event(
        CalendarText.Uid(action.Id, publicAddress), action.Version, action.DueOn, Said(action.Trainee, Done(action.IsDone, FeedTexts.AgreedAction), action.Name),
        EvaluationLinks.Talk(action.TalkId));

    private CalendarMeeting Of(FeedRows.HandOver received) => Event(
        CalendarText.Uid(received.Id, publicAddress), received.Version, received.FromOn, Texts.Format(FeedTexts.Receive, received.Name), PlacementLinks.HandOver(received.Id));

    /// <summary>A whole day unless a time is added.</summary>
    private CalendarMeeting Event(string uid, int sequence, DateOnly on, string summary, string path)
    {
        var link = publicAddress.TrimEnd('/') + path;
        return new CalendarMeeting(uid, sequence, changedAt, on, null, 0, summary)
        {
            Description = Texts.Format(FeedTexts.OpenIt, link),
            Url = link,
            ChangedAt = changedAt,
        };
    }

    private string With(Guid trainee, string what, string name) => trainee == user.PersonId ? what : Texts.Format(TalkTexts.With, what, name);

    /// <summary>What it is, and whose, unless it is her own or the employer's.</summary>
    private string Said(Guid? trainee, string what, string name) => trainee is null || trainee == user.PersonId ? what : $"{what} – {name}";

    private static string Done(bool isDone, string what) => isDone ? Texts.Format(FeedTexts.Done, Texts.Within(what)) : what;
}
