using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Apprenticeships;

/// <summary>Corrects what a contract says. Whoever saved in between is not overwritten; the later one is told.</summary>
public sealed class CorrectApprenticeship(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, DutyRulebook rulebook)
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
        var contract = await db.Apprenticeships.VisibleTo(user).Include(a => a.Person).AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancel);
        if (contract is null)
        {
            return null;
        }

        var state = contract.State;
        var workplaceId = state.Workplaces[^1].Value;
        var input = new Input
        {
            GivenName = contract.Person.GivenName,
            FamilyName = contract.Person.FamilyName,
            Email = contract.Person.Email,
            Phone = contract.Person.Phone,
            CountyNumber = state.Counties[^1].Value,
            CurriculumCode = state.Curricula[^1].Value,
            Workplace = await db.Workplaces.Where(w => w.Id == workplaceId).Select(w => w.Name).SingleAsync(cancel),
            Version = contract.Version,
            PersonVersion = contract.Person.Version,
        };
        input.Fill(state.Terms);
        return input;
    }

    /// <exception cref="RuleException">The terms cannot be, or clash with another contract or person.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody saved in between.</exception>
    public async Task RunAsync(Guid id, Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.CorrectApprenticeship);

        await using var db = await database.CreateDbContextAsync(cancel);
        var apprenticeship = await db.Apprenticeships.VisibleTo(user)
            .Include(a => a.Person).WithRecord().SingleOrDefaultAsync(a => a.Id == id, cancel) ?? throw new NotThereException();
        if (apprenticeship.Version != input.Version || apprenticeship.Person.Version != input.PersonVersion)
        {
            throw new DbUpdateConcurrencyException();
        }

        var person = apprenticeship.Person;
        person.Rename(input.GivenName ?? "", input.FamilyName ?? "", input.Email ?? "");
        person.Reach(input.Phone);
        var holder = await db.People.Where(p => p.Email == person.Email && p.Id != person.Id)
            .Select(p => p.GivenName + " " + p.FamilyName).FirstOrDefaultAsync(cancel);
        Rule.Require(holder is null, Texts.Format(ApprenticeshipTexts.EmailOfAnother, person.Email, user.IsAny(Roles.UnitHr) ? SharedTexts.SomebodyElse : holder));

        var (terms, curriculum) = await input.ReadAsync(db, user, id, cancel);
        var clash = await db.Apprenticeships.AnyAsync(a => a.PersonId == person.Id && a.StartsOn == terms.StartsOn && a.Id != id, cancel);
        Rule.Require(!clash, Texts.Format(ApprenticeshipTexts.SameContract, person.FullName, SpokenDate.Digits(terms.StartsOn)));

        apprenticeship.Correct(terms, curriculum, user.Today, user.PersonId);
        apprenticeship.ScheduleDuties(await rulebook.ReadAsync(db, cancel));
        await db.SaveChangesAsync(cancel);
    }
}
