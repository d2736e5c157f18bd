using Apprentices.Domain;
using Apprentices.Features.Placements;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Placements;

public sealed class HandOverTests : AppTests
{
    private const string Note = "Bare for oss.";
    private Person ingrid = null!;
    private Person siv = null!;
    private Person tor = null!;
    private Person ali = null!;
    private Apprenticeship contract = null!;
    private Guid placement;

    private DateOnly First => TestClock.FirstDay.AddDays(20);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (ingrid, siv, tor, ali) = (
            await Given.PersonAsync(Roles.Apprentice, "Ingrid Solheim"), await Given.InstructorAsync("Siv Åmot"),
            await Given.TrainingManagerAsync("Tor Eide"), await Given.InstructorAsync("Ali Khan"));
        contract = await Given.ApprenticeshipAsync(ingrid, instructor: siv, trainingManager: tor);
        var support = await Given.WorkplaceAsync("Brukerstøtte");
        placement = await App.As(tor).RunAsync((PlanPlacement use) => use.RunAsync(
            contract.Id, new PlacementInput { WorkplaceId = support.Id, InstructorId = ali.Id, FromOn = First, ToOn = First.AddDays(90) }));
    }

    [BothDatabases]
    public async Task Whoever_receives_her_reads_it_from_a_week_before_and_confirms_what_she_has_read()
    {
        App.Clock.Set(First.AddDays(-8));
        Assert.Null(await ReadAsync(ali));
        await WriteAsync(siv, "Passordbytte er ikke prøvd alene.", "Oppgaver gis skriftlig.");

        App.Clock.Set(First.AddDays(-7));
        var read = (await ReadAsync(ali))!;
        Assert.Equal(("Ingrid Solheim", "Siv Åmot", "Ali Khan", "Brukerstøtte"), (read.Apprentice, read.Giver, read.Receiver, read.Workplace));
        Assert.Equal(("Passordbytte er ikke prøvd alene.", "Oppgaver gis skriftlig."), (read.OpenActions, read.AgreedAdjustments));
        Assert.Null(read.ApprenticeshipId);
        Assert.True(read is { MayConfirm: true, MayWrite: false });

        await ConfirmAsync(ali, read.Version);
        Assert.Equal("Ali Khan", (await ReadAsync(ingrid))!.ConfirmedBy);
        await Assert.ThrowsAsync<RuleException>(() => WriteAsync(siv, "For sent.", null, read.Version + 1));
    }

    [BothDatabases]
    public async Task It_says_how_far_she_has_come_and_no_word_of_a_note_or_a_talk()
    {
        await App.ChangeAsync(async db =>
        {
            var record = await db.Apprenticeships.Include(a => a.Plan).ThenInclude(goal => goal.Ratings).Include(a => a.Evaluations).Include(a => a.Tasks)
                .Include(a => a.Interruptions).SingleAsync(a => a.Id == contract.Id);
            record.Plan.Single(goal => goal.Code == "KM9001").Rate(Level.Masters, Note, App.Clock.Today, siv.Id, App.Clock.GetUtcNow(), App.Clock.Today);
            record.Evaluations.Single(talk => talk.Number == 2).Hold(App.Clock.Today, Note, siv.Id, App.Clock.Today);
            record.AddTask(new TaskTerms("Svare på telefon", TaskKind.Task, 2), ["KM9001"]);
        });
        App.Clock.Set(First.AddDays(-3));

        var read = (await ReadAsync(ali))!;

        Assert.Equal((Level.Masters, TestClock.FirstDay), (read.Goals[0].Level, read.Goals[0].RatedOn));
        Assert.Equal(8, read.Goals.Count);
        Assert.Equal("Svare på telefon", Assert.Single(read.Planned).Title);
        Assert.DoesNotContain(Note, System.Text.Json.JsonSerializer.Serialize(read), StringComparison.Ordinal);
    }

    [BothDatabases]
    public async Task A_change_after_she_read_it_is_read_before_it_is_confirmed()
    {
        App.Clock.Set(First.AddDays(-5));
        var read = (await ReadAsync(ali))!;
        await WriteAsync(siv, "Noe nytt.", null, read.Version);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => ConfirmAsync(ali, read.Version));
    }

    [BothDatabases]
    public async Task Only_whoever_receives_her_or_stands_in_for_her_confirms()
    {
        App.Clock.Set(First.AddDays(-5));
        var (deputy, stranger) = (await Given.InstructorAsync("Dina Vikar"), await Given.InstructorAsync("Arne Veien"));
        await App.ChangeAsync(async db =>
        {
            var record = await db.Apprenticeships.Include(a => a.Assignments).SingleAsync(a => a.Id == contract.Id);
            record.Deputise(await db.People.SingleAsync(p => p.Id == deputy.Id), AssignmentRole.Instructor, First, First.AddDays(10));
        });

        await Assert.ThrowsAsync<NotThereException>(() => ConfirmAsync(siv, 0));
        await Assert.ThrowsAsync<NotThereException>(() => ConfirmAsync(tor, 0));
        await Assert.ThrowsAsync<NotThereException>(() => ConfirmAsync(stranger, 0));
        await Assert.ThrowsAsync<NotAllowedException>(() => ConfirmAsync(ingrid, 0));
        Assert.Null(await ReadAsync(stranger));

        await ConfirmAsync(deputy, 0);
        Assert.Equal("Dina Vikar", (await ReadAsync(ali))!.ConfirmedBy);
    }

    [BothDatabases]
    public async Task Only_those_who_follow_her_up_now_write_it()
    {
        var hr = await Given.HrAsync();
        App.Clock.Set(First.AddDays(-5));

        await Assert.ThrowsAsync<NotThereException>(() => WriteAsync(ali, "Jeg er ikke der ennå.", null));
        await Assert.ThrowsAsync<NotAllowedException>(() => WriteAsync(hr, "Ikke min sak.", null));
        await Assert.ThrowsAsync<NotAllowedException>(() => WriteAsync(ingrid, "Om meg selv.", null));
        await WriteAsync(tor, "Fra faglig leder.", null);

        Assert.True((await ReadAsync(siv))!.MayWrite);
        Assert.False((await ReadAsync(hr))!.MayWrite);
    }

    [BothDatabases]
    public async Task The_hand_over_takes_the_same_statements_however_much_is_planned()
    {
        App.Clock.Set(First.AddDays(-5));
        _ = await ReadAsync(ali);
        var few = await App.Sql.CountAsync(() => ReadAsync(ali));
        await App.ChangeAsync(async db =>
        {
            var record = await db.Apprenticeships.Include(a => a.Plan).Include(a => a.Tasks).Include(a => a.Interruptions).SingleAsync(a => a.Id == contract.Id);
            for (var i = 0; i < 30; i++)
            {
                record.AddTask(new TaskTerms($"Oppgave {i}", TaskKind.Task, 2), ["KM9001", "KM9002"]);
            }
        });

        Assert.Equal(few, await App.Sql.CountAsync(() => ReadAsync(ali)));
        Assert.InRange(few, 1, 8);
    }

    private Task<ShowHandOver.Result?> ReadAsync(Person person) => App.As(person).RunAsync((ShowHandOver use) => use.RunAsync(placement));

    private Task WriteAsync(Person person, string? open, string? agreed, int version = 0) => App.As(person).RunAsync((WriteHandOver use) =>
        use.RunAsync(placement, new WriteHandOver.Input { OpenActions = open, AgreedAdjustments = agreed, Version = version }));

    private Task ConfirmAsync(Person person, int version) => App.As(person).RunAsync((ConfirmHandOver use) => use.RunAsync(placement, version));
}
