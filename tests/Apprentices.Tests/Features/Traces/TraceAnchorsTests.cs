using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.Extensions.Options;

namespace Apprentices.Tests.Features.Traces;

/// <summary>The file of anchors, which only grows.</summary>
public sealed class TraceAnchorsTests : IDisposable
{
    private static readonly TraceKeys Keys = new([new byte[TraceKeys.SecretLength]]);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("anchors");

    private TraceAnchors Anchors => new(Options.Create(new TraceSettings { AnchorFile = Path.Combine(folder.FullName, "anchors") }), Options.Create(new DatabaseSettings()));

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>Four gigabytes without an end of line: whoever read it from its beginning would never come to its end.</summary>
    [Fact]
    public void The_last_is_read_from_the_end_of_the_file_however_long_it_is()
    {
        Assert.Equal(0, Anchors.Last());
        using (var file = new FileStream(Anchors.Place, FileMode.CreateNew))
        {
            file.SetLength(1L << 32);
        }

        Anchors.Add([Seal(41), Seal(42)]);

        Assert.Equal(42, Anchors.Last());
    }

    [Fact]
    public void What_is_no_anchor_is_passed_by_however_much_of_it_there_is()
    {
        Anchors.Add([.. Enumerable.Range(1, 100).Select(Seal)]);
        File.AppendAllText(Anchors.Place, new string('x', 20_000) + "\n" + string.Concat(Enumerable.Repeat("no anchor\n", 2_000)));

        Assert.Equal(100, Anchors.Last());
        Assert.Equal(Enumerable.Range(1, 100), Anchors.All().Select(anchor => anchor.Number));
    }

    [Fact]
    public void Wherever_a_piece_ends_the_last_is_found()
    {
        Anchors.Add([Seal(7)]);
        foreach (var length in Enumerable.Range(3_900, 400))
        {
            File.AppendAllText(Anchors.Place, new string('x', length) + "\n");
            Assert.Equal(7, Anchors.Last());
            File.WriteAllText(Anchors.Place, "");
            Anchors.Add([Seal(7)]);
        }
    }

    [Fact]
    public void A_line_that_was_not_finished_does_not_take_the_next_with_it()
    {
        Anchors.Add([Seal(1), Seal(2)]);
        using (var file = new FileStream(Anchors.Place, FileMode.Open))
        {
            file.SetLength(file.Length - 30);
        }

        Anchors.Add([Seal(3), Seal(4)]);

        Assert.Equal([1, 2, 3, 4], Anchors.All().Select(anchor => anchor.Number));
        Assert.Equal(Seal(3).Head, Anchors.All().ElementAt(2).Head);
    }

    private static TraceSeal Seal(int number) => new(number, DateTimeOffset.UnixEpoch, TraceSeal.Beginning, [], Keys);
}
