using Apprentices.Features.ProgressLog.Approvals;

namespace Apprentices.Tests.Features.ProgressLog.Approvals;

public sealed class TextDifferenceTests
{
    [Theory]
    [InlineData("Byttet en disk.", "Byttet en disk.", "Byttet en disk.")]
    [InlineData("Byttet en disk i går.", "Byttet to disker i går.", "Byttet [-en disk ][+to disker ]i går.")]
    [InlineData("Byttet en disk.", "Byttet en disk. Testet den.", "Byttet en [-disk.][+disk. Testet den.]")]
    [InlineData("En lang dag på jobb.", "En dag på jobb.", "En [-lang ]dag på jobb.")]
    [InlineData("", "Noe.", "[+Noe.]")]
    [InlineData("a b c d e", "a c b d e", "a [-b ]c [+b ]d e")]
    public void Says_word_by_word_what_came_and_what_went(string before, string after, string expected) =>
        Assert.Equal(expected, string.Concat(TextDifference.Between(before, after).Select(Marked)));

    [Fact]
    public void What_stayed_and_came_is_the_new_text_and_what_stayed_and_went_the_old()
    {
        var random = new Random(7);
        for (var turn = 0; turn < 200; turn++)
        {
            var (before, after) = (Text(random), Text(random));

            var parts = TextDifference.Between(before, after);

            Assert.Equal(after, string.Concat(parts.Where(part => part.Kind != TextPartKind.Removed).Select(part => part.Text)));
            Assert.Equal(before, string.Concat(parts.Where(part => part.Kind != TextPartKind.Added).Select(part => part.Text)));
        }
    }

    private static string Text(Random random) => string.Join(random.Next(2) == 0 ? " " : "\n", Enumerable.Range(0, random.Next(1, 12)).Select(_ => "abc"[random.Next(3)]));

    private static string Marked(TextPart part) => part.Kind switch
    {
        TextPartKind.Added => $"[+{part.Text}]",
        TextPartKind.Removed => $"[-{part.Text}]",
        _ => part.Text,
    };
}
