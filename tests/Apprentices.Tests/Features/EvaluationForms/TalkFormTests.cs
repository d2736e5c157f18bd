using Apprentices.Domain;
using Apprentices.Features.EvaluationForms;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.EvaluationForms;

/// <summary>HR makes, changes and publishes forms; talks keep theirs.</summary>
public sealed partial class TalkFormTests : AppTests
{
    [BothDatabases]
    public async Task A_form_is_made_in_three_languages_and_published()
    {
        var hr = await Given.HrAsync("Nina Dahl");
        var id = await CreateAsync(hr);

        var form = (await ShowAsync(hr, id))!;
        var question = form.Content.Questions.Single();
        Assert.Equal(("hvordan-gar-det", "Korleis går det?", "How is it going?"), (question.Key, question.Text.Nn, question.Text.En));
        Assert.Equal(("hjelp", "Skriv fritt."), (form.Content.Sections[0].Key, question.Help!.Nb));
        Assert.Equal((1, true, 0), (form.Number, form.IsBegun, form.Published));
        Assert.Empty(form.Content.Problems);

        Assert.Equal(1, await PublishAsync(hr, id));

        var published = (await ShowAsync(hr, id))!;
        Assert.Equal((1, "Nina Dahl", 0), (published.Published, published.Editions.Single().PublishedBy, published.Editions.Single().Talks));
        var row = (await App.As(hr).RunAsync((ListTalkForms use) => use.RunAsync())).Rows.Single(one => one.Id == id);
        Assert.Equal((EvaluationKind.Extra, 1, false), (row.TakenBy.Single(), row.Published, row.HasBegun));
    }

    [BothDatabases]
    public async Task What_is_missing_in_a_language_is_counted_and_shown_in_bokmal()
    {
        var hr = await Given.HrAsync();
        var id = await CreateAsync(hr);
        await WriteAsync(hr, id, null, new QuestionInput { TextNb = "Bare bokmål", Section = "hjelp", AnsweredBy = FormParties.Apprentice });

        var form = (await ShowAsync(hr, id))!;
        Assert.Equal("Bare bokmål", Assert.Single(FormLanguages.Missing(form.Content, Language.English)).Nb);
        Assert.Equal("Bare bokmål", form.Content.Find("bare-bokmal")!.Text.In(Language.English));
        Assert.Equal("How is it going?", form.Content.Find("hvordan-gar-det")!.Text.In(Language.English));
    }

    [BothDatabases]
    public async Task A_talk_keeps_the_edition_it_was_held_on_whatever_becomes_of_the_form()
    {
        var hr = await Given.HrAsync();
        var id = await CreateAsync(hr);
        await PublishAsync(hr, id);
        var evaluation = await Given.EvaluationAsync(App.Clock.Today.AddDays(3), instructor: await Given.InstructorAsync());
        await App.ChangeAsync(async db =>
        {
            var edition = await db.EvaluationFormEditions.SingleAsync(one => one.FormId == id);
            var talk = await db.Evaluations.SingleAsync(one => one.Id == evaluation.Id);
            talk.TakeForm(edition);
            talk.Answer(FormParties.Apprentice, "hvordan-gar-det", Guid.Empty).Say("Bra.", null, null, null, null);
        });

        var was = (await ShowAsync(hr, id))!.Content.Find("hvordan-gar-det")!;
        await WriteAsync(hr, id, was.Key, Changed(was, "Hva har du lært?"));
        await PublishAsync(hr, id);
        await App.As(hr).RunAsync((ArrangeForm use) => use.RunAsync(id, new(was.Key), ArrangeForm.Change.Remove));
        await WriteAsync(hr, id, null, new QuestionInput { TextNb = "Hvordan går det?", Section = "hjelp", AnsweredBy = FormParties.Apprentice });
        await PublishAsync(hr, id);

        var kept = await App.DbAsync(db => db.Evaluations.Where(one => one.Id == evaluation.Id).Select(one => one.FormEdition!).SingleAsync());
        Assert.Equal((1, "Hvordan går det?"), (kept.Number, kept.Content.Find("hvordan-gar-det")!.Text.Nb));
        var first = (await App.As(hr).RunAsync((ShowFormEdition use) => use.RunAsync(id, 1)))!;
        Assert.Equal(("Hvordan går det?", false), (first.Content.Questions.Single().Text.Nb, first.IsCurrent));

        // A question of the same words is another one: it takes no answers of the one that is gone.
        var now = (await ShowAsync(hr, id))!;
        Assert.Equal("hvordan-gar-det-2", now.Content.Questions.Single().Key);
        Assert.Equal([0, 0, 1], now.Editions.Select(edition => edition.Talks));
    }

