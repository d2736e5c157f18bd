using System.Globalization;
using System.Text;

namespace Apprentices.Domain;

/// <content>How it is changed: each change gives another content, so that a published one stays.</content>
public sealed partial record FormContent
{
    private const int LongestKey = 40;

    /// <summary>What a new form begins with: nothing asked, signed by the usual ones.</summary>
    public static FormContent Empty { get; } = new([], [FormParties.Apprentice | FormParties.Instructor, FormParties.TrainingManager]);

    /// <summary>
    /// A key made of words, one that was never used in the form: a key stays, so that answers over several editions are about the
    /// same, and a new question never takes the answers of one that is gone.
    /// </summary>
    public static string NewKey(string words, IEnumerable<string> used)
    {
        var plain = new StringBuilder();
        foreach (var letter in words.ToLowerInvariant().Replace("æ", "ae", StringComparison.Ordinal).Replace("ø", "o", StringComparison.Ordinal).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter))
            {
                plain.Append(letter);
            }
            else if (plain is [.., not '-'] && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append('-');
            }
        }

        var key = plain.ToString(0, Math.Min(plain.Length, LongestKey)).Trim('-');
        key = key.Length == 0 ? "question" : key;
        var taken = used.ToHashSet(StringComparer.Ordinal);
        return Enumerable.Range(1, taken.Count + 1).Select(number => number == 1 ? key : $"{key}-{number}").First(candidate => !taken.Contains(candidate));
    }

    public FormSection? SectionOf(string question) => Sections.FirstOrDefault(section => section.Questions.Any(one => one.Key == question));

    /// <summary>With a section's words as they are now; a new one comes last.</summary>
    public FormContent With(string key, LocalText title, LocalText? help) => this with
    {
        Sections = Sections.Any(section => section.Key == key)
            ? [.. Sections.Select(section => section.Key == key ? section with { Title = title, Help = help } : section)]
            : [.. Sections, new FormSection(key, title, []) { Help = help }],
    };

    /// <summary>With a question as it is now: where it stood, or last in the section where it is new there.</summary>
    public FormContent With(string sectionKey, FormQuestion question) => this with
    {
        Sections =
        [
            .. Sections.Select(section => section with
            {
                Questions = section.Key != sectionKey ? [.. section.Questions.Where(one => one.Key != question.Key)]
                    : section.Questions.Any(one => one.Key == question.Key) ? [.. section.Questions.Select(one => one.Key == question.Key ? question : one)]
                    : [.. section.Questions, question],
            }),
        ],
    };

    /// <summary>Without a question.</summary>
    /// <exception cref="RuleException">Whether another is shown depends on it.</exception>
    public FormContent Without(string question)
    {
        RequireNoneDependsOn([question]);
        return this with { Sections = [.. Sections.Select(section => section with { Questions = [.. section.Questions.Where(one => one.Key != question)] })] };
    }

    /// <summary>Without a section and all it asks.</summary>
    /// <exception cref="RuleException">Whether a question of another section is shown depends on one of it.</exception>
    public FormContent WithoutSection(string key)
    {
        RequireNoneDependsOn([.. Sections.Where(section => section.Key == key).SelectMany(section => section.Questions).Select(question => question.Key)]);
        return this with { Sections = [.. Sections.Where(section => section.Key != key)] };
    }

    /// <summary>A section one place earlier or later; as it is where there is no such place.</summary>
    public FormContent MoveSection(string key, bool earlier) => this with { Sections = Moved(Sections, section => section.Key == key, earlier) };

    /// <summary>A question one place earlier or later in its section; from the edge of it into the section beside.</summary>
    public FormContent Move(string question, bool earlier)
    {
        var place = Sections.ToList().FindIndex(section => section.Questions.Any(one => one.Key == question));
        if (place < 0)
        {
            return this;
        }

        var (here, beside) = (Sections[place], place + (earlier ? -1 : 1));
        var isAtEdge = (earlier ? here.Questions[0] : here.Questions[^1]).Key == question;
        if (!isAtEdge)
        {
            return this with { Sections = [.. Sections.Select(section => section == here ? here with { Questions = Moved(here.Questions, one => one.Key == question, earlier) } : section)] };
        }

        if (beside < 0 || beside >= Sections.Count)
        {
            return this;
        }

        var moved = here.Questions.First(one => one.Key == question);
        return this with
        {
            Sections =
            [
                .. Sections.Select((section, at) =>
                    at == place ? section with { Questions = [.. section.Questions.Where(one => one.Key != question)] }
                    : at == beside ? section with { Questions = earlier ? [.. section.Questions, moved] : [moved, .. section.Questions] }
                    : section),
            ],
        };
    }

    private static List<T> Moved<T>(IReadOnlyList<T> all, Predicate<T> which, bool earlier)
    {
        var moved = all.ToList();
        var from = moved.FindIndex(which);
        var to = from + (earlier ? -1 : 1);
        if (from >= 0 && to >= 0 && to < moved.Count)
        {
            (moved[from], moved[to]) = (moved[to], moved[from]);
        }

        return moved;
    }

    private void RequireNoneDependsOn(IReadOnlyCollection<string> gone)
    {
        var dependent = Questions.FirstOrDefault(question => !gone.Contains(question.Key) && question.ShownIf is { } condition && gone.Contains(condition.Question));
        Rule.Require(dependent is null, string.Format(CultureInfo.CurrentCulture, RuleTexts.QuestionNeeded, dependent?.Text));
    }
}
