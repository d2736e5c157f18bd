using Apprentices.Data;
using Apprentices.Features.Curricula.Grep;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Curricula;

/// <summary>Shows what an import of curricula would do, goal by goal and word by word, and saves nothing.</summary>
public sealed class PreviewCurricula(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public async Task<CurriculaReview> RunAsync(GrepReading reading, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ImportCurricula);

        await using var db = await database.CreateDbContextAsync(cancel);
        return await CurriculaReview.MakeAsync(db, reading, only: null, cancel);
    }
}
