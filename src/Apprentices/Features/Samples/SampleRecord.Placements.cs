using Apprentices.Domain;

namespace Apprentices.Features.Samples;

/// <content>Where an apprentice of the demo is planned to be.</content>
public sealed partial class SampleRecord
{
    /// <summary>Plans her periods. The one that begins next Monday is to be handed over now.</summary>
    public void Place(
        Apprenticeship apprenticeship, IReadOnlyList<SampleEmployer.Stay> stays, Dictionary<string, Person> people, Dictionary<string, Workplace> workplaces)
    {
        var monday = today.AddDays(7 - (((int)today.DayOfWeek + 6) % 7));
        foreach (var stay in stays)
        {
            var first = stay.FromWeek is { } week ? monday.AddDays(7 * week) : apprenticeship.StartsOn;
            var last = monday.AddDays((7 * stay.ToWeek) - 1);
            var placement = apprenticeship.Place(
                workplaces[stay.Workplace].Id, stay.Instructor is null ? null : people[stay.Instructor], first, last < apprenticeship.EndsOn ? last : apprenticeship.EndsOn, today);
            placement.WriteHandOver(stay.OpenActions, stay.AgreedAdjustments);
        }
    }
}
