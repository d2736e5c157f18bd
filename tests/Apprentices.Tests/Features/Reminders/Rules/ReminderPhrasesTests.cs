using Apprentices.Domain;
using Apprentices.Features.Reminders;

namespace Apprentices.Tests.Features.Reminders.Rules;

/// <summary>What may stand in braces; what may not is named.</summary>
public sealed class ReminderPhrasesTests
{
    private static readonly ReminderTopic Talk = new(ReminderSubject.Talk);
    private static readonly ReminderTopic Survey = new(ReminderSubject.Duty, DutyKind.ApprenticeSurvey);

    [Theory]
    [InlineData("")]
    [InlineData("Husk dette.")]
    [InlineData("{hva} med {navn}: {frist}, {dag}, {avstand}")]
    [InlineData("{ Hva } {NAVN}")]
    public void What_is_known_is_taken(string text) => Assert.Null(ReminderPhrases.WrongIn(Talk, text));

    [Theory]
    [InlineData("Hei {fornavn}", "{fornavn}")]
    [InlineData("Hei {}", "{}")]
    [InlineData("{hva} og {name}", "{name}")]
    [InlineData("Hei {navn", "{navn")]
    [InlineData("{hva} {dag {navn}", "{dag {navn}")]
    [InlineData("Hei {{navn}}", "{{navn}}")]
    [InlineData("Hei navn}", "Hei navn}")]
    [InlineData("{hva}}", "{hva}}")]
    [InlineData("Hei\n{\nnavn", "{ navn")]
    public void What_is_unknown_or_not_closed_is_named(string text, string named) =>
        Assert.Contains(named, ReminderPhrases.WrongIn(Talk, text)!, StringComparison.Ordinal);

    [Fact]
    public void The_employers_own_has_no_name()
    {
        Assert.Contains("{navn}", ReminderPhrases.WrongIn(Survey, "Hei {navn}")!, StringComparison.Ordinal);
        Assert.Null(ReminderPhrases.WrongIn(Survey, "{hva}. {frist}."));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Husk: {frist}, {dag}, {avstand}")]
    [InlineData("{ DAG }")]
    public void A_subject_says_when(string subject) => Assert.Null(ReminderPhrases.WrongInSubject(subject));

    [Theory]
    [InlineData("{hva}", "{hva} kan ikke stå i emnet")]
    [InlineData("Med { Navn }", "{Navn} kan ikke stå i emnet")]
    [InlineData("Hei {fornavn}", "{fornavn} finnes ikke. Her kan du bruke {dag}, {frist}, {avstand}.")]
    [InlineData("Innen {dag", "{dag")]
    public void A_subject_names_nobody(string subject, string sentence) =>
        Assert.Contains(sentence, ReminderPhrases.WrongInSubject(subject)!, StringComparison.Ordinal);
}
