using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Data;

/// <summary>
/// Reads what is still to be done, and whom it concerns on a day, as <see cref="ReminderPlan"/> needs it: the one place, for those who
/// promise reminders, those who send them, and those who foresee them.
/// </summary>
internal static class ReminderFacts
{
    /// <summary>What is asked for together: one subject, of the duties those kinds whose first reminder falls on the same day before the due day.</summary>
    internal sealed record Source(ReminderSubject Subject, int FirstDay, IReadOnlyList<DutyKind> Kinds);

    /// <summary>All that is reminded of by those rules.</summary>
    public static IReadOnlyList<Source> Sources(ReminderTerms terms) =>
    [
        .. terms.Rules.GroupBy(rule => (rule.Key.Subject, rule.Value.FirstDay))
            .Select(group => new Source(group.Key.Subject, group.Key.FirstDay, [.. group.Select(rule => rule.Key.Kind).OfType<DutyKind>()])),
    ];

    /// <summary>A page of what somebody is told of on that day, after another one; empty where there is no more.</summary>
    public static async Task<IReadOnlyList<ReminderFact>> PageAsync(
        AppDbContext db, Source source, ReminderReckoning reckoning, DateOnly today, ReminderFact? last, int take, CancellationToken cancel)
    {
        var (from, to) = (today.AddDays(-ReminderRule.LastDay), today.AddDays(-source.FirstDay));
        if (ReminderRows.IsWaiting(source.Subject))
        {
            return await WaitingPageAsync(db, source.Subject, reckoning, (from, to), last?.AboutId ?? Guid.Empty, today, take, cancel);
        }

        var (after, lastId, kinds) = (last?.DueOn ?? from, last?.AboutId ?? Guid.Empty, source.Kinds);
        var rows = ReminderRows.Due(db, source.Subject, reckoning, today).Where(row => row.DueOn >= after && row.DueOn <= to && (row.DueOn > after || row.Id > lastId));
        if (source.Subject == ReminderSubject.Duty)
        {
            rows = rows.Where(row => kinds.Contains(row.Kind!.Value));
        }

        return await WithPeopleAsync(db, source.Subject, await rows.OrderBy(row => row.DueOn).ThenBy(row => row.Id).Take(take).ToListAsync(cancel), today, cancel);
    }

    /// <summary>Those of them that are still to be done that day.</summary>
    public static async Task<IReadOnlyList<ReminderFact>> OfAsync(
        AppDbContext db, ReminderSubject subject, IReadOnlyCollection<Guid> ids, ReminderReckoning reckoning, DateOnly today, CancellationToken cancel)
    {
        var rows = ReminderRows.IsWaiting(subject)
            ? await DatedAsync(db, subject, reckoning, await ReminderRows.Waiting(db, subject).Where(row => ids.Contains(row.Id)).ToListAsync(cancel), cancel)
            : await ReminderRows.Due(db, subject, reckoning, today).Where(row => ids.Contains(row.Id)).ToListAsync(cancel);
        return await WithPeopleAsync(db, subject, rows, today, cancel);
    }

    /// <summary>What holds from that day on; a leave that is over is of no interest.</summary>
    public static async Task<ReminderTerms> TermsAsync(AppDbContext db, DateOnly today, CancellationToken cancel) => new(
        ReminderRules.With(await db.ReminderSettings.AsNoTracking().ToListAsync(cancel)),
        await db.People.Where(Person.IsActive).Where(p => (p.Roles & Roles.Hr) != Roles.None).Select(p => p.Id).ToListAsync(cancel),
        (await db.Leaves.AsNoTracking().Where(leave => leave.ToOn >= today).ToListAsync(cancel)).ToLookup(leave => leave.PersonId))
    {
        Gone = (await db.People.Where(p => p.DeactivatedAt != null).Select(p => p.Id).ToListAsync(cancel)).ToHashSet(),
    };

    /// <summary>In order of id. What may be due in those days is asked of the database; the exact day is reckoned here.</summary>
    private static async Task<IReadOnlyList<ReminderFact>> WaitingPageAsync(
        AppDbContext db, ReminderSubject subject, ReminderReckoning reckoning, (DateOnly From, DateOnly To) due, Guid lastId, DateOnly today, int take, CancellationToken cancel)
    {
        var days = DaysOf(subject, reckoning);
        var (since, until) = (reckoning.StartOf(due.From.AddDays(-days)), reckoning.StartOf(due.To.AddDays(1 - days)));
        while (true)
        {
            var rows = await ReminderRows.Waiting(db, subject)
                .Where(row => row.Id > lastId && row.First < until && (row.First >= since || row.Last >= since))
                .OrderBy(row => row.Id).Take(take).ToListAsync(cancel);
            var dated = await DatedAsync(db, subject, reckoning, rows, cancel);
            if (rows.Count == 0 || dated.Count > 0)
            {
                return await WithPeopleAsync(db, subject, dated, today, cancel);
            }

            lastId = rows[^1].Id;
        }
    }

