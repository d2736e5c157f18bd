namespace Apprentices.Shared;

/// <summary>One figure of a small chart: what it is of, how much, what it is held against, and how it is written in the table.</summary>
public sealed record ChartPoint(string Label, double Value, double? Against = null, string? Text = null)
{
    public string Written => Text ?? (Against is { } against ? $"{Value:0.#} / {against:0.#}" : $"{Value:0.#}");
}
