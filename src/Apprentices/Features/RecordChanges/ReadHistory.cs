using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.RecordChanges;

/// <summary>Everything that was entered about a contract, and the record as it was in the evening of a day.</summary>
public sealed class ReadHistory(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, AccessLog readings, DutyRulebook rulebook)
{
    /// <summary>Where an entry stands with the county.</summary>
    public enum Consent
    {
        NotNeeded,
        Waiting,
        Given,
        Refused,
    }

    /// <summary>HR's reason; nothing for anybody else.</summary>
    public sealed record Reason(InterruptionCause? Cause, string? Text);

    /// <summary>One entry: what it says, who decided it, who entered it and when, and where it stands.</summary>
    public sealed record Row(
        Guid Id, RecordChange Change, RecordChange? Earlier, Decider DecidedBy, DateOnly RecordedOn, string? RecordedBy, Consent Consent,
        DateOnly? AnsweredOn, bool IsWithdrawn, bool MayWithdraw, IReadOnlyList<TermsDifference> Corrections, Reason? Reason);

    /// <summary>The record as it was: the contract and what was due by it, with the days as they were counted then.</summary>
    public sealed record Then(DateOnly Day, ContractState? State, IReadOnlyList<ThenDuty> Duties);

    /// <param name="Duty">What was due.</param>
    /// <param name="Title">The words of a checklist's point.</param>
    /// <param name="DoneOn">The day it was done, if that was by then.</param>
    public sealed record ThenDuty(Duty Duty, LocalText? Title, DateOnly? DoneOn);

    public sealed record Result(
        IReadOnlyList<Row> Rows, Then? Then, RecordNames Names, ContractState State, DateOnly EnteredOn, DateOnly Today, bool MaySeeReasons, bool MayChange)
    {
        /// <summary>Whether the reader may see who has read the record: whose it is, and HR.</summary>
        public bool MaySeeReaders { get; init; }
    }

    /// <param name="id">Whose.</param>
    /// <param name="asOf">The day the record is to be read as of.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Result?> RunAsync(Guid id, DateOnly? asOf = null, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        if (!user.Allows(Policy.SeeHistory))
        {
            return null;
        }

        await using var db = await database.CreateDbContextAsync(cancel);
        var contract = await db.Apprenticeships.VisibleTo(user).WithDuties().Include(a => a.Evaluations).AsNoTracking()
            .SingleOrDefaultAsync(a => a.Id == id, cancel);
        if (contract is null)
        {
            return null;
        }

