using Npgsql;

namespace Apprentices.Tests.Support;

/// <summary>
/// Takes away what a test wrote in a PostgreSQL database without making the database anew: that costs the server some thousand
/// files and the program its connections. A function of the template does it; a database whose tables or triggers a test has
/// changed, or that has grown big, it leaves to be made anew.
/// </summary>
internal static class EmptiedPostgres
{
    /// <summary>Bytes; beyond that what was taken away costs more than a new database.</summary>
    private const long Big = 60_000_000;

    private const string Shape = """
        SELECT md5(string_agg(what, ',' ORDER BY what)) FROM (
          SELECT 'c ' || relnamespace::text || relname || relkind::text || relnatts::text AS what FROM pg_class WHERE relnamespace NOT IN (SELECT oid FROM pg_namespace WHERE nspname IN ('pg_catalog', 'pg_toast', 'information_schema'))
          UNION ALL SELECT 't ' || tgrelid::regclass::text || tgname || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
          UNION ALL SELECT 'k ' || conname || conrelid::regclass::text FROM pg_constraint WHERE connamespace = 'public'::regnamespace) AS shapes
        """;

    /// <summary>What the template knows besides: how it was, and how to become so again.</summary>
    private static readonly string Keep = $$"""
        CREATE SCHEMA kept;
        DO $do$
        DECLARE t record; filled boolean;
        BEGIN
          FOR t IN SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' LOOP
            EXECUTE format('SELECT EXISTS (SELECT FROM public.%I)', t.relname) INTO filled;
            IF filled THEN EXECUTE format('CREATE TABLE kept.%I AS TABLE public.%I', t.relname, t.relname); END IF;
          END LOOP;
        END $do$;
        CREATE TABLE kept.shape (is_ text);
        CREATE FUNCTION kept.empty() RETURNS boolean LANGUAGE plpgsql AS $fn$
        DECLARE t record; filled boolean;
        BEGIN
          IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) OR pg_database_size(current_database()) > {{Big}}
            OR ({{Shape}}) <> (SELECT is_ FROM kept.shape) THEN RETURN false; END IF;
          PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle';
          SET LOCAL session_replication_role = replica;
          FOR t IN SELECT c.relname, k.oid IS NOT NULL AS had FROM pg_class c LEFT JOIN pg_class k ON k.relname = c.relname AND k.relnamespace = 'kept'::regnamespace
              WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' LOOP
            EXECUTE format('SELECT EXISTS (SELECT FROM public.%I)', t.relname) INTO filled;
            IF filled THEN EXECUTE format('DELETE FROM public.%I', t.relname); END IF;
            IF t.had THEN EXECUTE format('INSERT INTO public.%I SELECT * FROM kept.%I', t.relname, t.relname); END IF;
          END LOOP;
          RETURN true;
        END $fn$;
        INSERT INTO kept.shape {{Shape}};
        """;

    public static async Task PrepareAsync(string connectionString) => _ = await AskAsync(connectionString, Keep);

    /// <returns>False where the database has to be made anew.</returns>
    public static async Task<bool> EmptyAsync(string connectionString) => await AskAsync(connectionString, "SELECT kept.empty()") is true;

    private static async Task<object?> AskAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
