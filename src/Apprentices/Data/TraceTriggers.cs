using Microsoft.EntityFrameworkCore.Migrations;

namespace Apprentices.Data;

/// <summary>
/// What the database itself refuses: to change a trace or its seal, and to take a trace away before a removal is noted
/// (<see cref="Domain.TraceRemoval"/>). For a migration. Against somebody who may change the database as such the seal stands.
/// </summary>
public static class TraceTriggers
{
    private static readonly string[] Sealable = ["AccessTraces", "ChangeTraces", "TraceRemovals"];
    private static readonly string[] Fixed = ["SealedTraces", "TraceSeals"];
    private static readonly Dictionary<string, (int Kind, string[] Columns)> Values = new(StringComparer.Ordinal)
    {
        ["AccessTraces"] = (0, ["Id", "At", "SubjectId", "Locked", "Commitment", "Mark", "ApprenticeshipId", "ReaderId", "What", "ThingId", "UseCase"]),
        ["ChangeTraces"] = (1, ["Id", "At", "SubjectId", "Locked", "Commitment", "Mark", "ApprenticeshipId", "ActorId", "Audience", "UseCase"]),
        ["TraceRemovals"] = (2, ["Id", "At", "SubjectId", "Locked", "Commitment", "Mark", "Of", "Before"]),
    };

    public static void Add(MigrationBuilder migration)
    {
        foreach (var sql in IsPostgres(migration) ? Postgres() : Sqlite())
        {
            migration.Sql(sql);
        }
    }

    public static void Drop(MigrationBuilder migration)
    {
        foreach (var table in Sealable.Concat(Fixed))
        {
            foreach (var what in new[] { "update", "delete" }.Concat(IsPostgres(migration) ? ["truncate"] : []))
            {
                migration.Sql(IsPostgres(migration) ? $"DROP TRIGGER \"{table}_{what}\" ON \"{table}\"" : $"DROP TRIGGER \"{table}_{what}\"");
            }
        }
    }

    private static bool IsPostgres(MigrationBuilder migration) => migration.ActiveProvider?.EndsWith("PostgreSQL", StringComparison.Ordinal) == true;

    private static IEnumerable<string> Sqlite()
    {
        foreach (var table in Sealable)
        {
            yield return $"""CREATE TRIGGER "{table}_update" BEFORE UPDATE ON "{table}" WHEN NOT ({OnlySeals(table, "IS")}) BEGIN SELECT RAISE(ABORT, 'Traces are added, never changed.'); END;""";
            yield return $"""CREATE TRIGGER "{table}_delete" BEFORE DELETE ON "{table}" WHEN NOT ({IsRemoved(table)}) BEGIN SELECT RAISE(ABORT, 'Traces are added, never taken away.'); END;""";
        }

        foreach (var table in Fixed)
        {
            foreach (var what in new[] { "update", "delete" })
            {
                yield return $"""CREATE TRIGGER "{table}_{what}" BEFORE {what} ON "{table}" BEGIN SELECT RAISE(ABORT, 'The seal of the traces is never changed.'); END;""";
            }
        }
    }

    private static IEnumerable<string> Postgres()
    {
        yield return """
            CREATE OR REPLACE FUNCTION "RefuseTraceChange"() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'Traces are added, never changed or taken away.' USING ERRCODE = 'restrict_violation'; END $$;
            """;
        foreach (var table in Sealable)
        {
            yield return $"""CREATE TRIGGER "{table}_update" BEFORE UPDATE ON "{table}" FOR EACH ROW WHEN (NOT ({OnlySeals(table, "IS NOT DISTINCT FROM")})) EXECUTE FUNCTION "RefuseTraceChange"();""";

            // The condition of a trigger may not ask another table.
            yield return $"""
                CREATE OR REPLACE FUNCTION "Refuse{table}Delete"() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN IF NOT ({IsRemoved(table)}) THEN RAISE EXCEPTION 'Traces are added, never taken away.' USING ERRCODE = 'restrict_violation'; END IF; RETURN OLD; END $$;
                """;
            yield return $"""CREATE TRIGGER "{table}_delete" BEFORE DELETE ON "{table}" FOR EACH ROW EXECUTE FUNCTION "Refuse{table}Delete"();""";
        }

        foreach (var table in Fixed)
        {
            foreach (var what in new[] { "update", "delete" })
            {
                yield return $"""CREATE TRIGGER "{table}_{what}" BEFORE {what} ON "{table}" FOR EACH ROW EXECUTE FUNCTION "RefuseTraceChange"();""";
            }
        }

        foreach (var table in Sealable.Concat(Fixed))
        {
            yield return $"""CREATE TRIGGER "{table}_truncate" BEFORE TRUNCATE ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION "RefuseTraceChange"();""";
        }
    }

    /// <summary>All but the number of its seal is as it was, and it had none.</summary>
    private static string OnlySeals(string table, string same) => string.Join(
        " AND ", Values[table].Columns.Select(column => $"NEW.\"{column}\" {same} OLD.\"{column}\"").Prepend("""OLD."SealNumber" IS NULL AND NEW."SealNumber" IS NOT NULL"""));

    private static string IsRemoved(string table) => table == "TraceRemovals" ? "1 = 0" :
        $"""EXISTS (SELECT 1 FROM "TraceRemovals" r WHERE (r."SubjectId" = OLD."SubjectId") OR (r."Of" = {Values[table].Kind} AND r."Before" > OLD."At"))""";
}
