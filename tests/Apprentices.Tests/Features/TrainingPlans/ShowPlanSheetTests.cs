using Apprentices.Domain;
using Apprentices.Features.TrainingPlans;
using Apprentices.Shared;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.TrainingPlans;

public sealed class ShowPlanSheetTests : AppTests
{
    [BothDatabases]
    public async Task Holds_what_the_countys_inspection_asks_for()
    {
        var (mari, siv, tor) = (await Given.PersonAsync(Roles.Apprentice, "Mari Berg"), await Given.InstructorAsync("Siv Åmot"), await Given.TrainingManagerAsync("Tor Eide"));
        var place = await Given.WorkplaceAsync("Brukerstøtte");
        var contract = await Given.ApprenticeshipAsync(mari, instructor: siv, trainingManager: tor, vigoNumber: "V-1");
        var template = await App.TemplateAsync(siv);
        await App.As(siv).RunAsync((StartFromTemplate use) => use.RunAsync(contract.Id, template.Id));
        await App.As(siv).RunAsync((AddPlanTask use) => use.RunAsync(contract.Id, new TaskInput { Title = "Førstehjelp", HalfYear = 4, Responsible = TaskResponsible.Other, ResponsibleName = "Røde Kors", WorkplaceId = place.Id }));
        await App.ChangeAsync(async db =>
        {
            (await db.Goals.SingleAsync(goal => goal.Code == "KM9001")).Word(new OfficialText("utføre en prøve", "nob", "utføre en prøve", null, null));
            (await db.Apprenticeships.Include(a => a.Placements).Include(a => a.Assignments).SingleAsync(a => a.Id == contract.Id)).Place(place.Id, await db.People.SingleAsync(p => p.Id == tor.Id), contract.StartsOn, contract.StartsOn.AddDays(30), App.Clock.Today);
        });

        var sheet = (await SheetAsync(mari))!;

        Assert.Equal(("Eksempeletaten", "Mari Berg", "V-1"), (sheet.Employer, sheet.Apprentice, sheet.VigoNumber));
        Assert.Equal((Given.CurriculumCode, 1, contract.StartsOn, contract.EndsOn), (sheet.CurriculumCode, sheet.CurriculumEdition, sheet.StartsOn, sheet.EndsOn));
        Assert.Equal(("Siv Åmot", "Tor Eide"), (sheet.Names.Instructor, sheet.Names.TrainingManager));
        Assert.Equal(8, sheet.Halves.Sum(half => half.Goals.Count));
        Assert.Equal(TemplateExample.Desk, sheet.Halves[0].Goals[0].Tasks.Single().Terms.Title);
        Assert.Equal("utføre en prøve", sheet.Halves[0].Goals[0].Of.Wording.In(Language.Bokmal).Text);
        Assert.True(sheet.HasOfficialWords);
        var own = Assert.Single(sheet.Halves[3].Others);
        Assert.Equal(("Brukerstøtte", "Røde Kors"), (sheet.Names.Where(own.Terms), sheet.Names.Who(own.Terms)));
        Assert.Equal(new ShowPlanSheet.Place("Brukerstøtte", contract.StartsOn, contract.StartsOn.AddDays(30), "Tor Eide"), Assert.Single(sheet.Placements));
        Assert.Null(sheet.Edition);
    }

    [BothDatabases]
    public async Task Says_which_edition_it_is_as_long_as_nothing_has_changed_since()
    {
        var (mari, siv) = (await Given.PersonAsync(Roles.Apprentice), await Given.InstructorAsync());
        var contract = await Given.ApprenticeshipAsync(mari, instructor: siv);
        await App.As(siv).RunAsync((PutPlanForward use) => use.RunAsync(contract.Id));

        Assert.Equal((1, false), ((await SheetAsync(mari))!.Edition!.Number, (await SheetAsync(mari))!.IsKept));

        await App.As(siv).RunAsync((AddPlanTask use) => use.RunAsync(contract.Id, new TaskInput { Title = "Eget" }));
        Assert.Null((await SheetAsync(mari))!.Edition);
        Assert.True((await SheetAsync(mari, 1)) is { IsKept: true, Edition.Number: 1 });
        Assert.Null(await SheetAsync(mari, 2));
    }

    [BothDatabases]
    public async Task The_plan_and_all_beside_it_need_as_many_statements_for_forty_goals_and_tasks_as_for_four()
    {
        var siv = await Given.InstructorAsync();
        var small = await Given.ApprenticeshipAsync(curriculum: "SMALL-01", goals: 4, instructor: siv);
        var large = await Given.ApprenticeshipAsync(curriculum: "LARGE-01", goals: 40, instructor: siv);
        foreach (var (contract, tasks) in new[] { (small, 1), (large, 40) })
        {
            var template = await App.TemplateAsync(siv, curriculum: contract.CurriculumCode);
            await App.As(siv).RunAsync((StartFromTemplate use) => use.RunAsync(contract.Id, template.Id));
            await App.PublishAsync(template, siv, t => Enumerable.Range(1, tasks).ToList().ForEach(number => t.Add(TemplateExample.Terms($"Oppgave {number}", 1), ["KM9001", "KM9004"])));
            await App.As(siv).RunAsync((PutPlanForward use) => use.RunAsync(contract.Id));
        }

        Dictionary<string, Func<Apprenticeship, Task>> reads = new()
        {
            ["plan"] = contract => App.As(siv).RunAsync((ShowPlan use) => use.RunAsync(contract.Id)),
            ["editions"] = contract => App.As(siv).RunAsync((ListPlanEditions use) => use.RunAsync(contract.Id)),
            ["offer"] = contract => App.As(siv).RunAsync((ShowTemplateOffer use) => use.RunAsync(contract.Id)),
            ["sheet"] = contract => App.As(siv).RunAsync((ShowPlanSheet use) => use.RunAsync(contract.Id)),
            ["templates"] = contract => App.As(siv).RunAsync((ListTemplatesForPlan use) => use.RunAsync(contract.Id)),
        };
        foreach (var (name, read) in reads)
        {
            var few = await App.Sql.CountAsync(() => read(small));
            var many = await App.Sql.CountAsync(() => read(large));
            Assert.Equal((name, few), (name, many));
            Assert.InRange(many, 1, 14);
        }
    }

    private Task<ShowPlanSheet.Sheet?> SheetAsync(Person reader, int? edition = null) => App.As(reader).RunAsync((ShowPlanSheet use) => use.RunAsync(edition: edition));
}
