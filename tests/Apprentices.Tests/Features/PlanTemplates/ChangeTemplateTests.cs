using Apprentices.Domain;
using Apprentices.Features.PlanTemplates;
using Apprentices.Platform;
using Apprentices.Shared;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.PlanTemplates;

public sealed class ChangeTemplateTests : AppTests
{
    [BothDatabases]
    public async Task Tasks_with_goals_take_a_template_from_gaps_to_full()
    {
        var siv = await Given.InstructorAsync();
        await Given.CurriculumAsync(goals: 3);
        var place = await Given.WorkplaceAsync();
        var id = await App.As(siv).RunAsync((CreateTemplate use) => use.RunAsync(new CreateTemplate.Input { Name = " IT-drift hos oss ", CurriculumCode = Given.CurriculumCode }));
        Assert.Equal(["KM9001", "KM9002", "KM9003"], (await ShowAsync(siv, id)).Coverage.Gaps.Select(goal => goal.Code));

        await AddAsync(siv, id, new TaskInput { Title = "Brukerstøtte", WorkplaceId = place.Id, GoalCodes = ["KM9002", "KM9001"], FromWeek = 2, ToWeek = 9 });
        Assert.Equal(["KM9003"], (await ShowAsync(siv, id)).Coverage.Gaps.Select(goal => goal.Code));

        await AddAsync(siv, id, new TaskInput { Title = "Kurs", Kind = TaskKind.Course, HalfYear = 2, GoalCodes = ["KM9003"] });
        var template = await ShowAsync(siv, id);
        Assert.True(template.Coverage.IsFull);
        Assert.True(template.Coverage.Goals[2].IsOnlyByCourse);
        Assert.Equal("IT-drift hos oss", template.Name);
        var task = template.Rows[0].Task;
        Assert.Equal((place.Id, 2, 9), (task.Terms.WorkplaceId, task.Terms.FromWeek, task.Terms.ToWeek));
        Assert.Equal(["KM9001", "KM9002"], task.GoalCodes);
    }

    [BothDatabases]
    public async Task The_later_of_two_who_change_the_same_task_is_refused_and_overwrites_nothing()
    {
        var (siv, tor) = (await Given.InstructorAsync(), await Given.TrainingManagerAsync());
        var task = (await Given.TemplateAsync()).Tasks[0];
        await ChangeAsync(siv, task, new TaskInput { Title = "Sivs navn" });

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => ChangeAsync(tor, task, new TaskInput { Title = "Tors navn" }));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => App.As(tor).RunAsync((RemoveTemplateTask use) => use.RunAsync(task.Id, version: 0)));

        Assert.Equal("Sivs navn", await App.DbAsync(db => db.TemplateTasks.Where(row => row.Id == task.Id).Select(row => row.Terms.Title).SingleAsync()));
    }

    [BothDatabases]
    public async Task The_later_of_two_who_rename_or_retire_a_template_is_refused()
    {
        var (siv, hr) = (await Given.InstructorAsync(), await Given.HrAsync());
        var template = await Given.TemplateAsync();
        await App.As(siv).RunAsync((RenameTemplate use) => use.RunAsync(new RenameTemplate.Input { Id = template.Id, Name = "Sivs" }));

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => App.As(hr).RunAsync((RenameTemplate use) => use.RunAsync(new RenameTemplate.Input { Id = template.Id, Name = "Ninas" })));
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => App.As(hr).RunAsync((RetireTemplate use) => use.RunAsync(template.Id, version: 0, retired: true)));

        var now = await ShowAsync(hr, template.Id);
        Assert.Equal(("Sivs", null), (now.Name, now.RetiredOn));
    }

    [BothDatabases]
    public async Task A_retired_template_comes_back_into_use()
    {
        var hr = await Given.HrAsync();
        var template = await Given.TemplateAsync(publisher: hr);

        await App.As(hr).RunAsync((RetireTemplate use) => use.RunAsync(template.Id, version: 0, retired: true));
        Assert.Equal(App.Clock.Today, (await ShowAsync(hr, template.Id)).RetiredOn);

        await App.As(hr).RunAsync((RetireTemplate use) => use.RunAsync(template.Id, version: 1, retired: false));
        Assert.Null((await ShowAsync(hr, template.Id)).RetiredOn);
    }

    [BothDatabases]
    public async Task Goals_of_another_curriculum_and_workplaces_that_do_not_exist_are_refused()
    {
        var siv = await Given.InstructorAsync();
        var template = await Given.TemplateAsync();

        await Assert.ThrowsAsync<RuleException>(() => AddAsync(siv, template.Id, new TaskInput { Title = "Ny", GoalCodes = ["KM1"] }));
        await Assert.ThrowsAsync<RuleException>(() => ChangeAsync(siv, template.Tasks[0], new TaskInput { Title = "Ny", WorkplaceId = Guid.CreateVersion7() }));

        Assert.Equal(2, (await ShowAsync(siv, template.Id)).Rows.Count);
    }

    [BothDatabases]
    public async Task A_copy_has_the_same_tasks_and_lives_on_its_own()
    {
        var siv = await Given.InstructorAsync();
        var source = await Given.TemplateAsync(publisher: siv);
        await Given.CurriculumAsync("TEST02-01");

        var id = await App.As(siv).RunAsync((CreateTemplate use) => use.RunAsync(new CreateTemplate.Input { Name = "Kopi", CurriculumCode = Given.CurriculumCode, CopyOf = source.Id }));
        await ChangeAsync(siv, source.Tasks[0], new TaskInput { Title = "Bare i den første" });

        var copy = await ShowAsync(siv, id);
        Assert.Equal(source.State.Select(task => task.Terms), copy.State.Select(task => task.Terms));
        Assert.Empty(copy.State.Select(task => task.Key).Intersect(source.State.Select(task => task.Key)));
        Assert.Equal(0, copy.Published);
        await Assert.ThrowsAsync<RuleException>(() => App.As(siv).RunAsync((CreateTemplate use) =>
            use.RunAsync(new CreateTemplate.Input { Name = "Kopi", CurriculumCode = "TEST02-01", CopyOf = source.Id })));
    }

    [BothDatabases]
    public async Task An_apprentice_and_an_administrator_see_no_templates()
    {
        var template = await Given.TemplateAsync(publisher: await Given.HrAsync());
        foreach (var person in new[] { await Given.PersonAsync(Roles.Apprentice), await Given.AdministratorAsync() })
        {
            await Assert.ThrowsAsync<NotAllowedException>(() => App.As(person).RunAsync((ListTemplates use) => use.RunAsync()));
            await Assert.ThrowsAsync<NotAllowedException>(() => ShowAsync(person, template.Id));
            await Assert.ThrowsAsync<NotAllowedException>(() => AddAsync(person, template.Id, new TaskInput { Title = "Min" }));
        }
    }

    private async Task<ShowTemplate.Template> ShowAsync(Person person, Guid id) => (await App.As(person).RunAsync((ShowTemplate use) => use.RunAsync(id)))!;

    private Task<Guid> AddAsync(Person person, Guid template, TaskInput input) => App.As(person).RunAsync((AddTemplateTask use) => use.RunAsync(template, input));

    private Task ChangeAsync(Person person, TemplateTask task, TaskInput input) => App.As(person).RunAsync((ChangeTemplateTask use) => use.RunAsync(task.Id, input));
}
