using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Home;

/// <summary>A supervisor puts something that waits for her off until tomorrow. What is overdue by law cannot be put off.</summary>
public sealed class PutOffTask(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, ReadSupervisorHome home)
{
    /// <exception cref="RuleException">The law's day has passed.</exception>
    /// <exception cref="NotThereException">Nothing of the kind waits for her.</exception>
    public async Task RunAsync(WaitingReason reason, Guid aboutId, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeOwnWork);

        var waiting = (await home.RunAsync(cancel)).Tasks;
        var task = waiting.FirstOrDefault(task => task.Reason == reason && task.AboutId == aboutId) ?? throw new NotThereException();
        Rule.Require(task.PutOffAs is not null, HomeTexts.CannotPutOff);
        await database.PutOffAsync(user, task.PutOffAs!.Value, aboutId, user.Today.AddDays(1), cancel);
    }
}
