using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Evaluations.Together;

/// <summary>What is to be done, by whom and by when.</summary>
public sealed class ActionInput
{
    [Required]
    [StringLength(AgreedAction.LongestWhat)]
    public string? What { get; set; }

    [Required]
    public Guid? ResponsibleId { get; set; }

    [Required]
    public DateOnly? DueOn { get; set; }

    /// <summary>The version that was seen, of one that is changed.</summary>
    public int Version { get; set; }
}

/// <summary>Agrees on something to do, while nobody has signed the talk.</summary>
public sealed class AddAction(
    IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, IOptions<EmployerSettings> employer, TalkChannel channel, TimeProvider clock)
{
    /// <returns>Its id.</returns>
    /// <exception cref="RuleException">The talk is not begun, or signed; the day is past, or the responsible is not in the talk.</exception>
    public async Task<Guid> RunAsync(Guid talkId, ActionInput input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.TalkTogether);

        var responsible = await TalkMembers.ResponsibleAsync(database, user, talkId, input.ResponsibleId, cancel);
        return await new TalkWriting.Means(database, employer, channel, clock).ChangeAsync(
            user, talkId, hand => hand.Talk.AgreeOn(input.What ?? "", responsible.Id, responsible.Name, input.DueOn ?? user.Today, user.Today).Id, cancel);
    }
}
