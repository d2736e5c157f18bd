using System.Globalization;
using System.IO.Compression;
using System.Text;
using Apprentices.Domain;
using Apprentices.Features.Curricula.Grep;
using Apprentices.Platform;
using static Apprentices.Tests.Features.Curricula.GrepExample;

namespace Apprentices.Tests.Features.Curricula.Grep;

/// <summary>Whatever somebody uploads: a sentence that says which file, what and what to do. Never a crash, never more memory than allowed.</summary>
public sealed class HostileFileTests
{
    private const int Megabyte = 1024 * 1024;
    private static readonly string Good = Set(goals: ("KM9501", "bygge")).ToJsonString();

    public HostileFileTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("nb-NO");

    public static TheoryData<string, byte[], string> Broken => new()
    {
        { "empty", [], "er tom" },
        { "blank", "  \n\t "u8.ToArray(), "er tom" },
        { "no JSON", "<html>"u8.ToArray(), "ikke en JSON-fil" },
        { "a picture", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "UTF-8" },
        { "latin-1", Encoding.Latin1.GetBytes("""{"kode":"Ø1","tittel":"blå"}"""), "UTF-8" },
        { "UTF-16", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Good)).ToArray(), "UTF-8" },
        { "UTF-16 without a mark", Encoding.BigEndianUnicode.GetBytes(Good), "UTF-8" },
        { "cut", Encoding.UTF8.GetBytes(Good[..^20]), "slutter midt i" },
        { "cut within a word", Encoding.UTF8.GetBytes(Good[..30]), "slutter midt i" },
        { "wrong at a line", "{\n\"kode\": oops\n}"u8.ToArray(), "linje 2" },
        { "something after it", Encoding.UTF8.GetBytes(Good + "}"), "linje 1" },
        { "an empty list", "[]"u8.ToArray(), "tom liste" },
        { "numbers", "[1,2]"u8.ToArray(), "ikke fra Grep" },
        { "another shape", """{"name":"x"}"""u8.ToArray(), "ikke fra Grep" },
        { "a code that is a path", """{"kode":"../etc","grep-type":"a/kompetansemaal"}"""u8.ToArray(), "ikke fra Grep" },
        { "a code that is a number", """{"kode":7,"grep-type":"a/kompetansemaal"}"""u8.ToArray(), "ikke fra Grep" },
        { "half a letter", """{"kode":"K1","grep-type":"a/kompetansemaal","tittel":"\ud800"}"""u8.ToArray(), "ikke er tekst" },
        { "too deep", Encoding.UTF8.GetBytes(new string('[', 5000) + new string(']', 5000)), "nivåer" },
        { "too deep and cut", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 300))), "nivåer" },
        { "a cut zip", Packed(("K1.json", Good))[..^30], "skadet" },
        { "a zip and nothing more", "PK\u0003\u0004"u8.ToArray(), "skadet" },
        { "a zip of nothing", Packed(), "ingen JSON-filer" },
        { "a zip of other things", Packed(("les.txt", "hei")), "ingen JSON-filer" },
        { "a zip in it", Packed(("K1.json", Good), ("indre.zip", "PK")), "indre.zip" },
        { "a zip under another name in it", Packed(("K1.json", "PK\u0003\u0004 og mer")), "K1.json" },
        { "a path out of it", Packed(("K1.json", Good), ("../../utenfor.json", Good)), "utenfor.json" },
        { "a path out of it, as Windows writes it", Packed(("..\\utenfor.txt", Good)), "utenfor.txt" },
        { "a path from the root", Packed(("/etc/K1.json", Good)), "/etc/K1.json" },
        { "a path of a drive", Packed(("C:\\K1.json", Good)), "C:" },
        { "broken in it", Packed(("laereplaner/X.json", Good[..40])), "laereplaner/X.json" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_is_broken_is_named_with_what_is_wrong(string what, byte[] content, string said)
    {
        var refused = Assert.Throws<RuleException>(() => Read(File("Fila mi.json", content)));

        Assert.True(refused.Message.Contains(said, StringComparison.Ordinal), $"{what}: {refused.Message}");
        Assert.Contains("Fila mi.json", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>A file cut anywhere, or with a byte that is another, is good or refused.</summary>
    [Fact]
    public void Every_damage_is_refused_or_harmless()
    {
        var (zip, json) = (Packed(("laereplaner-lk20/A.json", Good), ("kompetansemaal-lk20/B.json", Good)), Encoding.UTF8.GetBytes(Good));
        var random = new Random(20261124);
        for (var round = 0; round < 4000; round++)
        {
            var bytes = (byte[])(round % 2 == 0 ? zip : json).Clone();
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            bytes = round % 5 == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
            try
            {
                Read(new GrepSettings { MostFiles = 10, LargestFileMegabytes = 1, LargestUnpackedMegabytes = 1 }, File("skadd", bytes));
            }
            catch (RuleException)
            {
            }
        }
    }

    [Fact]
    public void Two_hundred_megabytes_are_refused_before_they_are_read()
    {
        using var endless = new Spaces(200L * Megabyte, saysLength: true);
        var refused = Assert.Throws<RuleException>(() => Read(new GrepFile("stor.json", endless)));

        Assert.Contains("stor.json er for stor. Den kan være på høyst 20 MB", refused.Message, StringComparison.Ordinal);
        Assert.InRange(endless.Given, 0, 100);
    }

    [Fact]
    public void A_stream_that_does_not_say_its_size_is_left_when_it_is_too_long()
    {
        using var endless = new Spaces(200L * Megabyte, saysLength: false);

        Assert.Throws<RuleException>(() => Read(new GrepFile("stor.json", endless)));

        Assert.InRange(endless.Given, 20L * Megabyte, 21L * Megabyte);
    }

    [Fact]
    public void A_zip_that_unpacks_to_more_than_it_may_is_left_while_it_is_read()
    {
        var bomb = Packed(("K1.json", new string(' ', 8 * Megabyte)));
        Assert.Contains("pakket så hardt", Said(new GrepSettings(), bomb), StringComparison.Ordinal);

        var random = new Random(1);
        var noise = string.Concat(Enumerable.Range(0, Megabyte).Select(_ => (char)random.Next('a', 'z')));
        var many = Packed([.. Enumerable.Range(0, 4).Select(number => ($"K{number}.json", Good.Replace("KV9001", $"KV{number}", StringComparison.Ordinal).Replace("bygge", noise, StringComparison.Ordinal)))]);
        Assert.Contains("1 MB", Said(new GrepSettings { LargestFileMegabytes = 1 }, many), StringComparison.Ordinal);
        Assert.Contains("3 MB utpakket", Said(new GrepSettings { LargestUnpackedMegabytes = 3 }, many), StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_that_lies_about_its_sizes_or_its_count_is_refused()
    {
        var honest = Packed(("K1.json", Good));
        var shorter = Changed(honest, "PK\u0001\u0002"u8, at: 24, value: 5);
        Assert.Contains("pakke.zip (K1.json) slutter midt i", Said(new GrepSettings(), shorter), StringComparison.Ordinal);
        Assert.Contains("skadet", Said(new GrepSettings(), Changed(honest, "PK\u0005\u0006"u8, at: 10, value: 60000)), StringComparison.Ordinal);

        var many = Packed([.. Enumerable.Range(0, 20).Select(number => ($"{number}.txt", ""))]);
        Assert.Contains("flere enn 10 filer", Said(new GrepSettings { MostFiles = 10 }, many), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_of_one_code_are_one_if_they_say_the_same_and_refused_if_they_do_not()
    {
        var (one, other) = (Curriculum(), Curriculum(fixedIn: "nno"));

        Assert.Single(Read(File("a.json", one.ToJsonString()), File("b.json", one.ToJsonString())).Items);
        Assert.Equal(
            $"Læreplanen {Code} finnes to ganger med ulikt innhold: i a.json og i b.json. Behold den nyeste, og ta bort den andre.",
            Assert.Throws<RuleException>(() => Read(File("a.json", one.ToJsonString()), File("b.json", other.ToJsonString()))).Message);
        Assert.Contains("Elementet KM9501", Assert.Throws<RuleException>(() => Read(
            File("liste.json", $"[{Goal("KM9501", "bygge").ToJsonString()},{Goal("KM9501", "rive").ToJsonString()}]"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_dump_only_the_kinds_that_are_needed_are_read()
    {
        var reading = Read(Zip("dump.zip",
            ("grep/kompetansemaalsett-lk20/KV9001.json", Good), ("grep/fagkoder/ABC.json", "ikke json"), ("grep/verb-lk20/V1.json", ""), ("__MACOSX/._K.json", "x"), ("les meg.txt", "hei")));

        Assert.Equal(["KV9001"], reading.Items.Keys);
    }

    [Fact]
    public void A_mark_at_the_beginning_a_list_and_a_name_that_plays_tricks_do_no_harm()
    {
        Assert.Single(Read(File("mark.json", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes($"[{Good}]")])).Items);

        var refused = Assert.Throws<RuleException>(() => Read(File("\u001b[2J" + new string('x', 500), [])));
        Assert.DoesNotContain('\u001b', refused.Message);
        Assert.InRange(refused.Message.Length, 1, 250);
    }

    private static string Said(GrepSettings limits, byte[] content) => Assert.Throws<RuleException>(() => Read(limits, File("pakke.zip", content))).Message;

    private static byte[] Packed(params (string Path, string Content)[] entries) => ((MemoryStream)Zip("pakke.zip", entries).Content).ToArray();

    /// <summary>Another number of two bytes at a place after a mark.</summary>
    private static byte[] Changed(byte[] zip, ReadOnlySpan<byte> mark, int at, ushort value)
    {
        var changed = (byte[])zip.Clone();
        var place = changed.AsSpan().LastIndexOf(mark) + at;
        (changed[place], changed[place + 1]) = ((byte)value, (byte)(value >> 8));
        return changed;
    }

    /// <summary>As many spaces as one likes, without having them, and a count of how many were asked for.</summary>
    private sealed class Spaces(long length, bool saysLength) : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => saysLength;

        public override bool CanWrite => false;

        public override long Length => saysLength ? length : throw new NotSupportedException();

        public override long Position { get => Given; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var given = (int)Math.Min(count, length - Given);
            buffer.AsSpan(offset, given).Fill((byte)' ');
            Given += given;
            return given;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
