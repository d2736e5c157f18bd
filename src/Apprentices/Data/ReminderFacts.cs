using System.Linq.Expressions;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Data;

/// <summary>
/// Reads what is still to be done, and whom it concerns on a day, as <see cref="ReminderPlan"/> needs it: the one place, for those who
/// promise reminders, those who send them, and those who foresee them.
/// </summary>
internal static class ReminderFacts
{
    /// <summary>What is asked for together: one subject, from the first day that any of its rules tells anybody.</summary>
    /// <param name="Kinds">Of the duties, which kinds from which day on.</param>
    internal sealed record Source(ReminderSubject Subject, int FirstDay, IReadOnlyDictionary<int, DutyKind[]> Kinds);

    /// <summary>Where a page ended: the next one begins after it.</summary>
    internal readonly record struct Mark(DateOnly DueOn, Guid Id);

    /// <summary>Some of the facts, perhaps none, and where to go on; nothing after the last.</summary>
    internal sealed record Page(IReadOnlyList<ReminderFact> Facts, Mark? Next);

    /// <summary>All that is reminded of by those rules.</summary>
    public static IReadOnlyList<Source> Sources(ReminderTerms terms) =>
    [
        .. terms.Rules.GroupBy(rule => rule.Key.Subject).Select(rules => new Source(
            rules.Key, rules.Min(rule => rule.Value.FirstDay),
            rules.Where(rule => rule.Key.Kind is not null).GroupBy(rule => rule.Value.FirstDay, rule => rule.Key.Kind!.Value).ToDictionary(group => group.Key, group => group.ToArray()))),
    ];

    /// <summary>A page of what somebody is told of on that day, after another one.</summary>
    public static async Task<Page> PageAsync(
        AppDbContext db, Source source, ReminderReckoning reckoning, DateOnly today, Mark? last, int take, CancellationToken cancel)
    {
        var (from, to) = (today.AddDays(-ReminderRule.LastDay), today.AddDays(-source.FirstDay));
        if (ReminderRows.IsWaiting(source.Subject))
        {
            return await WaitingPageAsync(db, source.Subject, reckoning, (from, to), last?.Id ?? Guid.Empty, today, take, cancel);
        }

        var (after, lastId) = (last?.DueOn ?? from, last?.Id ?? Guid.Empty);
        var wanted = ReminderRows.Due(db, source.Subject, reckoning, today).Where(row => row.DueOn >= after && row.DueOn <= to && (row.DueOn > after || row.Id > lastId));
        if (source.Subject == ReminderSubject.Duty)
        {
            wanted = wanted.Where(source.Kinds.Select(kinds => DueBy(kinds.Value, today.AddDays(-kinds.Key))).Aggregate((one, other) => one.Or(other)));
        }

        var rows = await wanted.OrderBy(row => row.DueOn).ThenBy(row => row.Id).Take(take).ToListAsync(cancel);
        var facts = await WithPeopleAsync(db, source.Subject, await TurnedAsync(db, source.Subject, rows, cancel), today, cancel);
        return new(facts, rows.Count < take ? null : new Mark(rows[^1].DueOn, rows[^1].Id));
    }

    /// <summary>Those of them that are still to be done that day.</summary>
    public static async Task<IReadOnlyList<ReminderFact>> OfAsync(
        AppDbContext db, ReminderSubject subject, IReadOnlyCollection<Guid> ids, ReminderReckoning reckoning, DateOnly today, CancellationToken cancel)
    {
        var rows = ReminderRows.IsWaiting(subject)
            ? await DatedAsync(db, subject, reckoning, await ReminderRows.Waiting(db, subject).Where(row => ids.Contains(row.Id)).ToListAsync(cancel), cancel)
            : await TurnedAsync(db, subject, await ReminderRows.Due(db, subject, reckoning, today).Where(row => ids.Contains(row.Id)).ToListAsync(cancel), cancel);
        return await WithPeopleAsync(db, subject, rows, today, cancel);
    }

