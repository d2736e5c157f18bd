using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Setup;

/// <summary>Which tasks the training office does for us, kind by kind, and how many contracts have one.</summary>
public sealed class ListOfficeTasks(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <param name="Choices">Each kind of task with who does it.</param>
    /// <param name="Contracts">How many contracts that have not ended have a training office.</param>
    public sealed record Result(IReadOnlyList<SetOfficeTasks.Choice> Choices, int Contracts);

    public async Task<Result> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SetUp);
        var today = user.Today;

        await using var db = await database.CreateDbContextAsync(cancel);
        var decided = await db.OfficeTasks.AsNoTracking().ToDictionaryAsync(task => task.Kind, cancel);
        var contracts = await db.Apprenticeships.VisibleTo(user).CountAsync(a => a.EndsOn >= today && a.TrainingOffice != null, cancel);
        return new Result(
            [
                .. OfficeTask.Kinds.Select(kind => new SetOfficeTasks.Choice
                {
                    Kind = kind.Key,
                    ByOffice = decided.GetValueOrDefault(kind.Key)?.ByOffice ?? kind.Value,
                    Version = decided.GetValueOrDefault(kind.Key)?.Version,
                }),
            ],
            contracts);
    }
}
