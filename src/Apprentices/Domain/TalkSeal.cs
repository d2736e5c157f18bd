using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Apprentices.Domain;

/// <summary>What stands above a talk as it is signed: names as they were on the day.</summary>
/// <param name="Employer">The employer's name.</param>
/// <param name="Apprentice">Her name.</param>
/// <param name="Trade">The trade, in bokmål.</param>
/// <param name="Curriculum">The curriculum's code.</param>
/// <param name="Workplace">Where she worked.</param>
/// <param name="HeldBy">The name of the one who held it.</param>
/// <param name="Present">Who was there or invited, each with her part.</param>
public sealed record TalkHeader(string Employer, string Apprentice, string Trade, string Curriculum, string Workplace, string HeldBy, IReadOnlyList<string> Present);

/// <summary>
/// Makes of a talk, or of an addendum, what is signed: canonical JSON (UTF-8, no white space, members in order of their names,
/// instants in whole seconds UTC, empty values left out) and its SHA-256. A pure function of the rows and the header, so that it
/// can be made anew and compared.
/// </summary>
public static class TalkSeal
{
    /// <summary>Names the way the JSON is made; another way gets another name.</summary>
    public const string Schema = "apprentices-talk-1";

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The talk as it is signed; needs its form, answers, blocks and actions.</summary>
    public static (string Json, string Hash) Of(Evaluation talk, TalkHeader header) => Written(new SortedDictionary<string, object?>(StringComparer.Ordinal)
    {
        ["schema"] = Schema,
        ["id"] = talk.Id.ToString(),
        ["apprenticeship"] = talk.ApprenticeshipId.ToString(),
        ["header"] = Sorted(
            ("employer", header.Employer), ("apprentice", header.Apprentice), ("trade", header.Trade), ("curriculum", header.Curriculum),
            ("workplace", header.Workplace), ("heldBy", header.HeldBy), ("present", header.Present)),
        ["kind"] = talk.Kind.ToString(),
        ["number"] = Text(talk.Number),
        ["windowStartsOn"] = Text(talk.WindowStartsOn),
        ["dueOn"] = Text(talk.DueOn),
        ["heldOn"] = Text(talk.HeldOn),
        ["form"] = talk.FormEdition is { } edition ? Sorted(("edition", edition.Id.ToString()), ("number", Text(edition.Number)), ("sections", SectionsOf(edition.Content))) : null,
        ["summary"] = talk.Summary,
        ["answers"] = talk.Answers.Where(answer => !answer.IsEmpty)
            .OrderBy(answer => answer.Question, StringComparer.Ordinal).ThenBy(answer => answer.GoalCode, StringComparer.Ordinal).ThenBy(answer => answer.GoalId).ThenBy(answer => answer.Party)
            .Select(answer => Sorted(
                ("party", answer.Party.ToString()), ("question", answer.Question), ("asked", talk.FormEdition?.Content.Find(answer.Question)?.Text.Nb),
                ("goal", answer.GoalCode), ("goalTitle", answer.GoalTitle), ("level", answer.Level?.ToString()), ("text", answer.Text), ("choice", answer.Choice),
                ("chosen", talk.FormEdition?.Content.Find(answer.Question)?.Choices.FirstOrDefault(choice => choice.Key == answer.Choice)?.Text.Nb),
                ("day", Text(answer.Day)), ("amount", answer.Number?.ToString("0.####", CultureInfo.InvariantCulture)))).ToList(),
        ["notes"] = talk.Blocks.Where(block => block.Text.Length > 0).OrderBy(block => block.Question, StringComparer.Ordinal)
            .Select(block => Sorted(("question", block.Question), ("asked", talk.FormEdition?.Content.Find(block.Question)?.Text.Nb), ("text", block.Text))).ToList(),
        ["actions"] = talk.Actions.OrderBy(action => action.Order)
            .Select(action => Sorted(("order", Text(action.Order)), ("what", action.What), ("responsible", action.ResponsibleName), ("dueOn", Text(action.DueOn)))).ToList(),
        ["signing"] = talk.SigningSteps.Select(step => step.ToString()).ToList(),
    });

