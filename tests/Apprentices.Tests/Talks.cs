using Apprentices.Domain;

namespace Apprentices.Tests;

/// <summary>Talks held and signed in a line, where a test is about something else than forms and steps.</summary>
internal static class Talks
{
    /// <summary>Held with a summary alone, sealed, to be signed by the apprentice and somebody who follows her up.</summary>
    public static void Hold(this Evaluation talk, DateOnly heldOn, string summary, Guid heldById, DateOnly today)
    {
        talk.Hold(heldOn, summary, heldById, [], today);
        talk.Seal();
    }

    /// <summary>A promise to tell somebody of it at a step, as the rules would make it.</summary>
    public static Reminder Promise(this Evaluation talk, Guid recipientId, int step, DateTimeOffset at) => new(
        new ReminderDecision(
            new ReminderFact(new ReminderTopic(ReminderSubject.Talk), talk.Id, talk.DueOn, DutyRole.Instructor, NamedId: null, talk.ApprenticeshipId, ApprenticeId: null, []),
            step, ReminderRung.Named, recipientId),
        mailOn: talk.DueOn.AddDays(step), at);

    /// <summary>Fixes what is to be signed, as it is now.</summary>
    public static void Seal(this Evaluation talk)
    {
        var (json, hash) = TalkSeal.Of(talk, new TalkHeader("Eksempeletaten", "Ingrid Solheim", "IT-driftsfaget", "ITD03-01", "Drift Oslo", "Siv Åmot", []));
        talk.Seal(0, json, hash, new DateTimeOffset(talk.HeldOn!.Value, new TimeOnly(12, 0), TimeSpan.Zero));
    }

    public static void Sign(this Evaluation talk, Guid personId, Roles asRole, DateTimeOffset at) => talk.Sign(personId, "Kari Nordmann", asRole, at);

    public static void PlanOn(this Evaluation talk, DateOnly day) =>
        talk.Agree(new Evaluation.Meeting(day, null, Evaluation.UsualMinutes, null, null), "Flyttet", null, DateTimeOffset.UnixEpoch);
}
