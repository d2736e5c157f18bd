using Apprentices.Domain;
using Apprentices.Features.Curricula;

namespace Apprentices.Tests.Features.Curricula;

public sealed class WordComparisonTests
{
    [Theory]
    [InlineData("bygge et tårn", "bygge et tårn", "bygge et tårn")]
    [InlineData("bygge et tårn", "bygge et høyt tårn", "bygge et +høyt+ tårn")]
    [InlineData("bygge et tårn av klosser", "bygge et tårn", "bygge et tårn -av klosser-")]
    [InlineData("telle alle røde klosser", "telle mange blå klosser", "telle -alle røde- +mange blå+ klosser")]
    [InlineData("", "alt nytt", "+alt nytt+")]
    [InlineData("alt gammelt", "", "-alt gammelt-")]
    public void Only_the_words_that_differ_go_and_come(string before, string after, string expected) =>
        Assert.Equal(expected, string.Join(' ', WordComparison.Of(before, after).Select(piece => piece.Change switch
        {
            WordChange.Goes => $"-{piece.Text}-",
            WordChange.Comes => $"+{piece.Text}+",
            _ => piece.Text,
        })));

    [Fact]
    public void What_stays_and_goes_is_the_old_text_and_what_stays_and_comes_the_new_one()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var (before, after) = (Words(random), Words(random));
            var pieces = WordComparison.Of(before, after);
            Assert.Equal(before, string.Join(' ', pieces.Where(piece => piece.Change != WordChange.Comes).Select(piece => piece.Text)));
            Assert.Equal(after, string.Join(' ', pieces.Where(piece => piece.Change != WordChange.Goes).Select(piece => piece.Text)));
        }
    }

    [Fact]
    public void Endless_texts_are_not_compared_word_by_word() =>
        Assert.Equal(2, WordComparison.Of(string.Join(' ', Enumerable.Repeat("a", 5000)), string.Join(' ', Enumerable.Repeat("b", 5000))).Count);

    [Theory]
    [InlineData("Læreplan i vg3 prøvefaget", "Prøvefaget")]
    [InlineData("Læreplan i prøvefaget Vg3 / opplæring i bedrift", "Prøvefaget")]
    [InlineData("Curriculum in trial work, Vg3", "Trial work")]
    [InlineData("Prøvefaget", "Prøvefaget")]
    public void A_trade_is_proposed_from_the_title(string title, string trade) => Assert.Equal(trade, ProposedWords.Trade(Text(title)).Nb);

    [Theory]
    [InlineData("telle klossene", "Telle klossene")]
    [InlineData("bygge et tårn av klosser, stå ved siden av og telle høyt og for alle", "Bygge et tårn av klosser, stå ved siden av og telle høyt …")]
    [InlineData("bygge et tårn av mange klosser i flere farger og forklare hvorfor det står", "Bygge et tårn av mange klosser i flere farger og forklare …")]
    public void A_short_title_is_cut_where_a_word_ends_that_can_end_it(string words, string title) => Assert.Equal(title, ProposedWords.Title(Text(words)).Nb);

    private static OfficialText Text(string words) => new(words, "nob", words, null, null);

    private static string Words(Random random) => string.Join(' ', Enumerable.Range(0, random.Next(1, 12)).Select(_ => $"{(char)('a' + random.Next(4))}"));
}
