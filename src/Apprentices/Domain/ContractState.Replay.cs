namespace Apprentices.Domain;

/// <content>How entries make the state.</content>
public sealed partial record ContractState
{
    /// <summary>The contract after these entries, in their order; those withdrawn do not count.</summary>
    /// <exception cref="InvalidOperationException">The first entry does not enter a contract.</exception>
    public static ContractState Replay(IEnumerable<RecordEntry> entries)
    {
        var inOrder = entries.OrderBy(entry => entry.Order).ToList();
        var withdrawn = inOrder.Select(entry => (entry.Change as ChangeWithdrawn)?.Mistake).OfType<Guid>().ToHashSet();
        ContractState? state = null;
        foreach (var entry in inOrder.Where(entry => !withdrawn.Contains(entry.Id) && !(entry.Change.Earlier is { } earlier && withdrawn.Contains(earlier))))
        {
            state = state is null
                ? entry.Change is ContractEntered entered ? Of(entered.Terms) : throw new InvalidOperationException("A record begins with its contract.")
                : state.With(entry.Id, entry.Change, entry.RecordedOn);
        }

        return state ?? throw new InvalidOperationException("A record has at least its contract.");
    }

    /// <summary>The contract after one more change; nothing is checked here.</summary>
    public ContractState With(Guid id, RecordChange change, DateOnly recordedOn)
    {
        var told = change.MustBeTold ? this with { ToTell = [.. ToTell, new ToldChange(id, change, recordedOn, null)] } : this;
        return change switch
        {
            ContractCorrected corrected => told.Corrected(corrected.Terms),
            ContractSigned signed => told with { SignedOn = signed.On },
            ContractApproved approved => told with { ApprovedOn = approved.On },
            AgreementSigned agreement => told with { Agreement = agreement },
            InterruptionBegun begun => told with { Breaks = [.. Breaks, new ContractBreak(id, begun.FromOn, begun.ToOn, begun.Percent, begun.Prolongs)] },
            InterruptionEnded ended => told.Ended(ended, recordedOn),
            PeriodExtended extended => told with { Extensions = [.. Extensions, new ContractExtension(id, extended.NewEndsOn, extended.Days)] },
            ConsentGiven consent => told.Answered(consent.To, consent.On, refused: false),
            ConsentRefused refusal => told.Answered(refusal.To, refusal.On, refused: true),
            WorkplaceChanged moved => told with { Workplaces = Added(Workplaces, id, moved.FromOn, moved.WorkplaceId) },
            CountyChanged moved => told with { Counties = Added(Counties, id, moved.FromOn, moved.CountyNumber) },
            CurriculumChanged changed => told with { Curricula = Added(Curricula, id, changed.FromOn, changed.CurriculumCode) },
            KindChanged kind => told with { KindChanges = [.. KindChanges, new ContractKindChange(id, kind.FromOn, kind.Kind)] },
            ContractTerminated terminated => told with { Termination = new ContractEnding(id, terminated.LastDayOn, terminated.Way) },
            TrainingCompleted completed => told with { CompletedOn = completed.On },
            _ => told.WithTest(id, change),
        };
    }

    /// <summary>Another end than the county answered about is told anew and waits anew; one it has not answered about yet is told with the rest.</summary>
    private ContractState Ended(InterruptionEnded ended, DateOnly recordedOn) => this with
    {
        Breaks = [.. Breaks.Select(b => b.Id == ended.Interruption ? b with { ToOn = ended.ToOn, IsRefused = false } : b)],
        ToTell =
        [
            .. ToTell.Select(t => t.Id == ended.Interruption && t.AnsweredOn is not null ? t with { AnsweredOn = null, RecordedOn = recordedOn } : t),
        ],
    };

    /// <summary>A correction says what holds now: the last workplace, county and curriculum are what it names.</summary>
    private ContractState Corrected(Apprenticeship.Terms terms) => this with
    {
        Terms = terms,
        Workplaces = Corrected(Workplaces, terms.StartsOn, terms.WorkplaceId),
        Counties = Corrected(Counties, terms.StartsOn, terms.CountyNumber),
        Curricula = Corrected(Curricula, terms.StartsOn, terms.CurriculumCode),
    };

    private ContractState Answered(Guid to, DateOnly on, bool refused) => this with
    {
        Breaks =
        [
            .. Breaks.Select(b => b.Id != to ? b
                : refused ? b with { IsRefused = true } : b with { ConsentOn = on, ConsentedToOn = b.ToOn, IsRefused = false }),
        ],
        Extensions = [.. Extensions.Select(e => e.Id != to ? e : refused ? e with { IsRefused = true } : e with { ConsentOn = on, IsRefused = false })],
        KindChanges = [.. KindChanges.Select(k => k.Id != to ? k : refused ? k with { IsRefused = true } : k with { ConsentOn = on, IsRefused = false })],
        ToTell = [.. ToTell.Select(t => t.Id == to ? t with { AnsweredOn = on } : t)],
    };

    private static IReadOnlyList<Since<T>> Added<T>(IReadOnlyList<Since<T>> periods, Guid id, DateOnly fromOn, T value) =>
        [.. periods.Where(period => period.FromOn != fromOn).Append(new Since<T>(fromOn, value) { EntryId = id }).OrderBy(period => period.FromOn)];

    private static IReadOnlyList<Since<T>> Corrected<T>(IReadOnlyList<Since<T>> periods, DateOnly startsOn, T value) =>
    [
        .. periods.Select((period, place) => period with
        {
            FromOn = place == 0 ? startsOn : period.FromOn,
            Value = place == periods.Count - 1 ? value : period.Value,
        }),
    ];
}
