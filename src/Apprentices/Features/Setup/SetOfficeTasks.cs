using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Setup;

/// <summary>Decides, kind by kind, whether we do a task ourselves or the training office does it for us.</summary>
public sealed class SetOfficeTasks(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed class Input
    {
        public IReadOnlyList<Choice> Choices { get; init; } = [];
    }

    public sealed class Choice
    {
        public required DutyKind Kind { get; init; }

        public bool ByOffice { get; set; }

        /// <summary>The save the form was filled from; nothing where nobody had decided yet.</summary>
        public int? Version { get; init; }
    }

    /// <exception cref="DbUpdateConcurrencyException">Somebody saved in between.</exception>
    public async Task RunAsync(Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SetUp);

        await using var db = await database.CreateDbContextAsync(cancel);
        var decided = await db.OfficeTasks.ToDictionaryAsync(task => task.Kind, cancel);
        foreach (var choice in input.Choices.Where(choice => OfficeTask.Kinds.ContainsKey(choice.Kind)))
        {
            var task = decided.GetValueOrDefault(choice.Kind);
            if (task?.Version != choice.Version)
            {
                throw new DbUpdateConcurrencyException();
            }

            if (task is null)
            {
                db.Add(new OfficeTask(choice.Kind, choice.ByOffice));
            }
            else
            {
                task.Let(choice.ByOffice);
            }
        }

        await db.SaveChangesAsync(cancel);
    }
}
