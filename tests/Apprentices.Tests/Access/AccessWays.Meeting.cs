using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Evaluations.Meeting;
using Apprentices.Features.Evaluations.Returns;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Access;

/// <content>When and where a talk is, and HR's return control.</content>
internal static partial class AccessWays
{
    private const string WhyMoved = "Legetime";

    private static IEnumerable<Way> OfMeetings() =>
    [
        Read<ShowMeeting>(async (use, at) => await use.RunAsync(at.Planned.Id)),
        Read<ShowMeeting>(async (use, at) =>
        {
            await WithDayAsync(at);
            return await use.RunAsync(at.Planned.Id) is { } meeting ? meeting.Moves.Any(move => move.Reason == WhyMoved) : null;
        }, "why it was moved"),
        Read<ReadArranging>(async (use, at) => await use.RunAsync(at.Id)),
        Do<ArrangeTalk>((use, at) => use.RunAsync(at.Id, new ArrangeTalk.Input { Kind = EvaluationKind.Extra, PlannedOn = at.App.Clock.Today.AddDays(3) })),
        Do<CallOffTalk>(async (use, at) => await use.RunAsync(at.Planned.Id, new CallOffTalk.Input { Reason = WhyMoved, Version = await WithDayAsync(at) })),
        Do<CallOffTalk>((use, at) => use.RunAsync(at.Planned.Id, new CallOffTalk.Input { Reason = WhyMoved, Version = at.Planned.Version }), "not agreed"),
        Read<FindInvited>(async (use, at) => (await use.RunAsync("Inga")).Any(found => found.Id == at[Seat.Instructor]!.Id)),
        Do<InviteToTalk>((use, at) => use.RunAsync(at.Planned.Id, new InviteToTalk.Input { PersonId = at[Seat.OtherInstructor]!.Id, Version = at.Planned.Version })),
        Do<InviteToTalk>(async (use, at) =>
        {
            var version = await WithDayAsync(at);
            var guest = await at.App.DbAsync(db => db.TalkParticipants.Select(one => one.Id).SingleAsync());
            await use.RemoveAsync(at.Planned.Id, guest, version);
        }, "taken out"),
        Do<InviteToTalk>((use, at) => use.RunAsync(at.Planned.Id, new InviteToTalk.Input { PersonId = at[Seat.OtherApprentice]!.Id, Version = at.Planned.Version }), "an apprentice"),
        Read<ReadAgenda>(async (use, at) => await use.RunAsync(at.Planned.Id)),
        Do<SetTalkAgenda>((use, at) => use.RunAsync(at.Planned.Id, new SetTalkAgenda.Input { Agenda = "Ferie", Version = at.Planned.Version })),
        Read<DownloadTalkCalendar>(async (use, at) =>
        {
            await WithDayAsync(at);
            return await use.RunAsync(at.Planned.Id);
        }),
        Read<ListTalkReturns>(async (use, at) => (await use.RunAsync(new ReturnsQuery(), new Page(0, 100))).Lines.Any(line => line.Of.Id == at.Held.Id)),
        Read<ListTalkReturns>(async (use, _) => (await use.ReadChoicesAsync()).Trades.Count > 0, "choices"),
        Read<DownloadTalkReturns>(async (use, at) =>
            (await ListRead.CsvAsync(output => use.RunAsync(new ReturnsQuery(), output))).Contains(at.Apprenticeship.Person.FamilyName, StringComparison.Ordinal)),
        Read<ChaseTalks>(async (use, at) => (await use.RunAsync([at.Held.Id])).Asked > 0),
    ];

    /// <summary>The next talk is agreed, moved with a reason, and a guest is invited.</summary>
    /// <returns>Its version then.</returns>
    private static Task<int> WithDayAsync(Scene at) => at.App.DbAsync(async db =>
    {
        var talk = await db.Evaluations.Include(e => e.Participants).SingleAsync(e => e.Id == at.Planned.Id);
        talk.Agree(new Evaluation.Meeting(at.App.Clock.Today.AddDays(2), null, 60, null, null), null, null, at.App.Clock.GetUtcNow());
        talk.Agree(new Evaluation.Meeting(at.App.Clock.Today.AddDays(3), null, 60, null, null), WhyMoved, null, at.App.Clock.GetUtcNow());
        talk.Invite([new TalkParticipant("Berit Holm", null, "berit@example.no")]);
        await db.SaveChangesAsync();
        return talk.Version;
    });
}
