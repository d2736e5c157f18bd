using System.Text.Json;
using Apprentices.Domain;

namespace Apprentices.Features.Evaluations.Signing;

/// <summary>
/// Makes anew what is sealed of a talk from its rows and tells where they no longer agree. It names parts, never what they say.
/// Needs a talk read by <see cref="TalkSealing.WithSealed"/>.
/// </summary>
internal static class TalkCheck
{
    /// <summary>Whether the rows make the document that is sealed, and its hash; nothing sealed: nothing to differ.</summary>
    public static bool RowsSayTheSame(Evaluation talk, int addendum) =>
        talk.Documents.FirstOrDefault(one => one.Addendum == addendum) is not { } document || Made(talk, document) == (document.Json, document.Hash);

    /// <summary>What is wrong with it, in short English words for whoever operates the program; nothing if all is as it was signed.</summary>
    public static IReadOnlyList<string> Findings(Evaluation talk) =>
    [
        .. talk.Documents.OrderBy(one => one.Addendum).SelectMany(document => OfDocument(talk, document)),
        .. talk.Addenda.Where(addendum => !talk.Documents.Any(one => one.Addendum == addendum.Number)).Select(addendum => $"addendum {addendum.Number}: its sealed document is missing"),
        .. OfSignatures(talk),
        .. OfState(talk),
    ];

    /// <summary>Whether it was signed before hashes were kept, so that there is nothing to compare.</summary>
    public static bool IsFromBefore(Evaluation talk) => talk.Documents.Count == 0 && talk.Signatures.All(one => one.Hash is null && one.Seal is null);

    private static IEnumerable<string> OfDocument(Evaluation talk, SealedTalk document)
    {
        var name = NameOf(document.Addendum);
        if (TalkSeal.Hash(document.Json) != document.Hash)
        {
            yield return $"{name}: the sealed document is not the one of its hash";
        }

        if (document.Addendum > 0 && !talk.Addenda.Any(one => one.Number == document.Addendum))
        {
            yield return $"{name}: its text is missing";
            yield break;
        }

        // What nobody has signed may still change, and is sealed anew before the first signs.
        if (!talk.Signatures.Any(one => one.Addendum == document.Addendum) && !(document.Addendum == 0 && talk.State == EvaluationState.Signed))
        {
            yield break;
        }

        if (Made(talk, document) is not { } made)
        {
            yield return $"{name}: the sealed document cannot be read";
        }
        else if (made.Json != document.Json)
        {
            yield return $"{name}: changed since it was sealed: {string.Join(", ", Differing(made.Json, document.Json))}";
        }
    }

    private static IEnumerable<string> OfSignatures(Evaluation talk)
    {
        string? before = null;
        var expected = 1;
        foreach (var signature in talk.Signatures.Where(one => !IsOld(talk, one)).OrderBy(one => one.Order))
        {
            var document = talk.Documents.FirstOrDefault(one => one.Addendum == signature.Addendum);
            if (document is null || signature.Hash != document.Hash)
            {
                yield return $"{NameOf(signature.Addendum)}: signature {signature.Order} is not of what is sealed";
            }

            if (signature.Order != expected || signature.Seal != TalkSeal.Of(signature, before))
            {
                yield return $"{NameOf(signature.Addendum)}: signature {signature.Order} is changed, or another is missing or added";
            }

            (before, expected) = (signature.Seal, signature.Order + 1);
        }
    }

    private static IEnumerable<string> OfState(Evaluation talk)
    {
        var isSigned = talk.State == EvaluationState.Signed;
        if (isSigned != talk.IsComplete(0))
        {
            yield return isSigned ? "talk: counts as signed, but a signature is missing" : "talk: all have signed it, but it does not count as signed";
        }

        if (talk.State is not (EvaluationState.Held or EvaluationState.Signed))
        {
            yield return "talk: it is sealed or signed, but does not count as held";
        }

        foreach (var addendum in talk.Addenda)
        {
            if (talk.IsComplete(addendum.Number)
                ? addendum.LockedAt != talk.Signatures.Where(one => one.Addendum == addendum.Number).Max(one => one.SignedAt)
                : addendum.LockedAt is not null)
            {
                yield return $"addendum {addendum.Number}: when it was locked does not go with its signatures";
            }
        }

        if (!talk.Addenda.Select(one => one.Number).Order().SequenceEqual(Enumerable.Range(1, talk.Addenda.Count)))
        {
            yield return "talk: an addendum is missing or added";
        }
    }

    /// <summary>A signature from before hashes were kept; only one that is older than what was sealed since.</summary>
    private static bool IsOld(Evaluation talk, EvaluationSignature signature) => signature is { Hash: null, Seal: null, Order: 0, Addendum: 0, Kind: SignatureKind.Signed }
        && talk.Documents.All(document => document.Addendum > 0 || signature.SignedAt < document.MadeAt);

    private static (string Json, string Hash)? Made(Evaluation talk, SealedTalk document)
    {
        try
        {
            return document.Addendum == 0
                ? TalkSeal.Of(talk, TalkSeal.HeaderOf(document.Json))
                : TalkSeal.Of(talk.Addenda.Single(one => one.Number == document.Addendum), talk.Id, talk.Documents.FirstOrDefault(one => one.Addendum == 0)?.Hash);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The names of the members that differ.</summary>
    private static List<string> Differing(string now, string sealedThen)
    {
        using var one = JsonDocument.Parse(now);
        using var other = JsonDocument.Parse(sealedThen);
        var (made, kept) = (Members(one), Members(other));
        var names = made.Keys.Union(kept.Keys).Where(name => made.GetValueOrDefault(name) != kept.GetValueOrDefault(name)).Order(StringComparer.Ordinal).ToList();
        return names.Count > 0 ? names : ["how it is written"];
    }

    private static Dictionary<string, string> Members(JsonDocument document) =>
        document.RootElement.EnumerateObject().GroupBy(member => member.Name).ToDictionary(same => same.Key, same => string.Join('\n', same.Select(member => member.Value.GetRawText())));

    private static string NameOf(int addendum) => addendum == 0 ? "talk" : $"addendum {addendum}";
}
