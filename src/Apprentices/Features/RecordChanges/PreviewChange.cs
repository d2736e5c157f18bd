using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.RecordChanges;

/// <summary>What would follow from a change, before and after, without saving anything.</summary>
public sealed class PreviewChange(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, DutyRulebook rulebook)
{
    /// <param name="Lines">What is due, before and after.</param>
    /// <param name="Titles">The words of the checklist's points.</param>
    /// <param name="OldEndsOn">The last day of the training as it stands.</param>
    /// <param name="NewEndsOn">The last day after the change.</param>
    /// <param name="ProposedEndsOn">The last day if the county consents to all it is asked for.</param>
    /// <param name="Waits">Whether the change itself waits for the county.</param>
    /// <param name="Warnings">What to think of, in words.</param>
    public sealed record Result(
        IReadOnlyList<DutyLine> Lines, IReadOnlyDictionary<Guid, LocalText> Titles, DateOnly OldEndsOn, DateOnly NewEndsOn, DateOnly ProposedEndsOn,
        bool Waits, IReadOnlyList<string> Warnings);

    /// <exception cref="RuleException">It cannot be so.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody has saved since the form was opened.</exception>
    public async Task<Result> RunAsync(Guid id, ChangeInput input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ChangeRecords);

        await using var db = await database.CreateDbContextAsync(cancel);
        var apprenticeship = await db.ReadRecordAsync(user, id, input, cancel);
        var rules = await rulebook.ReadAsync(db, cancel);
        var before = apprenticeship.State;
        var after = apprenticeship.StateAfter(await db.ReadChangeAsync(user, before, input, cancel), user.Today);
        var lines = DutyComparison.Of(
            Domain.Duties.For(apprenticeship.FactsOf(before), rules), Domain.Duties.For(apprenticeship.FactsOf(after), rules),
            apprenticeship.Duties, apprenticeship.Evaluations);
        return new Result(
            lines, rules.Checklist.ToDictionary(point => point.Id, point => point.Title), before.Period.EndsOn, after.Period.EndsOn,
            after.ProposedPeriod.EndsOn, after.IsWaiting && Waiting(after).Except(Waiting(before)).Any(),
            [.. Warnings(input, after, lines, rules, user.Today)]);
    }

    /// <summary>What waits, with the days it waits for.</summary>
    private static IEnumerable<string> Waiting(ContractState state) => WaitingForCounty.Of(state).Select(item => item.Words);

    private static IEnumerable<string> Warnings(ChangeInput input, ContractState after, IReadOnlyList<DutyLine> lines, DutyRules rules, DateOnly today)
    {
        var (county, weeks) = (DutyWords.CountyName(after.CountyOn(today)), rules.SettingOf(after.CountyOn(today), today).LongSicknessWeeks);
        if (input is { What: WhatHappened.Interruption, Cause: InterruptionCause.Sickness })
        {
            if (Prolonging.IsShort(input.FromOn, input.ToOn, weeks))
            {
                yield return Texts.Format(RecordChangeTexts.WarnShortSickness, weeks, county);
            }
            else if (!input.Prolongs)
            {
                yield return Texts.Format(RecordChangeTexts.WarnLongSickness, weeks, county);
            }
        }

        if (input is { What: WhatHappened.Interruption, ToOn: null, Prolongs: true })
        {
            yield return RecordChangeTexts.WarnOpenEnded;
        }

        if (lines.Count(line => line.Outcome is DutyOutcome.Moves or DutyOutcome.ComesAbout && line.NewDay < today && line.Duty.Nature != DutyNature.Milestone) is > 0 and var past)
        {
            yield return Texts.Count(past, RecordChangeTexts.WarnPastOne, RecordChangeTexts.WarnPast);
        }

        if (after.CutOn is null && after.Agreement is { EndsOn: { } agreed } && agreed < after.ProposedPeriod.EndsOn)
        {
            yield return Texts.Format(RecordChangeTexts.WarnAgreement, SpokenDate.Digits(agreed));
        }
    }
}
