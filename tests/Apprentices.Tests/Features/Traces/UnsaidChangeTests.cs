using System.Text;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Deadlines;
using Apprentices.Features.Evaluations.Meeting;
using Apprentices.Features.SensitiveFacts;
using Apprentices.Features.Traces;
using Apprentices.Features.TrainingPlans;
using Apprentices.Platform;
using Apprentices.Shared;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Features.Traces;

/// <summary>What the change history names and never says, and what it tells not everybody who reads it.</summary>
public sealed class UnsaidChangeTests : AppTests
{
    private const string Needs = "Trenger rolig rom";
    private const string Purpose = "Skal planlegge vakter";

    [BothDatabases]
    public async Task That_a_sensitive_fact_was_kept_rewritten_and_removed_is_told_and_never_what_it_says()
    {
        var (hr, siv) = (await Given.HrAsync("Hanne Rød"), await Given.InstructorAsync());
        var record = await Given.ApprenticeshipAsync(instructor: siv);
        var before = await App.DbAsync(db => db.ChangeTraces.Select(trace => trace.Id).ToListAsync());
        List<byte[]> contents = [];
        foreach (var (text, version) in new (string, int?)[] { (Needs, null), ("Noe annet", 0) })
        {
            App.Clock.Advance(TimeSpan.FromMinutes(1));
            await App.As(hr).RunAsync((KeepSensitiveFact use) => use.RunAsync(record.Id, SensitiveKind.FacilitationNeeds, new KeepSensitiveFact.Input { Text = text, Version = version }));
            await App.As(hr).RunAsync((OpenSensitiveFact use) => use.RunAsync(record.Id, SensitiveKind.FacilitationNeeds, new OpenSensitiveFact.Input { Purpose = Purpose }));
            contents.Add(await App.DbAsync(db => db.SensitiveFacts.Select(fact => fact.Content).SingleAsync()));
        }

        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await App.As(hr).RunAsync((RemoveSensitiveFact use) => use.RunAsync(record.Id, SensitiveKind.FacilitationNeeds, 1));
        var apprentice = await App.DbAsync(db => db.People.SingleAsync(person => person.Id == record.PersonId));

        foreach (var reader in new[] { hr, apprentice })
        {
            var acts = (await ActsAsync(reader, record)).Where(act => act.Rows!.Any(row => row.Table == nameof(SensitiveFact))).ToList();
            Assert.Equal(
                [(nameof(RemoveSensitiveFact), ChangeWay.Removed), (nameof(KeepSensitiveFact), ChangeWay.Changed), (nameof(KeepSensitiveFact), ChangeWay.Added)],
                acts.Select(act => (act.UseCase, Assert.Single(act.Rows!).Way)));
            Assert.All(acts, act => Assert.Equal("Hanne Rød", act.Name));
            Assert.All(acts, act => Assert.Contains(new ChangedColumn(nameof(SensitiveFact.Content), From: null, To: null, IsUnsaid: true), act.Rows![0].Columns));
        }

        Assert.DoesNotContain((await ActsAsync(siv, record)).SelectMany(act => act.Rows!), row => row.Table == nameof(SensitiveFact));
        var opened = (await App.DbAsync(db => db.ChangeTraces.Include(trace => trace.Subject).Where(trace => !before.Contains(trace.Id)).ToListAsync()))
            .Select(trace => trace.Open(App.Services.GetRequiredService<TraceKeys>())!).ToList();
        Assert.Equal(3, opened.Count);
        var secrets = contents.SelectMany(bytes => new[] { Convert.ToBase64String(bytes), Convert.ToHexString(bytes), Encoding.UTF8.GetString(bytes) }).Append(Needs).Append("Noe annet").Append(Purpose);
        Assert.All(secrets, secret => Assert.All(opened, content => Assert.DoesNotContain(secret, content, StringComparison.OrdinalIgnoreCase)));
    }

    [BothDatabases]
    public async Task The_name_of_a_supervisor_who_signed_and_was_erased_stands_in_no_trace()
    {
        const string Name = "Ragnhild Stavseng";
        var held = await HeldTalk.SetAsync(App, supervisor: await Given.InstructorAsync(Name));
        await held.SignAllAsync();
        await held.AddAsync(held.Instructor);
        Assert.Contains(Name, (await ViewAsync(held.Apprentice, held.Contract)).Names.Values);

        Assert.Equal(0, await App.AsConsole().RunAsync((ErasePersonTraces use) => use.RunAsync(["--person", $"{held.Instructor.Id}"])));

        foreach (var reader in new[] { held.Apprentice, held.Manager })
        {
            var view = await ViewAsync(reader, held.Contract);
            Assert.Contains(view.Acts.SelectMany(act => act.Rows!), row => row.Table == nameof(EvaluationAddendum));
            Assert.DoesNotContain(Name, view.Acts.Select(act => act.Name).Concat(view.Names.Values));
            Assert.DoesNotContain(view.Acts.SelectMany(act => act.Rows!).SelectMany(row => row.Columns), column => $"{column.From}{column.To}".Contains("Stavseng", StringComparison.Ordinal));
        }

        // Still registered, she does something more: what is told from then on names her, what was told before does not.
        await Given.EvaluationAsync(App.Clock.Today, instructor: held.Instructor);
        var again = await ViewAsync(held.Apprentice, held.Contract);
        Assert.DoesNotContain(Name, again.Acts.Select(act => act.Name).Concat(again.Names.Values));

        var exported = await ExportedAsync(held.Contract);
        Assert.Contains(nameof(EvaluationSignature), exported, StringComparison.Ordinal);
        Assert.DoesNotContain("Stavseng", exported, StringComparison.Ordinal);
    }