    /// <summary>The form as it was: each part and question in all languages, who was to answer and who may read.</summary>
    private static List<SortedDictionary<string, object?>> SectionsOf(FormContent content) => [.. content.Sections.Select(section => Sorted(
        ("key", section.Key), ("title", Text(section.Title)), ("help", Text(section.Help)),
        ("questions", section.Questions.Select(question => Sorted(
            ("key", question.Key), ("type", question.Type.ToString()), ("text", Text(question.Text)), ("help", Text(question.Help)),
            ("required", question.IsRequired ? "yes" : null), ("informationOnly", question.IsInformationOnly ? "yes" : null),
            ("answeredBy", question.AnsweredBy.ToString()), ("readBy", question.ReadBy.ToString()),
            ("shownIf", question.ShownIf is { } condition ? Sorted(("question", condition.Question), ("answer", condition.Answer)) : null),
            ("choices", question.Choices.Select(choice => Sorted(("key", choice.Key), ("text", Text(choice.Text)))).ToList()))).ToList())))];

    /// <summary>What stands above a talk in its sealed JSON.</summary>
    /// <exception cref="JsonException">It is no such JSON.</exception>
    public static TalkHeader HeaderOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        var header = document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("header", out var found) && found.ValueKind == JsonValueKind.Object
            ? found : throw new JsonException("A sealed talk has a header.");
        string Of(string name) => header.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        return new TalkHeader(
            Of("employer"), Of("apprentice"), Of("trade"), Of("curriculum"), Of("workplace"), Of("heldBy"),
            header.TryGetProperty("present", out var present) && present.ValueKind == JsonValueKind.Array ? [.. present.EnumerateArray().Select(one => one.ToString())] : []);
    }

    /// <summary>An addendum as it is signed; it names the talk it adds to by its hash.</summary>
    public static (string Json, string Hash) Of(EvaluationAddendum addendum, Guid talkId, string? hashOfTalk) => Written(new SortedDictionary<string, object?>(StringComparer.Ordinal)
    {
        ["schema"] = Schema,
        ["addendum"] = Text(addendum.Number),
        ["of"] = talkId.ToString(),
        ["ofHash"] = hashOfTalk,
        ["text"] = addendum.Text,
        ["writer"] = addendum.WriterName,
        ["writtenAt"] = Text(addendum.WrittenAt),
    });

    /// <summary>The seal of a signature: the SHA-256 of what it says, with the seal of the one before it.</summary>
    public static string Of(EvaluationSignature signature, string? before) =>
        Written(new SortedDictionary<string, object?>(MembersOf(signature, before).ToDictionary(member => member.Key, object? (member) => member.Value), StringComparer.Ordinal)).Hash;

    /// <summary>What a signature says, in order of the names; empty values left out.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> MembersOf(EvaluationSignature signature, string? before) =>
    [
        .. new (string Name, string? Value)[]
        {
            ("addendum", Text(signature.Addendum)), ("before", before), ("hash", signature.Hash), ("kind", signature.Kind.ToString()), ("name", signature.Name),
            ("order", Text(signature.Order)), ("reason", signature.Reason), ("role", signature.Role.ToString()), ("schema", Schema),
            ("signedAt", signature.SignedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture)),
            ("signer", signature.SignerId?.ToString()),
        }.Where(member => !string.IsNullOrEmpty(member.Value)).Select(member => KeyValuePair.Create(member.Name, member.Value!)),
    ];

    /// <summary>What people compare: the first sixteen digits of a hash, in fours.</summary>
    public static string Code(string hash) => string.Join('-', Enumerable.Range(0, 4).Select(part => hash.Substring(part * 4, 4))).ToUpperInvariant();

    /// <summary>The SHA-256 of a text in UTF-8, as 64 lower-case hexadecimal digits.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static (string Json, string Hash) Written(SortedDictionary<string, object?> content)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Plain))
        {
            Write(writer, content);
        }

        var json = Encoding.UTF8.GetString(stream.ToArray());
        return (json, Hash(json));
    }

    private static void Write(Utf8JsonWriter writer, object value)
    {
        switch (value)
        {
            case string text:
                writer.WriteStringValue(text);
                break;
            case IEnumerable<KeyValuePair<string, object?>> members:
                writer.WriteStartObject();
                foreach (var (name, member) in members.Where(member => member.Value is not null and not ""))
                {
                    writer.WritePropertyName(name);
                    Write(writer, member!);
                }

                writer.WriteEndObject();
                break;
            case System.Collections.IEnumerable items:
                writer.WriteStartArray();
                foreach (var item in items)
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                throw new InvalidOperationException($"Not canonical: {value.GetType().Name}.");
        }
    }

    private static SortedDictionary<string, object?> Sorted(params (string Name, object? Value)[] members)
    {
        var sorted = new SortedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in members)
        {
            sorted[name] = value;
        }

        return sorted;
    }

    private static SortedDictionary<string, object?>? Text(LocalText? text) => text is null ? null : Sorted(("nb", text.Nb), ("nn", text.Nn), ("en", text.En));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
