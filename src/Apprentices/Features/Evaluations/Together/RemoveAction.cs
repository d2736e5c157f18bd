using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Evaluations.Together;

/// <summary>Gives up something that was agreed on, while nobody has signed the talk.</summary>
public sealed class RemoveAction(
    IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<EmployerSettings> employer, TalkChannel channel, TimeProvider clock)
{
    /// <exception cref="RuleException">The talk is signed, or another has changed it since.</exception>
    public async Task RunAsync(Guid talkId, Guid actionId, int version, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.TalkTogether);

        await new TalkWriting.Means(database, employer, channel, clock).ChangeAsync(
            user,
            talkId,
            hand =>
            {
                var action = hand.Talk.Actions.FirstOrDefault(one => one.Id == actionId) ?? throw new NotThereException();
                Rule.Require(action.Version == version, TogetherTexts.ActionChangedSince);
                hand.Talk.GiveUp(action);
                return true;
            },
            cancel);
    }
}
