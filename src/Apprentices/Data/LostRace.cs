using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Data;

/// <summary>Tells whether a save failed because somebody else saved the same in that moment.</summary>
public static class LostRace
{
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;

    /// <summary>A row's changed version, a doubled key, or on PostgreSQL a serialization failure or a deadlock.</summary>
    public static bool Caused(Exception failure) =>
        failure is DbUpdateConcurrencyException || failure.GetBaseException() is
            DbException { SqlState: "40001" or "40P01" or "23505" }
            or SqliteException { SqliteExtendedErrorCode: SqliteUnique or SqlitePrimaryKey };
}