    [BothDatabases]
    public async Task A_published_question_keeps_its_kind_of_answer()
    {
        var hr = await Given.HrAsync();
        var id = await CreateAsync(hr);
        await PublishAsync(hr, id);
        var question = (await ShowAsync(hr, id))!.Content.Questions.Single();
        var input = QuestionInput.Of(question, "hjelp");
        input.Type = QuestionType.Number;

        var refused = await Assert.ThrowsAsync<RuleException>(() => WriteAsync(hr, id, question.Key, input));

        Assert.Equal("«Hvordan går det?» er publisert, så du kan ikke endre hva slags svar det ber om. Lag et nytt spørsmål i stedet.", refused.Message);
        Assert.False((await ShowAsync(hr, id))!.IsBegun);
    }

    [BothDatabases]
    public async Task Of_two_who_change_the_same_question_the_later_is_told_and_nothing_is_overwritten()
    {
        var (nina, hanne) = (await Given.HrAsync(), await Given.HrAsync());
        var id = await CreateAsync(nina);
        var question = (await ShowAsync(nina, id))!.Content.Questions.Single();
        var (hers, theirs) = (Changed(question, "Hennes"), Changed(question, "Deres"));

        await WriteAsync(nina, id, question.Key, hers);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => WriteAsync(hanne, id, question.Key, theirs));

