using Apprentices.Domain;
using Apprentices.Features.PlanTemplates;
using Apprentices.Shared;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.PlanTemplates;

public sealed class PublishTemplateTests : AppTests
{
    [BothDatabases]
    public async Task Makes_an_edition_that_never_changes_whatever_becomes_of_the_template()
    {
        var siv = await Given.InstructorAsync("Siv Åmot");
        var template = await Given.TemplateAsync();
        var (first, course) = (template.Tasks[0], template.Tasks[1]);
        Assert.Equal(1, await PublishAsync(siv, template, "Slik begynner vi"));

        await App.As(siv).RunAsync((ChangeTemplateTask use) => use.RunAsync(first.Id, new TaskInput { Title = "Et annet navn", HalfYear = 3, GoalCodes = ["KM9004"] }));
        await App.As(siv).RunAsync((RemoveTemplateTask use) => use.RunAsync(course.Id, 0));
        await App.As(siv).RunAsync((RenameTemplate use) => use.RunAsync(new RenameTemplate.Input { Id = template.Id, Name = "Ny mal", Version = 1 }));
        Assert.Equal(2, await PublishAsync(siv, template, null));

        var edition = (await App.As(siv).RunAsync((ShowTemplateEdition use) => use.RunAsync(template.Id, 1)))!;
        Assert.Equal([first.State, course.State], edition.Tasks);
        Assert.Equal(("Slik begynner vi", "Siv Åmot", App.Clock.Today), (edition.Note, edition.PublishedBy, edition.PublishedOn));
        var later = (await App.As(siv).RunAsync((ShowTemplateEdition use) => use.RunAsync(template.Id, 2)))!;
        Assert.Equal([TaskDifferenceKind.Changed, TaskDifferenceKind.Removed], later.Changes!.Differences.Select(difference => difference.Kind));
        Assert.Null(await App.As(siv).RunAsync((ShowTemplateEdition use) => use.RunAsync(template.Id, 3)));
    }

    [BothDatabases]
    public async Task Nothing_to_publish_is_refused()
    {
        var hr = await Given.HrAsync();
        var template = await Given.TemplateAsync(publisher: hr);

        Assert.True((await ShowAsync(hr, template)).Changes.IsEmpty);
        var refused = await Assert.ThrowsAsync<RuleException>(() => PublishAsync(hr, template, null));

        Assert.Equal("Ingenting er endret siden forrige utgave.", refused.Message);
        Assert.Equal(1, await App.DbAsync(db => db.TemplateEditions.CountAsync()));
    }

    [BothDatabases]
    public async Task A_template_without_tasks_is_not_published()
    {
        var hr = await Given.HrAsync();
        await Given.CurriculumAsync();
        var id = await App.As(hr).RunAsync((CreateTemplate use) => use.RunAsync(new CreateTemplate.Input { Name = "Tom", CurriculumCode = Given.CurriculumCode }));

        await Assert.ThrowsAsync<RuleException>(() => App.As(hr).RunAsync((PublishTemplate use) => use.RunAsync(new PublishTemplate.Input { Id = id })));
    }

    [BothDatabases]
    public async Task What_somebody_else_changed_after_it_was_shown_is_not_published()
    {
        var (siv, tor) = (await Given.InstructorAsync(), await Given.TrainingManagerAsync());
        var template = await Given.TemplateAsync();
        var seen = (await ShowAsync(siv, template)).State;

        await App.As(tor).RunAsync((AddTemplateTask use) => use.RunAsync(template.Id, new TaskInput { Title = "Enda en" }));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() =>
            App.As(siv).RunAsync((PublishTemplate use) => use.RunAsync(new PublishTemplate.Input { Id = template.Id, Seen = seen })));

        Assert.Equal(0, await App.DbAsync(db => db.TemplateEditions.CountAsync()));
    }

    [BothDatabases]
    public async Task Another_order_is_something_to_publish()
    {
        var hr = await Given.HrAsync();
        var template = await Given.TemplateAsync(publisher: hr);
        var added = await App.As(hr).RunAsync((AddTemplateTask use) => use.RunAsync(template.Id, new TaskInput { Title = "Sist i første halvår" }));
        await PublishAsync(hr, template, null);

        Assert.True(await App.As(hr).RunAsync((MoveTemplateTask use) => use.RunAsync(template.Id, added, earlier: true)));
        Assert.False(await App.As(hr).RunAsync((MoveTemplateTask use) => use.RunAsync(template.Id, added, earlier: true)));

        var shown = await ShowAsync(hr, template);
        Assert.Equal(["Sist i første halvår", "Betjene brukerstøtten", "Kurs i sikkerhet"], shown.Rows.Select(row => row.Task.Terms.Title));
        Assert.True(shown.Changes.IsReordered);
        Assert.Equal(3, await PublishAsync(hr, template, null));
    }

    private async Task<ShowTemplate.Template> ShowAsync(Person person, PlanTemplate template) =>
        (await App.As(person).RunAsync((ShowTemplate use) => use.RunAsync(template.Id)))!;

    private async Task<int> PublishAsync(Person person, PlanTemplate template, string? note)
    {
        var seen = (await ShowAsync(person, template)).State;
        return await App.As(person).RunAsync((PublishTemplate use) => use.RunAsync(new PublishTemplate.Input { Id = template.Id, Note = note, Seen = seen }));
    }
}
