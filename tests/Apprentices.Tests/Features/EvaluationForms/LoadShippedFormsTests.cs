using Apprentices.Domain;
using Apprentices.Features.EvaluationForms;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.EvaluationForms;

public sealed class LoadShippedFormsTests : AppTests
{
    [BothDatabases]
    public async Task A_start_publishes_a_form_for_every_kind_of_talk()
    {
        var forms = await FormsAsync();

        Assert.Equal(["half-year", "talk", "trial-test"], forms.Select(form => form.ShippedKey).Order(StringComparer.Ordinal));
        Assert.Equal(Enum.GetValues<EvaluationKind>(), forms.SelectMany(form => form.Kinds).Order());
        Assert.All(forms, form => Assert.Equal((1, null), (form.Current!.Number, form.Begun)));
    }

    [Fact]
    public async Task What_ships_may_be_published_and_has_every_text_in_three_languages()
    {
        foreach (var form in await FormsAsync())
        {
            form.Current!.Content.Require();
            Assert.All(TextsOf(form), text => Assert.All(
                Enum.GetValues<Language>(), language => Assert.False(string.IsNullOrWhiteSpace(text.In(language)), $"{form.ShippedKey}: {text}")));
        }
    }

    [Fact]
    public async Task Absence_and_how_she_is_at_work_stand_as_information_that_must_not_count()
    {
        var half = (await FormsAsync()).Single(form => form.ShippedKey == "half-year").Current!.Content;

        Assert.Equal(["at-work", "facilitation", "absence"], half.Sections.Where(section => section.Questions.All(question => question.IsInformationOnly)).Select(section => section.Key));
        Assert.False(half.Find("goals")!.IsInformationOnly);
    }

    [BothDatabases]
    public async Task A_later_start_adds_what_is_missing_and_leaves_what_HR_has_made_of_it()
    {
        await App.DbAsync(async db =>
        {
            var forms = await db.EvaluationForms.Include(form => form.Editions).ToListAsync();
            var half = forms.Single(form => form.ShippedKey == "half-year");
            half.Write(half.Current!.Content with { Sections = [half.Current.Content.Sections[0]] });
            half.Publish(App.Clock.GetUtcNow(), byId: null);
            half.Retire(App.Clock.Today);
            db.Remove(forms.Single(form => form.ShippedKey == "talk"));
            return await db.SaveChangesAsync();
        });

        Assert.Equal((1, 0), (await LoadAsync(), await LoadAsync()));

        var after = await FormsAsync();
        var kept = after.Single(form => form.ShippedKey == "half-year");
        Assert.Equal((2, 1, App.Clock.Today), (kept.Current!.Number, kept.Current.Content.Sections.Count, kept.RetiredOn));
        Assert.Equal(3, after.Count);
    }

    private static IEnumerable<LocalText> TextsOf(EvaluationForm form) =>
        form.Current!.Content.Sections.SelectMany(section => new[] { section.Title, section.Help })
            .Concat(form.Current.Content.Questions.SelectMany(question => question.Choices.Select(choice => choice.Text).Concat([question.Text, question.Help])))
            .Append(form.Name).OfType<LocalText>();

    private Task<List<EvaluationForm>> FormsAsync() => App.DbAsync(db => db.EvaluationForms.Include(form => form.Editions).ToListAsync());

    private Task<int> LoadAsync() => App.AsNobody().RunAsync((LoadShippedForms use) => use.RunAsync());
}
