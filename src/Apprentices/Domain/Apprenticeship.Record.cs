namespace Apprentices.Domain;

/// <content>What happened to the contract, entry by entry, and what follows from it.</content>
public sealed partial class Apprenticeship
{
    private readonly List<RecordEntry> entries = [];
    private readonly List<WorkplacePeriod> workplaces = [];
    private readonly List<TrackedDuty> duties = [];
    private readonly List<AuditedRecord> audits = [];

    /// <summary>Everything entered about the contract, in order.</summary>
    public IReadOnlyList<RecordEntry> Entries => entries;

    /// <summary>Where she works and worked, each from a day until the next.</summary>
    public IReadOnlyList<WorkplacePeriod> Workplaces => workplaces;

    /// <summary>What falls due on it, beside the half-yearly talks.</summary>
    public IReadOnlyList<TrackedDuty> Duties => duties;

    /// <summary>By which an auditor may or might read it for a time.</summary>
    public IReadOnlyList<AuditedRecord> Audits => audits;

    /// <summary>The contract as its entries tell it now.</summary>
    public ContractState State => ContractState.Replay(entries);

    /// <summary>The contract as it stood in the evening of a day, by what had been entered until then; nothing before it was entered.</summary>
    public ContractState? StateAsOf(DateOnly day) =>
        entries.Where(entry => entry.RecordedOn <= day).ToList() is { Count: > 0 } known ? ContractState.Replay(known) : null;

    /// <summary>What its duties are counted from. Needs its assignments.</summary>
    public DutyFacts Facts => FactsOf(State);

    /// <summary>The same for a state of its contract on another day, or one that is only thought of.</summary>
    public DutyFacts FactsOf(ContractState state)
    {
        var instructors = assignments.Where(a => a is { Role: AssignmentRole.Instructor, IsDeputy: false }).OrderBy(a => a.FromOn).ToList();
        return new DutyFacts(state)
        {
            InstructorChanges = [.. instructors.Zip(instructors.Skip(1)).Where(pair => pair.First.PersonId != pair.Second.PersonId).Select(pair => (pair.Second.Id, pair.Second.FromOn))],
        };
    }

    /// <summary>
    /// Adds an entry. What is done stays; what is not done moves with the days: the plan and the talks at once, the duties
    /// with <see cref="ScheduleDuties"/>.
    /// </summary>
    /// <exception cref="RuleException">It cannot be so.</exception>
    public RecordEntry Record(RecordChange change, Decider decidedBy, DateOnly today, Guid? recordedById = null)
    {
        RecordRules.Require(this, change, today);
        var entry = Add(change, decidedBy, today, recordedById);
        Project(today);
        return entry;
    }

    /// <summary>The contract as it would be after one more entry, which is not made.</summary>
    /// <exception cref="RuleException">It cannot be so.</exception>
    public ContractState StateAfter(RecordChange change, DateOnly today)
    {
        RecordRules.Require(this, change, today);
        return ContractState.Replay([.. entries, new RecordEntry(entries.Max(entry => entry.Order) + 1, change, Decider.Employer, today, null)]);
    }

    /// <summary>What had been chosen for a later day holds once the day has come. Needs neither plan nor talks: no day moves by it.</summary>
    public void RollOver(DateOnly today)
    {
        var state = State;
        Kind = state.KindOn(today);
        (TestsSat, TestPassedOn) = (state.Sittings.Count, state.TestPassedOn);
        (CurriculumCode, CountyNumber, WorkplaceId) = (state.CurriculumOn(today), state.CountyOn(today), state.WorkplaceOn(today));
    }

    /// <summary>Counts the duties anew. What somebody did or waived keeps its days; what no longer falls due goes. Needs its assignments.</summary>
    /// <param name="rules">What house and counties have set.</param>
    /// <param name="since">A duty that comes about only now and was due before this day is asked of nobody.</param>
    public void ScheduleDuties(DutyRules rules, DateOnly? since = null)
    {
        var now = Domain.Duties.For(Facts, rules).Where(duty => duty.Kind != DutyKind.HalfYearTalk && !duty.IsOnlyProposed).ToDictionary(duty => duty.Key);
        duties.RemoveAll(duty => !now.ContainsKey(duty.Key) && duty.DoneById is null && duty.SentOn is null);
        foreach (var (key, duty) in now)
        {
            if (duties.Find(tracked => tracked.Key == key) is { } tracked)
            {
                tracked.Follow(duty);
            }
            else
            {
                duties.Add(new TrackedDuty(duty, since > EnteredOn ? since.Value : EnteredOn));
            }
        }
    }

