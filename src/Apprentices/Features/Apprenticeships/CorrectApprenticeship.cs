using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Apprenticeships;

/// <summary>Corrects what a contract says. Whoever saved in between is not overwritten; the later one is told.</summary>
public sealed class CorrectApprenticeship(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    public sealed class Input : ContractInput
    {
        /// <summary>The saves of the contract and of the person that the form was filled from.</summary>
        public int Version { get; set; }
        public int PersonVersion { get; set; }
    }

    /// <summary>The contract as it stands, to be corrected; nothing where it is not there.</summary>
    public async Task<Input?> ReadAsync(Guid id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.CorrectApprenticeship);

        await using var db = await database.CreateDbContextAsync(cancel);
        return await db.Apprenticeships.VisibleTo(user).Where(a => a.Id == id).Select(a => new Input
        {
            GivenName = a.Person.GivenName,
            FamilyName = a.Person.FamilyName,
            Email = a.Person.Email,
            Phone = a.Person.Phone,
            Kind = a.Kind,
            Variant = a.Variant,
            VigoNumber = a.VigoNumber,
            StartsOn = a.StartsOn,
            EndsOn = a.ContractEndsOn,
            CurriculumCode = a.CurriculumCode,
            CountyNumber = a.CountyNumber,
            Workplace = a.Workplace.Name,
            Version = a.Version,
            PersonVersion = a.Person.Version,
        }).SingleOrDefaultAsync(cancel);
    }

    /// <exception cref="RuleException">The terms cannot be, or clash with another contract or person.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody saved in between.</exception>
    public async Task RunAsync(Guid id, Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.CorrectApprenticeship);

        await using var db = await database.CreateDbContextAsync(cancel);
        var apprenticeship = await db.Apprenticeships.VisibleTo(user)
            .Include(a => a.Person).Include(a => a.Interruptions).Include(a => a.Evaluations).Include(a => a.Plan).ThenInclude(g => g.Ratings)
            .AsSplitQuery().SingleOrDefaultAsync(a => a.Id == id, cancel) ?? throw new NotThereException();
        if (apprenticeship.Version != input.Version || apprenticeship.Person.Version != input.PersonVersion)
        {
            throw new DbUpdateConcurrencyException();
        }

        var person = apprenticeship.Person;
        person.Rename(input.GivenName ?? "", input.FamilyName ?? "", input.Email ?? "");
        person.Reach(input.Phone);
        var holder = await db.People.Where(p => p.Email == person.Email && p.Id != person.Id)
            .Select(p => p.GivenName + " " + p.FamilyName).FirstOrDefaultAsync(cancel);
        Rule.Require(holder is null, Texts.Format(ApprenticeshipTexts.EmailOfAnother, person.Email, holder));

        var (terms, curriculum) = await input.ReadAsync(db, id, cancel);
        var clash = await db.Apprenticeships.AnyAsync(a => a.PersonId == person.Id && a.StartsOn == terms.StartsOn && a.Id != id, cancel);
        Rule.Require(!clash, Texts.Format(ApprenticeshipTexts.SameContract, person.FullName, SpokenDate.Digits(terms.StartsOn)));

        apprenticeship.Correct(terms, curriculum);
        await db.SaveChangesAsync(cancel);
    }
}
