using System.IO.Compression;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;

namespace Apprentices.Features.Curricula.Grep;

/// <summary>
/// Reads a zip, such as the dump with a folder per type, one file at a time and never more than the limits allow. Of a dump only
/// the kinds that an import needs are unpacked. Nothing is written to the disk, so names lead nowhere; odd ones are refused all the same.
/// </summary>
internal sealed class GrepArchive(GrepSettings limits)
{
    private const int Megabyte = 1024 * 1024;
    private const int HighestRatio = 200;

    /// <summary>The folders of a dump that are read.</summary>
    private static readonly HashSet<string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        "laereplaner-lk20", "kompetansemaalsett-lk20", "kompetansemaal-lk20", "laereplaner", "kompetansemaalsett", "kompetansemaal",
        "kjerneelementer-lk20", "grunnleggende-ferdigheter-lk20", "tverrfaglige-temaer-lk20",
    };

    public static bool IsArchive(ReadOnlySpan<byte> start) => start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith("PK\u0005\u0006"u8);

    /// <summary>The files of the zip that are to be read, each with its name and its content.</summary>
    /// <exception cref="RuleException">It is damaged, hostile, or larger than the limits allow.</exception>
    public IEnumerable<(string Name, ReadOnlyMemory<byte> Content)> Read(string name, Stream stream, IProgress<GrepProgress>? progress, CancellationToken cancel)
    {
        using var archive = Open(name, stream);
        var wanted = Wanted(name, archive);
        var unpacked = 0L;
        for (var done = 0; done < wanted.Count; done++)
        {
            cancel.ThrowIfCancellationRequested();
            var inside = $"{name} ({GrepFiles.Shown(wanted[done].FullName)})";
            var content = Unpack(wanted[done], inside, name, unpacked);
            Rule.Require(!IsArchive(content.Span), Texts.Format(CurriculaTexts.ZipInZip, name, GrepFiles.Shown(wanted[done].FullName)));
            unpacked += content.Length;
            progress?.Report(new GrepProgress(done + 1, wanted.Count));
            yield return (inside, content);
        }
    }

    private ZipArchive Open(string name, Stream stream)
    {
        try
        {
            Rule.Require(ZipDirectory.Count(stream, limits.MostFiles) <= limits.MostFiles, Texts.Format(CurriculaTexts.ZipTooMany, name, limits.MostFiles));
            stream.Position = 0;
            return new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        }
        catch (Exception failure) when (IsDamage(failure))
        {
            throw new RuleException(Texts.Format(CurriculaTexts.ZipDamaged, name));
        }
    }

    private List<ZipArchiveEntry> Wanted(string name, ZipArchive archive)
    {
        List<ZipArchiveEntry> entries;
        try
        {
            entries = [.. archive.Entries];
        }
        catch (Exception failure) when (IsDamage(failure))
        {
            throw new RuleException(Texts.Format(CurriculaTexts.ZipDamaged, name));
        }

        Rule.Require(entries.Count <= limits.MostFiles, Texts.Format(CurriculaTexts.ZipTooMany, name, limits.MostFiles));
        foreach (var entry in entries)
        {
            var shown = GrepFiles.Shown(entry.FullName);
            Rule.Require(!LeadsAway(entry.FullName), Texts.Format(CurriculaTexts.ZipLeadsAway, name, shown));
            Rule.Require(!entry.FullName.EndsWith(".zip", StringComparison.OrdinalIgnoreCase), Texts.Format(CurriculaTexts.ZipInZip, name, shown));
        }

        var files = entries.Where(entry => entry.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && !entry.Name.StartsWith('.') && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal)).ToList();
        var ofDump = files.Where(entry => Types.Contains(FolderOf(entry))).ToList();
        var wanted = ofDump.Count > 0 ? ofDump : files;
        Rule.Require(wanted.Count > 0, Texts.Format(CurriculaTexts.ZipWithoutJson, name));
        Rule.Require(!wanted.Exists(entry => entry.IsEncrypted), Texts.Format(CurriculaTexts.ZipLocked, name));
        return wanted;
    }

    private ReadOnlyMemory<byte> Unpack(ZipArchiveEntry entry, string inside, string archive, long before)
    {
        var most = Math.Min(limits.LargestFileMegabytes * (long)Megabyte, limits.LargestUnpackedMegabytes * (long)Megabyte - before);
        using var bytes = new MemoryStream();
        try
        {
            using var content = entry.Open();
            var buffer = new byte[81920];
            int read;
            while ((read = content.Read(buffer)) > 0)
            {
                bytes.Write(buffer, 0, read);
                Rule.Require(bytes.Length <= limits.LargestFileMegabytes * (long)Megabyte, Texts.Format(CurriculaTexts.FileTooLarge, inside, limits.LargestFileMegabytes));
                Rule.Require(bytes.Length <= most, Texts.Format(CurriculaTexts.ZipUnpacksTooLarge, archive, limits.LargestUnpackedMegabytes));
                Rule.Require(bytes.Length <= Megabyte || bytes.Length / Math.Max(1, entry.CompressedLength) <= HighestRatio, Texts.Format(CurriculaTexts.ZipBomb, inside));
            }
        }
        catch (Exception failure) when (IsDamage(failure))
        {
            throw new RuleException(Texts.Format(CurriculaTexts.ZipDamaged, inside));
        }

        Rule.Require(bytes.Length == entry.Length, Texts.Format(CurriculaTexts.ZipDamaged, inside));
        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }

    /// <summary>A name that would lead out of the folder one unpacks it to, by a parent, a root or a drive.</summary>
    private static bool LeadsAway(string path) =>
        path.Contains(':', StringComparison.Ordinal) || path.Contains('\0', StringComparison.Ordinal) || path.StartsWith('/') || path.StartsWith('\\') || path.Split('/', '\\').Contains("..");

    private static string FolderOf(ZipArchiveEntry entry) => entry.FullName.Split('/', '\\') is [.., var folder, _] ? folder : "";

    private static bool IsDamage(Exception failure) =>
        failure is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException or IndexOutOfRangeException;
}
