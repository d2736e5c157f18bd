namespace Apprentices.Shared;

/// <summary>The shapes of the icons, drawn by the project on a grid of 20. <see cref="Icon" /> shows them by name.</summary>
public static class IconShapes
{
    private static readonly Dictionary<string, string> Shapes = new(StringComparer.Ordinal)
    {
        ["arrow"] = """<path d="M4 10h12M11 5l5 5-5 5"/>""",
        ["back"] = """<path d="M4 8h8a4 4 0 0 1 0 8H8M7.5 4.5 4 8l3.5 3.5"/>""",
        ["badge"] = """<circle cx="10" cy="7.5" r="4.5"/><path d="m7 11.2-1.3 6L10 15l4.3 2.2-1.3-6"/>""",
        ["cal"] = """<rect x="3" y="4.5" width="14" height="12.5" rx="1.5"/><path d="M3 8.5h14M7 2.8v3M13 2.8v3"/>""",
        ["check"] = """<circle cx="10" cy="10" r="7"/><path d="m6.8 10.2 2.3 2.3 4.2-4.7"/>""",
        ["chev"] = """<path d="m5 7.5 5 5 5-5"/>""",
        ["clock"] = """<circle cx="10" cy="10" r="7"/><path d="M10 6v4.2l2.8 1.6"/>""",
        ["doc"] = """<path d="M5 2.8h6.5L15.5 7v10.2H5z"/><path d="M11.2 3v4.2h4.2M7.7 11h5M7.7 14h5"/>""",
        ["down"] = """<path d="M3 5.5l5 5 3-3 6 6.5M17 9.5V14h-4.5"/>""",
        ["download"] = """<path d="M10 3.5v9M6.5 9.5 10 13l3.5-3.5M3.5 13v3.5h13V13"/>""",
        ["exit"] = """<path d="M8 3.5H4v13h4M12 6.5l3.5 3.5-3.5 3.5M15 10H7.5"/>""",
        ["flag"] = """<path d="M5 17.5V3.5h9.5l-2 3.5 2 3.5H5"/>""",
        ["gear"] = """<circle cx="10" cy="10" r="2.6"/><path d="M10 2.8v2.4M10 14.8v2.4M2.8 10h2.4M14.8 10h2.4M4.9 4.9l1.7 1.7M13.4 13.4l1.7 1.7M15.1 4.9l-1.7 1.7M6.6 13.4l-1.7 1.7"/>""",
        ["globe"] = """<circle cx="10" cy="10" r="7"/><path d="M3 10h14M10 3c2.4 2 3.4 4.4 3.4 7s-1 5-3.4 7c-2.4-2-3.4-4.4-3.4-7S7.6 5 10 3z"/>""",
        ["help"] = """<circle cx="10" cy="10" r="7"/><path d="M7.8 8a2.3 2.3 0 1 1 3.2 2.2c-.7.3-1 .8-1 1.5M10 13.8v.1"/>""",
        ["history"] = """<path d="M3.5 10a6.5 6.5 0 1 1 2 4.7M3.5 10 2 7.8M3.5 10l2.3-1.4M10 6.5V10l2.5 1.5"/>""",
        ["home"] = """<path d="M3.5 9.2 10 3.5l6.5 5.7V16a.8.8 0 0 1-.8.8h-3.4v-4.6H7.7v4.6H4.3a.8.8 0 0 1-.8-.8z"/>""",
        ["inbox"] = """<path d="M3 11.5 5.2 4h9.6l2.2 7.5V16H3z"/><path d="M3 11.5h4l1.2 2h3.6l1.2-2h4"/>""",
        ["info"] = """<circle cx="10" cy="10" r="7"/><path d="M10 9.3v4.2M10 6.6v.1"/>""",
        ["late"] = """<path d="M10 3.2 17.6 16.5H2.4z"/><path d="M10 8v3.8M10 14v.1"/>""",
        ["left"] = """<path d="m12.5 4.5-5.5 5.5 5.5 5.5"/>""",
        ["lock"] = """<rect x="4.5" y="9" width="11" height="8" rx="1.5"/><path d="M7 9V6.5a3 3 0 0 1 6 0V9"/>""",
        ["mail"] = """<rect x="2.8" y="4.5" width="14.4" height="11" rx="1.5"/><path d="m3.2 5.5 6.8 5.5 6.8-5.5"/>""",
        ["moon"] = """<path d="M16.5 11.8A6.8 6.8 0 0 1 8.2 3.5a6.8 6.8 0 1 0 8.3 8.3z"/>""",
        ["more"] = """<circle cx="4.5" cy="10" r=".6"/><circle cx="10" cy="10" r=".6"/><circle cx="15.5" cy="10" r=".6"/>""",
        ["pause"] = """<circle cx="10" cy="10" r="7"/><path d="M8.2 7.5v5M11.8 7.5v5"/>""",
        ["pen"] = """<path d="m3.5 16.5.8-3.6 9-9a1.9 1.9 0 0 1 2.8 2.8l-9 9z"/><path d="m11.8 5.4 2.8 2.8"/>""",
        ["people"] = """<circle cx="7.4" cy="7" r="2.9"/><path d="M2 16.5c.4-3 2.5-4.7 5.4-4.7s5 1.7 5.4 4.7M13 4.4a2.9 2.9 0 0 1 0 5.3M15 12.3c1.7.7 2.7 2.2 3 4.2"/>""",
        ["phone"] = """<path d="M4 3.5h3l1.3 3.6-1.8 1.4a9 9 0 0 0 5 5l1.4-1.8 3.6 1.3v3C9.5 17 3 10.5 4 3.5z"/>""",
        ["photo"] = """<rect x="3" y="4" width="14" height="12" rx="1.5"/><circle cx="7.2" cy="8" r="1.4"/><path d="m3.5 14.5 4-3.5 3 2.5 3-3.5 3.3 3.5"/>""",
        ["place"] = """<path d="M10 17.5s5.5-5 5.5-9a5.5 5.5 0 0 0-11 0c0 4 5.5 9 5.5 9z"/><circle cx="10" cy="8.5" r="1.9"/>""",
        ["plan"] = """<path d="m3 5 1.4 1.4L6.8 4M3 10.5l1.4 1.4 2.4-2.4M3 16l1.4 1.4L6.8 15M10 5.5h7M10 11h7M10 16.5h7"/>""",
        ["plus"] = """<path d="M10 4v12M4 10h12"/>""",
        ["print"] = """<path d="M6 7.5V3h8v4.5M6 14H3.5V7.5h13V14H14M6 12h8v5H6z"/>""",
        ["right"] = """<path d="m7.5 4.5 5.5 5.5-5.5 5.5"/>""",
        ["same"] = """<path d="M4.5 7.8h11M4.5 12.2h11"/>""",
        ["screen"] = """<rect x="3" y="4" width="14" height="9.5" rx="1.5"/><path d="M7 16.5h6M10 13.5v3"/>""",
        ["search"] = """<circle cx="8.8" cy="8.8" r="5.3"/><path d="m13 13 4 4"/>""",
        ["sun"] = """<circle cx="10" cy="10" r="3.4"/><path d="M10 2.5v2M10 15.5v2M2.5 10h2M15.5 10h2M4.7 4.7l1.4 1.4M13.9 13.9l1.4 1.4M15.3 4.7l-1.4 1.4M6.1 13.9l-1.4 1.4"/>""",
        ["swap"] = """<path d="M4 7h11M12 4l3 3-3 3M16 13H5M8 10l-3 3 3 3"/>""",
        ["talk"] = """<path d="M3 4h9.5v7H7l-3 2.6V11H3z"/><path d="M15 7.5h2v6.5h-1v2.5L13.2 14H9.5"/>""",
        ["tick"] = """<path d="m4.5 10.5 3.6 3.6 7.4-8"/>""",
        ["trash"] = """<path d="M3.5 5.5h13M8 5.5V3.5h4v2M5.5 5.5l.8 11h7.4l.8-11M8.5 9v4.5M11.5 9v4.5"/>""",
        ["up"] = """<path d="M3 14.5l5-5 3 3 6-6.5M17 10.5V6h-4.5"/>""",
        ["upload"] = """<path d="M10 13V4M6.5 7 10 3.5 13.5 7M3.5 13v3.5h13V13"/>""",
        ["wrong"] = """<circle cx="10" cy="10" r="7"/><path d="m7.5 7.5 5 5M12.5 7.5l-5 5"/>""",
        ["x"] = """<path d="m5 5 10 10M15 5 5 15"/>""",
    };

    public static IEnumerable<string> Names => Shapes.Keys;

    /// <summary>The drawing of a name; an unknown name is a mistake in the page and says so.</summary>
    public static string Of(string name) => Shapes[name];
}
