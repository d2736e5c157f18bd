using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Account;
using Apprentices.Features.Drafts;
using Apprentices.Features.Home;
using Apprentices.Features.Jobs;
using Apprentices.Features.Reminders;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Access;

/// <content>Signing in, one's home, one's drafts and reminders, the jobs.</content>
internal static partial class AccessWays
{
    private static IEnumerable<Way> OfAccount() =>
    [
        Do<ChooseLanguage>((use, _) => use.RunAsync(Language.Nynorsk)),
        Read<GetShellUser>(async (use, _) => await use.RunAsync()),
        Read<ListPersonas>(async (use, _) => await use.RunAsync()),
        Read<SignInAsPersona>(async (use, at) => await use.RunAsync(at.Apprenticeship.PersonId)),
        Read<ChooseHome>(async (use, _) => await use.RunAsync()),
        Read<ReadApprenticeHome>(async (use, at) => await use.RunAsync() is { } view ? view.Standing.Id == at.Id : null),
        Read<ReadSupervisorHome>(async (use, at) => (await use.RunAsync()).Apprentices.Any(row => row.Id == at.Id)),
        Read<ListOwnWork>(async (use, at) =>
        {
            var work = await use.RunAsync();
            return work.Talks.Select(talk => talk.Apprentice).Concat(work.Ratings.Select(rating => rating.Apprentice)).Contains(at.Apprenticeship.Person.FullName);
        }),
        Read<KeepDraft>(async (use, at) =>
        {
            await use.RunAsync(Scene.DraftPlace, "Noe annet", await HerMarkAsync(at));
            return await HerDraftAsync(at) == "Noe annet";
        }, "over hers"),
        Read<ReadDraft>(async (use, _) => (await use.RunAsync(Scene.DraftPlace)).SingleOrDefault(), "hers"),
        Read<DropDraft>(async (use, at) =>
        {
            await use.RunAsync(Scene.DraftPlace, await HerMarkAsync(at));
            return await HerDraftAsync(at) is null;
        }, "hers"),
        Read<ListInbox>(async (use, at) => (await use.RunAsync(new Page(0, 20))).Rows.Any(row => row.Id == at.Reminder.Id)),
        Read<MarkReminderRead>(async (use, at) => await use.RunAsync(at.Reminder.Id) == 1, "hers"),
        Read<MarkReminderRead>(async (use, at) => await use.RunAsync(id: null) == 1, "all"),
        Read<MarkReminderDone>(async (use, at) =>
        {
            await use.RunAsync(at.Reminder.Id, isDone: true);
            return true;
        }, "hers"),
        Read<ListJobs>(async (use, _) => await use.RunAsync()),
        Read<RunJobNow>(async (use, _) => await use.RunAsync(BackgroundJobs.PurgeDrafts)),
        Do<SendTestMail>((use, _) => use.RunAsync()),
    ];

    private static Task<DraftMark> HerMarkAsync(Scene at) => at.App.DbAsync(db =>
        db.Drafts.Where(draft => draft.AuthorId == at.Apprenticeship.PersonId && draft.Place == Scene.DraftPlace).Select(draft => new DraftMark(draft.Id, draft.Version)).SingleAsync());

    private static Task<string?> HerDraftAsync(Scene at) => at.App.DbAsync(db =>
        db.Drafts.Where(draft => draft.AuthorId == at.Apprenticeship.PersonId).Select(draft => draft.Content).SingleOrDefaultAsync());
}
