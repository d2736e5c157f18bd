using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Evaluations.Meeting;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Evaluations.Returns;

/// <summary>
/// HR's return control: which talks are due, who has prepared them, which are held and wait for whose signature, and who was
/// asked when. Never what is prepared or said.
/// </summary>
public sealed class ListTalkReturns(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<MailSettings> mail)
{
    public const int PageSize = 25;

    /// <summary>That somebody was asked: who, for what, when, and whether the mail has gone.</summary>
    public sealed record Asked(string Name, TalkMailKind What, DateTimeOffset At, bool IsSent);

    /// <param name="Of">The talk.</param>
    /// <param name="WaitsFor">The names of those it waits for now.</param>
    /// <param name="LastAsked">Who was asked on the latest day somebody was.</param>
    public sealed record Line(ReturnRow Of, IReadOnlyList<string> WaitsFor, IReadOnlyList<Asked> LastAsked);

    public sealed record Hits(int Open, int Overdue, int NotAgreed, int NotPrepared, int ToSign, int Done)
    {
        public int Of(ReturnsFilter filter) => filter switch
        {
            ReturnsFilter.Overdue => Overdue,
            ReturnsFilter.NotAgreed => NotAgreed,
            ReturnsFilter.NotPrepared => NotPrepared,
            ReturnsFilter.ToSign => ToSign,
            ReturnsFilter.Done => Done,
            _ => Open,
        };
    }

    public sealed record Result(IReadOnlyList<Line> Lines, Hits Hits, DateOnly Today, bool SendsMail);

    public async Task<Result> RunAsync(ReturnsQuery query, Page page, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeTalkReturns);

        await using var db = await database.CreateDbContextAsync(cancel);
        var chosen = query.Chosen(db, user);
        var hits = new Hits(
            await CountAsync(ReturnsFilter.Open), await CountAsync(ReturnsFilter.Overdue), await CountAsync(ReturnsFilter.NotAgreed),
            await CountAsync(ReturnsFilter.NotPrepared), await CountAsync(ReturnsFilter.ToSign), await CountAsync(ReturnsFilter.Done));
        var rows = await Rows(db, ReturnsQuery.Sorted(query.Narrowed(chosen, user.Today), user.Today).Skip(page.Skip).Take(page.Take)).ToListAsync(cancel);
        var (ids, records) = (rows.Select(row => row.Id).ToList(), rows.Select(row => row.ApprenticeshipId).Distinct().ToList());
        var people = await ReturnPeople.ReadAsync(db, user, records, cancel);
        var asked = await AskedAsync(db, user, ids, cancel);
        return new Result([.. rows.Select(row => new Line(row, WaitsFor(row, people, user.Today), LastOf(asked[row.Id])))], hits, user.Today, mail.Value.IsOn);

        Task<int> CountAsync(ReturnsFilter filter) => (query with { Filter = filter }).Narrowed(chosen, user.Today).CountAsync(cancel);
    }

    /// <summary>The trades, workplaces and supervisors it may be narrowed to.</summary>
    public async Task<RecordChoices> ReadChoicesAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeTalkReturns);

        await using var db = await database.CreateDbContextAsync(cancel);
        return await RecordChoices.ReadAsync(db, user, cancel);
    }

    internal static IReadOnlyList<string> WaitsFor(ReturnRow row, ReturnPeople people, DateOnly today) =>
        row.Ask(today) is { } ask ? [.. people.Of(row.ApprenticeshipId, ask.From, ask.What).Select(one => one.Name)] : [];

    /// <summary>The talks as rows, in the order given.</summary>
    internal static IQueryable<ReturnRow> Rows(AppDbContext db, IQueryable<Evaluation> talks) => talks.Select(e => new ReturnRow(
        e.Id, e.ApprenticeshipId, e.Kind, e.Number, e.State, e.Apprenticeship.Person.GivenName, e.Apprenticeship.Person.FamilyName, e.Apprenticeship.Workplace.Name,
        e.Apprenticeship.CurriculumCode, e.DueOn, e.PlannedOn, e.HeldOn, db.Evaluations.Where(Evaluation.IsOpened).Any(open => open.Id == e.Id),
        e.Preparations.Where(p => p.Party == FormParties.Apprentice && p.HandedInAt != null).Select(p => p.HandedInAt).FirstOrDefault(),
        e.Preparations.Where(p => p.Party != FormParties.Apprentice && p.IsAwaited && p.HandedInAt != null)
            .OrderBy(p => p.Party).Select(p => p.HandedInAt).FirstOrDefault(),
        e.SigningSteps,
        e.Signatures.Any(s => s.Addendum == 0 && s.Role == Roles.Apprentice), e.Signatures.Any(s => s.Addendum == 0 && s.Role == Roles.Instructor),
        e.Signatures.Any(s => s.Addendum == 0 && s.Role == Roles.TrainingManager), e.Signatures.Any(s => s.Addendum == 0 && s.Role == Roles.Hr))
    {
        Trade = e.Apprenticeship.Curriculum.Trade,
        InstructorIsWriting = e.Preparations.Any(p => p.Party == FormParties.Instructor && p.HandedInAt == null),
        ManagerIsWriting = e.Preparations.Any(p => p.Party == FormParties.TrainingManager && p.HandedInAt == null),
        HrIsWriting = e.Preparations.Any(p => p.Party == FormParties.Hr && p.HandedInAt == null),
    });

    private static async Task<ILookup<Guid, (int Day, Asked Of)>> AskedAsync(AppDbContext db, CurrentUser user, List<Guid> ids, CancellationToken cancel)
    {
        var mails = await db.TalkMails.VisibleTo(user)
            .Where(mail => ids.Contains(mail.EvaluationId) && TalkAsking.Kinds.Contains(mail.Kind) && mail.CancelledAt == null && mail.RecipientId != null)
            .OrderBy(mail => mail.QueuedAt).ThenBy(mail => mail.Id)
            .Select(mail => new { mail.EvaluationId, mail.Sequence, Name = mail.Recipient!.GivenName + " " + mail.Recipient.FamilyName, mail.Kind, At = mail.SentAt ?? mail.QueuedAt, IsSent = mail.SentAt != null })
            .ToListAsync(cancel);
        return mails.ToLookup(mail => mail.EvaluationId, mail => (mail.Sequence, new Asked(mail.Name, mail.Kind, mail.At, mail.IsSent)));
    }

    private static List<Asked> LastOf(IEnumerable<(int Day, Asked Of)> asked) =>
        asked.GroupBy(one => one.Day).MaxBy(day => day.Key)?.Select(one => one.Of).ToList() ?? [];
}