        await readings.NoteAsync(user, id, Opened.History, cancel: cancel);
        var names = await db.RecordEntries.VisibleTo(user).Where(e => e.ApprenticeshipId == id && e.RecordedBy != null)
            .Select(e => new { e.Id, Name = e.RecordedBy!.GivenName + " " + e.RecordedBy.FamilyName })
            .ToDictionaryAsync(e => e.Id, e => e.Name, cancel);
        var reasons = await db.EntryReasons.VisibleTo(user).Where(r => r.ApprenticeshipId == id)
            .ToDictionaryAsync(r => r.EntryId, r => new Reason(r.Cause, r.Text), cancel);
        var mayChange = user.Allows(Policy.ChangeRecords);
        var day = asOf > user.Today ? user.Today : asOf;
        return new Result(
            Rows(contract, names, reasons, mayChange),
            day is { } evening ? ThenOf(contract, evening, await rulebook.ReadAsync(db, cancel)) : null,
            await NamesAsync(db, contract, cancel), contract.State, contract.EnteredOn, user.Today, user.IsPersonnel, mayChange)
        {
            MaySeeReaders = user.Allows(Policy.SeeReaders) && (contract.PersonId == user.PersonId || user.IsAny(Roles.Hr)),
        };
    }

    private static List<Row> Rows(
        Apprenticeship contract, Dictionary<Guid, string> names, Dictionary<Guid, Reason> reasons, bool mayChange)
    {
        var state = contract.State;
        var changes = contract.Entries.ToDictionary(entry => entry.Id, entry => entry.Change);
        var withdrawn = changes.Values.OfType<ChangeWithdrawn>().Select(change => change.Mistake).ToHashSet();
        var rows = new List<Row>();
        Apprenticeship.Terms? terms = null;
        foreach (var entry in contract.Entries.OrderBy(entry => entry.Order))
        {
            var isWithdrawn = withdrawn.Contains(entry.Id) || (entry.Change is not ChangeWithdrawn && entry.Change.Earlier is { } about && withdrawn.Contains(about));
            var (consent, answeredOn) = isWithdrawn ? (Consent.NotNeeded, null) : Answer(state, entry);
            var said = (entry.Change as ContractEntered)?.Terms ?? (entry.Change as ContractCorrected)?.Terms;
            rows.Add(new Row(
                entry.Id, entry.Change, entry.Change.Earlier is { } earlier ? changes.GetValueOrDefault(earlier) : null, entry.DecidedBy, entry.RecordedOn,
                names.GetValueOrDefault(entry.Id), consent, answeredOn, isWithdrawn, mayChange && !isWithdrawn && RecordRules.MayWithdraw(contract, entry),
                terms is not null && said is not null ? TermsDifference.Between(terms, said) : [], reasons.GetValueOrDefault(entry.Id)));
            terms = said ?? terms;
        }

        rows.Reverse();
        return rows;
    }

    private static (Consent Consent, DateOnly? AnsweredOn) Answer(ContractState state, RecordEntry entry)
    {
        if (state.Breaks.FirstOrDefault(away => away.Id == entry.Id) is { Prolongs: true } away)
        {
            return Answer(away.IsWaiting, away.IsRefused, away.ConsentOn);
        }

        if (state.Extensions.FirstOrDefault(extension => extension.Id == entry.Id) is { } extension)
        {
            return Answer(extension.ConsentOn is null && !extension.IsRefused, extension.IsRefused, extension.ConsentOn);
        }

        return state.KindChanges.FirstOrDefault(kind => kind.Id == entry.Id) is { } kind
            ? Answer(kind.ConsentOn is null && !kind.IsRefused, kind.IsRefused, kind.ConsentOn)
            : (Consent.NotNeeded, null);
    }

    private static (Consent, DateOnly?) Answer(bool waits, bool refused, DateOnly? on) =>
        waits ? (Consent.Waiting, null) : refused ? (Consent.Refused, null) : (Consent.Given, on);

    private static Then ThenOf(Apprenticeship contract, DateOnly day, DutyRules rules)
    {
        var state = contract.StateAsOf(day);
        if (state is null)
        {
            return new Then(day, null, []);
        }

        var titles = rules.Checklist.ToDictionary(point => point.Id, point => point.Title);
        var done = contract.Duties.Where(duty => duty.State is DutyState.Done && duty.DoneOn <= day).ToDictionary(duty => duty.Key, duty => duty.DoneOn);
        foreach (var talk in contract.Evaluations.Where(talk => talk.Kind == EvaluationKind.HalfYear && talk.HeldOn <= day))
        {
            done[new DutyKey(DutyKind.HalfYearTalk, talk.Number, Guid.Empty)] = talk.HeldOn;
        }

        return new Then(day, state,
        [
            .. Domain.Duties.For(contract.FactsOf(state), rules).Where(duty => !duty.IsOnlyProposed)
                .Select(duty => new ThenDuty(duty, titles.GetValueOrDefault(duty.Subject), duty.SettledOn ?? done.GetValueOrDefault(duty.Key))),
        ]);
    }

    private static async Task<RecordNames> NamesAsync(AppDbContext db, Apprenticeship contract, CancellationToken cancel)
    {
        var changes = contract.Entries.Select(entry => entry.Change).ToList();
        var terms = changes.Select(change => (change as ContractEntered)?.Terms ?? (change as ContractCorrected)?.Terms).OfType<Apprenticeship.Terms>().ToList();
        Guid[] workplaces = [.. terms.Select(t => t.WorkplaceId), .. changes.OfType<WorkplaceChanged>().Select(change => change.WorkplaceId)];
        string[] codes = [.. terms.Select(t => t.CurriculumCode), .. changes.OfType<CurriculumChanged>().Select(change => change.CurriculumCode)];
        var curricula = await db.Curricula.AsNoTracking().Where(c => EF.Parameter(codes).Contains(c.Code)).ToListAsync(cancel);
        return new RecordNames(
            await db.Workplaces.Where(w => EF.Parameter(workplaces).Contains(w.Id)).ToDictionaryAsync(w => w.Id, w => w.Name, cancel),
            curricula.ToDictionary(c => c.Code, c => c.Trade.ToString()));
    }
}
