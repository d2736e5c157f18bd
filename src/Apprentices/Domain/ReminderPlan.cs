namespace Apprentices.Domain;

/// <summary>Something that is to be done by a day, and the people it may concern on the day that is asked about.</summary>
/// <param name="Topic">What it is.</param>
/// <param name="AboutId">The talk, placement, duty or action.</param>
/// <param name="DueOn">The day by which it is to be done.</param>
/// <param name="Responsible">The role that sees to it.</param>
/// <param name="NamedId">The one person who sees to it, where it is given to one.</param>
/// <param name="ApprenticeshipId">Whose training it is part of; empty where it is the employer's own.</param>
/// <param name="ApprenticeId">The apprentice; empty where it is the employer's own.</param>
/// <param name="Holders">Who has which role on the record on that day, deputies among them.</param>
public sealed record ReminderFact(
    ReminderTopic Topic, Guid AboutId, DateOnly DueOn, DutyRole Responsible, Guid? NamedId, Guid? ApprenticeshipId, Guid? ApprenticeId,
    IReadOnlyList<RoleHolder> Holders)
{
    /// <summary>Those who see to it, each her part, where it waits for several; empty: the one named, or the role.</summary>
    public IReadOnlyList<Guid> Together { get; init; } = [];

    /// <summary>Those of HR who are so for the unit she works in, among others.</summary>
    public IReadOnlyList<Guid> UnitHr { get; init; } = [];

    /// <summary>Those who have done their part of it, and are not named for it any more.</summary>
    public IReadOnlyList<Guid> DoneBy { get; init; } = [];
}

/// <summary>Somebody with a role on a record, or who stands in for whoever has it.</summary>
public sealed record RoleHolder(Guid PersonId, AssignmentRole Role, bool IsDeputy = false);

/// <summary>One person to be told of one thing at one step.</summary>
/// <param name="Fact">What it is about.</param>
/// <param name="Step">Days after the due day; negative before it.</param>
/// <param name="Rung">Why it is she: named by the rule, or because nothing has happened.</param>
/// <param name="RecipientId">Who.</param>
/// <param name="InboxOnly">By the rule it stands in her inbox alone.</param>
public sealed record ReminderDecision(ReminderFact Fact, int Step, ReminderRung Rung, Guid RecipientId, bool InboxOnly = false);

/// <summary>What holds for the days that are asked about: the rules, who is in HR, and who is away when.</summary>
/// <param name="Rules">When and whom to tell, by topic; what nobody is told of has none.</param>
/// <param name="Hr">HR of the whole house: told where the record names no HR contact.</param>
/// <param name="Leaves">Who is away, by person.</param>
public sealed record ReminderTerms(IReadOnlyDictionary<ReminderTopic, ReminderRule> Rules, IReadOnlyCollection<Guid> Hr, ILookup<Guid, Leave> Leaves)
{
    /// <summary>Those who may not come in any more: they are told nothing.</summary>
    public IReadOnlySet<Guid> Gone { get; init; } = new HashSet<Guid>();

    /// <summary>Whether it stands in the inbox alone, whoever is told.</summary>
    public bool IsInboxOnly(ReminderTopic topic) => Rules.TryGetValue(topic, out var rule) && rule.InboxOnly;

    public Leave? LeaveOn(Guid person, DateOnly day) => Leaves[person].FirstOrDefault(leave => leave.IsOn(day));
}

/// <summary>
/// Decides who is told what on a day. A pure function: the same facts, rules and day give the same decisions, so that what is sent is what
/// was foreseen. It climbs from those named to the training manager and to HR while nothing happens, and tells nobody twice of the same.
/// </summary>
public static class ReminderPlan
{
    /// <param name="today">The day.</param>
    /// <param name="fact">What is still to be done, and by whom.</param>
    /// <param name="terms">When and whom to tell, and who is there.</param>
    public static IReadOnlyList<ReminderDecision> On(DateOnly today, ReminderFact fact, ReminderTerms terms)
    {
        List<ReminderDecision> decisions = [];
        if (!terms.Rules.TryGetValue(fact.Topic, out var rule))
        {
            return decisions;
        }

        fact = Without(terms.Gone, fact);
        foreach (var (rung, step) in rule.On(today, fact.DueOn))
        {
            var recipients = rung switch
            {
                ReminderRung.TrainingManager when !Duty.Ladder(fact.Responsible).Contains(DutyRole.TrainingManager) => [],
                ReminderRung.TrainingManager => With(fact, AssignmentRole.TrainingManager),
                ReminderRung.Hr => HrOf(fact, terms.Hr),
                _ => Named(fact, rule.Recipients, terms.Hr).Where(person => !fact.DoneBy.Contains(person)),
            };
            foreach (var decision in recipients.Distinct().SelectMany(person => Reached(today, fact, person, rung, terms).Select(one =>
                new ReminderDecision(fact, step, one == person ? rung : ReminderRung.Deputy, one, rule.InboxOnly))).OrderBy(one => Precedence(fact, one)))
            {
                if (!decisions.Exists(one => one.RecipientId == decision.RecipientId))
                {
                    decisions.Add(decision);
                }
            }
        }

        return decisions;
    }

