using System.Globalization;
using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Apprentices.Tests.Data;

/// <summary>
/// A database as the first release left it: its migration alone, and rows written by its column names. Nothing here goes through
/// the model of today.
/// </summary>
internal sealed class FirstRelease(AppDbContext db)
{
    private readonly Dictionary<string, string> columns = [];

    public const string Migration = "Begin";

    /// <summary>What the first release kept of people and their contracts.</summary>
    public static readonly IReadOnlyList<string> Tables =
    [
        "People", "Workplaces", "Curricula", "Goals", "Apprenticeships", "Assignments", "Interruption", "PlannedGoals", "GoalRatings", "Evaluations",
        "EvaluationSignatures", "LogEntries", "LogEntryGoal", "Reminders", "Installations",
    ];

    public Guid Ingrid { get; } = Guid.CreateVersion7();
    public Guid Ola { get; } = Guid.CreateVersion7();
    public Guid Siv { get; } = Guid.CreateVersion7();
    public Guid Lise { get; } = Guid.CreateVersion7();
    public Guid Drift { get; } = Guid.CreateVersion7();

    /// <summary>Ingrid's contract: under way, with a break the county consented to and one it did not.</summary>
    public Guid UnderWay { get; } = Guid.CreateVersion7();

    /// <summary>Ola's contract: over, and entered when half of it was.</summary>
    public Guid Over { get; } = Guid.CreateVersion7();
    public Guid Consented { get; } = Guid.CreateVersion7();
    public Guid Waiting { get; } = Guid.CreateVersion7();

    /// <summary>An instant, as each of the two keeps it.</summary>
    private object Instant => db is PostgresAppDbContext ? DateTimeOffset.UnixEpoch : 1L;

    public static Break Leave { get; } = new(new(2026, 3, 2), new(2026, 5, 2), 100);

