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

    /// <summary>When she put it aside.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    public ReminderSubject Subject => Topic.Subject;

    /// <summary>It is told the apprentice herself.</summary>
    public bool IsOwn => About.ApprenticeId == RecipientId;

    /// <summary>It is done, or not to be done, or her part of it is where it is told her for that.</summary>
    public bool IsSettled => About.IsSettled || (IsHers && About.DoneBy.Contains(RecipientId));

    /// <summary>It is told her for her own part, or for one she has as a deputy; else because another has not done hers.</summary>
    private bool IsHers => Rung == ReminderRung.Named || (Rung == ReminderRung.Deputy && About.Deputies.Contains(RecipientId));

    /// <summary>It is due on another day now, or another's.</summary>
    public bool HasMoved => About.DueOn != DueOn || (About.ReceiverId is { } receiver && receiver != RecipientId);

    /// <summary>Reads them in the order given, in as many statements whatever their number.</summary>
    internal static async Task<IReadOnlyList<ReminderItem>> ReadAsync(AppDbContext db, IQueryable<Reminder> reminders, ReminderReckoning reckoning, DateOnly today, CancellationToken cancel)
    {
        var rows = await reminders.Select(r => new { Reminder = r, r.Mail!.SentAt }).AsNoTracking().ToListAsync(cancel);
        var abouts = await ReminderAbout.ReadAsync(db, [.. rows.Select(row => (row.Reminder.Subject, row.Reminder.AboutId))], reckoning, today, cancel);
        return
        [
            .. rows.Where(row => abouts.ContainsKey((row.Reminder.Subject, row.Reminder.AboutId))).Select(row => new ReminderItem(
                row.Reminder.Topic, abouts[(row.Reminder.Subject, row.Reminder.AboutId)], row.Reminder.RecipientId, row.Reminder.DueOn, row.Reminder.Step, row.Reminder.Rung)
            {
                Id = row.Reminder.Id,
                QueuedAt = row.Reminder.QueuedAt,
                SentAt = row.SentAt,
                ReadAt = row.Reminder.ReadAt,
                DoneAt = row.Reminder.DoneAt,
            }),
        ];
    }
}
