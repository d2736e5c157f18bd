using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Calendar;

/// <summary>Trying other dates without saving anything: what would fall due when, and what that moves against the record one began with.</summary>
public sealed class TryDates(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, AccessLog readings, DutyRulebook rulebook)
{
    public sealed class Input
    {
        [Required]
        public DateOnly? StartsOn { get; set; }

        public DateOnly? EndsOn { get; set; }

        [Range(1, 119)]
        public int? Months { get; set; }

        [Required]
        public string? Curriculum { get; set; }

        [Required]
        public string? County { get; set; }

        public ContractKind Kind { get; set; }

        public ContractVariant Variant { get; set; }

        [Range(0, 60)]
        public int? CreditMonths { get; set; }

        [Range(1, 100)]
        public int? PartTimePercent { get; set; } = 100;

        public bool TrainingOffice { get; set; }

        public List<Away> Interruptions { get; set; } = [];

        public DateOnly? ExtendedTo { get; set; }

        public bool ExtensionConsented { get; set; } = true;
    }

    /// <summary>One break in the form.</summary>
    public sealed class Away
    {
        public DateOnly? StartsOn { get; set; }
        public DateOnly? EndsOn { get; set; }
        public int? Percent { get; set; } = 100;
        public bool Consented { get; set; } = true;
    }

    public sealed record Choice(string Code, LocalText Name);

    /// <summary>What the form begins with: the curricula there are, and the dates of a record where one was named.</summary>
    public sealed record Beginning(Input Input, IReadOnlyList<Choice> Curricula, string? Of);

    /// <param name="apprenticeshipId">A record to begin with; not there, or not one's own to see, is as if none was named.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<Beginning> BeginAsync(Guid? apprenticeshipId, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.TryDates);

        await using var db = await database.CreateDbContextAsync(cancel);
        var curricula = await db.Curricula.OrderBy(c => c.Code).Select(c => new Choice(c.Code, c.Trade)).ToListAsync(cancel);
        var contract = await db.Apprenticeships.VisibleTo(user).Include(a => a.Person).AsNoTracking().SingleOrDefaultAsync(a => a.Id == apprenticeshipId, cancel);
        if (contract is null)
        {
            return new Beginning(new Input { StartsOn = user.Today, Months = 24, County = "03" }, curricula, null);
        }

        await readings.NoteAsync(user, contract.Id, Opened.Record, cancel: cancel);
        return new Beginning(Of(contract.State, user.Today), curricula, contract.Person.FullName);
    }

    /// <summary>The duties of the contract thought of.</summary>
    /// <exception cref="RuleException">Something about it cannot be.</exception>
    public async Task<WhatIfSum> RunAsync(Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.TryDates);

        await using var db = await database.CreateDbContextAsync(cancel);
        var (sum, wrong) = await WhatIfSum.MakeAsync(db, rulebook, QuestionOf(input), cancel);
        return sum ?? throw new RuleException(string.Join(' ', wrong.Select(finding => finding.Sentence).Distinct()));
    }

    private static WhatIfQuestion QuestionOf(Input input) => new(input.StartsOn!.Value, input.Curriculum!, input.County!)
    {
        EndsOn = input.EndsOn,
        Months = input.EndsOn is null ? input.Months : null,
        Kind = input.Kind,
        Variant = input.Variant,
        CreditMonths = input.CreditMonths,
        PartTimePercent = input.PartTimePercent ?? 100,
        TrainingOffice = input.TrainingOffice,
        Interruptions =
        [
            .. input.Interruptions.Where(away => away.StartsOn is not null)
                .Select(away => new WhatIfInterruption(away.StartsOn!.Value, away.EndsOn, away.Percent ?? 100, away.Consented)),
        ],
        Extensions = input.ExtendedTo is { } to ? [new WhatIfExtension(to, input.ExtensionConsented)] : [],
    };

    private static Input Of(ContractState state, DateOnly today) => new()
    {
        StartsOn = state.Terms.StartsOn,
        EndsOn = state.Terms.EndsOn,
        Curriculum = state.CurriculumOn(today),
        County = state.CountyOn(today),
        Kind = state.KindOn(today),
        Variant = state.Terms.Variant,
        CreditMonths = state.Terms.CreditMonths,
        PartTimePercent = state.Terms.PartTimePercent,
        TrainingOffice = state.Terms.TrainingOffice is not null,
        Interruptions =
        [
            .. state.Breaks.Where(away => away is { Prolongs: true, IsRefused: false })
                .Select(away => new Away { StartsOn = away.FromOn, EndsOn = away.ToOn, Percent = away.Percent, Consented = !away.IsWaiting }),
        ],
        ExtendedTo = state.Extensions is [.., { IsRefused: false } last] ? last.NewEndsOn : null,
        ExtensionConsented = state.Extensions is not [.., { ConsentOn: null }],
    };
}
