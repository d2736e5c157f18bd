using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.FinalTests;

/// <summary>Adds a certificate that a trade asks for, renames one, or lets it be asked for no more.</summary>
public sealed class KeepCredential(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed class Input
    {
        /// <summary>The one that is renamed; nothing where it is new.</summary>
        public Guid? Id { get; init; }

        [Required, StringLength(200)]
        public string? Title { get; set; }

        [StringLength(200)]
        public string? TitleNn { get; set; }

        [StringLength(200)]
        public string? TitleEn { get; set; }

        /// <summary>The save the form was filled from.</summary>
        public int Version { get; init; }

        /// <summary>A language that says what bokmål says is left empty: it follows when bokmål changes.</summary>
        public static Input From(Credential credential) => new()
        {
            Id = credential.Id,
            Title = credential.Title.Nb,
            TitleNn = credential.Title.Nn == credential.Title.Nb ? null : credential.Title.Nn,
            TitleEn = credential.Title.En == credential.Title.Nb ? null : credential.Title.En,
            Version = credential.Version,
        };
    }

    /// <returns>Its id.</returns>
    /// <exception cref="RuleException">The title is missing.</exception>
    /// <exception cref="NotThereException">There is no such trade, or no such certificate.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody saved in between.</exception>
    public async Task<Guid> RunAsync(string curriculumCode, Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SetUp);

        await using var db = await database.CreateDbContextAsync(cancel);
        var title = new LocalText(input.Title ?? "", input.TitleNn ?? "", input.TitleEn ?? "");
        if (input.Id is not { } id)
        {
            if (!await db.Curricula.AnyAsync(c => c.Code == curriculumCode, cancel))
            {
                throw new NotThereException();
            }

            var added = Credential.For(curriculumCode, title);
            db.Add(added);
            await db.SaveChangesAsync(cancel);
            return added.Id;
        }

        var credential = await db.Credentials.SingleOrDefaultAsync(c => c.Id == id && c.CurriculumCode == curriculumCode && c.RetiredOn == null, cancel) ?? throw new NotThereException();
        db.Entry(credential).Property(c => c.Version).OriginalValue = input.Version;
        credential.Call(title);
        await db.SaveChangesAsync(cancel);
        return id;
    }

    /// <summary>From today on it is asked of nobody; who has it, keeps it.</summary>
    public async Task RetireAsync(Guid id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SetUp);

        await using var db = await database.CreateDbContextAsync(cancel);
        var credential = await db.Credentials.SingleOrDefaultAsync(c => c.Id == id, cancel) ?? throw new NotThereException();
        credential.Retire(user.Today);
        await db.SaveChangesAsync(cancel);
    }
}
