using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Reminders;

/// <summary>What somebody is told of one thing that is due, alike in the inbox, in a mail and beforehand. Nothing of what it is about.</summary>
/// <param name="Topic">What kind of thing it is.</param>
/// <param name="About">Which one.</param>
/// <param name="RecipientId">Who is told.</param>
/// <param name="DueOn">The day it was told for.</param>
/// <param name="Step">Days after that day; negative before it.</param>
/// <param name="Rung">Why it is she.</param>
public sealed record ReminderItem(ReminderTopic Topic, ReminderAbout About, Guid RecipientId, DateOnly DueOn, int Step, ReminderRung Rung)
{
    /// <summary>The promise; empty for what is only foreseen.</summary>
    public Guid Id { get; init; }
    public DateTimeOffset QueuedAt { get; init; }
    public DateTimeOffset? SentAt { get; init; }
    public DateTimeOffset? ReadAt { get; init; }

    public ReminderSubject Subject => Topic.Subject;

    /// <summary>It is told the apprentice herself.</summary>
    public bool IsOwn => About.ApprenticeId == RecipientId;

    /// <summary>It is done, or not to be done.</summary>
    public bool IsSettled => About.IsSettled;

    /// <summary>It is due on another day now, or another's.</summary>
    public bool HasMoved => About.DueOn != DueOn || (About.ReceiverId is { } receiver && receiver != RecipientId);

    /// <summary>Reads them in the order given, in as many statements whatever their number.</summary>
    internal static async Task<IReadOnlyList<ReminderItem>> ReadAsync(AppDbContext db, IQueryable<Reminder> reminders, CancellationToken cancel)
    {
        var rows = await reminders.Select(r => new { Reminder = r, r.Mail!.SentAt }).AsNoTracking().ToListAsync(cancel);
        var abouts = await ReminderAbout.ReadAsync(db, [.. rows.Select(row => (row.Reminder.Subject, row.Reminder.AboutId))], cancel);
        return
        [
            .. rows.Where(row => abouts.ContainsKey(row.Reminder.AboutId)).Select(row => new ReminderItem(
                row.Reminder.Topic, abouts[row.Reminder.AboutId], row.Reminder.RecipientId, row.Reminder.DueOn, row.Reminder.Step, row.Reminder.Rung)
            {
                Id = row.Reminder.Id,
                QueuedAt = row.Reminder.QueuedAt,
                SentAt = row.SentAt,
                ReadAt = row.Reminder.ReadAt,
            }),
        ];
    }
}

/// <summary>A talk, hand-over, duty or action as reminders name it.</summary>
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

    /// <summary>Reads them by their ids; a statement for each subject there is, and one for the checklist.</summary>
    internal static async Task<IReadOnlyDictionary<Guid, ReminderAbout>> ReadAsync(
        AppDbContext db, IReadOnlyCollection<(ReminderSubject Subject, Guid Id)> wanted, CancellationToken cancel)
    {
        List<ReminderAbout> found = [];
        foreach (var subject in wanted.GroupBy(one => one.Subject, one => one.Id))
        {
            found.AddRange(await Of(db, subject.Key, [.. subject.Distinct()]).ToListAsync(cancel));
        }

        var points = found.Exists(about => about.PointId is not null)
            ? await db.ChecklistPoints.Select(point => new { point.Id, point.Title }).ToDictionaryAsync(point => point.Id, point => point.Title, cancel)
            : [];
        return found.Select(about => about.PointId is { } id ? about with { Point = points.GetValueOrDefault(id) } : about).ToDictionary(about => about.Id);
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
