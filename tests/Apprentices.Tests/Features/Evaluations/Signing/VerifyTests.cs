using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Evaluations;
using Apprentices.Features.Evaluations.Signing;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Evaluations.Signing;

/// <summary>Each way to change what was signed behind the program's back is found, and named without saying what it says.</summary>
public sealed class VerifyTests : AppTests
{
    /// <summary>What somebody with the database in her hands may do, and the part that is named.</summary>
    private static readonly (string Named, string Sql)[] Changes =
    [
        ("answers", """UPDATE "EvaluationAnswers" SET "Text" = "Text" || '.' WHERE "Id" = (SELECT "Id" FROM "EvaluationAnswers" WHERE "Text" LIKE 'Oppsettet%')"""),
        ("answers", """UPDATE "EvaluationAnswers" SET "Level" = 4 WHERE "Id" = (SELECT "Id" FROM "EvaluationAnswers" WHERE "Text" LIKE 'Oppsettet%')"""),
        ("answers", """UPDATE "EvaluationAnswers" SET "Choice" = 'slow' WHERE "Choice" = 'right'"""),
        ("answers", """UPDATE "EvaluationAnswers" SET "Number" = 4.5 WHERE "Number" IS NOT NULL"""),
        ("answers", """UPDATE "EvaluationAnswers" SET "Day" = '2031-01-01' WHERE "Day" IS NOT NULL"""),
        ("answers", """UPDATE "EvaluationAnswers" SET "Party" = 4 WHERE "Question" = 'wellbeing' AND "Party" = 2"""),
        ("answers", """UPDATE "EvaluationAnswers" SET "Question" = 'steps' WHERE "Question" = 'wellbeing' AND "Party" = 2"""),
        ("answers", """UPDATE "EvaluationAnswers" SET "GoalCode" = 'KM1' WHERE "Text" LIKE 'Oppsettet%'"""),
        ("answers", """UPDATE "EvaluationAnswers" SET "GoalTitle" = 'Annet' WHERE "Text" LIKE 'Oppsettet%'"""),
        ("answers", """DELETE FROM "EvaluationAnswers" WHERE "Text" LIKE 'Oppsettet%'"""),
        ("answers", """UPDATE "EvaluationFormEditions" SET "Content" = REPLACE("Content", 'Hvor langt', 'Hvor kort') WHERE "Id" = (SELECT "FormEditionId" FROM "Evaluations" WHERE "State" = 2)"""),
        ("notes", """UPDATE "TalkBlocks" SET "Text" = "Text" || ' ' WHERE "Question" = 'steps'"""),
        ("notes", """DELETE FROM "TalkBlocks" WHERE "Question" = 'notes'"""),
        ("actions", """UPDATE "AgreedActions" SET "What" = 'Ingenting' WHERE "Order" = 1"""),
        ("actions", """UPDATE "AgreedActions" SET "DueOn" = '2031-01-01' WHERE "Order" = 1"""),
        ("actions", """UPDATE "AgreedActions" SET "ResponsibleName" = 'En annen' WHERE "Order" = 1"""),
        ("actions", """DELETE FROM "AgreedActions" WHERE "Order" = 2"""),
        ("heldOn", """UPDATE "Evaluations" SET "HeldOn" = '2020-01-01' WHERE "State" = 2"""),
        ("dueOn", """UPDATE "Evaluations" SET "DueOn" = '2031-01-01' WHERE "State" = 2"""),
        ("summary", """UPDATE "Evaluations" SET "Summary" = 'Alt er bra' WHERE "State" = 2"""),
        ("kind", """UPDATE "Evaluations" SET "Kind" = 3 WHERE "State" = 2"""),
        ("form", """UPDATE "Evaluations" SET "FormEditionId" = NULL WHERE "State" = 2"""),
        ("signing", """UPDATE "Evaluations" SET "SigningSteps" = '3' WHERE "State" = 2"""),
        ("does not count as held", """UPDATE "Evaluations" SET "State" = 0 WHERE "State" = 2"""),
        ("does not count as signed", """UPDATE "Evaluations" SET "State" = 1 WHERE "State" = 2"""),
        ("not the one of its hash", """UPDATE "SealedTalks" SET "Json" = REPLACE("Json", 'Siv Åmot', 'Siv Amot') WHERE "Addendum" = 0"""),
        ("cannot be read", """UPDATE "SealedTalks" SET "Json" = 'x' WHERE "Addendum" = 0"""),
        ("not of what is sealed", """UPDATE "SealedTalks" SET "Hash" = REPLACE("Hash", SUBSTR("Hash", 1, 4), 'beef') WHERE "Addendum" = 0"""),
        ("not of what is sealed", """DELETE FROM "SealedTalks" WHERE "Addendum" = 0"""),
        ("sealed document is missing", """DELETE FROM "SealedTalks" WHERE "Addendum" = 1"""),
        ("signature 1 is changed", """UPDATE "EvaluationSignatures" SET "Name" = 'En annen' WHERE "Order" = 1"""),
        ("signature 2 is changed", """UPDATE "EvaluationSignatures" SET "SignedAt" = (SELECT MAX(s."SignedAt") FROM "EvaluationSignatures" s) WHERE "Order" = 2"""),
        ("signature 2 is changed", """UPDATE "EvaluationSignatures" SET "Role" = 8 WHERE "Order" = 2"""),
        ("signature 4 is changed", """UPDATE "EvaluationSignatures" SET "Reason" = 'Derfor' WHERE "Order" = 4"""),
        ("signature 4 is changed", """UPDATE "EvaluationSignatures" SET "Kind" = 0 WHERE "Order" = 4"""),
        ("signature 3 is changed", """UPDATE "EvaluationSignatures" SET "Seal" = 'beef' WHERE "Order" = 3"""),
        ("signature 3 is not of what is sealed", """UPDATE "EvaluationSignatures" SET "Hash" = 'beef' WHERE "Order" = 3"""),
        ("signature 3 is not of what is sealed", """UPDATE "EvaluationSignatures" SET "Hash" = NULL WHERE "Order" = 3"""),
        ("signature 9 is changed", """UPDATE "EvaluationSignatures" SET "Order" = 9 WHERE "Order" = 6"""),
        ("signature 3 is changed", """DELETE FROM "EvaluationSignatures" WHERE "Order" = 2"""),
        ("when it was locked", """DELETE FROM "EvaluationSignatures" WHERE "Order" = 6"""),
        ("when it was locked", """UPDATE "EvaluationAddenda" SET "LockedAt" = NULL"""),
        ("addendum 1: changed since it was sealed: text", """UPDATE "EvaluationAddenda" SET "Text" = 'Noe annet'"""),
        ("addendum 1: changed since it was sealed: writer", """UPDATE "EvaluationAddenda" SET "WriterName" = 'En annen'"""),
        ("its text is missing", """DELETE FROM "EvaluationAddenda" """),
    ];

