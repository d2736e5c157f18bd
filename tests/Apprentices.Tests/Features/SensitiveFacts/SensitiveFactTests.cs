using System.Text;
using Apprentices.Domain;
using Apprentices.Features.SensitiveFacts;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Features.SensitiveFacts;

public sealed class SensitiveFactTests : AppTests
{
    private const string Needs = "Trenger rolig rom og fast plass";

    [BothDatabases]
    public async Task What_is_kept_is_sealed_and_each_opening_is_noted_with_its_purpose_first()
    {
        var (hr, record) = (await Given.HrAsync("Hanne Rød"), await Given.ApprenticeshipAsync());
        await KeepAsync(hr, record, Needs);

        var bytes = await App.DbAsync(db => db.SensitiveFacts.Select(fact => fact.Content).SingleAsync());
        Assert.DoesNotContain("rolig", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.DoesNotContain(App.Sql.Statements, statement => statement.Contains("rolig", StringComparison.Ordinal));

        var refusal = await Assert.ThrowsAsync<RuleException>(() => OpenAsync(hr, record, "  "));
        Assert.Equal(SensitiveTexts.PurposeMissing, refusal.Message);
        Assert.Empty(await App.DbAsync(db => db.AccessTraces.ToListAsync()));

        Assert.Equal(Needs, await OpenAsync(hr, record, "Skal planlegge vakter"));
        Assert.Equal(Needs, await OpenAsync(hr, record, "En gang til, etter møtet"));

        var traces = await App.DbAsync(db => db.AccessTraces.Include(trace => trace.Subject).Include(trace => trace.Reader).OrderBy(trace => trace.Id).ToListAsync());
        Assert.Equal(["Skal planlegge vakter", "En gang til, etter møtet"], traces.Select(trace => trace.Open(App.Services.GetRequiredService<TraceKeys>())));
        Assert.All(traces, trace => Assert.Equal((Opened.Sensitive, hr.Id, record.PersonId), (trace.What, trace.Reader.PersonId, trace.Subject!.PersonId)));
    }

    [BothDatabases]
    public async Task In_another_record_or_as_another_kind_or_without_the_key_it_opens_for_nobody()
    {
        var (hr, record, other) = (await Given.HrAsync("Hanne Rød"), await Given.ApprenticeshipAsync(), await Given.ApprenticeshipAsync());
        await KeepAsync(hr, record, Needs);
        await KeepAsync(hr, other, "Annet");

        await App.ChangeAsync(async db =>
        {
            var facts = await db.SensitiveFacts.ToListAsync();
            var (hers, theirs) = (facts.Find(fact => fact.ApprenticeshipId == record.Id)!, facts.Find(fact => fact.ApprenticeshipId == other.Id)!);
            theirs.Keep(hers.Content, hr.Id, App.Clock.GetUtcNow());
        });

        var refusal = await Assert.ThrowsAsync<RuleException>(() => OpenAsync(hr, other, "Skal planlegge vakter"));
        Assert.Equal(SensitiveTexts.KeyLost, refusal.Message);
        var bytes = await App.DbAsync(db => db.SensitiveFacts.Where(fact => fact.ApprenticeshipId == record.Id).Select(fact => fact.Content).SingleAsync());
        Assert.Null(App.Services.GetRequiredService<SensitiveKeys>().Open(record.Id, SensitiveKind.BirthDate, bytes));
        Assert.Equal(Needs, App.Services.GetRequiredService<SensitiveKeys>().Open(record.Id, SensitiveKind.FacilitationNeeds, bytes));
    }

    [BothDatabases]
    public async Task Two_who_write_at_once_do_not_overwrite_each_other_and_what_is_not_kept_is_refused()
    {
        var (hr, record) = (await Given.HrAsync("Hanne Rød"), await Given.ApprenticeshipAsync());
        await KeepAsync(hr, record, Needs);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => KeepAsync(hr, record, "Noe annet"));
        await KeepAsync(hr, record, "Noe annet", version: 0);
        Assert.Equal("Noe annet", await OpenAsync(hr, record, "Skal planlegge vakter"));
        var refusal = await Assert.ThrowsAsync<RuleException>(() => KeepAsync(hr, record, "13097248022", kind: SensitiveKind.NationalId));
        Assert.Equal(SensitiveTexts.NotKept, refusal.Message);
    }

    [Theory]
    [InlineData("13097248022", true)]
    [InlineData("13097248023", false)]
    [InlineData("53097248016", true)]
    [InlineData("31029900054", false)]
    [InlineData("1309724802", false)]
    [InlineData("1309724802a", false)]
    public void A_national_identity_number_is_checked(string number, bool isValid) => Assert.Equal(isValid, NationalId.IsValid(number));

    private Task KeepAsync(Person by, Apprenticeship record, string text, int? version = null, SensitiveKind kind = SensitiveKind.FacilitationNeeds) =>
        App.As(by).RunAsync((KeepSensitiveFact use) => use.RunAsync(record.Id, kind, new KeepSensitiveFact.Input { Text = text, Version = version }));

    private Task<string> OpenAsync(Person by, Apprenticeship record, string purpose) =>
        App.As(by).RunAsync((OpenSensitiveFact use) => use.RunAsync(record.Id, SensitiveKind.FacilitationNeeds, new OpenSensitiveFact.Input { Purpose = purpose }));
}
