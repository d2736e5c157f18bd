using Apprentices.Domain;
using Apprentices.Features.RecordChanges;
using Apprentices.Shared;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.RecordChanges;

public sealed class PreviewChangeTests : ChangeTests
{
    [BothDatabases]
    public async Task Shows_what_would_follow_and_saves_nothing()
    {
        var entries = await App.DbAsync(db => db.RecordEntries.CountAsync());

        var preview = await PreviewAsync(Leave());

        Assert.Equal((Contract.EndsOn, Contract.EndsOn, Contract.EndsOn.AddDays(62)), (preview.OldEndsOn, preview.NewEndsOn, preview.ProposedEndsOn));
        Assert.True(preview.Waits);
        Assert.Contains(preview.Lines, line => line is { Duty.Kind: DutyKind.RegistrationDeadline, Outcome: DutyOutcome.WaitsForCounty });
        Assert.Equal(entries, await App.DbAsync(db => db.RecordEntries.CountAsync()));
        Assert.Equal(0, await App.DbAsync(db => db.EntryReasons.CountAsync()));
    }

    [BothDatabases]
    public async Task A_workplace_that_is_only_tried_is_not_entered()
    {
        await PreviewAsync(new() { What = WhatHappened.Workplace, FromOn = Today, Workplace = "Bare prøvd" });

        Assert.False(await App.DbAsync(db => db.Workplaces.AnyAsync(w => w.Name == "Bare prøvd")));
    }

    [BothDatabases]
    public async Task Short_sickness_need_not_be_told_and_long_sickness_must()
    {
        await App.ChangeAsync(async db =>
        {
            var setting = await db.CountySettings.FirstOrDefaultAsync(c => c.CountyNumber == "03");
            if (setting is null)
            {
                setting = new CountySetting("03", new(2020, 1, 1));
                db.Add(setting);
            }

            setting.Set(8, 8, 3, 1, null);
        });

        Assert.Equal([Texts.Format(RecordChangeTexts.WarnShortSickness, 8, "Oslo")], (await PreviewAsync(Sickness(56, prolongs: false))).Warnings);
        Assert.Equal([Texts.Format(RecordChangeTexts.WarnLongSickness, 8, "Oslo")], (await PreviewAsync(Sickness(57, prolongs: false))).Warnings);
        Assert.Empty((await PreviewAsync(Sickness(57, prolongs: true))).Warnings);
    }

    [BothDatabases]
    public async Task Warns_of_a_break_without_an_end_and_of_an_agreement_that_ends_too_early()
    {
        Assert.Equal([RecordChangeTexts.WarnOpenEnded], (await PreviewAsync(new() { What = WhatHappened.Interruption, FromOn = Today })).Warnings);

        await EnterAsync(new() { What = WhatHappened.Agreement, On = Today.AddMonths(-7), FromOn = Contract.StartsOn, ToOn = Contract.EndsOn });

        Assert.Equal([Texts.Format(RecordChangeTexts.WarnAgreement, SpokenDate.Digits(Contract.EndsOn))], (await PreviewAsync(Leave())).Warnings);
    }

    [BothDatabases]
    public async Task Warns_of_a_deadline_that_would_be_past_already()
    {
        var preview = await PreviewAsync(new() { What = WhatHappened.Termination, On = Today.AddDays(-20), Way = TerminationWay.ByAgreement });

        var past = preview.Lines.Count(line => line.Outcome is DutyOutcome.ComesAbout or DutyOutcome.Moves && line.NewDay < Today);
        Assert.True(past >= 2, "the attest and the word to the county at least");
        Assert.Contains(Texts.Format(RecordChangeTexts.WarnPast, past), preview.Warnings);
    }

    [BothDatabases]
    public async Task An_extension_says_the_last_day_it_asks_for_also_where_a_break_already_waits()
    {
        await EnterAsync(Leave());

        var preview = await PreviewAsync(new() { What = WhatHappened.Extension, ToOn = Contract.EndsOn.AddDays(100) });

        Assert.Equal((Contract.EndsOn, Contract.EndsOn.AddDays(100)), (preview.NewEndsOn, preview.ProposedEndsOn));
    }

    [BothDatabases]
    public async Task What_cannot_be_is_refused_before_it_is_saved() => await Assert.ThrowsAsync<RuleException>(() =>
        PreviewAsync(new() { What = WhatHappened.Extension, ToOn = Contract.EndsOn }));

    [Theory]
    [InlineData(InterruptionCause.Parental, 20, true)]
    [InlineData(InterruptionCause.Sickness, 28, false)]
    [InlineData(InterruptionCause.Sickness, 29, true)]
    [InlineData(null, 5, true)]
    public void Proposes_to_prolong_by_the_cause_and_the_countys_weeks(InterruptionCause? cause, int days, bool prolongs) =>
        Assert.Equal(prolongs, Prolonging.IsUsual(cause, new(2026, 3, 2), new DateOnly(2026, 3, 2).AddDays(days - 1), 4));

    private ChangeInput Sickness(int days, bool prolongs) => new()
    {
        What = WhatHappened.Interruption,
        FromOn = Today,
        ToOn = Today.AddDays(days - 1),
        Cause = InterruptionCause.Sickness,
        Prolongs = prolongs,
    };

    private async Task<PreviewChange.Result> PreviewAsync(ChangeInput input)
    {
        input.Version = await VersionAsync();
        return await App.As(Hr).RunAsync((PreviewChange use) => use.RunAsync(Contract.Id, input));
    }
}
