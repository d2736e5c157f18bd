using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Reminders;

/// <summary>A talk, hand-over, duty, action or log as reminders name it.</summary>
public sealed record ReminderAbout
{
    public required Guid Id { get; init; }

    /// <summary>The how-manieth talk, or duty of its kind.</summary>
    public int Number { get; init; }

    /// <summary>The training office does it.</summary>
    public bool ByOffice { get; init; }

    /// <summary>The checklist point it is about.</summary>
    public Guid? PointId { get; init; }

    /// <summary>The words of that point.</summary>
    public LocalText? Point { get; init; }
    public string? CountyNumber { get; init; }

    /// <summary>The apprentice; empty where it is the employer's own.</summary>
    public required Guid? ApprenticeId { get; init; }
    public required string? GivenName { get; init; }
    public required string? FullName { get; init; }
    public required bool IsSettled { get; init; }

    /// <summary>The day it is due now.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Of a hand-over, who receives her now.</summary>
    public Guid? ReceiverId { get; init; }

    /// <summary>Of what was agreed, who does it.</summary>
    public Guid? DoerId { get; init; }

    /// <summary>Of what was agreed, the record it is part of.</summary>
    public Guid? RecordId { get; init; }

    /// <summary>Of a signature or a preparation, what the talk is for.</summary>
    public EvaluationKind Kind { get; init; }

    /// <summary>Those it waits for, each her part.</summary>
    public IReadOnlyList<Guid> WaitsFor { get; init; } = [];

    /// <summary>Those who are deputies on the record.</summary>
    public IReadOnlyList<Guid> Deputies { get; init; } = [];

    /// <summary>Those who have done their part while others have not.</summary>
    public IReadOnlyList<Guid> DoneBy { get; init; } = [];

    /// <summary>Reads them by subject and id; in as many statements for each subject there is, and one for the checklist.</summary>
    internal static async Task<IReadOnlyDictionary<(ReminderSubject Subject, Guid Id), ReminderAbout>> ReadAsync(
        AppDbContext db, IReadOnlyCollection<(ReminderSubject Subject, Guid Id)> wanted, ReminderReckoning reckoning, DateOnly today, CancellationToken cancel)
    {
        Dictionary<(ReminderSubject Subject, Guid Id), ReminderAbout> found = [];
        foreach (var subject in wanted.GroupBy(one => one.Subject, one => one.Id))
        {
            var ids = subject.Distinct().ToList();
            var abouts = await Of(db, subject.Key, ids).ToListAsync(cancel);
            foreach (var about in IsReckoned(subject.Key) ? await AsTheyStandAsync(db, subject.Key, abouts, reckoning, today, cancel) : abouts)
            {
                found.Add((subject.Key, about.Id), about);
            }
        }

        var points = found.Values.Any(about => about.PointId is not null)
            ? await db.ChecklistPoints.Select(point => new { point.Id, point.Title }).ToDictionaryAsync(point => point.Id, point => point.Title, cancel)
            : [];
        return found.ToDictionary(about => about.Key, about => about.Value.PointId is { } id ? about.Value with { Point = points.GetValueOrDefault(id) } : about.Value);
    }

    /// <summary>What has no state of its own: it is due as long as it waits.</summary>
    private static bool IsReckoned(ReminderSubject subject) =>
        subject is ReminderSubject.EntriesWaiting or ReminderSubject.SilentLog or ReminderSubject.Signature or ReminderSubject.Preparation;

    /// <summary>What waits no more is settled; what does is due on the day that is reckoned now.</summary>
    private static async Task<IEnumerable<ReminderAbout>> AsTheyStandAsync(
        AppDbContext db, ReminderSubject subject, IReadOnlyList<ReminderAbout> abouts, ReminderReckoning reckoning, DateOnly today, CancellationToken cancel)
    {
        var facts = (await ReminderFacts.OfAsync(db, subject, [.. abouts.Select(about => about.Id)], reckoning, today, cancel)).ToDictionary(fact => fact.AboutId);
        return abouts.Select(about => about with
        {
            // A log written in since, and still again, is not quiet yet.
            IsSettled = !facts.TryGetValue(about.Id, out var open) || (subject == ReminderSubject.SilentLog && open.DueOn > today),
            DueOn = open?.DueOn ?? about.DueOn,
            WaitsFor = open?.Together ?? [],
            Deputies = [.. open?.Holders.Where(holder => holder.IsDeputy).Select(holder => holder.PersonId) ?? []],
            DoneBy = open?.DoneBy ?? [],
        });
    }

