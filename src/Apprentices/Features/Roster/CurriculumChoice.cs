using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.Roster;

/// <summary>Finds the curriculum a row means, by its code or by the trade's name, and guesses what a misspelt one was to be.</summary>
public sealed class CurriculumChoice(IReadOnlyList<Curriculum> curricula)
{
    private const int FewestSlips = 2;

    /// <summary>Finds it, or says at the cell why not.</summary>
    public Curriculum? Find(RosterRow row, string code, string trade)
    {
        if (code.Length == 0 && trade.Length == 0)
        {
            row.Fail(RosterField.Curriculum, RosterTexts.CurriculumMissing);
            return null;
        }

        var byTrade = ByTrade(trade);
        if (code.Length == 0)
        {
            return byTrade ?? Unknown(row, RosterField.Trade, trade);
        }

        if ((ByCode(code) ?? ByTrade(code)) is not { } curriculum)
        {
            return Unknown(row, RosterField.Curriculum, code);
        }

        if (byTrade is not null && Folded(byTrade.Trade) != Folded(curriculum.Trade))
        {
            row.Fail(RosterField.Curriculum, Texts.Format(RosterTexts.CurriculumNotOfTrade, curriculum.Code, curriculum.Trade, byTrade.Trade));
            return null;
        }

        return curriculum;
    }

    /// <summary>How many letters must be put in, taken out or changed to make one of the other.</summary>
    public static int Slips(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1)));
            }
        }

        return row[^1];
    }

    private Curriculum? Unknown(RosterRow row, RosterField field, string text)
    {
        row.Fail(field, Nearest(text) is { } meant
            ? Texts.Format(RosterTexts.NotThereDidYouMean, field == RosterField.Trade ? meant.Trade : meant.Code)
            : Texts.Format(RosterTexts.NotThereKnownAre, string.Join(", ", curricula.Select(known => known.Code))));
        return null;
    }

    private Curriculum? Nearest(string text)
    {
        var folded = RosterFields.Fold(text);
        return curricula
            .SelectMany(known => Names(known).Select(name => (Known: known, Slips: Slips(folded, name), Allowed: Math.Max(FewestSlips, name.Length / 4))))
            .Where(guess => guess.Slips <= guess.Allowed)
            .OrderBy(guess => guess.Slips)
            .Select(guess => guess.Known)
            .FirstOrDefault();
    }

    private Curriculum? ByCode(string text)
    {
        var folded = RosterFields.Fold(text);
        return curricula.FirstOrDefault(known => RosterFields.Fold(known.Code) == folded);
    }

    private Curriculum? ByTrade(string text)
    {
        var folded = Short(RosterFields.Fold(text));
        return folded.Length == 0 ? null : curricula.FirstOrDefault(known => Names(known).Any(name => Short(name) == folded));
    }

    private static IEnumerable<string> Names(Curriculum known) =>
        new[] { known.Code, known.Trade.Nb, known.Trade.Nn, known.Trade.En }.Select(RosterFields.Fold);

    private static string Folded(LocalText trade) => RosterFields.Fold(trade.Nb);

    /// <summary>"IT-drift", "IT-driftsfag" and "IT-driftsfaget" are one trade.</summary>
    private static string Short(string folded)
    {
        foreach (var ending in new[] { "sfaget", "faget", "sfag", "fag" })
        {
            if (folded.Length > ending.Length && folded.EndsWith(ending, StringComparison.Ordinal))
            {
                return folded[..^ending.Length];
            }
        }

        return folded;
    }
}