    /// <summary>Talks that wait for parties that day, whatever for; without those that wait for nobody.</summary>
    /// <param name="db">Where they are.</param>
    /// <param name="talks">Each with those it waits for; needs the apprenticeship.</param>
    /// <param name="orManager">Where nobody is instructor, the training manager is meant by it.</param>
    /// <param name="today">The day.</param>
    /// <param name="cancel">Gives up.</param>
    public static Task<IReadOnlyList<ReminderFact>> OfTalksAsync(
        AppDbContext db, IReadOnlyCollection<(Evaluation Talk, FormParties Parties)> talks, bool orManager, DateOnly today, CancellationToken cancel) => WithPeopleAsync(
        db, ReminderSubject.Talk,
        [
            .. talks.Select(one => new ReminderRow
            {
                Id = one.Talk.Id,
                DueOn = one.Talk.DueOn,
                Responsible = DutyRole.Instructor,
                ApprenticeshipId = one.Talk.ApprenticeshipId,
                ApprenticeId = one.Talk.Apprenticeship.PersonId,
                Turn = new ReminderTurn(one.Parties, FormParties.None, []) { WithoutInstructor = orManager ? ReminderTurn.OrManager(one.Parties) : one.Parties },
            }),
        ],
        today, cancel);

    /// <summary>What holds from that day on; a leave that is over is of no interest.</summary>
    public static async Task<ReminderTerms> TermsAsync(AppDbContext db, DateOnly today, CancellationToken cancel) => new(
        ReminderRules.With(await db.ReminderSettings.AsNoTracking().ToListAsync(cancel)),
        await db.People.Where(Person.IsActive).Where(p => (p.Roles & Roles.Hr) != Roles.None && !db.HrLimits.Any(limit => limit.PersonId == p.Id)).Select(p => p.Id).ToListAsync(cancel),
        (await db.Leaves.AsNoTracking().Where(leave => leave.ToOn >= today).ToListAsync(cancel)).ToLookup(leave => leave.PersonId))
    {
        Gone = (await db.People.Where(p => p.DeactivatedAt != null).Select(p => p.Id).ToListAsync(cancel)).ToHashSet(),
    };

    private static Expression<Func<ReminderRow, bool>> DueBy(DutyKind[] kinds, DateOnly to) => row => row.DueOn <= to && kinds.Contains(row.Kind!.Value);

    /// <summary>In order of id. What may be due in those days is asked of the database; the exact day is reckoned here.</summary>
    private static async Task<Page> WaitingPageAsync(
        AppDbContext db, ReminderSubject subject, ReminderReckoning reckoning, (DateOnly From, DateOnly To) due, Guid lastId, DateOnly today, int take, CancellationToken cancel)
    {
        var days = DaysOf(subject, reckoning);
        var (since, until) = (reckoning.Zone.StartOf(due.From.AddDays(-days)), reckoning.Zone.StartOf(due.To.AddDays(1 - days)));
        var rows = await ReminderRows.Waiting(db, subject)
            .Where(row => row.Id > lastId && row.First < until && (row.First >= since || row.Last >= since))
            .OrderBy(row => row.Id).Take(take).ToListAsync(cancel);
        var facts = await WithPeopleAsync(db, subject, await DatedAsync(db, subject, reckoning, rows, cancel), today, cancel);
        return new(facts, rows.Count < take ? null : new Mark(default, rows[^1].Id));
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
                .Select(row => Of(row, turns[row.Id].Since, DutyRole.Instructor) with { Turn = turns[row.Id].Of }),
        ];