    [BothDatabases]
    public async Task Of_a_guest_it_is_told_as_what_she_came_and_neither_name_nor_address()
    {
        var siv = await Given.InstructorAsync();
        var talk = await Given.EvaluationAsync(App.Clock.Today.AddDays(20), instructor: siv);
        var record = await App.DbAsync(db => db.Apprenticeships.SingleAsync());
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await App.As(siv).RunAsync((InviteToTalk use) => use.RunAsync(
            talk.Id, new InviteToTalk.Input { Name = "Berit Holm", Part = "opplæringskontoret", Email = "berit.holm@example.no", Version = talk.Version }));

        var row = (await ActsAsync(siv, record))[0].Rows!.Single(row => row.Table == nameof(TalkParticipant));

        Assert.Equal(
            [(nameof(TalkParticipant.GuestEmail), null), (nameof(TalkParticipant.GuestName), null), (nameof(TalkParticipant.GuestRole), "opplæringskontoret")],
            row.Columns.Select(column => (column.Name, column.To)).OrderBy(column => column.Name, StringComparer.Ordinal));
    }

    [BothDatabases]
    public async Task Whom_a_task_names_in_plain_words_is_not_said()
    {
        var (hr, record) = (await Given.HrAsync(), await Given.ApprenticeshipAsync());
        var id = await App.As(hr).RunAsync((AddPlanTask use) => use.RunAsync(record.Id, new TaskInput { Title = "Eget" }));
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await App.As(hr).RunAsync((ChangePlanTask use) => use.RunAsync(id, new TaskInput { Title = "Eget", Responsible = TaskResponsible.Other, ResponsibleName = "Odd Olsen" }));

        var columns = Assert.Single((await ActsAsync(hr, record))[0].Rows!).Columns;

        Assert.Contains(columns, column => column.Name.EndsWith(nameof(TaskTerms.ResponsibleName), StringComparison.Ordinal) && column.IsUnsaid);
        Assert.DoesNotContain(columns, column => $"{column.From}{column.To}".Contains("Olsen", StringComparison.Ordinal));
    }

    [BothDatabases]
    public async Task Who_may_not_see_the_deadlines_is_told_nothing_of_them_and_what_she_is_told_is_counted_so()
    {
        var (hr, auditor) = (await Given.HrAsync(), await Given.PersonAsync(Roles.None, "Rita Revisor"));
        var record = await Given.ApprenticeshipAsync();
        await App.ChangeAsync(async db => await db.AddAsync(new AuditGrant(
            await db.People.SingleAsync(person => person.Id == auditor.Id), App.Clock.Today, App.Clock.Today.AddDays(1), "Kontroll av opplæringen.", [record.Id], hr.Id, App.Clock.GetUtcNow())));
        var duty = await App.DbAsync(db => db.TrackedDuties.Where(duty => duty.ApprenticeshipId == record.Id && duty.State == DutyState.Open).OrderBy(duty => duty.Kind).ThenBy(duty => duty.Number).FirstAsync());
        var (before, toHr) = (await ViewAsync(auditor, record), (await ViewAsync(hr, record)).Total);
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await App.As(hr).RunAsync((FinishDuty use) => use.RunAsync(duty.Id, new FinishDuty.Input { On = App.Clock.Today, Version = duty.Version }));

        var after = await ViewAsync(auditor, record);

        Assert.Equal(toHr + 1, (await ViewAsync(hr, record)).Total);
        Assert.Equal(nameof(FinishDuty), (await ViewAsync(hr, record)).Acts[0].UseCase);
        Assert.NotEmpty(after.Acts);
        Assert.Equal((before.Total, after.Total), (after.Total, after.Acts.Count));
        Assert.Equal(before.Acts.Select(act => act.Id), after.Acts.Select(act => act.Id));
        Assert.DoesNotContain(after.Acts.SelectMany(act => act.Rows!), row => row.Table == nameof(TrackedDuty));
        Assert.Contains(after.Acts.SelectMany(act => act.Rows!), row => row.Table == nameof(Apprenticeship));
        Assert.Empty((await App.As(auditor).RunAsync((ListChanges use) => use.RunAsync(record.Id, 2)))!.Acts);
    }

    private async Task<string> ExportedAsync(Apprenticeship record)
    {
        var (console, written) = (Console.Out, new StringWriter());
        Console.SetOut(written);
        try
        {
            Assert.Equal(0, await App.AsConsole().RunAsync((ExportTraces use) => use.RunAsync(["--apprenticeship", $"{record.Id}"])));
        }
        finally
        {
            Console.SetOut(console);
        }

        return written.ToString();
    }

    private async Task<ChangePage> ViewAsync(Person reader, Apprenticeship record) => (await App.As(reader).RunAsync((ListChanges use) => use.RunAsync(record.Id)))!;

    private async Task<IReadOnlyList<ChangePage.Act>> ActsAsync(Person reader, Apprenticeship record) => (await ViewAsync(reader, record)).Acts;
}
