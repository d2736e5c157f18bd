using Apprentices.Domain;

namespace Apprentices.Features.EvaluationForms;

/// <summary>Which answers figures are asked of. It stands in the address and comes back from it.</summary>
/// <param name="Form">The form.</param>
/// <param name="Question">The question's key.</param>
/// <param name="Party">Whose answers.</param>
/// <param name="Goal">The goal's code, where it is asked for each.</param>
/// <param name="Filter">What they are narrowed to.</param>
public sealed record FiguresQuery(Guid? Form, string? Question, FormParties? Party, string? Goal, FigureFilter Filter)
{
    /// <summary>Reads what stands in an address; what makes no sense there counts as not being there.</summary>
    public static FiguresQuery From(string? form, string? question, string? party, string? goal, string? period, string? trade, string? workplace) => new(
        Guid.TryParse(form, out var id) ? id : null,
        Said(question),
        Enum.TryParse<FormParties>(party, ignoreCase: true, out var one) && Enum.IsDefined(one) && one != FormParties.None ? one : null,
        Said(goal),
        new FigureFilter(Said(period), Said(trade), Guid.TryParse(workplace, out var place) ? place : null));

    public string Address()
    {
        (string Name, string? Value)[] all =
        [
            ("form", Form?.ToString()), ("question", Question), ("party", Party?.ToString().ToLowerInvariant()), ("goal", Goal),
            ("period", Filter.Period), ("trade", Filter.Trade), ("workplace", Filter.Workplace?.ToString()),
        ];
        var given = all.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}").ToList();
        return EvaluationFormLinks.Figures + (given.Count == 0 ? "" : "?" + string.Join('&', given));
    }

    private static string? Said(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
