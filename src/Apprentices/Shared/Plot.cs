using System.Globalization;
using System.Net;

namespace Apprentices.Shared;

/// <summary>The field of a small chart is 210 by 84; the base line lies at 64.</summary>
internal static class Plot
{
    public const double BaseLine = 64;

    public const double Height = 54;

    public static double Top(IReadOnlyList<ChartPoint> points) =>
        Math.Max(points.Select(point => Math.Max(point.Value, point.Against ?? 0)).DefaultIfEmpty(0).Max(), 1e-9);

    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Razor reserves the element for itself, so a label in a drawing is markup.</summary>
    public static string Label(double x, double y, string words, string attributes = "") =>
        $"""<text x="{Number(x)}" y="{Number(y)}" {attributes}>{WebUtility.HtmlEncode(words)}</text>""";

    public static string Ends(IReadOnlyList<ChartPoint> points) =>
        points.Count == 0 ? "" : Label(0, 79, points[0].Label) + (points.Count == 1 ? "" : Label(210, 79, points[^1].Label, "text-anchor=\"end\""));
}
