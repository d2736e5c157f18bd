using System.Text.Json;
using System.Text.Json.Serialization;
using Apprentices.Domain;

namespace Apprentices.Features.Samples;

/// <summary>
/// The invented employer of the demo, as Samples.json tells it: people, workplaces, apprentices and what they write. Nobody in
/// it exists; addresses end in example.no and numbers are of the kind kept for fiction.
/// </summary>
public sealed record SampleEmployer(
    IReadOnlyList<string> Workplaces,
    IReadOnlyList<SampleEmployer.Somebody> People,
    IReadOnlyList<SampleEmployer.Trainee> Apprentices,
    IReadOnlyList<string> GivenNames,
    IReadOnlyList<string> FamilyNames,
    IReadOnlyDictionary<string, IReadOnlyList<SampleEmployer.Words>> Log,
    IReadOnlyList<SampleEmployer.Words> Talks,
    IReadOnlyList<SampleEmployer.Words> Notes,
    IReadOnlyList<SampleEmployer.Words> NotesOnTheWay,
    IReadOnlyList<SampleEmployer.Words> Returns,
    IReadOnlyDictionary<string, IReadOnlyList<SampleEmployer.Words>> Answers,
    IReadOnlyList<SampleEmployer.Words> OwnComments,
    IReadOnlyList<SampleEmployer.Words> SupervisorComments)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Somebody with a task: HR, administrator, training manager, instructor.</summary>
    public sealed record Somebody(string Name, Roles Roles, string? Phone, Language Language)
    {
        public Person ToPerson() => Enter(Name, EmailOf(Name), Language, Roles, Phone);
    }

    /// <summary>
    /// An apprentice by where she stands today: the number of her half-year and the days left of it. A contract from long ago
    /// has a fixed first day in place of that.
    /// </summary>
    public sealed record Trainee(
        string Name, string? Email, Language Language, string? Phone, string Curriculum, ContractKind Kind, ContractVariant Variant, string County,
        string Workplace, int Months, int HalfYear, int DaysLeft, DateOnly? StartsOn, string Manager, string Instructor, string Hr,
        SampleRecord.Course Course, BreakNow? Break, IReadOnlyList<Stay>? Stays = null)
    {
        public Person ToPerson() => Enter(Name, Email ?? EmailOf(Name), Language, Roles.Apprentice, Phone);

        /// <summary>The first day of a training that stands so today, a working day.</summary>
        public DateOnly FirstDay(DateOnly today) => StartsOn ?? SampleRecord.NextWeekday(today.AddDays(DaysLeft + 1).AddMonths(-6 * HalfYear));
    }

    /// <summary>A break that lasts today.</summary>
    public sealed record BreakNow(int BegunDaysAgo, int LastsDays);

    /// <summary>A planned period at a workplace, in weeks from next Monday; the first one begins with the training. Without an instructor hers stays.</summary>
    public sealed record Stay(string Workplace, string? Instructor, int? FromWeek, int ToWeek, string? OpenActions, string? AgreedAdjustments);

    /// <summary>A text, for which goals and in which language it is written.</summary>
    public sealed record Words(string Text, Language Language, IReadOnlyList<string>? Goals);

    public static SampleEmployer Read()
    {
        using var file = typeof(SampleEmployer).Assembly.GetManifestResourceStream("Apprentices.Features.Samples.Samples.json")!;
        return JsonSerializer.Deserialize<SampleEmployer>(file, Json)!;
    }

    /// <summary>The first of the people with a role, entered.</summary>
    public Person FirstOf(Roles role) => People.First(person => person.Roles.HasFlag(role)).ToPerson();

    /// <summary>"Siv Åmot" writes to and from siv.amot@example.no.</summary>
    public static string EmailOf(string name, string suffix = "") =>
        $"{SortKey.Plain(name).Replace("æ", "ae", StringComparison.Ordinal).Replace('ø', 'o').Replace('å', 'a').Replace(' ', '.')}{suffix}@example.no";

    public static Person Enter(string name, string email, Language language, Roles roles, string? phone)
    {
        var split = name.LastIndexOf(' ');
        var person = Person.Enter(name[..split], name[(split + 1)..], email, language, roles);
        person.Reach(phone);
        return person;
    }
}
