namespace Apprentices.Features.Curricula;

/// <summary>What became of some words that stand beside each other.</summary>
public enum WordChange
{
    Stays,
    Goes,
    Comes,
}

/// <summary>Some words of a text, and what became of them.</summary>
public sealed record WordPiece(WordChange Change, string Text);

/// <summary>Compares two texts word by word: the longest run of words they share stays, the rest goes or comes.</summary>
public static class WordComparison
{
    /// <summary>Texts of more words than this each are shown one after the other; no goal is nearly as long.</summary>
    private const int MostWords = 600;

    public static IReadOnlyList<WordPiece> Of(string before, string after)
    {
        var (old, now) = (Words(before), Words(after));
        return Together(old.Length > MostWords || now.Length > MostWords ? [.. old.Select(Goes), .. now.Select(Comes)] : Walk(old, now));
    }

    private static IEnumerable<WordPiece> Walk(string[] old, string[] now)
    {
        var shared = Shared(old, now);
        var (i, j) = (0, 0);
        while (i < old.Length || j < now.Length)
        {
            if (i < old.Length && j < now.Length && old[i] == now[j])
            {
                yield return new WordPiece(WordChange.Stays, old[i++]);
                j++;
            }
            else if (i < old.Length && (j == now.Length || shared[i + 1, j] >= shared[i, j + 1]))
            {
                yield return Goes(old[i++]);
            }
            else
            {
                yield return Comes(now[j++]);
            }
        }
    }

    /// <summary>How many words both share at most from a word of the one and a word of the other on.</summary>
    private static int[,] Shared(string[] old, string[] now)
    {
        var shared = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
            {
                shared[i, j] = old[i] == now[j] ? shared[i + 1, j + 1] + 1 : Math.Max(shared[i + 1, j], shared[i, j + 1]);
            }
        }

        return shared;
    }

    /// <summary>Neighbours with one fate are one piece.</summary>
    private static List<WordPiece> Together(IEnumerable<WordPiece> words)
    {
        List<WordPiece> pieces = [];
        foreach (var word in words)
        {
            if (pieces.Count > 0 && pieces[^1].Change == word.Change)
            {
                pieces[^1] = word with { Text = $"{pieces[^1].Text} {word.Text}" };
            }
            else
            {
                pieces.Add(word);
            }
        }

        return pieces;
    }

    private static WordPiece Goes(string word) => new(WordChange.Goes, word);

    private static WordPiece Comes(string word) => new(WordChange.Comes, word);

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
