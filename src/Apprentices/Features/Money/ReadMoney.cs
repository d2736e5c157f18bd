using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Money;

/// <summary>
/// The money that follows from the days of a contract: its pay steps, and for HR the basic grant to be expected. Days the county
/// has not consented to move nothing yet.
/// </summary>
public sealed class ReadMoney(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, AccessLog readings)
{
    /// <param name="Id">Whose record it is.</param>
    /// <param name="Today">The day it was asked on.</param>
    /// <param name="IsWaiting">Whether something still waits for the county, so that days may move.</param>
    /// <param name="Pay">The pay steps, or why there are none.</param>
    /// <param name="Grant">For HR alone.</param>
    public sealed record Result(Guid Id, DateOnly Today, bool IsWaiting, PaySteps Pay, Grants? Grant);

    /// <param name="HasYouthRight">Nothing where nobody has entered it.</param>
    /// <param name="CountyNumber">The county that pays: where she is registered resident.</param>
    /// <param name="IsResidenceKnown">Whether that was entered; else it is taken to be the county of the contract.</param>
    /// <param name="TrainingOffice">The training office that receives it, if one holds the contract.</param>
    /// <param name="Possible">The one that is paid; both where nobody knows whether she has youth right.</param>
    public sealed record Grants(
        bool? HasYouthRight, string CountyNumber, bool IsResidenceKnown, string? TrainingOffice, IReadOnlyList<ExpectedGrant> Possible);

    /// <summary>The money, or nothing where the record is not there or not the reader's to see.</summary>
    public async Task<Result?> RunAsync(Guid id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeePay);

        await using var db = await database.CreateDbContextAsync(cancel);
        if (await db.Apprenticeships.VisibleTo(user).AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancel) is not { } contract)
        {
            return null;
        }

        await readings.NoteAsync(user, id, Opened.Pay, cancel: cancel);
        var state = contract.State;
        return new Result(id, user.Today, state.IsWaiting, PayOf(contract, state.Period), user.Allows(Policy.SeeGrants) ? GrantsOf(contract, state, user.Today) : null);
    }

    /// <summary>
    /// Which table fits is a matter of the contract as it was made; what is paid ends with the training, also where that ends
    /// before its time.
    /// </summary>
    private static PaySteps PayOf(Apprenticeship contract, TrainingPeriod period)
    {
        var whole = HalfYears.For(period.StartsOn, period.ContractEndsOn, period.Breaks);
        var pay = PayTable.For(contract.Kind, contract.Variant, period.ContractEndsOn, whole, contract.PartTimePercent);
        return pay.Steps is null ? pay : pay with
        {
            Steps = [.. period.HalfYears.Select(half => pay.Steps.First(step => step.HalfYear.Number == half.Number) with { HalfYear = half })],
        };
    }

    private static Grants GrantsOf(Apprenticeship contract, ContractState state, DateOnly today) => new(
        contract.HasYouthRight,
        contract.ResidenceCountyNumber ?? state.CountyOn(today),
        contract.ResidenceCountyNumber is not null,
        contract.TrainingOffice,
        [
            .. (contract.HasYouthRight is { } known ? [known] : new[] { true, false })
                .Select(right => GrantRates.BasisOf(contract.Kind, right)).Distinct()
                .Select(basis => ExpectedGrant.For(state.Period.StartsOn, state.Period.EndsOn, state.Period.Breaks, basis)),
        ]);
}
