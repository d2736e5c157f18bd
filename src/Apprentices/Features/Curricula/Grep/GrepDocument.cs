using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.Curricula.Grep;

/// <summary>Reads one JSON document: one element of Grep, or a list of them. Whatever else it is, is refused in words that name the file.</summary>
internal static class GrepDocument
{
    /// <summary>Letters stay as they are; nothing of it becomes a page as it stands.</summary>
    private static readonly JsonWriterOptions AsItIs = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 512 };

    /// <exception cref="RuleException">It is empty, no JSON, cut, nested too deep, or no element of Grep.</exception>
    public static IReadOnlyList<GrepItem> Read(ReadOnlyMemory<byte> bytes, string file, int deepest)
    {
        var content = bytes.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;
        Rule.Require(!content.Span.Trim(" \r\n\t"u8).IsEmpty, Texts.Format(CurriculaTexts.FileEmpty, file));
        Rule.Require(!IsOtherEncoding(content.Span), Texts.Format(CurriculaTexts.FileEncoding, file));
        Rule.Require(content.Span.Trim(" \r\n\t"u8)[0] is (byte)'{' or (byte)'[', Texts.Format(CurriculaTexts.FileNotJson, file));
        try
        {
            using var document = JsonDocument.Parse(content, new JsonDocumentOptions { MaxDepth = deepest });
            var root = document.RootElement;
            var elements = root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()] : new[] { root };
            Rule.Require(elements.Length > 0, Texts.Format(CurriculaTexts.FileWithoutElements, file));
            return [.. elements.Select(element => GrepItem.Of(element, Bytes(element), file) ?? throw new RuleException(Texts.Format(CurriculaTexts.FileNotGrep, file)))];
        }
        catch (JsonException)
        {
            throw new RuleException(WhatIsWrong(content.Span, file, deepest));
        }
        catch (InvalidOperationException)
        {
            // Half a letter, written as an escape: valid JSON by its grammar, and no text.
            throw new RuleException(Texts.Format(CurriculaTexts.FileNotText, file));
        }
    }

    private static byte[] Bytes(JsonElement element)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, AsItIs))
        {
            element.WriteTo(writer);
        }

        return bytes.ToArray();
    }

    private static bool IsOtherEncoding(ReadOnlySpan<byte> content) =>
        content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || content.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || content[0] == 0 || !Utf8.IsValid(content);

    /// <summary>Reads on until it stumbles: cut, too deep, or wrong at a line.</summary>
    private static string WhatIsWrong(ReadOnlySpan<byte> content, string file, int deepest)
    {
        var reader = new Utf8JsonReader(content, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = deepest }));
        try
        {
            while (reader.Read())
            {
            }

            return Texts.Format(CurriculaTexts.FileCut, file);
        }
        catch (JsonException wrong)
        {
            return reader.CurrentDepth >= deepest - 1
                ? Texts.Format(CurriculaTexts.FileTooDeep, file, deepest)
                : Texts.Format(CurriculaTexts.FileWrongAt, file, (wrong.LineNumber ?? 0) + 1);
        }
    }
}