    /// <summary>For records from before entries were kept: the entries that make it what it is.</summary>
    public void TellFromColumns()
    {
        if (entries.Count > 0)
        {
            return;
        }

        Add(new ContractEntered(CurrentTerms with { EndsOn = ContractEndsOn }), Decider.Employer, EnteredOn, null);
        foreach (var away in interruptions.OrderBy(i => i.StartsOn))
        {
            Add(new InterruptionBegun(away.StartsOn, away.EndsOn, away.Percent, Prolongs: true), Decider.Employer, EnteredOn, null).WithId(away.Id);
            if (away.CountyConsentOn is { } consent)
            {
                Add(new ConsentGiven(away.Id, consent), Decider.County, EnteredOn, null);
            }
        }

        Project(EnteredOn);
    }

    private Terms CurrentTerms => new(Kind, Variant, VigoNumber, CurriculumCode, CountyNumber, WorkplaceId, StartsOn, ContractEndsOn)
    {
        TrainingOffice = TrainingOffice,
        CreditMonths = CreditMonths,
        PartTimePercent = PartTimePercent,
        HasYouthRight = HasYouthRight,
        ResidenceCountyNumber = ResidenceCountyNumber,
        MissingSubjects = MissingSubjects,
    };

    private RecordEntry Add(RecordChange change, Decider decidedBy, DateOnly today, Guid? recordedById)
    {
        if (entries.Count == 0 && change is not ContractEntered)
        {
            throw new InvalidOperationException("The entries of the record were not read with it.");
        }

        var entry = new RecordEntry(entries.Count == 0 ? 1 : entries.Max(e => e.Order) + 1, change, decidedBy, today, recordedById).OfRecord(Id);
        entries.Add(entry);
        return entry;
    }

    /// <summary>Sets the columns to what the entries say on a day.</summary>
    private void Project(DateOnly today)
    {
        var state = State;
        var (terms, period) = (state.Terms, state.Period);
        RollOver(today);
        (Variant, VigoNumber) = (terms.Variant, terms.VigoNumber);
        (StartsOn, ContractEndsOn, EndsOn) = (terms.StartsOn, period.ContractEndsOn, period.EndsOn);
        (TrainingOffice, CreditMonths, PartTimePercent) = (terms.TrainingOffice, terms.CreditMonths, terms.PartTimePercent);
        (HasYouthRight, ResidenceCountyNumber, MissingSubjects) = (terms.HasYouthRight, terms.ResidenceCountyNumber, terms.MissingSubjects);
        IsWaitingForCounty = state.IsWaiting;
        Follow(state.Breaks);
        Follow(state.Workplaces);
        Reschedule(isCut: state.CutOn is not null);
    }

    private void Follow(IReadOnlyList<ContractBreak> breaks)
    {
        interruptions.RemoveAll(interruption => breaks.All(away => away.Id != interruption.Id));
        foreach (var away in breaks)
        {
            if (interruptions.Find(known => known.Id == away.Id) is not { } interruption)
            {
                interruption = new Interruption(away.Id);
                interruptions.Add(interruption);
            }

            interruption.Follow(away);
        }
    }

    private void Follow(IReadOnlyList<Since<Guid>> periods)
    {
        workplaces.RemoveAll(workplace => periods.All(period => period.EntryId != workplace.EntryId));
        foreach (var period in periods)
        {
            if (workplaces.Find(known => known.EntryId == period.EntryId) is not { } workplace)
            {
                workplace = new WorkplacePeriod(period.EntryId);
                workplaces.Add(workplace);
            }

            workplace.Follow(period);
        }
    }
}
