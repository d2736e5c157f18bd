using System.ComponentModel.DataAnnotations;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Apprenticeships;

/// <summary>What a contract says, as it is typed in a form.</summary>
public class ContractInput
{
    [Required, StringLength(100)]
    public string? GivenName { get; set; }

    [Required, StringLength(100)]
    public string? FamilyName { get; set; }

    [Required, EmailAddress, StringLength(254)]
    public string? Email { get; set; }

    [StringLength(30)]
    public string? Phone { get; set; }

    public ContractKind Kind { get; set; }

    public ContractVariant Variant { get; set; }

    [StringLength(40)]
    public string? VigoNumber { get; set; }

    [Required]
    public DateOnly? StartsOn { get; set; }

    [Required]
    public DateOnly? EndsOn { get; set; }

    [Required]
    public string? CurriculumCode { get; set; }

    [Required]
    public string? CountyNumber { get; set; }

    [Required, StringLength(120)]
    public string? Workplace { get; set; }

    /// <summary>The training office that holds the contract for us.</summary>
    [StringLength(120)]
    public string? TrainingOffice { get; set; }

    /// <summary>Months of credit (godskriving).</summary>
    [Range(0, 60)]
    public int? CreditMonths { get; set; }

    [Range(1, 100)]
    public int? PartTimePercent { get; set; } = 100;

    /// <summary>"yes", "no", or empty where nobody knows.</summary>
    public string? YouthRight { get; set; }

    public string? ResidenceCountyNumber { get; set; }

    [StringLength(200)]
    public string? MissingSubjects { get; set; }

    internal const string Yes = "yes";
    internal const string No = "no";

    /// <summary>How long the training is by what is typed so far; nothing while a number of it cannot be.</summary>
    internal ContractLength? Length => CreditMonths is < 0 || PartTimePercent is < 1 or > 100 ? null
        : ContractLength.For(Kind, Variant, CreditMonths, PartTimePercent ?? 100);

    /// <summary>Fills in what the contract says now.</summary>
    internal void Fill(Apprenticeship.Terms terms)
    {
        (Kind, Variant, VigoNumber, StartsOn, EndsOn) = (terms.Kind, terms.Variant, terms.VigoNumber, terms.StartsOn, terms.EndsOn);
        (TrainingOffice, CreditMonths, PartTimePercent) = (terms.TrainingOffice, terms.CreditMonths, terms.PartTimePercent);
        (YouthRight, ResidenceCountyNumber, MissingSubjects) = (
            terms.HasYouthRight switch { true => Yes, false => No, _ => null }, terms.ResidenceCountyNumber, terms.MissingSubjects);
    }

    /// <summary>The terms, with a workplace that is entered if nobody has named it before.</summary>
    /// <exception cref="RuleException">The contract's number belongs to another contract.</exception>
    internal async Task<(Apprenticeship.Terms Terms, Curriculum Curriculum)> ReadAsync(AppDbContext db, CurrentUser user, Guid? except, CancellationToken cancel)
    {
        var number = string.IsNullOrWhiteSpace(VigoNumber) ? null : VigoNumber.Trim();
        if (number is not null)
        {
            var other = await db.Apprenticeships.Where(a => a.VigoNumber == number && a.Id != except)
                .Select(a => a.Person.GivenName + " " + a.Person.FamilyName).FirstOrDefaultAsync(cancel);
            Rule.Require(other is null, Texts.Format(ApprenticeshipTexts.VigoNumberTaken, number, user.IsAny(Roles.UnitHr) ? SharedTexts.SomebodyElse : other));
        }

        var curriculum = await db.Curricula.Include(c => c.AllGoals).SingleOrDefaultAsync(c => c.Code == CurriculumCode, cancel)
            ?? throw new NotThereException();
        return (new Apprenticeship.Terms(
            Kind, Variant, number, curriculum.Code, CountyNumber!, await db.EnterWorkplaceAsync(user, Workplace, cancel), StartsOn!.Value, EndsOn!.Value)
        {
            TrainingOffice = TrainingOffice,
            CreditMonths = CreditMonths,
            PartTimePercent = PartTimePercent ?? 100,
            HasYouthRight = YouthRight switch { Yes => true, No => false, _ => null },
            ResidenceCountyNumber = ResidenceCountyNumber,
            MissingSubjects = MissingSubjects,
        }, curriculum);
    }
}
