using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.Curricula.Moves;

/// <summary>A move in the reader's words.</summary>
internal static class CurriculumMoveWords
{
    public static string Of(EditionChoice edition)
    {
        var words = Texts.Format(CurriculumMoveTexts.Edition, edition.Key.Code, edition.Key.Number, Texts.Count(edition.Followers, CurriculumMoveTexts.FollowersOne, CurriculumMoveTexts.Followers));
        return edition.IsInForce ? $"{words}, {CurriculumMoveTexts.InForce}" : words;
    }

    public static string Evidence(int ratings, int entries) => Texts.Format(
        CurriculumMoveTexts.And, Texts.Count(ratings, CurriculumMoveTexts.RatingsOne, CurriculumMoveTexts.Ratings), Texts.Count(entries, CurriculumMoveTexts.EntriesOne, CurriculumMoveTexts.Entries));

    /// <summary>Why a goal is to live on as it is chosen to.</summary>
    public static string Why(ProposeMove.Result proposal, string old, IReadOnlyList<string> chosen)
    {
        var lines = proposal.Proposal.Where(line => line.Old == old).ToList();
        if (!lines.Select(line => line.New).OfType<string>().ToHashSet(StringComparer.Ordinal).SetEquals(chosen))
        {
            return CurriculumMoveTexts.ByHand;
        }

        return string.Join("; ", lines.Select(line => line.Reason switch
        {
            SuccessionReason.SameCode => CurriculumMoveTexts.SameCode,
            SuccessionReason.Alike => Texts.Format(CurriculumMoveTexts.Alike, line.Percent),
            _ => CurriculumMoveTexts.NoneAlike,
        }));
    }

    /// <summary>Why there is nothing to move.</summary>
    public static (string Title, string Why) Nothing(ProposeMove.Result proposal) => proposal switch
    {
        { To: not null } => (CurriculumMoveTexts.NobodyFollows, CurriculumMoveTexts.NobodyFollowsWhy),
        { Editions.Count: > 1 } => (CurriculumMoveTexts.NoneFollows, CurriculumMoveTexts.NoneFollowsWhy),
        _ => (CurriculumMoveTexts.NoOther, CurriculumMoveTexts.NoOtherWhy),
    };

    public static string Submit(MoveInput input) => Texts.Format(
        CurriculumMoveTexts.Submit, Texts.Count(input.Apprenticeships.Count, CurriculumMoveTexts.ApprenticesOne, CurriculumMoveTexts.Apprentices));

    public static string Done(MoveToEdition.Result done, ProposeMove.Result proposal) => Texts.Format(
        CurriculumMoveTexts.Done, Texts.Count(done.Plans, CurriculumMoveTexts.ApprenticesOne, CurriculumMoveTexts.Apprentices),
        Texts.Count(done.Templates, CurriculumMoveTexts.TemplatesOne, CurriculumMoveTexts.Templates), Texts.Count(proposal.Followers.Count, CurriculumMoveTexts.LeftOne, CurriculumMoveTexts.Left));
}
