using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;

namespace Apprentices.Features.Drafts;

/// <summary>A form as a draft holds it: read by a person, and two of them put together.</summary>
public static class DraftForm
{
    /// <summary>A text that may be longer than this is written in sentences, and two of it can stand one after the other.</summary>
    private const int LongestLine = 200;

    public static string Of<TForm>(TForm form) => JsonSerializer.Serialize(form);

    /// <summary>What was typed in it, for somebody who has the form itself on another device.</summary>
    public static string Words<TForm>(string content) => Read<TForm>(content) switch
    {
        null => content,
        string text => text,
        IJoinedDraft<TForm> joined => joined.Words(),
        var form => string.Join("\n\n", TextsOf<TForm>().Select(text => (string?)text.GetValue(form)).Where(text => !string.IsNullOrWhiteSpace(text))),
    };

    /// <summary>The first one with what the second adds: sentences stand after its own, and what it left empty is filled.</summary>
    /// <returns>The first one as it is where the second cannot be read.</returns>
    public static string Join<TForm>(string first, string second)
    {
        if (Read<TForm>(first) is not { } ours || Read<TForm>(second) is not { } theirs)
        {
            return first;
        }

        if (ours is string text)
        {
            return Of(Join(text, theirs as string));
        }

        if (ours is IJoinedDraft<TForm> joined)
        {
            return Of(joined.With(theirs));
        }

        foreach (var part in typeof(TForm).GetProperties().Where(part => part.CanWrite))
        {
            var (here, there) = (part.GetValue(ours), part.GetValue(theirs));
            if (IsEmpty(here))
            {
                part.SetValue(ours, there);
            }
            else if (part.GetCustomAttribute<StringLengthAttribute>()?.MaximumLength > LongestLine)
            {
                part.SetValue(ours, Join((string)here!, (string?)there));
            }
        }

        return Of(ours);
    }

    private static IEnumerable<PropertyInfo> TextsOf<TForm>() => typeof(TForm).GetProperties().Where(part => part.CanWrite && part.PropertyType == typeof(string));

    /// <summary>One text after the other, unless one holds the other.</summary>
    public static string Join(string ours, string? theirs) =>
        string.IsNullOrWhiteSpace(theirs) || ours.Contains(theirs, StringComparison.Ordinal) ? ours
        : theirs.Contains(ours, StringComparison.Ordinal) ? theirs
        : $"{ours}\n\n{theirs}";

    private static bool IsEmpty(object? value) => value is null or "" or ICollection { Count: 0 };

    private static TForm? Read<TForm>(string content)
    {
        try
        {
            return JsonSerializer.Deserialize<TForm>(content);
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
