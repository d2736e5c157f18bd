using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.RecordChanges;

/// <summary>Makes an entry of what was typed, alike where it is tried and where it is saved.</summary>
internal static class ChangeReading
{
    /// <summary>The record it is about, as the form saw it.</summary>
    /// <exception cref="NotThereException">It is not there, or not the user's to see.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody has saved since the form was opened.</exception>
    public static async Task<Apprenticeship> ReadRecordAsync(
        this AppDbContext db, CurrentUser user, Guid id, ChangeInput input, CancellationToken cancel)
    {
        var rows = db.Apprenticeships.VisibleTo(user);
        rows = input.What == WhatHappened.Curriculum ? rows.WithPlan() : rows.WithRecord();
        var apprenticeship = await rows.SingleOrDefaultAsync(a => a.Id == id, cancel)
            ?? throw new NotThereException();
        return apprenticeship.Version == input.Version ? apprenticeship : throw new DbUpdateConcurrencyException();
    }

    /// <summary>What happened. A workplace nobody has named before is entered at the next save.</summary>
    /// <exception cref="RuleException">Something is not filled in.</exception>
    public static async Task<RecordChange> ReadChangeAsync(this AppDbContext db, CurrentUser user, ContractState state, ChangeInput input, CancellationToken cancel)
    {
        Rule.Require(!input.Missing.Any(), RecordChangeTexts.SomethingMissing);
        return input.What switch
        {
            WhatHappened.Interruption => new InterruptionBegun(input.FromOn!.Value, input.ToOn, input.Percent!.Value, input.Prolongs),
            WhatHappened.InterruptionEnd => new InterruptionEnded(input.Entry!.Value, input.ToOn!.Value),
            WhatHappened.Extension => new PeriodExtended(input.ToOn!.Value, input.ToOn.Value.DayNumber - state.ProposedPeriod.EndsOn.DayNumber),
            WhatHappened.Workplace => new WorkplaceChanged(input.FromOn!.Value, await db.EnterWorkplaceAsync(user, input.Workplace, cancel)),
            WhatHappened.County => new CountyChanged(input.FromOn!.Value, (County.Find(input.CountyNumber) ?? throw new NotThereException()).Number),
            WhatHappened.Curriculum => new CurriculumChanged(input.FromOn!.Value, input.CurriculumCode!, input.On!.Value),
            WhatHappened.Kind => new KindChanged(input.FromOn!.Value, input.Kind!.Value),
            WhatHappened.Signed => new ContractSigned(input.On!.Value),
            WhatHappened.Approved => new ContractApproved(input.On!.Value),
            WhatHappened.Agreement => new AgreementSigned(input.On!.Value, input.FromOn!.Value, input.ToOn, Given(input.PositionCode)),
            WhatHappened.Consent => new ConsentGiven(input.Entry!.Value, input.On!.Value),
            WhatHappened.Refusal => new ConsentRefused(input.Entry!.Value, input.On!.Value),
            WhatHappened.Termination => new ContractTerminated(input.On!.Value, input.Way!.Value),
            WhatHappened.Completion => new TrainingCompleted(input.On!.Value),
            WhatHappened.Test => new TestHeld(input.On!.Value, input.Grade!.Value, input.NoticeOn!.Value),
            WhatHappened.Withdrawal => new ChangeWithdrawn(input.Entry!.Value),
            _ => throw new NotThereException(),
        };
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
