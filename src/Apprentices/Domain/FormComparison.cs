namespace Apprentices.Domain;

/// <summary>What became of a question from one edition of a form to the next.</summary>
public enum FormDifferenceKind
{
    Added,
    Removed,
    Changed,
}

/// <summary>What of a question can differ.</summary>
public enum FormField
{
    Text,
    Help,
    Type,
    Choices,
    Required,
    AnsweredBy,
    ReadBy,
    ShownIf,
    InformationOnly,
    Section,
}

/// <summary>One question that differs, and in what.</summary>
public sealed record FormDifference(FormDifferenceKind Kind, FormQuestion? Old, FormQuestion? New, IReadOnlyList<FormField> Fields)
{
    public FormQuestion Question => (New ?? Old)!;
}

/// <summary>What differs between two contents of a form.</summary>
public sealed record FormComparison(IReadOnlyList<FormDifference> Differences, bool SectionsDiffer, bool OrderDiffers, bool SigningDiffers)
{
    public bool IsEmpty => Differences.Count == 0 && !SectionsDiffer && !OrderDiffers && !SigningDiffers;

    /// <summary>From the first to the second; from nothing, all of it is new.</summary>
    public static FormComparison Between(FormContent? before, FormContent after)
    {
        before ??= new FormContent([], after.SigningSteps);
        var (old, now) = (before.Questions.DistinctBy(question => question.Key).ToDictionary(question => question.Key), after.Questions.DistinctBy(question => question.Key).ToDictionary(question => question.Key));
        List<FormDifference> differences =
        [
            .. now.Values.Where(question => !old.ContainsKey(question.Key)).Select(question => new FormDifference(FormDifferenceKind.Added, null, question, [])),
            .. now.Values.Where(question => old.ContainsKey(question.Key))
                .Select(question => new FormDifference(FormDifferenceKind.Changed, old[question.Key], question, [.. Fields(before, old[question.Key], after, question)]))
                .Where(difference => difference.Fields.Count > 0),
            .. old.Values.Where(question => !now.ContainsKey(question.Key)).Select(question => new FormDifference(FormDifferenceKind.Removed, question, null, [])),
        ];
        return new FormComparison(
            differences,
            !before.Sections.Select(section => (section.Key, section.Title, section.Help)).SequenceEqual(after.Sections.Select(section => (section.Key, section.Title, section.Help))),
            !before.Questions.Select(question => question.Key).Where(now.ContainsKey).SequenceEqual(after.Questions.Select(question => question.Key).Where(old.ContainsKey)),
            !before.SigningSteps.SequenceEqual(after.SigningSteps));
    }

    private static IEnumerable<FormField> Fields(FormContent before, FormQuestion old, FormContent after, FormQuestion now)
    {
        IEnumerable<(FormField Field, bool Differs)> all =
        [
            (FormField.Text, old.Text != now.Text),
            (FormField.Help, old.Help != now.Help),
            (FormField.Type, old.Type != now.Type),
            (FormField.Choices, !old.Choices.SequenceEqual(now.Choices)),
            (FormField.Required, old.IsRequired != now.IsRequired),
            (FormField.AnsweredBy, old.AnsweredBy != now.AnsweredBy),
            (FormField.ReadBy, old.ReadBy != now.ReadBy),
            (FormField.ShownIf, old.ShownIf != now.ShownIf),
            (FormField.InformationOnly, old.IsInformationOnly != now.IsInformationOnly),
            (FormField.Section, before.SectionOf(old.Key)?.Key != after.SectionOf(now.Key)?.Key),
        ];
        return all.Where(one => one.Differs).Select(one => one.Field);
    }
}
