using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Apprentices.Domain;

namespace Apprentices.Features.Evaluations.Signing;

/// <summary>A signed talk as its document shows it: what was said, who signed, and the addenda.</summary>
/// <param name="Reading">For the one who fetches it.</param>
/// <param name="Hash">Of what is sealed; empty for a talk from before hashes were kept.</param>
/// <param name="Signatures">Of the talk and its addenda, in the order they were made.</param>
/// <param name="Addenda">What was added since.</param>
/// <param name="CheckAddress">Where anybody can have the file checked.</param>
public sealed record TalkFile(
    TalkReading Reading, string? Hash, IReadOnlyList<EvaluationSignature> Signatures, IReadOnlyList<TalkFile.Addendum> Addenda, string CheckAddress)
{
    /// <summary>Names the way the archive's JSON is made; another way gets another name.</summary>
    public const string Schema = "apprentices-talk-archive-1";

    public sealed record Addendum(int Number, string Text, string Writer, DateTimeOffset WrittenAt, string? Hash);

    public static TalkFile Of(Evaluation talk, TalkReading reading, string checkAddress) => new(
        reading, talk.Documents.FirstOrDefault(one => one.Addendum == 0)?.Hash, [.. talk.Signatures.OrderBy(one => one.Order).ThenBy(one => one.SignedAt)],
        [
            .. talk.Addenda.OrderBy(one => one.Number).Select(one => new Addendum(
                one.Number, one.Text, one.WriterName, one.WrittenAt, talk.Documents.FirstOrDefault(document => document.Addendum == one.Number)?.Hash)),
        ],
        checkAddress);

    /// <summary>
    /// Canonical JSON of all of it: what is sealed stands in it byte for byte, with its hash, beside the signatures. Members in order
    /// of their names, no white space, empty values left out; the same content gives the same bytes.
    /// </summary>
    public static byte[] Archive(Evaluation talk)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("addenda");
            foreach (var document in talk.Documents.Where(one => one.Addendum > 0).OrderBy(one => one.Addendum))
            {
                Write(writer, document);
            }

            writer.WriteEndArray();
            writer.WriteString("schema", Schema);
            writer.WriteStartArray("signatures");
            string? before = null;
            foreach (var signature in talk.Signatures.OrderBy(one => one.Order).ThenBy(one => one.SignedAt))
            {
                Write(writer, signature, before);
                before = signature.Seal;
            }

            writer.WriteEndArray();
            if (talk.Documents.FirstOrDefault(one => one.Addendum == 0) is { } ofTalk)
            {
                writer.WritePropertyName("talk");
                Write(writer, ofTalk);
            }

            writer.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, SealedTalk document)
    {
        writer.WriteStartObject();
        writer.WriteString("hash", document.Hash);
        writer.WritePropertyName("sealed");
        writer.WriteRawValue(Encoding.UTF8.GetBytes(document.Json));
        writer.WriteEndObject();
    }

    /// <summary>What its seal is made of, and the seal.</summary>
    private static void Write(Utf8JsonWriter writer, EvaluationSignature signature, string? before)
    {
        writer.WriteStartObject();
        writer.WriteString("seal", signature.Seal);
        writer.WriteStartObject("signed");
        foreach (var (name, value) in TalkSeal.MembersOf(signature, before))
        {
            writer.WriteString(name, value);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
