using Apprentices.Domain;

namespace Apprentices.Shared;

/// <summary>The words for how well a goal is mastered. Never a grade, never a number.</summary>
public static class LevelWords
{
    public static string Word(this Level level) => level switch
    {
        Level.UnderWay => LevelTexts.UnderWay,
        Level.NeedsPractice => LevelTexts.NeedsPractice,
        Level.Masters => LevelTexts.Masters,
        Level.MastersIndependently => LevelTexts.MastersIndependently,
        _ => LevelTexts.NotBegun,
    };
}
