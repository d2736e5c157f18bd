using Apprentices.Platform;

namespace Apprentices.Features.Setup;

/// <summary>
/// Counts the duties anew once something they depend on was changed here. Whoever gives up half-way keeps what was changed; the
/// rest is counted at night.
/// </summary>
public sealed class RecountDuties(DutyRecount recount, CurrentUserAccessor users)
{
    /// <summary>How many contracts a change concerns.</summary>
    /// <param name="countyNumber">Only those a county holds.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<int> CountAsync(string? countyNumber = null, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SetUp);

        return await recount.CountAsync(countyNumber, cancel);
    }

    /// <param name="countyNumber">Only the contracts a county holds.</param>
    /// <param name="progress">How many contracts are done.</param>
    /// <param name="cancel">Gives up; what is done stays done.</param>
    /// <returns>How many duties came about, moved or went.</returns>
    public async Task<int> RunAsync(string? countyNumber = null, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SetUp);

        return await recount.RunAsync(countyNumber, progress, cancel);
    }
}
