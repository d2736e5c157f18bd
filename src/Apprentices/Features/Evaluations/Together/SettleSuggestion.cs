using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Evaluations.Together;

/// <summary>
/// Takes what somebody typed beside a block into it, after what stands there; or sets it aside, which she alone does who typed it.
/// </summary>
public sealed class SettleSuggestion(
    IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<EmployerSettings> employer, TalkChannel channel, TimeProvider clock)
{
    /// <exception cref="RuleException">The talk is signed, or the block would be too long.</exception>
    /// <exception cref="NotThereException">It is settled already, or not hers to set aside.</exception>
    public async Task RunAsync(Guid talkId, Guid suggestionId, bool use, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.TalkTogether);

        await new TalkWriting.Means(database, employer, channel, clock).ChangeAsync(user, talkId, hand => Settle(hand, suggestionId, use), cancel);
    }

    private static bool Settle(TalkHand hand, Guid suggestionId, bool use)
    {
        var me = hand.User.PersonId;
        var found = hand.Talk.Blocks
            .SelectMany(block => block.Suggestions.Select(suggestion => (Block: block, Suggestion: suggestion)))
            .FirstOrDefault(one => one.Suggestion.Id == suggestionId && one.Suggestion.SettledAt is null && (use || one.Suggestion.PersonId == me));
        var suggestion = found.Suggestion ?? throw new NotThereException();
        var block = hand.Block(found.Block.Question);
        if (use)
        {
            hand.Talk.RequireUnsigned();
            block.Take(me);
            block.Write(Joined(block.Text, suggestion.Text), block.Version, me, hand.Now);
        }

        suggestion.Settle(hand.Now);
        return true;
    }

    /// <summary>What stands there stays; what it begins with, or has already, is not said twice.</summary>
    private static string Joined(string stands, string suggested) =>
        suggested.StartsWith(stands, StringComparison.Ordinal) ? suggested
        : stands.Contains(suggested, StringComparison.Ordinal) ? stands
        : $"{stands.TrimEnd()}\n{suggested}";
}