    public async Task MakeAsync()
    {
        await db.Database.EnsureDeletedAsync();
        await db.GetService<IMigrator>().MigrateAsync(Migration);

        await PersonAsync(Ingrid, "Ingrid", "Solheim", Roles.Apprentice);
        await PersonAsync(Ola, "Ola", "Nygård", Roles.Apprentice);
        await PersonAsync(Siv, "Siv", "Åmot", Roles.Instructor);
        await PersonAsync(Lise, "Lise", "Grønn", Roles.Instructor | Roles.TrainingManager);
        await RunAsync($"""INSERT INTO "Workplaces" ("Id", "Name", "SearchText", "Version") VALUES ({Drift}, {"Drift"}, {"drift"}, {1})""");
        await RunAsync($"""
            INSERT INTO "Curricula" ("Code", "Reform", "Family", "ValidFrom", "Title_En", "Title_Nb", "Title_Nn", "Trade_En", "Trade_Nb", "Trade_Nn")
            VALUES ({"TEST01-01"}, {"LK20"}, {0}, {new DateOnly(2020, 8, 1)}, {"Trial"}, {"Prøve"}, {"Prøve"}, {"The trial trade"}, {"Prøvefaget"}, {"Prøvefaget"})
            """);
        await RunAsync($"""INSERT INTO "Installations" ("Id", "IsDemo", "CreatedAt", "SamplesAddedAt") VALUES ({1}, {true}, {Instant}, {Instant})""");
        var goals = new[] { await GoalAsync("KM1", 1), await GoalAsync("KM2", 2) };

        await ContractAsync(UnderWay, Ingrid, new(2025, 8, 18), new(2027, 8, 17), endsOn: new(2027, 10, 18), enteredOn: new(2025, 8, 1));
        await BreakAsync(Consented, Leave.StartsOn, Leave.EndsOn, consentOn: new(2026, 2, 20));
        await BreakAsync(Waiting, new(2026, 10, 1), new(2026, 10, 31), consentOn: null);
        await AssignmentAsync(UnderWay, Siv, AssignmentRole.Instructor, new(2025, 8, 18), new(2026, 5, 31));
        await AssignmentAsync(UnderWay, Lise, AssignmentRole.Instructor, new(2026, 6, 1), null);
        await AssignmentAsync(UnderWay, Lise, AssignmentRole.TrainingManager, new(2025, 8, 18), null);
        var signed = await TalkAsync(UnderWay, 1, EvaluationState.Signed, new(2025, 8, 18), new(2026, 2, 17), held: new(2026, 2, 10), summary: "Mestrer drift.");
        await SignatureAsync(signed, Ingrid, Roles.Apprentice);
        await SignatureAsync(signed, Siv, Roles.Instructor);
        var second = await TalkAsync(UnderWay, 2, EvaluationState.Planned, new(2026, 2, 18), new(2026, 10, 18), planned: new(2026, 10, 1));
        await TalkAsync(UnderWay, 3, EvaluationState.Planned, new(2026, 10, 19), new(2027, 4, 20));
        await TalkAsync(UnderWay, 4, EvaluationState.Planned, new(2027, 4, 21), new(2027, 10, 18));
        await RunAsync($"""
            INSERT INTO "Reminders" ("Id", "EvaluationId", "DueOn", "Step", "RecipientId", "QueuedAt", "SentAt", "Failures", "NextTryAt", "Version")
            VALUES ({Guid.CreateVersion7()}, {second}, {new DateOnly(2026, 10, 18)}, {-30}, {Lise}, {Instant}, {Instant}, {0}, {Instant}, {1})
            """);
        var halfYears = HalfYears.For(new(2025, 8, 18), new(2027, 8, 17), [Leave]);
        var rated = await PlannedAsync(UnderWay, goals[0], "KM1", 1, halfYears[0], Level.Masters, [Leave]);
        await PlannedAsync(UnderWay, goals[1], "KM2", 2, halfYears[2], Level.NotBegun, [Leave]);
        await RunAsync($"""
            INSERT INTO "GoalRatings" ("Id", "PlannedGoalId", "Level", "Note", "RatedOn", "RatedById", "RatedAt")
            VALUES ({Guid.CreateVersion7()}, {rated}, {(int)Level.Masters}, {"Sikker"}, {new DateOnly(2026, 1, 12)}, {Siv}, {Instant})
            """);
        var entry = Guid.CreateVersion7();
        await RunAsync($"""
            INSERT INTO "LogEntries" ("Id", "ApprenticeshipId", "WorkedOn", "Text", "WrittenAt", "Version")
            VALUES ({entry}, {UnderWay}, {new DateOnly(2026, 1, 9)}, {"Satte opp en server."}, {Instant}, {1})
            """);
        await RunAsync($"""INSERT INTO "LogEntryGoal" ("GoalsId", "LogEntryId") VALUES ({rated}, {entry})""");

        await ContractAsync(Over, Ola, new(2024, 7, 1), new(2026, 6, 30), endsOn: new(2026, 6, 30), enteredOn: new(2025, 10, 1));
        await AssignmentAsync(Over, Siv, AssignmentRole.Instructor, new(2024, 7, 1), null);
        await TalkAsync(Over, 1, EvaluationState.HeldBeforeSystem, new(2024, 7, 1), new(2024, 12, 31), held: new(2024, 12, 10));
        await TalkAsync(Over, 2, EvaluationState.UnknownBeforeSystem, new(2025, 1, 1), new(2025, 6, 30));
        await TalkAsync(Over, 3, EvaluationState.Held, new(2025, 7, 1), new(2025, 12, 31), held: new(2025, 12, 1), summary: "God framgang.");
        await TalkAsync(Over, 4, EvaluationState.Waived, new(2026, 1, 1), new(2026, 6, 30), waived: "Tok fagprøven i mai");
    }

    /// <summary>Where the columns of a table are after the upgrade: what became of a reminder's mail stands with the mail.</summary>
    private static string Now(string table) => table == "Reminders"
        ? """(SELECT r.*, m."SentAt", m."Failures", m."NextTryAt", m."LastFailure" FROM "Reminders" r JOIN "ReminderMails" m ON m."Id" = r."MailId") kept"""
        : $"\"{table}\"";

    /// <summary>
    /// All rows of the tables, without the counters of changes. Asked again, after an upgrade, it reads the columns it read the first
    /// time.
    /// </summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> RowsAsync(AppDbContext now, IReadOnlyList<string>? tables = null)
    {
        Dictionary<string, IReadOnlyList<string>> rows = [];
        var connection = now.Database.GetDbConnection();
        await connection.OpenAsync();
        foreach (var table in tables ?? Tables)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = columns.TryGetValue(table, out var known) ? $"SELECT {known} FROM {Now(table)}" : $"SELECT * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            var places = Enumerable.Range(0, reader.FieldCount).Where(place => reader.GetName(place) != "Version").ToList();
            columns.TryAdd(table, string.Join(", ", places.Select(place => $"\"{reader.GetName(place)}\"")));
            List<string> values = [];
            while (await reader.ReadAsync())
            {
                values.Add(string.Join(" | ", places.Select(place => Convert.ToString(reader.GetValue(place), CultureInfo.InvariantCulture))));
            }

            rows[table] = [.. values.Order(StringComparer.Ordinal)];
        }

