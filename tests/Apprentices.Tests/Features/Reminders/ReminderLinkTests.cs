using Apprentices.Domain;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.Evaluations;
using Apprentices.Features.Evaluations.Together;
using Apprentices.Features.Reminders;

namespace Apprentices.Tests.Features.Reminders;

/// <summary>The one page a reminder leads to.</summary>
public sealed class ReminderLinkTests
{
    private static readonly Guid Siv = Guid.CreateVersion7();
    private static readonly Guid Tor = Guid.CreateVersion7();
    private static readonly Guid Record = Guid.CreateVersion7();

    [Fact]
    public void What_was_agreed_leads_its_doer_to_what_she_does_and_others_to_the_record_it_is_part_of()
    {
        Assert.Equal(TogetherLinks.Actions, ReminderWords.Link(Told(Siv)));
        Assert.Equal(ApprenticeshipLinks.Talks(Record), ReminderWords.Link(Told(Tor)));
    }

    [Fact]
    public void A_preparation_leads_whom_it_waits_for_to_her_own_part_and_others_to_the_talk()
    {
        var about = Told(Siv).About with { WaitsFor = [Siv] };
        var (hers, others) = (Told(Siv) with { Topic = new(ReminderSubject.Preparation), About = about }, Told(Tor) with { Topic = new(ReminderSubject.Preparation), About = about });

        Assert.Equal((EvaluationLinks.Prepare(about.Id), ReminderTexts.OpenToPrepare), (ReminderWords.Link(hers), ReminderWords.Open(hers)));
        Assert.Equal((EvaluationLinks.Talk(about.Id), ReminderTexts.OpenTalk), (ReminderWords.Link(others), ReminderWords.Open(others)));
    }

    private static ReminderItem Told(Guid recipient) => new(
        new ReminderTopic(ReminderSubject.Action),
        new ReminderAbout { Id = Guid.CreateVersion7(), ApprenticeId = null, GivenName = "Ingrid", FullName = "Ingrid Solheim", IsSettled = false, DueOn = new DateOnly(2026, 9, 15), DoerId = Siv, RecordId = Record },
        recipient, new DateOnly(2026, 9, 15), 7, ReminderRung.TrainingManager);
}
