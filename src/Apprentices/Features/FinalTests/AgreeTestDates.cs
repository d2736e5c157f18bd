using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.FinalTests;

/// <summary>Notes the dates of a test as they were agreed with the examination board. Those there were before are kept.</summary>
public sealed class AgreeTestDates(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    public sealed class Input
    {
        /// <summary>Which attempt.</summary>
        public int Number { get; init; }

        [Required, StringLength(TestAttempt.LongestPlace)]
        public string? Place { get; set; }

        public DateOnly? MeetingOn { get; set; }

        [RegularExpression(@"([01]?\d|2[0-3])[:.][0-5]\d", ErrorMessageResourceType = typeof(FinalTestTexts), ErrorMessageResourceName = nameof(FinalTestTexts.TimeWrong))]
        public string? MeetingAt { get; set; }

        [Required]
        public DateOnly? FirstDayOn { get; set; }

        [Required]
        public DateOnly? LastDayOn { get; set; }

        /// <summary>The saves of the attempt the form was opened with; nothing where nobody had prepared it.</summary>
        public int? Version { get; init; }

        /// <summary>The hour as it was typed; nothing where it is none.</summary>
        internal TimeOnly? ReadTime() =>
            TimeOnly.TryParseExact(MeetingAt?.Trim().Replace('.', ':'), ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
    }

    /// <exception cref="RuleException">They cannot be so, or there is no such test ahead.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody has saved since the form was opened.</exception>
    public async Task RunAsync(Guid apprenticeshipId, Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.PlanFinalTests);

        await using var db = await database.CreateDbContextAsync(cancel);
        var record = await db.ReadToTestAsync(user, apprenticeshipId, cancel);
        var attempt = await db.AttemptAheadAsync(user, record, input.Number, input.Version, cancel);
        var annulled = record.State.Sittings.Where(sitting => sitting.Outcome == TestOutcome.Annulled).Select(sitting => (DateOnly?)sitting.NextFromOn).Max();
        Rule.Require(annulled is null || input.FirstDayOn >= annulled, RuleTexts.WithinAYear);
        attempt.Agree(
            new TestDates(input.Place ?? "", input.MeetingOn, input.ReadTime(), input.FirstDayOn!.Value, input.LastDayOn!.Value),
            record.State.NextTestFromOn ?? record.StartsOn.AddDays(1), user.PersonId, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
    }
}
