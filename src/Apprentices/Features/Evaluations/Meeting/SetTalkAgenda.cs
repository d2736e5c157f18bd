using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Meeting;

/// <summary>Says what is to be spoken of in a talk, beside what plan and actions give. Everybody in it may.</summary>
public sealed class SetTalkAgenda(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed class Input
    {
        [StringLength(Evaluation.LongestAgenda)]
        public string? Agenda { get; set; }

        /// <summary>The version the form was opened with.</summary>
        public int Version { get; set; }
    }

    public async Task RunAsync(Guid id, Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.PrepareTalks);

        await using var db = await database.CreateDbContextAsync(cancel);
        var talk = await db.Evaluations.ContentVisibleTo(user).SingleOrDefaultAsync(e => e.Id == id, cancel) ?? throw new NotThereException();

        db.Entry(talk).Property(e => e.Version).OriginalValue = input.Version;
        talk.SetAgenda(input.Agenda);
        await db.SaveChangesAsync(cancel);
    }
}
