using Apprentices.Domain;
using Apprentices.Features.ProgressLog.Files;
using Apprentices.Platform;
using Apprentices.Shared;

namespace Apprentices.Tests.Features.ProgressLog.Files;

public sealed class CleanFileTests
{
    private static readonly FileSettings Limits = new();

    public static TheoryData<string, byte[], AttachmentKind, string> Taken => new()
    {
        { "bilde.jpg", Pictures.Jpeg(), AttachmentKind.Image, "image/jpeg" },
        { "BILDE.JPEG", Pictures.Jpeg(), AttachmentKind.Image, "image/jpeg" },
        { "skjerm.png", Pictures.Png(), AttachmentKind.Image, "image/png" },
        { "bilde.webp", Pictures.WebP(), AttachmentKind.Image, "image/webp" },
        { "rapport.pdf", Documents.Pdf, AttachmentKind.Pdf, "application/pdf" },
        { "rapport.docx", Documents.Word(), AttachmentKind.Document, FileType.Word.MediaType },
        { "liste.xlsx", Documents.Excel, AttachmentKind.Document, FileType.Excel.MediaType },
        { "vis.pptx", Documents.PowerPoint, AttachmentKind.Document, FileType.PowerPoint.MediaType },
        { "rapport.odt", Documents.OpenText, AttachmentKind.Document, FileType.OpenText.MediaType },
    };

    public static TheoryData<string, byte[], string> NotTaken => new()
    {
        { "tom.jpg", [], FileTexts.Empty },
        { "program.jpg", [.. "MZ\u0090\0"u8, .. new byte[100]], FileTexts.NotTaken },
        { "side.pdf", [.. "<!doctype html><script>alert(1)</script>"u8], FileTexts.NotTaken },
        { "tegning.png", [.. "<svg xmlns='http://www.w3.org/2000/svg'/>"u8], FileTexts.NotSvg },
        { "tegning.svg", [.. "<?xml version='1.0'?><svg/>"u8], FileTexts.NotSvg },
        { "bilde.heic", [0, 0, 0, 24, .. "ftypheic"u8, .. new byte[40]], FileTexts.NotHeic },
        { "gammel.doc", [0xD0, 0xCF, 0x11, 0xE0, .. new byte[100]], FileTexts.OldOffice },
        { "avkuttet.pdf", Documents.Pdf[..30], FileTexts.DocumentDamaged },
        { "makroer.docm", Documents.Macros, FileTexts.Macros },
        { "makroer.docx", Documents.Macros, FileTexts.Macros },
        { "gjemt.docx", Documents.Word(("word/vbaProject.bin", "x")), FileTexts.Macros },
        { "filer.docx", Documents.Zip(("a.txt", "a")), FileTexts.OnlyAZip },
        { "uten.docx", Documents.Zip(("[Content_Types].xml", "<Types/>"), ("a.xml", "<a/>")), FileTexts.OnlyAZip },
        { "ikke-xml.docx", Documents.Zip(("[Content_Types].xml", "<Types")), FileTexts.DocumentDamaged },
        { "dtd.docx", Documents.Zip(("[Content_Types].xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><Types>&b;</Types>")), FileTexts.DocumentDamaged },
        { "moving.webp", Pictures.WebP(moves: true), FileTexts.NotMoving },
    };

    public static TheoryData<string, byte[]> OtherThanTheirName => new()
    {
        { "bilde.png", Pictures.Jpeg() },
        { "bilde.jpg", Pictures.Png() },
        { "rapport.pdf", Pictures.Jpeg() },
        { "bilde.jpg", Documents.Pdf },
        { "rapport.xlsx", Documents.Word() },
        { "bilde.jpg", Documents.Word() },
        { "bilde.jpg.exe", Pictures.Jpeg() },
        { "bilde", Pictures.Jpeg() },
        { "bilde\u202Egpj.exe", Pictures.Jpeg() },
    };

    public static TheoryData<string> LeadingOut => ["../ut.xml", "word/../../ut.xml", "/etc/passwd", "..\\ut.xml", "C:ut.xml", "word/\u0007.xml"];

    [Theory]
    [MemberData(nameof(Taken))]
    public void A_file_is_told_by_its_content(string name, byte[] bytes, AttachmentKind kind, string mediaType)
    {
        var file = CleanFile.Of(name, bytes, Limits);

        Assert.Equal((kind, mediaType, name), (file.Type.Kind, file.Type.MediaType, file.Name));
        Assert.Equal(kind == AttachmentKind.Image, file.Width is 8 && file.Height is 8);
    }

