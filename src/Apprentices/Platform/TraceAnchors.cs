using System.Globalization;
using System.Text;
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

    private const int Piece = 4096;

    /// <summary>Longer than any line is.</summary>
    private const int LongestLine = 256;

    public string Place => Path.GetFullPath(string.IsNullOrWhiteSpace(settings.Value.AnchorFile) ? Path.Combine(database.Value.DataFolder, FileName) : settings.Value.AnchorFile);

    /// <summary>Where it is kept which head was mailed last: beside the file.</summary>
    private string PlaceOfMailed => $"{Place}.mailed";

    /// <summary>In the order they were added; a line that is none is left out, and its seal is then found not to be anchored.</summary>
    public IEnumerable<TraceAnchor> All() => Lines().Select(line => line.Anchor);

    /// <summary>Those that were not mailed yet, each as its line; where there are none and none was mailed today, the last of them once more.</summary>
    public IEnumerable<(int Number, string Line)> ToMailOn(DateOnly today)
    {
        var (last, on) = Mailed();
        var fresh = Lines().Where(line => line.Anchor.Number > last);
        if (on != today && !fresh.Any())
        {
            fresh = Lines().TakeLast(1);
        }

        return fresh.Select(line => (line.Anchor.Number, line.Line));
    }

    /// <summary>All up to this one are mailed.</summary>
    public void MarkMailed(int number, DateOnly on)
    {
        var aside = $"{PlaceOfMailed}.new";
        File.WriteAllText(aside, string.Create(CultureInfo.InvariantCulture, $"{number} {on:yyyy-MM-dd}\n"));
        File.Move(aside, PlaceOfMailed, overwrite: true);
    }

    /// <summary>The number that was anchored last; 0 before the first. Read from the end of the file, however long it is.</summary>
    public int Last()
    {
        if (!File.Exists(Place))
        {
            return 0;
        }

        using var file = OpenToRead();
        var piece = new byte[Piece];
        for (var end = file.Length; end > 0;)
        {
            var start = Math.Max(end - piece.Length, 0);
            var bytes = piece.AsSpan(0, (int)(end - start));
            file.Position = start;
            file.ReadExactly(bytes);

            // The first line of a piece may begin before it.
            var anchors = Encoding.UTF8.GetString(bytes).Split('\n').Skip(start == 0 ? 0 : 1).Select(line => Read(line.TrimEnd('\r'))).OfType<TraceAnchor>().ToList();
            if (anchors.Count > 0)
            {
                return anchors.Max(anchor => anchor.Number);
            }

            end = start == 0 ? 0 : start + LongestLine;
        }

        return 0;
    }

    /// <summary>Adds them, on the disk before it returns.</summary>
    public void Add(IReadOnlyList<TraceSeal> seals)
    {
        if (seals.Count == 0)
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(Place)!);
        var isCutShort = IsCutShort();
        using var file = new FileStream(Place, FileMode.Append, FileAccess.Write, FileShare.Read);
        using (var writer = new StreamWriter(file, leaveOpen: true))
        {
            if (isCutShort)
            {
                writer.WriteLine();
            }

            foreach (var seal in seals)
            {
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seal.Number} {Trace.Said(seal.MadeAt)} {seal.Count} {seal.Head}"));
            }
        }

        file.Flush(flushToDisk: true);
    }

    /// <summary>What stands in the mark; nothing where it says none.</summary>
    private (int Last, DateOnly? On) Mailed()
    {
        string[] said = File.Exists(PlaceOfMailed) ? File.ReadAllText(PlaceOfMailed).Trim().Split(' ') : [];
        return (
            said.Length > 0 && int.TryParse(said[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0,
            said.Length > 1 && DateOnly.TryParseExact(said[1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null);
    }

    private IEnumerable<(TraceAnchor Anchor, string Line)> Lines()
    {
        if (!File.Exists(Place))
        {
            yield break;
        }

        using var reader = new StreamReader(OpenToRead());
        while (reader.ReadLine() is { } line)
        {
            if (Read(line) is { } anchor)
            {
                yield return (anchor, line);
            }
        }
    }

    private static TraceAnchor? Read(string line) =>
        line.Split(' ') is [var number, _, _, { Length: > 0 } head] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read)
            ? new TraceAnchor(read, head) : null;

    /// <summary>Whoever wrote last was stopped within a line: the next would be lost with it.</summary>
    private bool IsCutShort()
    {
        if (!File.Exists(Place))
        {
            return false;
        }

        using var file = OpenToRead();
        file.Position = Math.Max(file.Length - 1, 0);
        return file.ReadByte() is not ('\n' or -1);
    }

    /// <summary>So that the sealing may go on beside it.</summary>
    private FileStream OpenToRead() => new(Place, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
}
