using System.ComponentModel.DataAnnotations;
using Apprentices.Shared;

namespace Apprentices.Features.Curricula.Moves;

/// <summary>A move as HR has adjusted it.</summary>
public sealed class MoveInput : IValidatableObject
{
    /// <summary>An old goal and one it lives on as; an old goal without a pair ends.</summary>
    public sealed record Pair(string Old, string New);

    /// <summary>A plan or template that moves, and the saves of it that were seen.</summary>
    public sealed record Chosen(Guid Id, int Version);

    public EditionKey From { get; init; } = new("", 0);

    public EditionKey To { get; init; } = new("", 0);

    public List<Pair> Pairs { get; set; } = [];

    public List<Chosen> Apprenticeships { get; set; } = [];

    public List<Chosen> Templates { get; set; } = [];

    /// <summary>The day the county consented; where the contracts get another curriculum.</summary>
    public DateOnly? ConsentOn { get; set; }

    /// <summary>Goals with ratings or log entries may end: HR has seen it and confirmed.</summary>
    public bool EvidenceMayEnd { get; set; }

    /// <summary>What an old goal lives on as.</summary>
    public IEnumerable<string> Of(string old) => Pairs.Where(pair => pair.Old == old).Select(pair => pair.New);

    /// <summary>Says what an old goal lives on as.</summary>
    public void Choose(string old, IEnumerable<string> next) => Pairs = [.. Pairs.Where(pair => pair.Old != old), .. next.Distinct().Select(code => new Pair(old, code))];

    /// <summary>As it is proposed: for everybody, with the templates.</summary>
    public static MoveInput For(ProposeMove.Result proposal) => new()
    {
        From = proposal.From.Key,
        To = proposal.To?.Key ?? proposal.From.Key,
        Pairs = [.. proposal.Proposal.Where(line => line.New is not null).Select(line => new Pair(line.Old, line.New!))],
        Apprenticeships = [.. proposal.Followers.Select(row => new Chosen(row.Id, row.Version))],
        Templates = [.. proposal.Templates.Select(row => new Chosen(row.Id, row.Version))],
    };

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (From.Code != To.Code && ConsentOn is null)
        {
            yield return new ValidationResult(ValidationTexts.Required, [nameof(ConsentOn)]);
        }
    }
}
