namespace Apprentices.Features.ProgressLog.Approvals;

public enum TextPartKind
{
    Same,
    Added,
    Removed,
}

/// <summary>A piece of a text that stayed, came or went.</summary>
public sealed record TextPart(TextPartKind Kind, string Text);

/// <summary>How two texts differ, word by word: the longest run of words they share stays, the others came or went.</summary>
public static class TextDifference
{
    /// <summary>Beyond so many words a whole text is said to have come in place of the other.</summary>
    private const int MostWords = 3000;

    public static IReadOnlyList<TextPart> Between(string before, string after)
    {
        var (old, now) = (Words(before), Words(after));
        if (old.Count > MostWords || now.Count > MostWords)
        {
            return [new(TextPartKind.Removed, before), new(TextPartKind.Added, after)];
        }

        // What is alike at both ends is most of it, and costs nothing.
        var head = 0;
        while (head < Math.Min(old.Count, now.Count) && old[head] == now[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < Math.Min(old.Count, now.Count) - head && old[^(tail + 1)] == now[^(tail + 1)])
        {
            tail++;
        }

        List<(TextPartKind Kind, string Word)> parts =
        [
            .. now.Take(head).Select(word => (TextPartKind.Same, word)),
            .. Middle([.. old.Skip(head).SkipLast(tail)], [.. now.Skip(head).SkipLast(tail)]),
            .. now.TakeLast(tail).Select(word => (TextPartKind.Same, word)),
        ];
        return Joined(parts);
    }

    private static IEnumerable<(TextPartKind, string)> Middle(string[] old, string[] now)
    {
        var longest = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
            {
                longest[i, j] = old[i] == now[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
            }
        }

        var (from, to) = (0, 0);
        while (from < old.Length || to < now.Length)
        {
            if (from < old.Length && to < now.Length && old[from] == now[to])
            {
                yield return (TextPartKind.Same, now[to]);
                (from, to) = (from + 1, to + 1);
            }
            else if (to == now.Length || (from < old.Length && longest[from + 1, to] >= longest[from, to + 1]))
            {
                yield return (TextPartKind.Removed, old[from++]);
            }
            else
            {
                yield return (TextPartKind.Added, now[to++]);
            }
        }
    }

    /// <summary>Words with the space after them, so that joining them gives the text back.</summary>
    private static List<string> Words(string text)
    {
        List<string> words = [];
        var begin = 0;
        for (var end = 1; end <= text.Length; end++)
        {
            if (end == text.Length || (char.IsWhiteSpace(text[end - 1]) && !char.IsWhiteSpace(text[end])))
            {
                words.Add(text[begin..end]);
                begin = end;
            }
        }

        return words;
    }

    private static List<TextPart> Joined(List<(TextPartKind Kind, string Word)> words)
    {
        List<TextPart> parts = [];
        foreach (var (kind, word) in words)
        {
            if (parts is [.., var last] && last.Kind == kind)
            {
                parts[^1] = last with { Text = last.Text + word };
            }
            else
            {
                parts.Add(new TextPart(kind, word));
            }
        }

        return parts;
    }
}
