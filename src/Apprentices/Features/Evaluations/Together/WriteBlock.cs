using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Evaluations.Together;

/// <summary>
/// Saves what is typed in a block, some times a second while one types. From one who has lost the block meanwhile it becomes a
/// suggestion; so nothing that was typed is ever lost.
/// </summary>
public sealed class WriteBlock(
    IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<EmployerSettings> employer, TalkChannel channel, TimeProvider clock)
{
    public sealed class Input
    {
        public string Question { get; set; } = "";

        /// <summary>The whole text.</summary>
        public string Text { get; set; } = "";

        /// <summary>The version of the block it was typed upon.</summary>
        public int Seen { get; set; }

        /// <summary>The text it was typed upon: as long as that stands there, nobody else has written, whatever the version says.</summary>
        public string? Upon { get; set; }

        /// <summary>It was typed before the page was lost, and comes back now: where the block is free, it is taken for it.</summary>
        public bool ComesBack { get; set; }
    }

    /// <summary>What has become of it.</summary>
    /// <param name="Stands">Whether it stands in the block; else it is a suggestion.</param>
    /// <param name="Version">The version to type upon now.</param>
    public sealed record Written(bool Stands, int Version, DateTimeOffset At);

    /// <exception cref="RuleException">It is too long.</exception>
    public async Task<Written> RunAsync(Guid talkId, Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.TalkTogether);

        var (stands, block, at) = await new TalkWriting.Means(database, employer, channel, clock).ChangeAsync(
            user, talkId, hand => Write(hand, input), cancel);
        return new Written(stands, block.Version, at);
    }

    private static (bool Stands, TalkBlock Block, DateTimeOffset At) Write(TalkHand hand, Input input)
    {
        var (block, me) = (hand.Block(input.Question), hand.User.PersonId);
        if (hand.IsSigned)
        {
            block.Suggest(input.Text, me, hand.Now);
            return (false, block, hand.Now);
        }

        // What stands there is the beginning of what was typed: then nothing of another's is written over.
        var isUntouched = block.Text == input.Upon || (input.ComesBack && input.Text.StartsWith(block.Text, StringComparison.Ordinal));
        var seen = isUntouched ? block.Version : input.Seen;
        if (input.ComesBack && block.WriterId is null && seen == block.Version)
        {
            block.Take(me);
        }

        return (block.Write(input.Text, seen, me, hand.Now), block, hand.Now);
    }
}
