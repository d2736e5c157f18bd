using System.Globalization;

namespace Apprentices.Domain;

/// <summary>Why a form cannot be published, and the question it is about where it is about one.</summary>
public sealed record FormProblem(string Sentence, string? Question = null);

/// <content>What must be right before it is published.</content>
public sealed partial record FormContent
{
    /// <summary>All that is in the way; nothing where it may be published.</summary>
    public IReadOnlyList<FormProblem> Problems => [.. OfTheWhole(), .. Questions.SelectMany(OfQuestion)];

    /// <summary>Checks it before it is published.</summary>
    /// <exception cref="RuleException">It cannot be so; says what and where.</exception>
    public void Require()
    {
        if (Problems is [var first, ..])
        {
            throw new RuleException(first.Sentence);
        }
    }

    /// <summary>The questions whose answer may decide whether one is shown: before it, with answers to choose from, answered by all who answer it.</summary>
    public IEnumerable<FormQuestion> Conditions(FormQuestion question) => Questions
        .TakeWhile(earlier => earlier.Key != question.Key)
        .Where(earlier => earlier.Type is QuestionType.YesNo or QuestionType.Choice && (earlier.AnsweredBy & question.AnsweredBy) == question.AnsweredBy);

    private static bool CanBe(FormQuestion question, string answer) => question.Type switch
    {
        QuestionType.YesNo => answer is "yes" or "no",
        QuestionType.Choice => question.Choices.Any(choice => choice.Key == answer),
        _ => false,
    };

    private static FormProblem About(FormQuestion question, string sentence) =>
        new(string.Format(CultureInfo.CurrentCulture, sentence, question.Text), question.Key);

    private IEnumerable<FormProblem> OfTheWhole()
    {
        var count = Questions.Count();
        if (count == 0)
        {
            yield return new FormProblem(RuleTexts.FormEmpty);
        }

        if (count > MostQuestions)
        {
            yield return new FormProblem(RuleTexts.FormTooLong);
        }

        if (Sections.FirstOrDefault(section => !section.Title.IsIn(Language.Bokmal)) is { } untitled)
        {
            yield return new FormProblem(RuleTexts.SectionTitleMissing, untitled.Questions is [var first, ..] ? first.Key : null);
        }

        if (!Signers.HasFlag(FormParties.Apprentice) || (Signers & (FormParties.Instructor | FormParties.TrainingManager)) == FormParties.None)
        {
            yield return new FormProblem(RuleTexts.SignersMissing);
        }

        if (SigningSteps.Sum(step => int.PopCount((int)step)) != int.PopCount((int)Signers) || Signers.HasFlag(FormParties.Together))
        {
            yield return new FormProblem(RuleTexts.SignerTwice);
        }
    }

    private IEnumerable<FormProblem> OfQuestion(FormQuestion question)
    {
        if (Questions.First(one => one.Key == question.Key) != question)
        {
            yield return About(question, RuleTexts.QuestionKeyTwice);
        }

        if (!question.Text.IsIn(Language.Bokmal))
        {
            yield return new FormProblem(RuleTexts.QuestionTextMissing, question.Key);
        }

        if (question.AnsweredBy == FormParties.None)
        {
            yield return About(question, RuleTexts.NobodyAnswers);
        }

        if (question.Type == QuestionType.Choice && question.Choices.Count < 2)
        {
            yield return About(question, RuleTexts.TooFewChoices);
        }

        if (question.Choices.Any(choice => !choice.Text.IsIn(Language.Bokmal)) || question.Choices.DistinctBy(choice => choice.Key).Count() != question.Choices.Count)
        {
            yield return About(question, RuleTexts.ChoiceTextMissing);
        }

        // Whoever signs, reads what she signs.
        if (((question.ReadBy | FormParties.Apprentice) & Signers) != Signers)
        {
            yield return About(question, RuleTexts.SignerMustRead);
        }

        if (question.ShownIf is { } condition && !Conditions(question).Any(earlier => earlier.Key == condition.Question && CanBe(earlier, condition.Answer)))
        {
            yield return About(question, RuleTexts.ShownIfImpossible);
        }
    }
}
