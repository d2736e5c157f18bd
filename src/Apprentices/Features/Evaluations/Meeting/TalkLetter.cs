using System.Globalization;
using Apprentices.Domain;
using Apprentices.Features.Notifications;
using Apprentices.Platform;
using Apprentices.Shared;

namespace Apprentices.Features.Evaluations.Meeting;

/// <summary>
/// What a mail about a talk says, in its reader's language. The subject names nobody and the text only the given name; nothing of
/// what is prepared, said or agreed, and no reason for a move, is ever in it.
/// </summary>
internal sealed record TalkLetter(TalkMail Row, Evaluation Talk, TalkAttendee Reader, IReadOnlyList<TalkAttendee> Attendees, MailSettings Settings, bool IsUpdate)
{
    /// <summary>She is told in the place of one who is away.</summary>
    public bool IsInPlace { get; init; }

    /// <summary>When the meeting is, or was to be before it was called off.</summary>
    public static (DateOnly On, TimeOnly? At)? DayOf(Evaluation talk) => talk.PlannedOn is { } on ? (on, talk.StartsAt)
        : talk.Moves.OrderBy(move => move.At).ThenBy(move => move.ToOn is null).LastOrDefault() switch
        {
            { ToOn: { } to } last => (to, last.ToAt),
            { FromOn: { } from } last => (from, last.FromAt),
            _ => null,
        };

    public Mail Write(DateOnly today, DateTimeOffset now)
    {
        using var _ = Speaking.In(Reader.Language);
        var what = TalkWords.Title(Talk.Kind, Talk.Number);
        var when = DayOf(Talk) is { } day ? TalkWords.When(day.On, day.At) : SpokenDate.Full(Talk.DueOn);
        var link = MayOpen ? $"{Settings.PublicAddress.TrimEnd('/')}{EvaluationLinks.Talk(Talk.Id)}" : null;
        var choices = Reader.PersonId is null ? null : $"{Settings.PublicAddress.TrimEnd('/')}{NotificationLinks.Choices}";
        var greeting = Reader.GivenName.Length == 0 ? MeetingTexts.MailGreetingNobody : Texts.Format(MeetingTexts.MailGreeting, Reader.GivenName);
        var item = new LetterItem(string.Join('\n', Said(what, when, today).Where(line => line.Length > 0)), link, MeetingTexts.MailOpen, Why());
        return new Mail(
            Row.Id, Reader.Email!, Reader.Name.Length == 0 ? Reader.Email! : Reader.Name, CultureInfo.CurrentCulture.Name, Subject(what, when),
            MailLetter.Plain(greeting, [item], MeetingTexts.MailNoContent, choices), MailLetter.Html(greeting, [item], MeetingTexts.MailNoContent, choices))
        {
            Calendar = Row.Kind switch
            {
                TalkMailKind.Invitation => Calendar(CalendarMethod.Request, "REQUEST", now),
                TalkMailKind.Cancellation => Calendar(CalendarMethod.Cancel, "CANCEL", now),
                _ => null,
            },
        };
    }

    /// <summary>Whoever is in it by her role can open it; a guest cannot, and one invited may not.</summary>
    private bool MayOpen => Reader.ByRole || TalkAsking.Kinds.Contains(Row.Kind);

    private string Subject(string what, string when) => Row.Kind switch
    {
        TalkMailKind.Invitation => Texts.Format(IsUpdate ? MeetingTexts.SubjectUpdate : MeetingTexts.SubjectInvitation, Texts.Within(what), when),
        TalkMailKind.Cancellation => Texts.Format(MeetingTexts.SubjectCancellation, Texts.Within(what), when),
        TalkMailKind.PrepareIt => Texts.Format(IsInPlace ? MeetingTexts.SubjectPrepareInPlace : MeetingTexts.SubjectPrepare, Texts.Within(what)),
        TalkMailKind.HoldIt => Texts.Format(MeetingTexts.SubjectHold, Texts.Within(what)),
        _ => Texts.Format(IsInPlace ? MeetingTexts.SubjectSignInPlace : MeetingTexts.SubjectSign, Texts.Within(what)),
    };

