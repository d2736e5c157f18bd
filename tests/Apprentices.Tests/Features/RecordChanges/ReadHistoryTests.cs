using System.Text.Json;
using System.Text.Json.Serialization;
using Apprentices.Domain;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.RecordChanges;
using Apprentices.Platform;
using Apprentices.Tests.Support;

namespace Apprentices.Tests.Features.RecordChanges;

public sealed class ReadHistoryTests : ChangeTests
{
    private static readonly JsonSerializerOptions All = new() { ReferenceHandler = ReferenceHandler.IgnoreCycles };

    [BothDatabases]
    public async Task The_reason_is_read_by_HR_and_by_nobody_else()
    {
        await EnterAsync(Leave());
        await AnswerAsync(WhatHappened.Consent);
        var otherHr = await Given.HrAsync();

        foreach (var reader in new[] { Hr, otherHr })
        {
            var row = Begun(await ReadAsync(reader));
            Assert.Equal((InterruptionCause.Parental, Secret), (row.Reason!.Cause!.Value, row.Reason.Text));
        }

        foreach (var reader in new[] { Apprentice, Instructor, Manager })
        {
            var history = await ReadAsync(reader, Today);
            Assert.Null(Begun(history).Reason);
            Assert.False(history!.MaySeeReasons);
            Unsaid(history);
            Unsaid(await App.As(reader).RunAsync((ReadApprenticeship use) => use.RunAsync(Contract.Id)));
            await Assert.ThrowsAsync<NotAllowedException>(() => App.As(reader).RunAsync((ReadChangeChoices use) => use.RunAsync(Contract.Id)));
            await Assert.ThrowsAsync<NotAllowedException>(() => App.As(reader).RunAsync((PreviewChange use) => use.RunAsync(Contract.Id, Leave())));
        }

        Assert.Null(await ReadAsync(await Given.AdministratorAsync()));
        Assert.Null(await ReadAsync(await Given.InstructorAsync()));
    }

    [BothDatabases]
    public async Task Every_entry_stands_there_newest_first_with_who_decided_and_who_entered_it()
    {
        await EnterAsync(Leave());
        App.Clock.Advance(TimeSpan.FromDays(3));
        await AnswerAsync(WhatHappened.Consent);

        var history = await ReadAsync(Instructor);

        Assert.Equal([typeof(ConsentGiven), typeof(InterruptionBegun), typeof(ContractEntered)], history!.Rows.Select(row => row.Change.GetType()));
        Assert.Equal(("Hanne Rød", Decider.County, Today), (history.Rows[0].RecordedBy, history.Rows[0].DecidedBy, history.Rows[0].RecordedOn));
        Assert.Equal((Decider.Apprentice, Today.AddDays(-3)), (history.Rows[1].DecidedBy, history.Rows[1].RecordedOn));
        Assert.Equal((ReadHistory.Consent.Given, Today), (history.Rows[1].Consent, history.Rows[1].AnsweredOn!.Value));
        Assert.False(history.MayChange);
    }

    [BothDatabases]
    public async Task What_was_taken_back_stays_readable_as_such()
    {
        var entry = await EnterAsync(Leave());
        await AnswerAsync(WhatHappened.Consent);

        await EnterAsync(new() { What = WhatHappened.Withdrawal, Entry = entry });

        var rows = (await ReadAsync(Hr))!.Rows;
        Assert.Equal([false, true, true, false], rows.Select(row => row.IsWithdrawn));
        Assert.Equal(entry, ((ChangeWithdrawn)rows[0].Change).Mistake);
        Assert.All(rows, row => Assert.False(row.MayWithdraw));
    }

    [BothDatabases]
    public async Task The_record_as_of_last_month_is_the_same_after_a_change_today()
    {
        App.Clock.Advance(TimeSpan.FromDays(40));
        var day = Today.AddDays(-31);
        var before = await ReadAsync(Instructor, day);

        await EnterAsync(Leave());
        await AnswerAsync(WhatHappened.Consent);
        await EnterAsync(new() { What = WhatHappened.Workplace, FromOn = Today, Workplace = "Et annet sted" });

        var after = await ReadAsync(Instructor, day);
        Assert.Equal(JsonSerializer.Serialize(before!.Then, All), JsonSerializer.Serialize(after!.Then, All));
        Assert.Equal(Contract.EndsOn, after.Then!.State!.Period.EndsOn);
        Assert.Equal(Contract.EndsOn.AddDays(62), (await ReadAsync(Instructor, Today))!.Then!.State!.Period.EndsOn);
    }

    [BothDatabases]
    public async Task Before_the_contract_was_entered_there_was_nothing() =>
        Assert.Null((await ReadAsync(Hr, Contract.EnteredOn.AddDays(-1)))!.Then!.State);

    [BothDatabases]
    public async Task A_correction_says_what_was_corrected()
    {
        var form = (await App.As(Hr).RunAsync((CorrectApprenticeship use) => use.ReadAsync(Contract.Id)))!;
        form.EndsOn = Contract.EndsOn.AddDays(7);
        await App.As(Hr).RunAsync((CorrectApprenticeship use) => use.RunAsync(Contract.Id, form));

        var row = (await ReadAsync(Apprentice))!.Rows[0];

        var difference = Assert.Single(row.Corrections);
        Assert.Equal((CorrectedTerm.LastDay, Contract.EndsOn, form.EndsOn), (difference.What, difference.Old, (DateOnly?)difference.New!));
    }

    private Task<ReadHistory.Result?> ReadAsync(Person reader, DateOnly? asOf = null) =>
        App.As(reader).RunAsync((ReadHistory use) => use.RunAsync(Contract.Id, asOf));

    private static ReadHistory.Row Begun(ReadHistory.Result? history) => history!.Rows.Single(row => row.Change is InterruptionBegun);

    /// <summary>Neither the words nor the cause stand anywhere in what was handed out.</summary>
    private static void Unsaid(object? answer)
    {
        var text = JsonSerializer.Serialize(answer, All);
        Assert.NotEqual("null", text);
        Assert.DoesNotContain(Secret, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("cause\":3", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(nameof(InterruptionCause.Parental), text, StringComparison.OrdinalIgnoreCase);
    }
}
