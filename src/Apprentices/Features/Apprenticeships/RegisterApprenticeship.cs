using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Apprenticeships;

/// <summary>Enters one contract by hand: the apprentice, the terms, and who follows her up from the first day.</summary>
public sealed class RegisterApprenticeship(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, DutyRulebook rulebook)
{
    public sealed class Input : ContractInput
    {
        public PersonChoice TrainingManager { get; set; } = new();
        public PersonChoice Instructor { get; set; } = new();
        public PersonChoice HrContact { get; set; } = new();
    }

    /// <summary>Enters it and says its id.</summary>
    /// <exception cref="RuleException">The terms cannot be, or the same contract is there already.</exception>
    public async Task<Guid> RunAsync(Input input, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.RegisterApprenticeship);

        await using var db = await database.CreateDbContextAsync(cancel);
        var person = await ChosenPerson.EnterAsync(db, user, input.GivenName, input.FamilyName, input.Email, cancel);
        await ChosenPerson.RequireOwnAsync(db, user, person, cancel);
        if (!string.IsNullOrWhiteSpace(input.Phone))
        {
            person.Reach(input.Phone);
        }

        var (terms, curriculum) = await input.ReadAsync(db, user, except: null, cancel);
        var there = await db.Apprenticeships.AnyAsync(a => a.PersonId == person.Id && a.StartsOn == terms.StartsOn, cancel);
        Rule.Require(!there, Texts.Format(ApprenticeshipTexts.SameContract, person.FullName, SpokenDate.Digits(terms.StartsOn)));

        var apprenticeship = Apprenticeship.Enter(person, terms, curriculum, user.Today, user.PersonId);
        db.Add(apprenticeship);
        foreach (var (choice, role) in ((PersonChoice, AssignmentRole)[])
            [(input.TrainingManager, AssignmentRole.TrainingManager), (input.Instructor, AssignmentRole.Instructor), (input.HrContact, AssignmentRole.HrContact)])
        {
            if (await ChosenPerson.ResolveAsync(db, user, choice, role, cancel) is { } supervisor)
            {
                apprenticeship.Assign(supervisor, role, terms.StartsOn);
            }
        }

        apprenticeship.ScheduleDuties(await rulebook.ReadAsync(db, cancel));
        await db.SaveChangesAsync(cancel);
        return apprenticeship.Id;
    }
}