    private IEnumerable<string> Said(string what, string when, DateOnly today)
    {
        var talk = Reader.IsApprentice ? Texts.Format(TalkTexts.WithYou, what) : Texts.Format(TalkTexts.With, what, Talk.Apprenticeship.Person.GivenName);
        switch (Row.Kind)
        {
            case TalkMailKind.Invitation:
                yield return Texts.Format(IsUpdate ? MeetingTexts.MailUpdate : MeetingTexts.MailInvitation, talk, when);
                yield return Texts.Format(MeetingTexts.MailMinutes, Talk.Minutes);
                yield return Talk.Place is { } place ? Texts.Format(MeetingTexts.MailPlace, place) : "";
                yield return Talk.VideoLink is { } video ? Texts.Format(MeetingTexts.MailVideo, video) : "";
                break;
            case TalkMailKind.Cancellation:
                yield return Texts.Format(MeetingTexts.MailCancellation, talk, when);
                break;
            case TalkMailKind.PrepareIt:
                yield return Texts.Format(IsInPlace ? MeetingTexts.MailPrepareInPlace : MeetingTexts.MailPrepare, talk, when);
                break;
            case TalkMailKind.HoldIt when Talk.Kind == EvaluationKind.HalfYear && Talk.DueOn < today:
                yield return Texts.Format(MeetingTexts.MailHoldOverdue, talk, SpokenDate.Full(Talk.DueOn));
                break;
            case TalkMailKind.HoldIt:
                yield return Texts.Format(MeetingTexts.MailHold, talk, SpokenDate.Full(Talk.DueOn));
                break;
            default:
                yield return Texts.Format(IsInPlace ? MeetingTexts.MailSignInPlace : MeetingTexts.MailSign, talk);
                break;
        }
    }

    private string Why() => Row.Kind is TalkMailKind.Invitation or TalkMailKind.Cancellation ? MeetingTexts.MailWhyMeeting
        : IsInPlace ? MeetingTexts.MailWhyInPlace
        : Reader.IsApprentice ? MeetingTexts.MailWhyYours : Texts.Format(MeetingTexts.MailWhyFollows, Talk.Apprenticeship.Person.GivenName);

    private MailCalendar? Calendar(CalendarMethod method, string name, DateTimeOffset now) => DayOf(Talk) is not { } day ? null
        : new MailCalendar(name, CalendarText.Of(TalkCalendar.Of(Talk, day, Row.Sequence, Reader, Attendees, Settings, MayOpen, now), method));
}

/// <summary>A talk as a meeting in somebody's calendar.</summary>
internal static class TalkCalendar
{
    /// <summary>In the language spoken now; the UID is the same for all that is ever said of the talk.</summary>
    public static CalendarMeeting Of(
        Evaluation talk, (DateOnly On, TimeOnly? At) day, int sequence, TalkAttendee reader, IReadOnlyList<TalkAttendee> attendees, MailSettings settings, bool withLink, DateTimeOffset now)
    {
        var what = TalkWords.Title(talk.Kind, talk.Number);
        var link = $"{settings.PublicAddress.TrimEnd('/')}{EvaluationLinks.Talk(talk.Id)}";
        var people = attendees.Any(one => one.Addressee == reader.Addressee) ? attendees : [reader];
        return new CalendarMeeting(
            CalendarText.Uid(talk.Id, settings.PublicAddress), sequence, now, day.On, day.At, talk.Minutes,
            reader.IsApprentice ? what : Texts.Format(TalkTexts.With, what, talk.Apprenticeship.Person.GivenName))
        {
            Description = string.Join('\n', new[]
            {
                talk.VideoLink is { } video ? Texts.Format(MeetingTexts.MailVideo, video) : null,
                withLink ? $"{MeetingTexts.MailOpen}: {link}" : null,
            }.OfType<string>()),
            Location = talk.Place ?? talk.VideoLink,
            Url = withLink ? link : null,
            Organizer = settings.From is { } from ? new CalendarPerson(settings.FromName ?? from, from) : null,
            Attendees = [.. people.Where(one => one.Email is not null).Select(one => new CalendarPerson(one.Name.Length == 0 ? one.Email! : one.Name, one.Email!))],
        };
    }
}
