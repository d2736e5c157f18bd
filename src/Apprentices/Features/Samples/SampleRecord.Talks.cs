using Apprentices.Domain;

namespace Apprentices.Features.Samples;

/// <content>The talks.</content>
public sealed partial class SampleRecord
{
    private void HoldTalks(Apprenticeship apprenticeship, Person apprentice, Language language, Person instructor, Course course)
    {
        var talks = apprenticeship.Evaluations.Where(talk => talk.State == EvaluationState.Planned).OrderBy(talk => talk.Number).ToList();
        var past = talks.Where(talk => talk.DueOn < today).ToList();
        foreach (var talk in past)
        {
            var isLatest = talk == past[^1];
            if (isLatest && course.LatestTalk == LatestTalk.Overdue)
            {
                break;
            }

            var day = Between(talk.WindowStartsOn, talk.DueOn.AddDays(-(6 + (talk.Number * 5 % 13))), today);
            AnswerForm(talk, apprenticeship, language);
            talk.Hold(day, Next("talk", employer.Talks, language)?.Text ?? "", instructor.Id, [FormParties.Apprentice | FormParties.Instructor], today);
            Seal(talk, apprentice, instructor, day);
            talk.Sign(instructor.Id, instructor.FullName, Roles.Instructor, At(day));
            if (!isLatest || course.LatestTalk == LatestTalk.Signed)
            {
                talk.Sign(apprentice.Id, apprentice.FullName, Roles.Apprentice, At(day < today ? day.AddDays(1) : day));
            }
        }

        if (course.NextTalkAgreed && talks.Find(talk => talk.DueOn >= today) is { } next)
        {
            var day = PreviousWeekday(next.DueOn.AddDays(-2));
            next.Agree(new Evaluation.Meeting(day < today ? next.DueOn : day, new TimeOnly(10, 0), Evaluation.UsualMinutes, null, null), null, instructor.Id, At(today));
        }
    }

    private static void Seal(Evaluation talk, Person apprentice, Person instructor, DateOnly day)
    {
        var (json, hash) = TalkSeal.Of(talk, new TalkHeader("", apprentice.FullName, "", "", "", instructor.FullName, [apprentice.FullName, instructor.FullName]));
        talk.Seal(0, json, hash, At(day));
    }
}
