using System.Text.Json;
using System.Text.Json.Serialization;
using Apprentices.Domain;

namespace Apprentices.Features.Samples;

/// <summary>
/// The invented employer's plan templates, as SampleTemplates.json tells them: each in a first edition, from which the plans of
/// most apprentices are made, and a second some days old, which they are offered.
/// </summary>
public sealed class SampleTemplates
{
    private const int AgeInMonths = 26;
    private const int DaysSinceSecond = 6;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    private readonly Dictionary<string, PlanTemplate> byCurriculum = [];

    private sealed record Written(string Name, string Curriculum, string Publisher, IReadOnlyList<string> Notes, IReadOnlyList<WrittenTask> Tasks);

    /// <param name="MethodBefore">How it was learnt by the first edition, where the second says otherwise.</param>
    /// <param name="Edition">The edition it came with; the first unless named.</param>
    private sealed record WrittenTask(
        string Title, TaskKind Kind, int HalfYear, int? FromWeek, int? ToWeek, string? Workplace, TaskResponsible Responsible, string? ResponsibleName,
        string? Method, string? MethodBefore, string? Documentation, int? Edition, IReadOnlyList<string> Goals);

    public IReadOnlyCollection<PlanTemplate> All => byCurriculum.Values;

    public static SampleTemplates Publish(
        IReadOnlyDictionary<string, Person> people, IReadOnlyDictionary<string, Workplace> workplaces, IReadOnlyDictionary<string, Curriculum> curricula, DateOnly today)
    {
        using var file = typeof(SampleTemplates).Assembly.GetManifestResourceStream("Apprentices.Features.Samples.SampleTemplates.json")!;
        var templates = new SampleTemplates();
        foreach (var written in JsonSerializer.Deserialize<List<Written>>(file, Json)!)
        {
            var template = PlanTemplate.Create(written.Name, curricula[written.Curriculum]);
            List<(WrittenTask Written, TemplateTask Task)> revised = [];
            foreach (var one in written.Tasks.Where(task => task.Edition is null))
            {
                var terms = TermsOf(one, workplaces);
                revised.Add((one, template.Add(terms with { Method = one.MethodBefore ?? terms.Method }, one.Goals)));
            }

            template.Publish(written.Notes[0], people[written.Publisher].Id, SampleRecord.NextWeekday(today.AddMonths(-AgeInMonths)));
            revised.ForEach(pair => pair.Task.Change(TermsOf(pair.Written, workplaces), pair.Written.Goals));
            foreach (var one in written.Tasks.Where(task => task.Edition is not null))
            {
                template.Add(TermsOf(one, workplaces), one.Goals);
            }

            template.Publish(written.Notes[1], people[written.Publisher].Id, today.AddDays(-DaysSinceSecond));
            templates.byCurriculum.Add(written.Curriculum, template);
        }

        return templates;
    }

    /// <summary>Makes a plan from the template of its trade: the latest edition for who is new, the first for the others; some have been adapted.</summary>
    public void Follow(Apprenticeship apprenticeship, int halfYear, int number)
    {
        if (!byCurriculum.TryGetValue(apprenticeship.CurriculumCode, out var template))
        {
            return;
        }

        apprenticeship.Follow(template, template.Editions[halfYear > 1 ? 0 : ^1]);
        if (number % 3 == 1)
        {
            Adapt(apprenticeship);
        }
    }

    /// <summary>A task is learnt where she is in place of where the template says, and one of her own comes beside.</summary>
    private static void Adapt(Apprenticeship apprenticeship)
    {
        var task = apprenticeship.Tasks[1];
        apprenticeship.ChangeTask(task, task.Terms with { WorkplaceId = apprenticeship.WorkplaceId, Method = "To dager i uken hos oss" }, task.State.GoalCodes);
        apprenticeship.AddTask(
            new TaskTerms("Hospitere en uke hos en annen virksomhet", TaskKind.Task, apprenticeship.HalfYears.Count) { Responsible = TaskResponsible.TrainingManager },
            apprenticeship.Plan.OrderBy(goal => goal.Order).Take(1).Select(goal => goal.Code));
    }

    private static TaskTerms TermsOf(WrittenTask task, IReadOnlyDictionary<string, Workplace> workplaces) => new(task.Title, task.Kind, task.HalfYear)
    {
        FromWeek = task.FromWeek,
        ToWeek = task.ToWeek,
        WorkplaceId = task.Workplace is null ? null : workplaces[task.Workplace].Id,
        Responsible = task.Responsible,
        ResponsibleName = task.ResponsibleName,
        Method = task.Method,
        Documentation = task.Documentation,
    };
}
