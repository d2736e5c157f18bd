using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.People;

/// <summary>Corrects somebody's name, address, telephone number or language.</summary>
public sealed class CorrectPerson(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed class Input
    {
        [Required, StringLength(100)]
        public string? GivenName { get; set; }

        [Required, StringLength(100)]
        public string? FamilyName { get; set; }

        [Required, EmailAddress, StringLength(254)]
        public string? Email { get; set; }

        [StringLength(30)]
        public string? Phone { get; set; }

        public Language Language { get; set; }

        /// <summary>Whether she follows up apprentices, so that it matters when she is away.</summary>
        public bool FollowsUp { get; init; }

        /// <summary>The save that the form was filled from.</summary>
        public int Version { get; set; }
    }

    /// <summary>The person as she stands; nothing where she is not there.</summary>
    public async Task<Input?> ReadAsync(Guid id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ManagePeople);

        await using var db = await database.CreateDbContextAsync(cancel);
        return await db.People.VisibleTo(db, user).Where(p => p.Id == id).Select(p => new Input
        {
            GivenName = p.GivenName,
            FamilyName = p.FamilyName,
            Email = p.Email,
            Phone = p.Phone,
            Language = p.Language,
            FollowsUp = (p.Roles & (Roles.Instructor | Roles.TrainingManager | Roles.Hr)) != Roles.None,
            Version = p.Version,
        }).SingleOrDefaultAsync(cancel);
    }

    /// <exception cref="RuleException">The name or the address cannot be, or the address is somebody else's.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody saved in between.</exception>
    public async Task RunAsync(Guid id, Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ManagePeople);

        await using var db = await database.CreateDbContextAsync(cancel);
        var person = await db.People.VisibleTo(db, user).SingleOrDefaultAsync(p => p.Id == id, cancel) ?? throw new NotThereException();
        if (person.Version != input.Version)
        {
            throw new DbUpdateConcurrencyException();
        }

        person.Rename(input.GivenName ?? "", input.FamilyName ?? "", input.Email ?? "");
        person.Reach(input.Phone);
        person.Speak(input.Language);
        var holder = await db.People.Where(p => p.Email == person.Email && p.Id != id).Select(p => p.GivenName + " " + p.FamilyName).FirstOrDefaultAsync(cancel);
        Rule.Require(holder is null, Texts.Format(PeopleTexts.EmailOfAnother, person.Email, holder));
        await db.SaveChangesAsync(cancel);
    }
}
