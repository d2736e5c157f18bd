namespace Apprentices.Domain;

/// <summary>What may be entered about the final tests, and what cannot be so.</summary>
internal static class TestRules
{
    /// <summary>Whether it is about a test, which may be held, appealed and certified after the training has ended.</summary>
    public static bool IsAboutTest(RecordChange change) =>
        change is TestHeld or TestDeferred or TestSentOut or TestAnnulled or TestAppealed or AppealDecided or CertificateReceived;

    /// <exception cref="RuleException">It cannot be so.</exception>
    public static void Require(ContractState state, RecordChange change, DateOnly today)
    {
        switch (change)
        {
            case TestHeld test:
                Rule.Require(test.HeldOn > state.Terms.StartsOn && test.HeldOn <= today, RuleTexts.DayAhead);
                Rule.Require(test.NoticeOn >= test.HeldOn && test.NoticeOn <= today, RuleTexts.NoticeBeforeTest);
                RequireAnother(state, test.HeldOn);
                break;
            case TestDeferred deferral:
                Rule.Require(deferral.On > state.Terms.StartsOn && deferral.On <= today, RuleTexts.DayAhead);
                Rule.Require(state.TestPassedOn is null, RuleTexts.AlreadyPassed);
                break;
            case TestSentOut sentOut:
                Rule.Require(sentOut.On > state.Terms.StartsOn && sentOut.On <= today, RuleTexts.DayAhead);
                RequireAnother(state, sentOut.On);
                break;
            case TestAnnulled annulment:
                Rule.Require(annulment.AnnulledOn >= annulment.HeldOn && annulment.AnnulledOn <= today && annulment.HeldOn > state.Terms.StartsOn, RuleTexts.NoticeBeforeTest);
                Rule.Require(annulment.Test is null || state.Tests.Any(test => test.Id == annulment.Test && test.Test.HeldOn == annulment.HeldOn), RuleTexts.NoSuchTest);
                Rule.Require(annulment.Test is null || state.Annulments.All(a => a.Annulment.Test != annulment.Test), RuleTexts.AlreadyAnnulled);
                if (annulment.Test is null)
                {
                    RequireAnother(state, annulment.HeldOn);
                }

                break;
            case TestAppealed appeal:
                var sitting = state.Sittings.FirstOrDefault(s => s.Id == appeal.Test) ?? throw new NotThereException();
                Rule.Require(sitting is { Appeal: null, Outcome: not TestOutcome.Passed }, RuleTexts.NothingToAppeal);
                Rule.Require(appeal.On >= sitting.NoticeOn && appeal.On <= today, RuleTexts.AppealBeforeNotice);
                break;
            case AppealDecided decided:
                RequireDecidable(state, decided, today);
                break;
            case CertificateReceived certificate:
                Rule.Require(certificate.On <= today, RuleTexts.DayAhead);
                Rule.Require(state.TestPassedOn is { } passed && certificate.On >= passed, RuleTexts.CertificateBeforePassed);
                Rule.Require(state.Certificates.All(c => c.Kind != certificate.Kind), RuleTexts.CertificateThere);
                break;
        }
    }

    /// <summary>Whether there is another test, and on that day. One may be entered that was held before those that are known.</summary>
    private static void RequireAnother(ContractState state, DateOnly on)
    {
        var sittings = state.Sittings;
        Rule.Require(sittings.All(s => s.Outcome != TestOutcome.Passed), RuleTexts.AlreadyPassed);
        Rule.Require(sittings.All(s => s.HeldOn != on), RuleTexts.TestThatDay);
        Rule.Require(sittings.All(s => s.Outcome != TestOutcome.Annulled || on < s.HeldOn || on >= s.NextFromOn), RuleTexts.WithinAYear);
        Rule.Require(state.MaySitAgain, RuleTexts.NoThirdTest);
    }

    private static void RequireDecidable(ContractState state, AppealDecided decided, DateOnly today)
    {
        var appeal = state.Appeals.FirstOrDefault(a => a.Id == decided.Appeal) ?? throw new NotThereException();
        var isGraded = state.Sittings.Any(s => s.Id == appeal.Test && s.Outcome == TestOutcome.NotPassed);
        Rule.Require(appeal.DecidedOn is null, RuleTexts.AppealDecidedAlready);
        Rule.Require(decided.On >= appeal.MadeOn && decided.On <= today, RuleTexts.DecidedBeforeAppeal);
        Rule.Require(
            decided.Outcome == AppealOutcome.GradeChanged ? isGraded && decided.Grade is TestGrade.Passed or TestGrade.PassedWithDistinction : decided.Grade is null,
            RuleTexts.NoBetterGrade);
    }
}
