using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Data;

/// <summary>Tells whether a save failed because somebody else saved the same in that moment.</summary>
public static class LostRace
{
    private const int SqliteUnique = 2067;
    private const int SqlitePrimaryKey = 1555;

    /// <summary>So often a work is begun anew that another beat; whoever loses that often meets something else.</summary>
    private const int MostTries = 10;

    /// <summary>A row's changed version, a doubled key, or on PostgreSQL a serialization failure or a deadlock.</summary>
    public static bool Caused(Exception failure) =>
        failure is DbUpdateConcurrencyException || failure.GetBaseException() is
            DbException { SqlState: "40001" or "40P01" or "23505" }
            or SqliteException { SqliteExtendedErrorCode: SqliteUnique or SqlitePrimaryKey };

    /// <summary>Does a work anew, from its reading on, as long as somebody else was faster. It must open its own database each time.</summary>
    public static async Task<T> RetryAsync<T>(Func<Task<T>> work)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await work();
            }
            catch (Exception failure) when (tries < MostTries && Caused(failure))
            {
                // Begun anew.
            }
        }
    }
}
