using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.RecordChanges;

/// <summary>What the forms for what happened to a contract start from: the contract as it stands, and what may be chosen.</summary>
public sealed class ReadChangeChoices(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, DutyRulebook rulebook)
{
    /// <summary>An entry that may be taken back.</summary>
    public sealed record Entry(Guid Id, RecordChange Change, RecordChange? Earlier, DateOnly RecordedOn);

    /// <param name="Version">The saves of the contract that the form is filled from.</param>
    /// <param name="Today">The day.</param>
    /// <param name="State">The contract as it stands.</param>
    /// <param name="Withdrawable">The entries that may be taken back, latest first.</param>
    /// <param name="Names">The names the entries speak of.</param>
    /// <param name="Workplaces">The workplaces there are.</param>
    /// <param name="Curricula">The curricula there are.</param>
    /// <param name="SicknessWeeks">Sickness longer than this is told the county.</param>
    public sealed record Result(
        int Version, DateOnly Today, ContractState State, IReadOnlyList<Entry> Withdrawable, RecordNames Names, IReadOnlyList<string> Workplaces,
        IReadOnlyList<Curriculum> Curricula, int SicknessWeeks)
    {
        public string County => DutyWords.CountyName(State.CountyOn(Today));

        /// <summary>The breaks that may get another last day.</summary>
        public IReadOnlyList<ContractBreak> Breaks => [.. State.Breaks.Where(away => !away.IsRefused)];

        /// <summary>The entries that wait for the county.</summary>
        public IReadOnlyList<(Guid Id, string Words)> Waiting => [.. WaitingForCounty.Of(State)];

        /// <summary>The state's position code of the kind of contract.</summary>
        public string PositionCode => State.KindOn(Today) == ContractKind.Apprentice ? "1362" : "1446";

        /// <summary>The earlier entry something must be about, where there is only one.</summary>
        public Guid? Only(WhatHappened what) => what switch
        {
            WhatHappened.InterruptionEnd => Breaks is [var only] ? only.Id : Breaks.Where(away => away.ToOn is null).Select(away => (Guid?)away.Id).FirstOrDefault(),
            WhatHappened.Consent or WhatHappened.Refusal => Waiting is [var only] ? only.Id : null,
            _ => null,
        };

        /// <summary>Whether it can have happened to the contract as it stands.</summary>
        public bool Allows(WhatHappened what) => what switch
        {
            WhatHappened.Consent or WhatHappened.Refusal => Waiting.Count > 0,
            WhatHappened.Withdrawal => Withdrawable.Count > 0,
            WhatHappened.Test => State.MaySitAgain,
            WhatHappened.Agreement => true,
            WhatHappened.InterruptionEnd => State.CutOn is null && Breaks.Count > 0,
            _ => State.CutOn is null,
        };
    }

    public async Task<Result?> RunAsync(Guid id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ChangeRecords);

        await using var db = await database.CreateDbContextAsync(cancel);
        var contract = await db.Apprenticeships.VisibleTo(user).AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancel);
        if (contract is null)
        {
            return null;
        }

        var state = contract.State;
        var rules = await rulebook.ReadAsync(db, cancel);
        var curricula = await db.Curricula.AsNoTracking().OrderBy(c => c.Code).ToListAsync(cancel);
        var workplaces = await db.Workplaces.OrderBy(w => w.SearchText).Select(w => new { w.Id, w.Name, IsOffered = db.Workplaces.WithinUnitsOf(user).Any(own => own.Id == w.Id) }).ToListAsync(cancel);
        var changes = contract.Entries.ToDictionary(entry => entry.Id, entry => entry.Change);
        return new Result(
            contract.Version, user.Today, state,
            [
                .. contract.Entries.Where(entry => RecordRules.MayWithdraw(contract, entry)).OrderByDescending(entry => entry.Order)
                    .Select(entry => new Entry(entry.Id, entry.Change, entry.Change.Earlier is { } earlier ? changes.GetValueOrDefault(earlier) : null, entry.RecordedOn)),
            ],
            new RecordNames(workplaces.ToDictionary(w => w.Id, w => w.Name), curricula.ToDictionary(c => c.Code, c => c.Trade.ToString())),
            [.. workplaces.Where(w => w.IsOffered).Select(w => w.Name)], curricula, rules.SettingOf(state.CountyOn(user.Today), user.Today).LongSicknessWeeks);
    }
}
