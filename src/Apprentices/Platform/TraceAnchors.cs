using System.Globalization;
using Apprentices.Domain;
using Microsoft.Extensions.Options;

namespace Apprentices.Platform;

/// <summary>One head as it was anchored.</summary>
public readonly record struct TraceAnchor(int Number, string Head);

/// <summary>
/// The heads of the seals outside the database, a line each: number, instant, how many traces, head. Lines are added and never
/// changed. Whoever has the database and not this file can cut nothing off unseen.
/// </summary>
public sealed class TraceAnchors(IOptions<TraceSettings> settings, IOptions<DatabaseSettings> database)
{
    public const string FileName = "traces.anchors";

    public string Place => Path.GetFullPath(string.IsNullOrWhiteSpace(settings.Value.AnchorFile) ? Path.Combine(database.Value.DataFolder, FileName) : settings.Value.AnchorFile);

    /// <summary>In the order they were added; a line that is none is left out, and its seal is then found not to be anchored.</summary>
    public IEnumerable<TraceAnchor> All()
    {
        if (!File.Exists(Place))
        {
            yield break;
        }

        foreach (var line in File.ReadLines(Place))
        {
            if (line.Split(' ') is [var number, _, _, { Length: > 0 } head] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read))
            {
                yield return new TraceAnchor(read, head);
            }
        }
    }

    /// <summary>The highest number that was anchored; 0 before the first.</summary>
    public int Last() => All().Select(anchor => anchor.Number).DefaultIfEmpty().Max();

    /// <summary>Adds them, on the disk before it returns.</summary>
    public void Add(IReadOnlyList<TraceSeal> seals)
    {
        if (seals.Count == 0)
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Place)!);
        using var file = new FileStream(Place, FileMode.Append, FileAccess.Write, FileShare.Read);
        using (var writer = new StreamWriter(file, leaveOpen: true))
        {
            foreach (var seal in seals)
            {
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seal.Number} {Trace.Said(seal.MadeAt)} {seal.Count} {seal.Head}"));
            }
        }

        file.Flush(flushToDisk: true);
    }
}
