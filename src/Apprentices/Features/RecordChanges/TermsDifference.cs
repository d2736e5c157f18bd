using Apprentices.Domain;

namespace Apprentices.Features.RecordChanges;

/// <summary>What a correction of a contract is about.</summary>
public enum CorrectedTerm
{
    FirstDay,
    LastDay,
    Kind,
    Variant,
    Number,
    Curriculum,
    County,
    Workplace,
    Office,
    Credit,
    PartTime,
    Other,
}

/// <summary>One thing that a contract said and what it says instead, as keys and values, to be put in words where it is shown.</summary>
public sealed record TermsDifference(CorrectedTerm What, object? Old, object? New)
{
    public static IReadOnlyList<TermsDifference> Between(Apprenticeship.Terms old, Apprenticeship.Terms now)
    {
        TermsDifference[] named =
        [
            new(CorrectedTerm.FirstDay, old.StartsOn, now.StartsOn),
            new(CorrectedTerm.LastDay, old.EndsOn, now.EndsOn),
            new(CorrectedTerm.Kind, old.Kind, now.Kind),
            new(CorrectedTerm.Variant, old.Variant, now.Variant),
            new(CorrectedTerm.Number, old.VigoNumber, now.VigoNumber),
            new(CorrectedTerm.Curriculum, old.CurriculumCode, now.CurriculumCode),
            new(CorrectedTerm.County, old.CountyNumber, now.CountyNumber),
            new(CorrectedTerm.Workplace, old.WorkplaceId, now.WorkplaceId),
            new(CorrectedTerm.Office, old.TrainingOffice, now.TrainingOffice),
            new(CorrectedTerm.Credit, old.CreditMonths, now.CreditMonths),
            new(CorrectedTerm.PartTime, old.PartTimePercent, now.PartTimePercent),
            new(CorrectedTerm.Other, (old.HasYouthRight, old.ResidenceCountyNumber, old.MissingSubjects), (now.HasYouthRight, now.ResidenceCountyNumber, now.MissingSubjects)),
        ];
        return [.. named.Where(term => !Equals(term.Old, term.New))];
    }
}
