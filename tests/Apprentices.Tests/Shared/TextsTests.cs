using Apprentices.Shared;

namespace Apprentices.Tests.Shared;

public sealed class TextsTests
{
    [Fact]
    public void A_sentence_ends_in_one_full_stop_whatever_stands_last_in_it()
    {
        Assert.Equal("Holdt tor. 12. nov. Ingen har signert.", Texts.Format("Holdt {0}. Ingen har signert.", "tor. 12. nov."));
        Assert.Equal("Holdt i går. Ingen har signert.", Texts.Format("Holdt {0}. Ingen har signert.", "i går"));
        Assert.Equal("3. halvår, fre. 20. nov.", Texts.Format("{0}. halvår, {1}.", 3, "fre. 20. nov."));
    }
}