    private HeldTalk held = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        held = await HeldTalk.SetAsync(App);
        await held.SignAllAsync();
        await held.AddAsync(held.Apprentice);
        await held.RefuseAsync(held.Instructor, "Det var mars.", addendum: 1);
        await held.SignAsync(held.Apprentice, addendum: 1);
        await held.SignAsync(held.Manager, addendum: 1);
    }

    [BothDatabases]
    public async Task Whatever_is_changed_is_found_and_what_is_as_it_was_is_not()
    {
        Assert.Empty(await FindingsAsync());
        Assert.Empty(await App.DbAsync(MissedAsync));
        Assert.Empty(await FindingsAsync());
    }

    [BothDatabases]
    public async Task A_row_put_in_is_found()
    {
        await App.ChangeAsync(async db =>
        {
            var talk = await db.Evaluations.Include(e => e.Answers).SingleAsync(e => e.Id == held.Id);
            talk.Answer(FormParties.TrainingManager, "wellbeing", Guid.Empty).Say("Nei.", null, null, null, null);
        });
        Assert.Contains("talk: changed since it was sealed: answers", await FindingsAsync());
        await App.ChangeAsync(async db => db.Remove(await db.Set<EvaluationAnswer>().SingleAsync(answer => answer.Text == "Nei.")));

        await App.DbAsync(db => db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO "EvaluationSignatures" ("Id", "EvaluationId", "PersonId", "Role", "SignedAt", "Addendum", "Kind", "Name", "Hash", "Order", "Seal", "Reason")
            SELECT {0}, "EvaluationId", {1}, 8, "SignedAt", 0, 0, 'Nina Dahl', "Hash", 7, "Seal", NULL FROM "EvaluationSignatures" WHERE "Order" = 1
            """, Guid.CreateVersion7(), held.Contact.Id));
        Assert.Contains("talk: signature 7 is changed, or another is missing or added", await FindingsAsync());
    }

    [BothDatabases]
    public async Task The_command_says_which_talk_and_ends_with_an_error()
    {
        Assert.Equal(Commands.Done, await VerifyAsync());
        await App.DbAsync(db => db.Database.ExecuteSqlRawAsync("""UPDATE "TalkBlocks" SET "Text" = 'x'"""));
        Assert.Equal(Commands.Refused, await VerifyAsync());
        Assert.Equal(Commands.Misused, await App.AsConsole().RunAsync((VerifyCommand use) => use.RunAsync(["all"])));
    }

    [BothDatabases]
    public async Task What_cannot_be_read_is_named_and_stops_nothing()
    {
        await App.DbAsync(db => db.Database.ExecuteSqlRawAsync(db.Database.IsNpgsql()
            ? """UPDATE "EvaluationSignatures" SET "SignedAt" = '200000-01-01'""" : """UPDATE "EvaluationSignatures" SET "SignedAt" = -1"""));
        Assert.Equal(Commands.Refused, await VerifyAsync());

        if (await App.DbAsync(db => Task.FromResult(db.Database.IsSqlite())))
        {
            await App.DbAsync(db => db.Database.ExecuteSqlRawAsync("""UPDATE "Evaluations" SET "HeldOn" = 'x'"""));
            Assert.Equal(Commands.Refused, await VerifyAsync());
        }
    }

    [BothDatabases]
    public async Task A_corrected_name_or_a_merged_person_changes_nothing_that_was_signed()
    {
        await App.ChangeAsync(async db =>
        {
            var other = await db.People.SingleAsync(person => person.Id == held.Contact.Id);
            foreach (var signature in await db.EvaluationSignatures.Where(one => one.PersonId == held.Instructor.Id).ToListAsync())
            {
                signature.MoveTo(other.Id);
            }
        });
        await App.DbAsync(db => db.Database.ExecuteSqlRawAsync("""UPDATE "People" SET "FamilyName" = 'Gift' """));
        Assert.Empty(await FindingsAsync());
    }

    [BothDatabases]
    public async Task A_signature_that_is_given_to_another_person_is_found()
    {
        await App.DbAsync(db => db.Database.ExecuteSqlRawAsync("""UPDATE "EvaluationSignatures" SET "PersonId" = {0} WHERE "Order" = 1""", held.Contact.Id));
        Assert.Equal(Commands.Refused, await VerifyAsync());

        await App.DbAsync(db => db.Database.ExecuteSqlRawAsync("""UPDATE "EvaluationSignatures" SET "SignerId" = {0} WHERE "Order" = 1""", held.Contact.Id));
        Assert.Contains("talk: signature 1 is changed, or another is missing or added", await FindingsAsync());
    }

    /// <summary>What was signed before the signer was under the seal has none: its seal is made as it was then.</summary>
    [BothDatabases]
    public async Task A_seal_from_before_the_signer_was_under_it_still_holds()
    {
        await App.DbAsync(async db =>
        {
            await db.Database.ExecuteSqlRawAsync("""UPDATE "EvaluationSignatures" SET "SignerId" = NULL""");
            string? before = null;
            foreach (var signature in await db.EvaluationSignatures.AsNoTracking().OrderBy(one => one.Order).ToListAsync())
            {
                Assert.DoesNotContain(TalkSeal.MembersOf(signature, before), member => member.Key == "signer");
                before = TalkSeal.Of(signature, before);
                await db.Database.ExecuteSqlRawAsync("""UPDATE "EvaluationSignatures" SET "Seal" = {0} WHERE "Id" = {1}""", before, signature.Id);
            }

            return 0;
        });

        Assert.Equal(Commands.Done, await VerifyAsync());
    }

    private Task<int> VerifyAsync() => App.AsConsole().RunAsync((VerifyCommand use) => use.RunAsync([]));

    private async Task<List<string>> MissedAsync(AppDbContext db)
    {
        List<string> missed = [];
        foreach (var (named, sql) in Changes)
        {
            await using var undone = await db.Database.BeginTransactionAsync();
            Assert.True(await db.Database.ExecuteSqlRawAsync(Written(sql, db)) > 0, sql);
            var findings = TalkCheck.Findings(await TalkAsync(db));
            if (!findings.Any(finding => finding.Contains(named, StringComparison.Ordinal)))
            {
                missed.Add($"{sql}: {string.Join("; ", findings)}");
            }

            await undone.RollbackAsync();
        }

        return missed;
    }

    private Task<Evaluation> TalkAsync(AppDbContext db) => db.Evaluations.WithSealed().AsNoTrackingWithIdentityResolution().SingleAsync(e => e.Id == held.Id);

    private Task<IReadOnlyList<string>> FindingsAsync() => App.DbAsync(async db => TalkCheck.Findings(await TalkAsync(db)));

    /// <summary>Days are text on SQLite and dates on PostgreSQL; braces are placeholders to EF.</summary>
    private static string Written(string sql, AppDbContext db) =>
        (db.Database.IsNpgsql() ? System.Text.RegularExpressions.Regex.Replace(sql, @"'(\d{4}-\d\d-\d\d)'", "DATE '$1'", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)) : sql)
        .Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
}