    [Theory]
    [MemberData(nameof(NotTaken))]
    public void What_is_not_taken_is_refused_in_words_that_say_why(string name, byte[] bytes, string why) =>
        Assert.Equal(why, Assert.Throws<RuleException>(() => CleanFile.Of(name, bytes, Limits)).Message);

    [Theory]
    [MemberData(nameof(OtherThanTheirName))]
    public void A_name_that_says_something_else_than_the_content_is_refused(string name, byte[] bytes) => Assert.StartsWith(
        FileTexts.NameSaysOther[..30], Assert.Throws<RuleException>(() => CleanFile.Of(name, bytes, Limits)).Message, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(LeadingOut))]
    public void A_zip_that_names_a_file_outside_itself_is_refused(string path) => Assert.Equal(
        FileTexts.DocumentDamaged, Assert.Throws<RuleException>(() => CleanFile.Of("a.docx", Documents.Word((path, "x")), Limits)).Message);

    [Fact]
    public void A_zip_bomb_is_refused_and_never_unpacked_into_memory()
    {
        var bomb = Documents.Bomb(megabytes: 90);
        Assert.True(bomb.Length < 200_000);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var refused = Assert.Throws<RuleException>(() => CleanFile.Of("a.docx", bomb, Limits));

        Assert.Equal(FileTexts.ZipTooLarge, refused.Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 5_000_000);
    }

    /// <summary>Each part by itself is no bomb: it is large, and packed no better than a table may be.</summary>
    [Fact]
    public void What_all_parts_of_a_zip_unpack_to_is_bounded_too()
    {
        var large = Documents.Bomb(megabytes: 90, parts: 3, noise: 400);
        Assert.InRange(large.Length, 1_500_000, 20_000_000);

        Assert.Equal(FileTexts.ZipTooLarge, Assert.Throws<RuleException>(() => CleanFile.Of("a.docx", large, Limits)).Message);
        Assert.Equal(FileType.Word, CleanFile.Of("a.docx", Documents.Bomb(megabytes: 90, parts: 1, noise: 400), Limits).Type);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(uint.MaxValue)]
    public void What_a_zip_says_of_its_sizes_is_not_believed(uint says)
    {
        var bomb = Documents.Lying(Documents.Bomb(megabytes: 90), says);

        Assert.Equal(FileTexts.ZipTooLarge, Assert.Throws<RuleException>(() => CleanFile.Of("a.docx", bomb, Limits)).Message);
    }

    [Fact]
    public void A_zip_of_many_parts_is_refused_before_any_is_unpacked() => Assert.Equal(
        FileTexts.ZipTooLarge,
        Assert.Throws<RuleException>(() => CleanFile.Of("a.docx", Documents.Word([.. Enumerable.Range(0, ZipReading.MostParts).Select(number => ($"word/{number}.xml", ""))]), Limits)).Message);

    [Fact]
    public void A_picture_of_forty_megapixels_is_refused_by_its_header_alone()
    {
        foreach (var (name, picture) in new[] { ("a.jpg", Pictures.Jpeg(8000, 5000)), ("a.png", Pictures.Png(8000, 5000)), ("a.webp", Pictures.WebP(8000, 5000)) })
        {
            var refused = Assert.Throws<RuleException>(() => CleanFile.Of(name, picture, Limits));
            Assert.Equal(Texts.Format(FileTexts.TooManyPixels, 40, 30), refused.Message);
        }

        Assert.Equal(6000, CleanFile.Of("a.jpg", Pictures.Jpeg(6000, 5000), Limits).Width);
    }

    [Theory]
    [InlineData("../../etc/bilde.jpg", "bilde.jpg")]
    [InlineData("C:\\Users\\liv\\bilde.jpg", "bilde.jpg")]
    [InlineData("bil\r\nde\u0000.jpg", "bilde.jpg")]
    [InlineData("bilde.jpg  ", "bilde.jpg")]
    [InlineData(".jpg", "fil.jpg")]
    [InlineData("Ærlig \"talt\".jpg", "Ærlig \"talt\".jpg")]
    public void A_name_is_kept_without_folders_and_without_what_is_not_seen(string name, string kept) =>
        Assert.Equal(kept, CleanFile.Of(name, Pictures.Jpeg(), Limits).Name);

    [Fact]
    public void A_long_name_is_cut_and_keeps_its_ending()
    {
        var name = CleanFile.Of($"{new string('å', 500)}.jpg", Pictures.Jpeg(), Limits).Name;

        Assert.Equal(Attachment.LongestName, name.Length);
        Assert.EndsWith(".jpg", name, StringComparison.Ordinal);
    }
}