        Assert.Equal("Hennes", (await ShowAsync(nina, id))!.Content.Questions.Single().Text.Nb);
    }

    [BothDatabases]
    public async Task Of_two_who_save_in_the_same_moment_one_is_told()
    {
        var hr = await Given.HrAsync();
        var id = await CreateAsync(hr);
        await App.DbAsync(async db =>
        {
            var form = await db.EvaluationForms.Include(one => one.Editions).SingleAsync(one => one.Id == id);
            await WriteAsync(hr, id, null, new QuestionInput { TextNb = "Først", Section = "hjelp", AnsweredBy = FormParties.Apprentice });

            form.Write(form.Begun!.Content.With("nummer-to", new("Sist", "Sist", "Last"), null));
            db.Entry(form).State = EntityState.Modified;
            return await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => db.SaveChangesAsync());
        });

        Assert.Equal(["hvordan-gar-det", "forst"], (await ShowAsync(hr, id))!.Content.Questions.Select(question => question.Key));
        Assert.Equal(["hjelp"], (await ShowAsync(hr, id))!.Content.Sections.Select(section => section.Key));
    }

    [BothDatabases]
    public async Task What_somebody_else_wrote_after_it_was_shown_is_not_published()
    {
        var hr = await Given.HrAsync();
        var id = await CreateAsync(hr);
        var seen = (await ShowAsync(hr, id))!.Version;
        await WriteAsync(hr, id, null, new QuestionInput { TextNb = "Nytt", Section = "hjelp", AnsweredBy = FormParties.Apprentice });

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => App.As(hr).RunAsync((PublishTalkForm use) => use.RunAsync(id, seen)));

        Assert.Equal(0, (await ShowAsync(hr, id))!.Published);
    }

    [BothDatabases]
    public async Task What_is_begun_can_be_dropped_and_the_same_again_is_not_published()
    {
        var hr = await Given.HrAsync();
        var id = await CreateAsync(hr);
        await Assert.ThrowsAsync<RuleException>(() => DropAsync(hr, id));
        await PublishAsync(hr, id);
        await App.As(hr).RunAsync((WriteFormSection use) => use.RunAsync(id, null, new SectionInput { TitleNb = "Ny del" }));
        Assert.True((await ShowAsync(hr, id))!.Changes!.SectionsDiffer);

        await DropAsync(hr, id);
        Assert.Equal((false, 1), ((await ShowAsync(hr, id))!.IsBegun, (await ShowAsync(hr, id))!.Content.Sections.Count));

        var question = (await ShowAsync(hr, id))!.Content.Questions.Single();
        await WriteAsync(hr, id, question.Key, QuestionInput.Of(question, "hjelp"));
        Assert.Equal("Ingenting er endret siden forrige utgave.", (await Assert.ThrowsAsync<RuleException>(() => PublishAsync(hr, id))).Message);
    }

    [BothDatabases]
    public async Task Of_several_forms_the_one_published_last_is_taken_and_a_retired_one_by_none()
    {
        var hr = await Given.HrAsync();
        App.Clock.Advance(TimeSpan.FromDays(1));
        var id = await CreateAsync(hr);
        Assert.Equal("talk", await TakenAsync());
        await PublishAsync(hr, id);
        Assert.Null(await TakenAsync());

        await RetireAsync(hr, id, true);
        Assert.Equal("talk", await TakenAsync());
        await RetireAsync(hr, id, false);
        Assert.Null(await TakenAsync());
    }

    [BothDatabases]
    public async Task Who_signs_and_in_which_order_is_set_and_a_copy_begins_with_all_of_it()
    {
        var hr = await Given.HrAsync();
        var id = await CreateAsync(hr);
        var signing = SetFormSigning.Input.Of((await ShowAsync(hr, id))!.Content);
        Assert.Equal((1, 1, 2, 0), (signing.Apprentice, signing.Instructor, signing.TrainingManager, signing.Hr));

        (signing.Apprentice, signing.Instructor, signing.TrainingManager) = (3, 2, 0);
        await App.As(hr).RunAsync((SetFormSigning use) => use.RunAsync(id, signing));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => App.As(hr).RunAsync((SetFormSigning use) => use.RunAsync(id, signing)));

        Assert.Equal([FormParties.Instructor, FormParties.Apprentice], (await ShowAsync(hr, id))!.Content.SigningSteps);
        var copy = await App.As(hr).RunAsync((CreateTalkForm use) => use.RunAsync(new() { NameNb = "Kopi", Kinds = [EvaluationKind.Closing], CopyOf = id }));
        var copied = (await ShowAsync(hr, copy))!.Content;
        Assert.Equal([FormParties.Instructor, FormParties.Apprentice], copied.SigningSteps);
        Assert.Equal("hvordan-gar-det", copied.Questions.Single().Key);
    }

    [BothDatabases]
    public async Task Supervisors_read_what_is_published_and_nothing_that_is_begun()
    {
        var (hr, siv) = (await Given.HrAsync(), await Given.InstructorAsync());
        var id = await CreateAsync(hr);
        Assert.Null(await ShowAsync(siv, id));
        await PublishAsync(hr, id);
        await WriteAsync(hr, id, null, new QuestionInput { TextNb = "Ikke ennå", Section = "hjelp", AnsweredBy = FormParties.Apprentice });

        Assert.Equal((1, false, 1), ((await ShowAsync(siv, id))!.Content.Questions.Count(), (await ShowAsync(siv, id))!.MayEdit, (await ShowAsync(siv, id))!.Number));
        Assert.Equal(2, (await ShowAsync(hr, id))!.Content.Questions.Count());
    }
}
