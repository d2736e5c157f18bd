using Apprentices.Domain;
using Apprentices.Features.Drafts;
using Apprentices.Features.Reminders.Rules;

namespace Apprentices.Tests.Features.Reminders.Rules;

/// <summary>What is typed of HR's own words: kept as a draft, folded to one line where it is a subject, and wrong at its own field.</summary>
public sealed class ReminderTextInputTests
{
    private static readonly ReminderTopic Talk = new(ReminderSubject.Talk);

    [Fact]
    public void A_draft_holds_subject_and_text_and_nothing_of_what_was_kept_then()
    {
        var draft = DraftForm.Of(new ReminderTextInput { Topic = Talk, Subject = "Emne", Text = "Tekst", Version = 3 });

        Assert.Equal("""{"Subject":"Emne","Text":"Tekst"}""", draft);
        Assert.Equal("Emne\n\nTekst", DraftForm.Words<ReminderTextInput>(draft));
        Assert.Equal("""{"Subject":"Emne","Text":"Tekst"}""", DraftForm.Join<ReminderTextInput>("""{"Subject":null,"Text":"Tekst"}""", """{"Subject":"Emne","Text":null}"""));
    }

    [Theory]
    [InlineData("  Husk \t samtalen ", "Husk samtalen")]
    [InlineData("Husk\r\nBcc: alle@example.no", "Husk Bcc: alle@example.no")]
    [InlineData("Husk\u2028den\u2029og\u0085den\vher\f", "Husk den og den her")]
    [InlineData(" \n ", null)]
    [InlineData(null, null)]
    public void A_subject_is_one_line(string? typed, string? kept) => Assert.Equal(kept, new ReminderTextInput { Topic = Talk, Subject = typed }.KeptSubject);

    [Fact]
    public void What_is_wrong_is_said_at_its_own_field() => Assert.Equal(
        [nameof(ReminderTextInput.Subject), nameof(ReminderTextInput.Text)],
        new ReminderTextInput { Topic = Talk, Subject = "{navn}", Text = "{name}" }.WrongParts().Select(wrong => wrong.Property));
}
