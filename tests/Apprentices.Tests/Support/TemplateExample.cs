using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Support;

/// <summary>A template with two tasks, and what becomes of it; the goals are those of <see cref="Given.CurriculumAsync"/>.</summary>
internal static class TemplateExample
{
    public const string Desk = "Betjene brukerstøtten";
    public const string Servers = "Drifte servere";

    /// <summary>Published once: the desk in the first half-year for goals 1 and 2, the servers in the second for goal 3.</summary>
    public static async Task<PlanTemplate> TemplateAsync(this TestApp app, Person by, string name = "IT-drift", string curriculum = Given.CurriculumCode, bool published = true)
    {
        await app.Given.CurriculumAsync(curriculum);
        return await app.DbAsync(async db =>
        {
            var template = PlanTemplate.Create(name, await db.Curricula.SingleAsync(c => c.Code == curriculum));
            template.Add(Terms(Desk, 1), ["KM9001", "KM9002"]);
            template.Add(Terms(Servers, 2), ["KM9003"]);
            if (published)
            {
                template.Publish(null, by.Id, app.Clock.Today);
            }

            db.Add(template);
            await db.SaveChangesAsync();
            return template;
        });
    }

    /// <summary>Changes the template and publishes it again.</summary>
    public static Task PublishAsync(this TestApp app, PlanTemplate template, Person by, Action<PlanTemplate> change, string? note = null) => app.ChangeAsync(async db =>
    {
        var row = await db.PlanTemplates.Include(t => t.Tasks).Include(t => t.Editions).SingleAsync(t => t.Id == template.Id);
        change(row);
        row.Publish(note, by.Id, app.Clock.Today);
    });

    public static TemplateTask Task(this PlanTemplate template, string title) => template.Tasks.Single(task => task.Terms.Title == title);

    public static TaskTerms Terms(string title, int halfYear) => new(title, TaskKind.Task, halfYear) { Method = "Sammen med en kollega" };

    /// <summary>The tasks of a plan as they are in the database, in order.</summary>
    public static Task<List<PlannedTask>> TasksAsync(this TestApp app, Apprenticeship contract) => app.DbAsync(db => db.PlannedTasks
        .Include(task => task.Goals).Where(task => task.ApprenticeshipId == contract.Id).OrderBy(task => task.Order).ToListAsync());
}
