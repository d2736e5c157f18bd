using Apprentices.Domain;
using Apprentices.Features.Curricula.Grep;
using Apprentices.Platform;

namespace Apprentices.Tests.Features.Curricula.Grep;

/// <summary>What is uploaded is on the disk only while it is read.</summary>
public sealed class GrepUploadTests
{
    [Fact]
    public async Task A_file_can_be_read_from_the_beginning_and_has_no_name_on_the_disk()
    {
        var before = Left();
        using var upload = new GrepUpload(new GrepSettings());
        var sent = 0;

        await upload.TakeAsync("mine.json", new MemoryStream([1, 2, 3]), bytes => sent += bytes, TestContext.Current.CancellationToken);

        Assert.Equal((3, "mine.json", 1), (sent, Assert.Single(upload.Files).Name, upload.Files[0].Content.ReadByte()));
        Assert.True(OperatingSystem.IsWindows() || Left() <= before);
    }

    [Fact]
    public async Task Nothing_is_left_of_one_that_is_broken_off()
    {
        var before = Left();
        using (var upload = new GrepUpload(new GrepSettings()))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => upload.TakeAsync("mine.json", new MemoryStream([1]), null, new CancellationToken(canceled: true)));
        }

        Assert.True(Left() <= before);
    }

    [Fact]
    public void One_that_is_too_large_is_refused_before_it_is_sent()
    {
        using var upload = new GrepUpload(new GrepSettings { LargestUnpackedMegabytes = 30 });

        Assert.Throws<RuleException>(() => upload.Check("stor.json", 200L << 20));
        upload.Check("en.json", 20L << 20);
        Assert.Throws<RuleException>(() => upload.Check("to.json", 20L << 20));
        Assert.Throws<RuleException>(() => upload.Check("dump.zip", 151L << 20));
    }

    private static int Left() => Directory.GetFiles(Path.GetTempPath(), $"{GrepUpload.Prefix}*").Length;
}
