using Apprentices.Data;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Data;

/// <summary>How a writer waits for another one on SQLite.</summary>
public sealed class SqlitePatienceTests : AppTests
{
    [Fact]
    public async Task Who_finds_the_file_busy_waits_as_SQLite_does_and_not_as_the_driver() =>
        Assert.Equal([(long)SqlitePatience.Most.TotalMilliseconds], await App.DbAsync(db => db.Database.SqlQueryRaw<long>("SELECT timeout AS Value FROM pragma_busy_timeout").ToListAsync()));
}
