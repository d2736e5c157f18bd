using System.Collections;
using System.Globalization;
using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Tests.Shared;

/// <summary>No grade, throughout the training (opplæringsforskrifta § 9-13).</summary>
public sealed class LevelTextsTests
{
    [Theory]
    [InlineData("nb")]
    [InlineData("nn")]
    [InlineData("en")]
    public void The_five_levels_are_words_and_no_number(string language)
    {
        var texts = LevelTexts.ResourceManager.GetResourceSet(new CultureInfo(language), createIfNotExists: true, tryParents: true)!.Cast<DictionaryEntry>()
            .ToDictionary(text => (string)text.Key, text => (string)text.Value!);

        Assert.All(Enum.GetNames<Level>(), level => Assert.DoesNotContain(texts[level], char.IsAsciiDigit));
        Assert.Equal(5, Enum.GetNames<Level>().Length);
    }
}
