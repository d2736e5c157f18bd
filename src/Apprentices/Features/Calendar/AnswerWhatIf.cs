using Apprentices.Data;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Calendar;

/// <summary>For other programs: what would fall due when, for a contract of nobody in particular. The access token is all it asks for.</summary>
public sealed class AnswerWhatIf(IDbContextFactory<AppDbContext> database, DutyRulebook rulebook)
{
    /// <exception cref="ApiInputException">Something is wrong with the question; each field is named.</exception>
    public async Task<WhatIfAnswer> RunAsync(WhatIfQuestion question, CancellationToken cancel = default)
    {
        await using var db = await database.CreateDbContextAsync(cancel);
        var (sum, wrong) = await WhatIfSum.MakeAsync(db, rulebook, question, cancel);
        return sum is not null ? WhatIfAnswer.Of(sum) : throw new ApiInputException([.. wrong.Select(finding => new ApiFinding(finding.Path, finding.Sentence))]);
    }
}
