using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;

namespace Apprentices.Features.Curricula.Grep;

/// <summary>How many files of how many are done.</summary>
public readonly record struct GrepProgress(int Done, int Total);

/// <summary>A file somebody gave: what it is called, and what is in it, to be read from the beginning.</summary>
public sealed record GrepFile(string Name, Stream Content);

/// <summary>All elements that were read, by their codes, and where they came from.</summary>
public sealed record GrepReading(string Source, IReadOnlyDictionary<string, GrepItem> Items);

/// <summary>Reads the files of one upload: JSON, several of it, or zip. All of it is good, or nothing is taken.</summary>
public sealed class GrepFiles(GrepSettings limits)
{
    private const int LongestName = 120;
    private const int LongestSource = 300;
    private const long Megabyte = 1024 * 1024;

    /// <summary>A name as it can be shown: without what would move a terminal's cursor, and not endless.</summary>
    public static string Shown(string name)
    {
        var plain = string.Concat(name.Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? '?' : letter));
        return plain.Length <= LongestName ? plain : $"{plain[..(LongestName / 2)]}…{plain[^(LongestName / 2)..]}";
    }

    /// <exception cref="RuleException">A file is not what it should be; the sentence says which, what and what to do.</exception>
    public GrepReading Read(IReadOnlyList<GrepFile> files, IProgress<GrepProgress>? progress = null, CancellationToken cancel = default)
    {
        Rule.Require(files.Count > 0, CurriculaTexts.NoFile);
        Rule.Require(files.Count <= limits.MostFiles, Texts.Format(CurriculaTexts.TooManyFiles, limits.MostFiles));
        var items = new Dictionary<string, GrepItem>(StringComparer.Ordinal);
        var unpacked = 0L;
        for (var done = 0; done < files.Count; done++)
        {
            foreach (var (name, content) in Contents(files[done], files.Count == 1 ? progress : null, cancel))
            {
                cancel.ThrowIfCancellationRequested();
                unpacked += content.Length;
                Rule.Require(unpacked <= limits.LargestUnpackedMegabytes * Megabyte, Texts.Format(CurriculaTexts.FilesTooLarge, limits.LargestUnpackedMegabytes));
                Add(items, GrepDocument.Read(content, name, limits.DeepestJson));
            }

            progress?.Report(new GrepProgress(done + 1, files.Count));
        }

        var source = string.Join(", ", files.Select(file => Shown(file.Name)));
        return new GrepReading(source.Length <= LongestSource ? source : $"{source[..LongestSource]}…", items);
    }

    /// <summary>Puts elements with those already there; the same one twice is one.</summary>
    /// <exception cref="RuleException">Two of one code differ.</exception>
    internal static void Add(Dictionary<string, GrepItem> items, IEnumerable<GrepItem> more)
    {
        foreach (var item in more)
        {
            if (items.TryGetValue(item.Code, out var there))
            {
                Rule.Require(there.IsSameAs(item), Texts.Format(
                    item.Kind == GrepKind.Curriculum ? CurriculaTexts.TwoCurricula : CurriculaTexts.TwoElements, item.Code, there.Source, item.Source));
            }

            items[item.Code] = item;
        }
    }

    private IEnumerable<(string Name, ReadOnlyMemory<byte> Content)> Contents(GrepFile file, IProgress<GrepProgress>? progress, CancellationToken cancel)
    {
        var name = Shown(file.Name);
        var start = new byte[4];
        var there = file.Content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (!GrepArchive.IsArchive(start.AsSpan(0, there)))
        {
            return [(name, Whole(file, name, start.AsMemory(0, there), cancel))];
        }

        Rule.Require(file.Content.Length <= limits.LargestArchiveMegabytes * Megabyte, Texts.Format(CurriculaTexts.FileTooLarge, name, limits.LargestArchiveMegabytes));
        return new GrepArchive(limits).Read(name, file.Content, progress, cancel);
    }

    /// <summary>One JSON file. Its size is asked for first, and counted while it is read.</summary>
    private ReadOnlyMemory<byte> Whole(GrepFile file, string name, ReadOnlyMemory<byte> start, CancellationToken cancel)
    {
        var tooLarge = Texts.Format(CurriculaTexts.FileTooLarge, name, limits.LargestFileMegabytes);
        Rule.Require(!file.Content.CanSeek || file.Content.Length <= limits.LargestFileMegabytes * Megabyte, tooLarge);
        using var bytes = new MemoryStream();
        bytes.Write(start.Span);
        var buffer = new byte[81920];
        int read;
        while ((read = file.Content.Read(buffer)) > 0)
        {
            cancel.ThrowIfCancellationRequested();
            Rule.Require(bytes.Length + read <= limits.LargestFileMegabytes * Megabyte, tooLarge);
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }
}