    private static int DaysOf(ReminderSubject subject, ReminderReckoning reckoning) =>
        subject == ReminderSubject.Signature ? Evaluation.SignWithinDays : reckoning.WaitingDays;

    /// <summary>The day each is due and for whom it waits, in the same order; without those that wait for nobody.</summary>
    private static async Task<List<ReminderRow>> DatedAsync(
        AppDbContext db, ReminderSubject subject, ReminderReckoning reckoning, List<WaitingRow> rows, CancellationToken cancel)
    {
        var days = DaysOf(subject, reckoning);
        if (subject != ReminderSubject.Signature)
        {
            return [.. rows.Select(row => Of(row, row.First!.Value, row.First == row.FirstUntouched ? DutyRole.Instructor : DutyRole.TrainingManager))];
        }

        var turns = rows.Count == 0 ? new Dictionary<Guid, SignatureTurn>() : await SignatureTurns.OfAsync(db, [.. rows.Select(row => row.Id)], cancel);
        return
        [
            .. rows.Where(row => turns.ContainsKey(row.Id))
                .Select(row => Of(row, turns[row.Id].Since, RoleOf(turns[row.Id].Parties)) with { Turn = turns[row.Id] }),
        ];

        ReminderRow Of(WaitingRow row, DateTimeOffset since, DutyRole responsible) => new()
        {
            Id = row.Id,
            DueOn = reckoning.DayOf(since).AddDays(days),
            Responsible = responsible,
            ApprenticeshipId = row.ApprenticeshipId,
            ApprenticeId = row.ApprenticeId,
        };
    }

    /// <summary>The role that answers for it where nobody is there to sign.</summary>
    private static DutyRole RoleOf(FormParties parties) => parties.HasFlag(FormParties.Instructor) ? DutyRole.Instructor
        : parties.HasFlag(FormParties.TrainingManager) ? DutyRole.TrainingManager
        : parties.HasFlag(FormParties.Apprentice) ? DutyRole.Apprentice
        : DutyRole.Hr;

    private static async Task<IReadOnlyList<ReminderFact>> WithPeopleAsync(
        AppDbContext db, ReminderSubject subject, List<ReminderRow> rows, DateOnly today, CancellationToken cancel)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        var records = rows.Select(row => row.ApprenticeshipId).OfType<Guid>().Distinct().ToList();
        var holders = (await db.Assignments.Where(Assignment.CurrentOn(today))
            .Where(s => records.Contains(s.ApprenticeshipId))
            .Select(s => new { s.ApprenticeshipId, s.PersonId, s.Role, s.IsDeputy })
            .ToListAsync(cancel)).ToLookup(s => s.ApprenticeshipId, s => new RoleHolder(s.PersonId, s.Role, s.IsDeputy));
        return
        [
            .. rows.Select(row => new ReminderFact(
                new ReminderTopic(subject, row.Kind), row.Id, row.DueOn, row.Responsible, row.NamedId, row.ApprenticeshipId, row.ApprenticeId,
                [.. holders[row.ApprenticeshipId ?? Guid.Empty]])
            {
                Together = Signers(row, holders[row.ApprenticeshipId ?? Guid.Empty]),
                DoneBy = row.Turn?.Signed ?? [],
            }),
        ];
    }

    /// <summary>Who is there as those whose turn it is, and has not signed as something else.</summary>
    private static IReadOnlyList<Guid> Signers(ReminderRow row, IEnumerable<RoleHolder> holders) => row.Turn is not { } turn ? [] :
    [
        .. (turn.Parties.HasFlag(FormParties.Apprentice) ? [row.ApprenticeId!.Value] : Array.Empty<Guid>())
            .Concat(holders.Where(one => one.Role != AssignmentRole.Mentor && turn.Parties.HasFlag(Evaluation.PartyOf(Apprenticeship.RolesOf(one.Role)))).Select(one => one.PersonId))
            .Distinct()
            .Where(person => !turn.Signed.Contains(person)),
    ];
}