    private static IQueryable<ReminderAbout> Of(AppDbContext db, ReminderSubject subject, IReadOnlyList<Guid> ids) => subject switch
    {
        ReminderSubject.Talk => db.Evaluations.Where(e => ids.Contains(e.Id)).Select(e => new ReminderAbout
        {
            Id = e.Id,
            Number = e.Number,
            ApprenticeId = e.Apprenticeship.PersonId,
            GivenName = e.Apprenticeship.Person.GivenName,
            FullName = e.Apprenticeship.Person.GivenName + " " + e.Apprenticeship.Person.FamilyName,
            IsSettled = e.State != EvaluationState.Planned,
            DueOn = e.DueOn,
        }),
        ReminderSubject.HandOver => db.Placements.Where(p => ids.Contains(p.Id)).Select(p => new ReminderAbout
        {
            Id = p.Id,
            ApprenticeId = p.Apprenticeship.PersonId,
            GivenName = p.Apprenticeship.Person.GivenName,
            FullName = p.Apprenticeship.Person.GivenName + " " + p.Apprenticeship.Person.FamilyName,
            IsSettled = p.ConfirmedAt != null,
            DueOn = p.FromOn,
            ReceiverId = p.InstructorId,
        }),
        ReminderSubject.Action => db.AgreedActions.Where(action => ids.Contains(action.Id)).Select(action => new ReminderAbout
        {
            Id = action.Id,
            ApprenticeId = action.Apprenticeship.PersonId,
            GivenName = action.Apprenticeship.Person.GivenName,
            FullName = action.Apprenticeship.Person.GivenName + " " + action.Apprenticeship.Person.FamilyName,
            IsSettled = action.DoneOn != null,
            DueOn = action.DueOn,
            DoerId = action.ResponsibleId,
            RecordId = action.ApprenticeshipId,
        }),
        ReminderSubject.Signature or ReminderSubject.Preparation => db.Evaluations.Where(e => ids.Contains(e.Id)).Select(e => new ReminderAbout
        {
            Id = e.Id,
            Kind = e.Kind,
            Number = e.Number,
            ApprenticeId = e.Apprenticeship.PersonId,
            GivenName = e.Apprenticeship.Person.GivenName,
            FullName = e.Apprenticeship.Person.GivenName + " " + e.Apprenticeship.Person.FamilyName,
            IsSettled = false,
            DueOn = e.PlannedOn ?? e.DueOn,
        }),
        ReminderSubject.EntriesWaiting or ReminderSubject.SilentLog => db.Apprenticeships.Where(a => ids.Contains(a.Id)).Select(a => new ReminderAbout
        {
            Id = a.Id,
            ApprenticeId = a.PersonId,
            GivenName = a.Person.GivenName,
            FullName = a.Person.GivenName + " " + a.Person.FamilyName,
            IsSettled = false,
            DueOn = a.EndsOn,
        }),
        _ => db.TrackedDuties.Where(duty => ids.Contains(duty.Id)).Select(duty => new ReminderAbout
        {
            Id = duty.Id,
            Number = duty.Number,
            ByOffice = duty.ByOffice,
            PointId = duty.Kind == DutyKind.ChecklistPoint ? duty.Subject : null,
            CountyNumber = duty.CountyNumber,
            ApprenticeId = duty.Apprenticeship!.PersonId,
            GivenName = duty.Apprenticeship.Person.GivenName,
            FullName = duty.Apprenticeship.Person.GivenName + " " + duty.Apprenticeship.Person.FamilyName,
            IsSettled = duty.State != DutyState.Open,
            DueOn = duty.ActOn,
        }),
    };
}
