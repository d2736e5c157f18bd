namespace Apprentices.Domain;

/// <summary>
/// How alike the words of two goals are: what they share, weighed against all they have. A word that many goals have says
/// little, one that few have says much. Words count as the same in another inflection: the longer part of them begins alike.
/// </summary>
internal sealed class GoalLikeness
{
    /// <summary>Two words are one where so much of the longer is how both begin, in percent.</summary>
    private const int SameBeginning = 65;

    /// <summary>So many letters at least.</summary>
    private const int FewestLetters = 4;

    private static readonly HashSet<string> Small = new(
        [
            "og", "eller", "i", "på", "for", "av", "til", "med", "som", "en", "et", "ei", "ein", "eit", "den", "det", "de", "dei", "kan", "skal", "å", "ved",
            "om", "fra", "frå", "etter", "ulike", "sin", "sitt", "si", "sine", "egen", "eget", "eige", "eigen", "egne", "eigne", "seg",
            "and", "or", "the", "a", "an", "of", "to", "in", "on", "with", "for", "by", "from", "their", "own",
        ],
        StringComparer.Ordinal);

    private readonly Dictionary<string, double> weights = new(StringComparer.Ordinal);

    /// <param name="goals">All the goals that are compared.</param>
    public GoalLikeness(IReadOnlyList<Goal> goals)
    {
        var texts = goals.SelectMany<Goal, string>(goal => [Official(goal) ?? "", goal.Title.Nb]).Select(Words).ToList();
        foreach (var word in texts.SelectMany(words => words).Distinct(StringComparer.Ordinal))
        {
            var among = texts.Count(words => words.Exists(other => IsSame(word, other)));
            weights[word] = 1 + Math.Log((double)texts.Count / among);
        }
    }

    /// <summary>By the official words where both have them, else by the short titles.</summary>
    public int Percent(Goal one, Goal other)
    {
        var official = one.Wording.IsGiven && other.Wording.IsGiven;
        var (left, right) = (Words(official ? Official(one)! : one.Title.Nb), Words(official ? Official(other)! : other.Title.Nb));
        var all = left.Concat(right).Sum(word => weights[word]);
        var shared = 0.0;
        foreach (var word in left)
        {
            if ((right.Find(there => there == word) ?? right.Find(there => IsSame(word, there))) is { } match)
            {
                shared += weights[word] + weights[match];
                right.Remove(match);
            }
        }

        return all == 0 ? 0 : (int)Math.Round(100 * shared / all);
    }

    private static string? Official(Goal goal) => goal.Wording.In(Language.Bokmal).Text;

    private static List<string> Words(string text) =>
    [
        .. new string([.. text.Select(letter => char.IsLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !Small.Contains(word))
            .Distinct(StringComparer.Ordinal),
    ];

    private static bool IsSame(string one, string other)
    {
        if (one == other)
        {
            return true;
        }

        var alike = 0;
        while (alike < one.Length && alike < other.Length && one[alike] == other[alike])
        {
            alike++;
        }

        return alike >= FewestLetters && 100 * alike >= SameBeginning * Math.Max(one.Length, other.Length);
    }
}
