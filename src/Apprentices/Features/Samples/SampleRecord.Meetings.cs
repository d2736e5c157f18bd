using Apprentices.Domain;

namespace Apprentices.Features.Samples;

/// <content>When and where people meet for the talks.</content>
public sealed partial class SampleRecord
{
    private static readonly string[] Rooms = ["Møterom Fyret", "Møterom Nausttaket", "Kontoret til instruktøren"];

    private int met;
    private int asked;

    /// <summary>A day and a place; here and there moved once, and with a guest.</summary>
    private void Agree(Evaluation talk, DateOnly day, Guid instructorId)
    {
        var (at, room) = (new TimeOnly(9 + (met % 5), met % 2 == 0 ? 0 : 30), Rooms[met % Rooms.Length]);
        var first = NextWeekday(day.AddDays(-7));
        if (met % 4 == 0 && first >= today && first >= talk.WindowStartsOn && first != day)
        {
            talk.Agree(new Evaluation.Meeting(first, at, Evaluation.UsualMinutes, room, null), null, instructorId, At(today.AddDays(-9)));
            talk.Agree(new Evaluation.Meeting(day, at, Evaluation.UsualMinutes, room, null), "Instruktøren er på kurs den uken.", instructorId, At(today.AddDays(-2)));
        }
        else
        {
            talk.Agree(new Evaluation.Meeting(day, at, Evaluation.UsualMinutes, room, met % 3 == 2 ? "https://video.example.no/samtale" : null), null, instructorId, At(today.AddDays(-5)));
        }

        if (met % 4 == 0)
        {
            talk.Invite([new TalkParticipant("Berit Holm", "opplæringskontoret", "berit.holm@example.no")]);
        }

        met++;
    }

    /// <summary>What HR has asked for some days ago: the signature that is missing, or that the overdue talk is held.</summary>
    public IEnumerable<TalkMail> Asked(Apprenticeship apprenticeship, Guid instructorId)
    {
        var day = today.AddDays(-3);
        foreach (var talk in apprenticeship.Evaluations.Where(talk => talk.State == EvaluationState.Held || (talk.State == EvaluationState.Planned && talk.DueOn < day)))
        {
            var isHeld = talk.State == EvaluationState.Held;
            var mail = new TalkMail(
                talk.Id, isHeld ? TalkMailKind.SignIt : TalkMailKind.HoldIt, day.DayNumber, isHeld ? apprenticeship.PersonId : instructorId, guestEmail: null, At(day));
            Go(mail, day);
            yield return mail;
        }
    }

    /// <summary>Most arrive; one in five has a wrong address, and one a full mailbox.</summary>
    private void Go(TalkMail mail, DateOnly day)
    {
        switch (asked++ % 5)
        {
            case 1:
                mail.MarkFailed(MailFailureKind.RefusedForGood, "SMTP 550", At(day), At(day));
                break;
            case 3:
                mail.MarkFailed(MailFailureKind.RefusedForNow, "SMTP 452", At(day), At(today.AddDays(1)));
                break;
            default:
                mail.MarkSent(At(day));
                break;
        }
    }

    /// <summary>An extra talk next week, asked for by the apprentice.</summary>
    private void AskForMore(Apprenticeship apprenticeship, Guid instructorId)
    {
        var day = NextWeekday(today.AddDays(8));
        if (day <= apprenticeship.EndsOn)
        {
            apprenticeship.ArrangeTalk(EvaluationKind.Extra, today, day, Guid.Empty)
                .Agree(new Evaluation.Meeting(day, new TimeOnly(13, 0), 30, Rooms[0], null), null, instructorId, At(today.AddDays(-1)));
        }
    }
}