        await connection.CloseAsync();
        return rows;
    }

    private Task<int> RunAsync(FormattableString sql) => db.Database.ExecuteSqlAsync(sql);

    private Task<int> PersonAsync(Guid id, string given, string family, Roles roles) => RunAsync($"""
        INSERT INTO "People" ("Id", "GivenName", "FamilyName", "Email", "Language", "Roles", "SortName", "SearchText", "Version")
        VALUES ({id}, {given}, {family}, {$"{given}@example.no"}, {0}, {(int)roles}, {$"{family} {given}"}, {$"{given} {family}"}, {1})
        """);

    private async Task<Guid> GoalAsync(string code, int order)
    {
        var id = Guid.CreateVersion7();
        await RunAsync($"""
            INSERT INTO "Goals" ("Id", "CurriculumCode", "Code", "Order", "Title_En", "Title_Nb", "Title_Nn")
            VALUES ({id}, {"TEST01-01"}, {code}, {order}, {"Goal"}, {"Mål"}, {"Mål"})
            """);
        return id;
    }

    private Task<int> ContractAsync(Guid id, Guid person, DateOnly startsOn, DateOnly contractEndsOn, DateOnly endsOn, DateOnly enteredOn) => RunAsync($"""
        INSERT INTO "Apprenticeships" ("Id", "PersonId", "Kind", "Variant", "VigoNumber", "CurriculumCode", "CountyNumber", "WorkplaceId", "StartsOn",
            "ContractEndsOn", "EndsOn", "EnteredOn", "Version")
        VALUES ({id}, {person}, {0}, {0}, {$"V{startsOn.DayNumber}"}, {"TEST01-01"}, {"03"}, {Drift}, {startsOn}, {contractEndsOn}, {endsOn}, {enteredOn}, {1})
        """);

    private Task<int> BreakAsync(Guid id, DateOnly from, DateOnly to, DateOnly? consentOn) => RunAsync($"""
        INSERT INTO "Interruption" ("Id", "ApprenticeshipId", "StartsOn", "EndsOn", "Percent", "CountyConsentOn", "Version")
        VALUES ({id}, {UnderWay}, {from}, {to}, {100}, {consentOn}, {1})
        """);

    private Task<int> AssignmentAsync(Guid contract, Guid person, AssignmentRole role, DateOnly from, DateOnly? to) => RunAsync($"""
        INSERT INTO "Assignments" ("Id", "ApprenticeshipId", "PersonId", "Role", "FromOn", "ToOn", "Version")
        VALUES ({Guid.CreateVersion7()}, {contract}, {person}, {(int)role}, {from}, {to}, {1})
        """);

    private async Task<Guid> TalkAsync(
        Guid contract, int number, EvaluationState state, DateOnly window, DateOnly due, DateOnly? planned = null, DateOnly? held = null,
        string? summary = null, string? waived = null)
    {
        var id = Guid.CreateVersion7();
        Guid? by = summary is null ? null : Siv;
        await RunAsync($"""
            INSERT INTO "Evaluations" ("Id", "ApprenticeshipId", "Number", "State", "WindowStartsOn", "DueOn", "PlannedOn", "HeldOn", "HeldById", "Summary",
                "WaivedReason", "Version")
            VALUES ({id}, {contract}, {number}, {(int)state}, {window}, {due}, {planned}, {held}, {by}, {summary}, {waived}, {1})
            """);
        return id;
    }

    private Task<int> SignatureAsync(Guid talk, Guid person, Roles role) => RunAsync($"""
        INSERT INTO "EvaluationSignatures" ("Id", "EvaluationId", "PersonId", "Role", "SignedAt")
        VALUES ({Guid.CreateVersion7()}, {talk}, {person}, {(int)role}, {Instant})
        """);

    private async Task<Guid> PlannedAsync(Guid contract, Guid goal, string code, int order, HalfYear halfYear, Level level, IReadOnlyList<Break> breaks)
    {
        var id = Guid.CreateVersion7();
        DateOnly? rated = level == Level.NotBegun ? null : new DateOnly(2026, 1, 12);
        var expected = ExpectedDays.For(halfYear, 1, breaks)[0];
        await RunAsync($"""
            INSERT INTO "PlannedGoals" ("Id", "ApprenticeshipId", "GoalId", "Code", "Order", "HalfYear", "ExpectedOn", "Level", "RatedOn", "IsLogged", "Version",
                "Title_En", "Title_Nb", "Title_Nn")
            VALUES ({id}, {contract}, {goal}, {code}, {order}, {halfYear.Number}, {expected}, {(int)level}, {rated}, {rated is not null}, {1}, {"Goal"}, {"Mål"}, {"Mål"})
            """);
        return id;
    }
}
