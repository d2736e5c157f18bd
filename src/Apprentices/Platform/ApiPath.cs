using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Apprentices.Shared;

namespace Apprentices.Platform;

/// <summary>
/// Says what is wrong with JSON that could not be read: the path of the field as a caller writes it, such as
/// <c>interruptions[0].startsOn</c>, and a sentence by what belongs there.
/// </summary>
internal static partial class ApiPath
{
    /// <summary>The path of all that was sent.</summary>
    public const string Whole = "$";

    public static IEnumerable<ApiFinding> Explain(JsonException wrong, Type type, JsonSerializerOptions options)
    {
        var path = OfCaller(wrong.Path);
        if (wrong.InnerException is JsonException)
        {
            return [new(path, Texts.Format(ApiProblemTexts.NotJson, wrong.LineNumber + 1))];
        }

        // These two the reader tells apart in its message alone; a test holds the wording.
        if (wrong.Message.StartsWith("Duplicate property", StringComparison.Ordinal))
        {
            return [new(path, ApiProblemTexts.FieldTwice)];
        }

        if (wrong.Message.Split("missing required properties including:") is [_, var missing])
        {
            return Quoted().Matches(missing).Select(name => new ApiFinding(
                path == Whole ? name.Groups[1].Value : $"{path}.{name.Groups[1].Value}", ApiProblemTexts.FieldMissing));
        }

        return [new(path, TypeAt(wrong.Path, type, options) is { } expected ? Expects(expected, options) : ApiProblemTexts.FieldUnknown)];
    }

    private static string OfCaller(string? path) => path switch
    {
        null or Whole => Whole,
        _ when path.StartsWith("$.", StringComparison.Ordinal) => path[2..],
        _ => path,
    };

    /// <summary>What belongs at a path; nothing where there is no such field.</summary>
    private static Type? TypeAt(string? path, Type type, JsonSerializerOptions options)
    {
        var at = type;
        foreach (Match step in Step().Matches(path ?? ""))
        {
            var info = options.GetTypeInfo(Nullable.GetUnderlyingType(at) ?? at);
            var name = step.Groups["name"];
            var next = name.Success ? info.Properties.FirstOrDefault(property => property.Name == name.Value)?.PropertyType : info.ElementType;
            if (next is null)
            {
                return null;
            }

            at = next;
        }

        return Nullable.GetUnderlyingType(at) ?? at;
    }

    private static string Expects(Type type, JsonSerializerOptions options) => type switch
    {
        _ when type == typeof(DateOnly) => ApiProblemTexts.FieldDay,
        _ when type == typeof(bool) => ApiProblemTexts.FieldFlag,
        _ when type == typeof(string) => ApiProblemTexts.FieldText,
        _ when type == typeof(int) || type == typeof(long) => ApiProblemTexts.FieldInteger,
        _ when type == typeof(decimal) || type == typeof(double) => ApiProblemTexts.FieldNumber,
        { IsEnum: true } => Texts.Format(ApiProblemTexts.FieldChoice, string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName))),
        _ => options.GetTypeInfo(type).Kind switch
        {
            JsonTypeInfoKind.Enumerable => ApiProblemTexts.FieldList,
            JsonTypeInfoKind.Object => ApiProblemTexts.FieldObject,
            _ => ApiProblemTexts.FieldWrong,
        },
    };

    [GeneratedRegex(@"\.(?<name>[^.\[]+)|\['(?<name>[^']*)'\]|\[(?<index>\d+)\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 200)]
    private static partial Regex Step();

    [GeneratedRegex("'([^']+)'", RegexOptions.None, matchTimeoutMilliseconds: 200)]
    private static partial Regex Quoted();
}
