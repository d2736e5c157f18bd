using Apprentices.Domain;

namespace Apprentices.Tests.Domain;

public sealed class WordsOfPeopleTests
{
    [Fact]
    public void Names_sort_by_the_norwegian_alphabet_on_any_database()
    {
        string[] sorted = ["Bakke", "Zakariassen", "Ærø", "Øgård", "Åmot", "Aasen"];

        Assert.Equal(sorted, sorted.Reverse().OrderBy(SortKey.For, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("  MÁRET  Utsi ", "maret utsi")]
    [InlineData("Åse Østby", "åse østby")]
    [InlineData("Hætta", "hætta")]
    [InlineData("Zoë\tÉva", "zoe eva")]
    public void A_search_finds_names_however_accents_and_spaces_are_typed(string typed, string plain) =>
        Assert.Equal(plain, SortKey.Plain(typed));

    [Theory]
    [InlineData("ingrid.nilsen@example.no", true)]
    [InlineData(" ingrid@example.no ", true)]
    [InlineData("ingrid@example", false)]
    [InlineData("åse@example.no", false)]
    [InlineData("ase@blåbær.example.no", true)]
    [InlineData("ingrid", false)]
    [InlineData("", false)]
    [InlineData("a@example.no, b@example.no", false)]
    [InlineData("Ingrid <ingrid@example.no>", false)]
    [InlineData("ingrid@example.no\r\nBcc: x@example.no", false)]
    public void One_address_and_nothing_else_is_an_address(string text, bool valid) => Assert.Equal(valid, EmailAddress.IsValid(text));

    [Theory]
    [InlineData("03 Oslo", "03")]
    [InlineData("oslo", "03")]
    [InlineData("55", "55")]
    [InlineData("30 Viken", "30")]
    [InlineData("Møre og Romsdal", "15")]
    [InlineData("Atlantis", null)]
    public void A_county_is_found_by_number_name_or_both(string text, string? number) => Assert.Equal(number, County.Find(text)?.Number);

    [Fact]
    public void A_start_day_proposes_the_curricula_in_force_newest_first()
    {
        var name = new LocalText("x", "x", "x");
        Curriculum[] all =
        [
            new("ISF3-01", "LK06", TradeFamily.IctService, name, name, new(2008, 8, 1), new(2022, 7, 31)),
            new("ITD03-01", "LK20", TradeFamily.IctService, name, name, new(2022, 8, 1), null),
            new("IUV03-01", "LK20", TradeFamily.IctService, name, name, new(2021, 8, 1), null),
        ];

        Assert.Equal(["ISF3-01"], Proposed(new(2020, 8, 17)));
        Assert.Equal(["IUV03-01", "ISF3-01"], Proposed(new(2021, 8, 16)));
        Assert.Equal(["ITD03-01", "IUV03-01"], Proposed(new(2025, 8, 18)));

        IEnumerable<string> Proposed(DateOnly day) => CurriculumProposal.For(day, TradeFamily.IctService, all).Select(c => c.Code);
    }
}