        ReminderRow Of(WaitingRow row, DateTimeOffset since, DutyRole responsible) => new()
        {
            Id = row.Id,
            DueOn = reckoning.Zone.DayOf(since).AddDays(days),
            Responsible = responsible,
            ApprenticeshipId = row.ApprenticeshipId,
            ApprenticeId = row.ApprenticeId,
        };
    }

    /// <summary>For whom each waits to be prepared, in the same order; without those that wait for nobody. Others stay as they are.</summary>
    private static async Task<List<ReminderRow>> TurnedAsync(AppDbContext db, ReminderSubject subject, List<ReminderRow> rows, CancellationToken cancel)
    {
        if (subject != ReminderSubject.Preparation || rows.Count == 0)
        {
            return rows;
        }

        var turns = await PreparationTurns.OfAsync(db, [.. rows.Select(row => row.Id)], cancel);
        return [.. rows.Where(row => turns.ContainsKey(row.Id)).Select(row => row with { Turn = turns[row.Id] })];
    }

    /// <summary>The role that answers for it where nobody is there to do her part.</summary>
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

        // Whoever is of HR for some units is told of nothing she may not see, whatever she is on the record.
        var holders = (await db.Assignments.Where(Assignment.CurrentOn(today))
            .Where(s => records.Contains(s.ApprenticeshipId))
            .Where(s => (s.Person.Roles & Roles.Hr) == Roles.None || !db.HrLimits.Any(limit => limit.PersonId == s.PersonId)
                || db.HrUnits.Any(unit => unit.PersonId == s.PersonId && unit.WorkplaceId == s.Apprenticeship.WorkplaceId))
            .Select(s => new { s.ApprenticeshipId, s.PersonId, s.Role, s.IsDeputy })
            .ToListAsync(cancel)).ToLookup(s => s.ApprenticeshipId, s => new RoleHolder(s.PersonId, s.Role, s.IsDeputy));
        var units = (await db.Apprenticeships.Where(a => records.Contains(a.Id))
            .SelectMany(a => a.Workplace.Personnel, (a, unit) => new { a.Id, unit.PersonId })
            .Where(one => db.People.Any(p => p.Id == one.PersonId && p.DeactivatedAt == null && (p.Roles & Roles.Hr) != Roles.None))
            .ToListAsync(cancel)).ToLookup(one => one.Id, one => one.PersonId);
        return [.. rows.Select(row => Of(row, [.. holders[row.ApprenticeshipId ?? Guid.Empty]])).OfType<ReminderFact>()];

        ReminderFact? Of(ReminderRow row, IReadOnlyList<RoleHolder> there)
        {
            var fact = new ReminderFact(
                new ReminderTopic(subject, row.Kind), row.Id, row.DueOn, row.Responsible, row.NamedId, row.ApprenticeshipId, row.ApprenticeId, there)
            {
                UnitHr = [.. units[row.ApprenticeshipId ?? Guid.Empty]],
            };
            return row.Turn is { } turn ? OfSeveral(fact, turn) : fact;
        }
    }

    /// <summary>With those whose turn it is and those who have done their part; nothing where it waits for nobody on that record.</summary>
    private static ReminderFact? OfSeveral(ReminderFact fact, ReminderTurn turn)
    {
        var parties = fact.Holders.Any(holder => holder.Role == AssignmentRole.Instructor) ? turn.Parties : turn.WithoutInstructor;
        if (parties == FormParties.None)
        {
            return null;
        }

        IReadOnlyList<Guid> together = [.. Of(parties).Where(person => !turn.DoneBy.Contains(person))];
        return fact with
        {
            Responsible = RoleOf(parties),
            Together = together,
            DoneBy = [.. turn.DoneBy.Concat(Of(turn.Done)).Distinct().Where(person => !together.Contains(person))],
        };

        IEnumerable<Guid> Of(FormParties those) => (those.HasFlag(FormParties.Apprentice) ? [fact.ApprenticeId!.Value] : Array.Empty<Guid>())
            .Concat(fact.Holders.Where(one => one.Role != AssignmentRole.Mentor && those.HasFlag(Evaluation.PartyOf(Apprenticeship.RolesOf(one.Role)))).Select(one => one.PersonId))
            .Distinct();
    }
}