    /// <summary>Who is told on a day what is one person's to do: herself while she is there.</summary>
    /// <param name="today">The day.</param>
    /// <param name="fact">What it is.</param>
    /// <param name="person">Whose it is.</param>
    /// <param name="terms">Who is there.</param>
    public static IReadOnlyList<Guid> ToldFor(DateOnly today, ReminderFact fact, Guid person, ReminderTerms terms) =>
        [.. Reached(today, Without(terms.Gone, fact), person, ReminderRung.Named, terms).Distinct()];

    private static ReminderFact Without(IReadOnlySet<Guid> gone, ReminderFact fact) =>
        fact with { Holders = [.. fact.Holders.Where(holder => !gone.Contains(holder.PersonId))] };

    /// <summary>Of two reasons to tell somebody the same: that she stands in, where it is all she is there for, and else that it is her own affair.</summary>
    private static int Precedence(ReminderFact fact, ReminderDecision decision)
    {
        var hers = fact.Holders.Where(holder => holder.PersonId == decision.RecipientId).ToList();
        return decision.Rung != ReminderRung.Deputy ? 1 : hers.Count > 0 && hers.TrueForAll(holder => holder.IsDeputy) ? 0 : 2;
    }

    /// <summary>
    /// Herself while she is there; else whoever stands in and may see the record, else the training manager, else HR. What is HR's stays with HR
    /// while anybody of HR is there. Where nobody is there it is told her all the same: it must not fall between. One who is gone is told nothing.
    /// </summary>
    private static IEnumerable<Guid> Reached(DateOnly today, ReminderFact fact, Guid person, ReminderRung rung, ReminderTerms terms)
    {
        var (isGone, leave) = (terms.Gone.Contains(person), terms.LeaveOn(person, today));
        if (!isGone && leave is null)
        {
            return [person];
        }

        var deputies = leave?.DeputyId is { } deputy && (terms.Hr.Contains(deputy) || fact.UnitHr.Contains(deputy) || fact.Holders.Any(holder => holder.PersonId == deputy && holder.Role != AssignmentRole.Mentor))
            ? [deputy]
            : Array.Empty<Guid>();
        var managers = Present(With(fact, AssignmentRole.TrainingManager));
        var hr = Else(Present(With(fact, AssignmentRole.HrContact)), Present(terms.Hr.Concat(fact.UnitHr)));
        var isHrs = rung == ReminderRung.Hr || fact.Holders.Any(holder => holder.PersonId == person && holder.Role == AssignmentRole.HrContact)
            || (fact is { Responsible: DutyRole.Hr, NamedId: null } && !fact.Holders.Any(holder => holder.PersonId == person));
        return Else(Present(deputies), Else(isHrs ? hr : managers, Else(isHrs ? managers : hr, isGone ? [] : [person])));

        IEnumerable<Guid> Present(IEnumerable<Guid> people) => people.Where(one => !terms.Gone.Contains(one) && terms.LeaveOn(one, today) is null).ToList();
    }

    private static IEnumerable<Guid> Named(ReminderFact fact, ReminderRecipients recipients, IReadOnlyCollection<Guid> hr)
    {
        var named = recipients.HasFlag(ReminderRecipients.Responsible) ? ResponsibleOf(fact, hr) : [];
        if (recipients.HasFlag(ReminderRecipients.Apprentice) && fact.ApprenticeId is { } apprentice)
        {
            named = named.Append(apprentice);
        }

        if (recipients.HasFlag(ReminderRecipients.Instructor))
        {
            named = named.Concat(With(fact, AssignmentRole.Instructor));
        }

        return recipients.HasFlag(ReminderRecipients.TrainingManager) ? named.Concat(With(fact, AssignmentRole.TrainingManager)) : named;
    }

    /// <summary>Whoever sees to it. Where nobody has the role the next one answers for it; a mentor has no access and is never told.</summary>
    private static IEnumerable<Guid> ResponsibleOf(ReminderFact fact, IReadOnlyCollection<Guid> hr)
    {
        if (fact.NamedId is { } named)
        {
            return [named];
        }

        if (fact.Together.Count > 0)
        {
            return fact.Together;
        }

        return fact.Responsible switch
        {
            DutyRole.Apprentice when fact.ApprenticeId is { } apprentice => [apprentice],
            DutyRole.Hr => HrOf(fact, hr),
            DutyRole.TrainingManager => Else(With(fact, AssignmentRole.TrainingManager), HrOf(fact, hr)),
            _ => Else(With(fact, AssignmentRole.Instructor), Else(With(fact, AssignmentRole.TrainingManager), HrOf(fact, hr))),
        };
    }

    private static IEnumerable<Guid> HrOf(ReminderFact fact, IReadOnlyCollection<Guid> hr) => Else(With(fact, AssignmentRole.HrContact), hr.Concat(fact.UnitHr));

    private static IReadOnlyCollection<Guid> With(ReminderFact fact, AssignmentRole role) =>
        [.. fact.Holders.Where(holder => holder.Role == role).Select(holder => holder.PersonId)];

    private static IEnumerable<Guid> Else(IEnumerable<Guid> first, IEnumerable<Guid> otherwise) => first.Any() ? first : otherwise;
}
