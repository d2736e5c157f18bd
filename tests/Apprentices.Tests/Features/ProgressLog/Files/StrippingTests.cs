using System.Text;
using Apprentices.Domain;
using Apprentices.Features.ProgressLog.Files;
using Apprentices.Platform;

namespace Apprentices.Tests.Features.ProgressLog.Files;

/// <summary>What a stored picture no longer tells, byte by byte.</summary>
public sealed class StrippingTests
{
    private static readonly FileSettings Limits = new();

    public static TheoryData<string, int> Turned
    {
        get
        {
            var all = new TheoryData<string, int>();
            foreach (var name in new[] { "a.jpg", "a.png", "a.webp" })
            {
                foreach (var orientation in Enumerable.Range(1, 8))
                {
                    all.Add(name, orientation);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Turned))]
    public void Nothing_is_left_of_a_picture_but_the_picture_and_how_it_was_held(string name, int orientation)
    {
        var raw = Raw(name, orientation);
        Assert.NotEmpty(Pictures.SecretsIn(raw));

        var clean = CleanFile.Of(name, raw, Limits);

        Assert.Empty(Pictures.SecretsIn(clean.Bytes));
        var exif = Exif(clean.Bytes);
        Assert.Equal(orientation == 1 ? null : Convert.ToHexString(Orientation.Write(orientation)), exif);
        Assert.Equal(orientation >= 5 ? (16, 8) : (8, 16), (clean.Width, clean.Height));
        Assert.Equal(clean.Bytes, CleanFile.Of(name, clean.Bytes, Limits).Bytes);
    }

    [Fact]
    public void The_colours_stay_as_they_are()
    {
        var text = Encoding.Latin1.GetString(CleanFile.Of("a.jpg", Pictures.Jpeg(tells: true), Limits).Bytes);

        Assert.Contains("FARGEPROFIL", text, StringComparison.Ordinal);
        Assert.Contains("Adobe", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_that_tells_nothing_is_stored_as_it_came()
    {
        foreach (var (name, raw) in new[] { ("a.jpg", Pictures.Jpeg()), ("a.png", Pictures.Png()), ("a.webp", Pictures.WebP()) })
        {
            Assert.Equal(raw, CleanFile.Of(name, raw, Limits).Bytes);
        }
    }

    [Fact]
    public void The_turn_is_eight_numbers_and_a_tag_and_reads_as_it_was_written()
    {
        foreach (var orientation in Enumerable.Range(2, 7))
        {
            Assert.Equal(orientation, Orientation.Read(Orientation.Write(orientation)));
            Assert.Equal(orientation, Orientation.Read(Pictures.Tiff(orientation)));
        }

        Assert.Equal(26, Orientation.Write(6).Length);
        Assert.Equal(1, Orientation.Read("II*\0\u00FF\u00FF\u00FF\u00FF"u8));
    }

    [Fact]
    public void A_picture_that_is_cut_off_anywhere_is_refused()
    {
        foreach (var (name, raw) in new[] { ("a.jpg", Pictures.Jpeg()), ("a.png", Pictures.Png()), ("a.webp", Pictures.WebP()) })
        {
            for (var length = 0; length < raw.Length; length++)
            {
                Assert.Throws<RuleException>(() => CleanFile.Of(name, raw.AsMemory(0, length), Limits));
            }
        }
    }

    /// <summary>Whatever happens to the bytes of a file, it is stored clean or refused in words; never is it a fault of the program.</summary>
    [Fact]
    public void Damaged_at_random_a_file_is_refused_in_words_or_clean()
    {
        var random = new Random(20261124);
        (string Name, byte[] Bytes)[] files =
        [
            ("a.jpg", Raw("a.jpg", 6)), ("a.png", Raw("a.png", 6)), ("a.webp", Raw("a.webp", 6)), ("a.docx", Documents.Word(("word/a.xml", new string('a', 3000)))),
            ("a.odt", Documents.OpenText), ("a.pdf", Documents.Pdf),
        ];
        var refused = 0;
        for (var round = 0; round < 30_000; round++)
        {
            var (name, bytes) = files[round % files.Length];
            var damaged = Damage(bytes, random);
            try
            {
                var clean = CleanFile.Of(name, damaged, Limits);
                if (clean.Type.Kind == AttachmentKind.Image)
                {
                    Assert.Equal(clean.Bytes, CleanFile.Of(name, clean.Bytes, Limits).Bytes);
                }
            }
            catch (RuleException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, 10_000, 29_999);
    }

    private static byte[] Damage(byte[] bytes, Random random)
    {
        var damaged = bytes.ToList();
        for (var times = random.Next(1, 4); times > 0; times--)
        {
            var at = random.Next(damaged.Count);
            switch (random.Next(4))
            {
                case 0:
                    damaged[at] = (byte)random.Next(256);
                    break;
                case 1:
                    damaged[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    damaged.RemoveRange(at, Math.Min(damaged.Count - at - 1, random.Next(1, 9)));
                    break;
                default:
                    damaged.InsertRange(at, damaged.GetRange(at, Math.Min(damaged.Count - at, random.Next(1, 9))));
                    break;
            }
        }

        return [.. damaged];
    }

    private static byte[] Raw(string name, int orientation) => Path.GetExtension(name) switch
    {
        ".jpg" => Pictures.Jpeg(8, 16, orientation, tells: true),
        ".png" => Pictures.Png(8, 16, orientation, tells: true),
        _ => Pictures.WebP(8, 16, orientation, tells: true),
    };

    /// <summary>All the Exif there is: from the mark of a TIFF part on, as long as ours is.</summary>
    private static string? Exif(byte[] bytes)
    {
        var at = bytes.AsSpan().IndexOf("MM\0*"u8);
        Assert.Equal(-1, bytes.AsSpan().IndexOf("II*\0"u8));
        return at < 0 ? null : Convert.ToHexString(bytes.AsSpan(at, Math.Min(26, bytes.Length - at)));
    }
}
