using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.FinalTests;
using Apprentices.Tests.Support;

namespace Apprentices.Tests.Access;

/// <content>The way to the final test.</content>
internal static partial class AccessWays
{
    private static IEnumerable<Way> OfFinalTests() =>
    [
        Read<ShowFinalTest>(async (use, at) => await use.RunAsync(at.Id)),
        Read<ShowFinalTest>(async (use, at) => (await use.RunAsync())?.ApprenticeshipId is { } id ? id == at.Id : null, "one's own"),
        Do<AgreeTestDates>((use, at) => use.RunAsync(at.Id, Dates(at))),
        Do<CallOffTestDates>(async (use, at) =>
        {
            await AgreedAsync(at);
            await use.RunAsync(at.Id, 1, 0);
        }),
        Do<PrepareTest>((use, at) => use.RunAsync(at.Id, new PrepareTest.Input { Number = 1, ResponsibleId = at[Seat.Manager]!.Id })),
        Do<ReadTestDates>(async (use, at) => await use.RunAsync(await AgreedAsync(at)), "hers"),
        Do<EnterTestEvent>((use, at) => use.RunAsync(
            at.Id, new EnterTestEvent.Input { What = TestEvent.Deferral, On = at.App.Clock.Today, Version = at.Apprenticeship.Version })),
        Do<NoteSubject>((use, at) => use.RunAsync(at.Id, new NoteSubject.Input { Name = "Norsk" })),
        Do<NoteSubject>(async (use, at) => await use.PassAsync(new NoteSubject.PassInput { Id = await SubjectAsync(at), On = at.App.Clock.Today }), "passed"),
        Do<NoteSubject>(async (use, at) => await use.TakeBackAsync(await SubjectAsync(at), 0), "taken back"),
        Do<NoteCredential>(async (use, at) => await use.RunAsync(at.Id, new NoteCredential.Input { CredentialId = await CredentialAsync(at), On = at.App.Clock.Today })),
        Do<NoteCredential>(async (use, at) =>
        {
            var credential = await CredentialAsync(at);
            await at.App.ChangeAsync(async db => await db.AddAsync(new HeldCredential(at.Id, credential, at.App.Clock.Today, null, at.App.Clock.Today)));
            await use.TakeBackAsync(at.Id, credential);
        }, "taken back"),
        Read<ListTestYear>(async (use, at) => (await use.RunAsync(new TestYearQuery(), new Page(0, 100))).Rows.Any(row => row.Id == at.Id)),
        Read<ListTestYear>(async (use, at) => (await use.RunOwnAsync()).Any(row => row.Id == at.Id), "on a home"),
        Read<ListTestYear>(async (use, at) => (await use.ReadChoicesAsync()).Counties.Any(county => county.Number == at.Apprenticeship.CountyNumber), "choices"),
        Read<DownloadTestYear>(async (use, at) => (await ListRead.CsvAsync(output => use.RunAsync(new TestYearQuery(), output))).Contains(at.Apprenticeship.Person.FamilyName, StringComparison.Ordinal)),
        Read<ListTestSettings>(async (use, _) => await use.RunAsync()),
        Read<SetTestSetting>(async (use, at) => await use.ReadAsync(at.Apprenticeship.CurriculumCode), "read"),
        Do<SetTestSetting>((use, at) => use.RunAsync(at.Apprenticeship.CurriculumCode, new SetTestSetting.Input { WorkingDays = 5 })),
        Do<KeepCredential>((use, at) => use.RunAsync(at.Apprenticeship.CurriculumCode, new KeepCredential.Input { Title = "Kurs" })),
        Do<KeepCredential>(async (use, at) => await use.RetireAsync(await CredentialAsync(at)), "retired"),
    ];

    private static AgreeTestDates.Input Dates(Scene at) =>
        new() { Number = 1, Place = "Oslo", FirstDayOn = at.App.Clock.Today.AddDays(30), LastDayOn = at.App.Clock.Today.AddDays(38) };

    private static async Task<Guid> AgreedAsync(Scene at)
    {
        var attempt = new TestAttempt(at.Id, 1);
        attempt.Agree(new TestDates("Oslo", null, null, at.App.Clock.Today.AddDays(30), at.App.Clock.Today.AddDays(38)), null, null, at.App.Clock.GetUtcNow());
        await at.App.ChangeAsync(async db => await db.AddAsync(attempt));
        return attempt.Current!.Id;
    }

    private static async Task<Guid> SubjectAsync(Scene at)
    {
        var subject = new MissingSubject(at.Id, "Norsk");
        await at.App.ChangeAsync(async db => await db.AddAsync(subject));
        return subject.Id;
    }

    private static async Task<Guid> CredentialAsync(Scene at)
    {
        var credential = Credential.For(at.Apprenticeship.CurriculumCode, new LocalText("Kurs", "", ""));
        await at.App.ChangeAsync(async db => await db.AddAsync(credential));
        return credential.Id;
    }
}
