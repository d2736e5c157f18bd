using Apprentices.Domain;

namespace Apprentices.Features.Curricula;

/// <summary>What HR chooses of a curriculum that was read: whether to save it and, where it is new, what its trade is called and belongs to.</summary>
public sealed class CurriculumChoice(CurriculumChange change)
{
    public CurriculumChange Change { get; } = change;

    public bool IsChosen { get; set; } = change is { IsProposed: true, CanBeSaved: true };

    public TradeFamily Family { get; set; } = change.Family;

    public string Nb { get; set; } = change.Trade.Nb;

    public string Nn { get; set; } = change.Trade.Nn;

    public string En { get; set; } = change.Trade.En;

    public ImportCurricula.Choice Choice => new(Change.Read.Code, Family, new LocalText(Nb.Trim(), Nn.Trim(), En.Trim()));
}
