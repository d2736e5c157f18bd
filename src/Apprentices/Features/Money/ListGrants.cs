using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Money;

/// <summary>
/// What the counties are expected to pay for all apprenticeships together, by calendar half-year and county. They are read some
/// hundred at a time, so that their number does not decide how much is held at once.
/// </summary>
public sealed class ListGrants(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    private const int PageSize = 500;

    /// <param name="Today">The day it was asked on.</param>
    /// <param name="Apprenticeships">How many it was counted over.</param>
    /// <param name="YouthRightUnknown">For how many of them nobody knows which grant is paid.</param>
    /// <param name="Lines">By half-year and county, the earliest first.</param>
    public sealed record Result(DateOnly Today, int Apprenticeships, int YouthRightUnknown, IReadOnlyList<Line> Lines)
    {
        /// <summary>The half-years, over all counties or one.</summary>
        public IReadOnlyList<Line> Of(string? countyNumber) =>
        [
            .. Lines.Where(line => countyNumber is null || line.CountyNumber == countyNumber)
                .GroupBy(line => line.StartsOn).Select(half => half.Aggregate((one, other) => one.And(other))),
        ];

        /// <summary>From this year on, unless the earlier ones are asked for.</summary>
        public bool IsShown(Line line, bool withEarlier) => withEarlier || line.StartsOn.Year >= Today.Year;

        /// <summary>The half-years that are shown.</summary>
        public IReadOnlyList<Line> Of(string? countyNumber, bool withEarlier) => [.. Of(countyNumber).Where(line => IsShown(line, withEarlier))];
    }

    /// <summary>A half-year's expected grants of one county.</summary>
    /// <param name="StartsOn">The half-year's first day.</param>
    /// <param name="CountyNumber">The county that pays.</param>
    /// <param name="People">How many are in training in it.</param>
    /// <param name="One">Basic grant I.</param>
    /// <param name="Two">Basic grant II.</param>
    /// <param name="AtLeast">The lower of both, summed over those of whom nobody knows which is paid.</param>
    /// <param name="AtMost">The higher of both, for the same.</param>
    /// <param name="IsEstimate">Whether a rate older than the year was used.</param>
    /// <param name="IsPartly">Whether for some no rate is known, so that they are not in the sum.</param>
    public sealed record Line(
        DateOnly StartsOn, string CountyNumber, int People, decimal One, decimal Two, decimal AtLeast, decimal AtMost, bool IsEstimate, bool IsPartly)
    {
        public decimal Lowest => One + Two + AtLeast;

        public decimal Highest => One + Two + AtMost;

        public Line And(Line other) => this with
        {
            People = People + other.People,
            One = One + other.One,
            Two = Two + other.Two,
            AtLeast = AtLeast + other.AtLeast,
            AtMost = AtMost + other.AtMost,
            IsEstimate = IsEstimate || other.IsEstimate,
            IsPartly = IsPartly || other.IsPartly,
        };
    }

    private sealed record Contract(
        Guid Id, ContractKind Kind, DateOnly StartsOn, DateOnly EndsOn, bool? HasYouthRight, string CountyNumber, IReadOnlyList<Break> Breaks);

    /// <param name="progress">Is told how many are counted.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<Result> RunAsync(IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeGrants);

        await using var db = await database.CreateDbContextAsync(cancel);
        Dictionary<(DateOnly StartsOn, string CountyNumber), Line> lines = [];
        var (count, unknown, last) = (0, 0, Guid.Empty);
        for (var page = await PageAfterAsync(db, user, last, cancel); page.Count > 0; page = await PageAfterAsync(db, user, last, cancel))
        {
            foreach (var line in page.SelectMany(LinesOf))
            {
                var key = (line.StartsOn, line.CountyNumber);
                lines[key] = lines.TryGetValue(key, out var known) ? known.And(line) : line;
            }

            (count, unknown, last) = (count + page.Count, unknown + page.Count(IsUnknown), page[^1].Id);
            progress?.Report(count);
            await Task.Yield();
        }

        return new Result(user.Today, count, unknown, [.. lines.Values.OrderBy(line => line.StartsOn).ThenBy(line => line.CountyNumber, StringComparer.Ordinal)]);
    }

    private static Task<List<Contract>> PageAfterAsync(AppDbContext db, CurrentUser user, Guid last, CancellationToken cancel) =>
        db.Apprenticeships.VisibleTo(user).Where(a => a.Id > last).OrderBy(a => a.Id).Take(PageSize)
            .Select(a => new Contract(
                a.Id, a.Kind, a.StartsOn, a.EndsOn, a.HasYouthRight, a.ResidenceCountyNumber ?? a.CountyNumber,
                a.Interruptions.Where(i => i.CountyConsentOn != null && i.ConsentedEndsOn != null)
                    .Select(i => new Break(i.StartsOn, i.ConsentedEndsOn!.Value, i.Percent)).ToList()))
            .ToListAsync(cancel);

    private static bool IsUnknown(Contract contract) => contract is { HasYouthRight: null, Kind: not ContractKind.OnTheJobCandidate };

    private static IEnumerable<Line> LinesOf(Contract contract)
    {
        var one = For(contract, GrantRates.BasisOf(contract.Kind, contract.HasYouthRight ?? true));
        var other = IsUnknown(contract) ? For(contract, GrantBasis.Two) : one;
        return one.HalfYears.Zip(other.HalfYears, (half, alternative) => Of(contract, one.Basis, half, alternative));
    }

    private static ExpectedGrant For(Contract contract, GrantBasis basis) =>
        ExpectedGrant.For(contract.StartsOn, contract.EndsOn, contract.Breaks, basis);

    private static Line Of(Contract contract, GrantBasis basis, GrantHalfYear half, GrantHalfYear other)
    {
        var (amount, otherAmount, isUnknown) = (half.Amount ?? 0, other.Amount ?? 0, IsUnknown(contract));
        return new Line(
            half.StartsOn, contract.CountyNumber, half.Parts.Count > 0 ? 1 : 0,
            !isUnknown && basis == GrantBasis.One ? amount : 0,
            !isUnknown && basis == GrantBasis.Two ? amount : 0,
            isUnknown ? Math.Min(amount, otherAmount) : 0,
            isUnknown ? Math.Max(amount, otherAmount) : 0,
            half.IsEstimate || other.IsEstimate,
            half.Amount is null);
    }
}
