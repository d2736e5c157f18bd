using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Evaluations.Together;

/// <summary>Says anew what is to be done, by whom and by when, while nobody has signed the talk.</summary>
public sealed class ChangeAction(
    IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<EmployerSettings> employer, TalkChannel channel, TimeProvider clock)
{
    /// <exception cref="RuleException">The talk is signed, another has changed it since, the day is past, or the responsible is not in the talk.</exception>
    public async Task RunAsync(Guid talkId, Guid actionId, ActionInput input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.TalkTogether);

        var responsible = await TalkMembers.ResponsibleAsync(database, user, talkId, input.ResponsibleId, cancel);
        await new TalkWriting.Means(database, employer, channel, clock).ChangeAsync(
            user,
            talkId,
            hand =>
            {
                hand.Talk.RequireUnsigned();
                var action = hand.Talk.Actions.FirstOrDefault(one => one.Id == actionId) ?? throw new NotThereException();
                Rule.Require(action.Version == input.Version, TogetherTexts.ActionChangedSince);
                var day = input.DueOn ?? action.DueOn;
                Rule.Require(day == action.DueOn || day >= user.Today, RuleTexts.ActionDayPast);
                action.Say(input.What ?? "", responsible.Id, responsible.Name, day);
                return true;
            },
            cancel);
    }
}
