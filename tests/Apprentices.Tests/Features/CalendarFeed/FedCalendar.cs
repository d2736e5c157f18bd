using Apprentices.Domain;
using Apprentices.Features.CalendarFeed;
using Apprentices.Tests.Support;

namespace Apprentices.Tests.Features.CalendarFeed;

/// <summary>Somebody's own calendar, as another's calendar library reads what stands at her address.</summary>
internal static class FedCalendar
{
    /// <summary>A new address for her.</summary>
    /// <returns>The secret in it.</returns>
    public static async Task<string> SecretAsync(this TestApp app, Person person) =>
        (await app.As(person).RunAsync((MakeFeedAddress use) => use.RunAsync())).Split('/')[^1][..^".ics".Length];

    public static async Task<string> FedTextAsync(this TestApp app, Person person)
    {
        var secret = await app.SecretAsync(person);
        return (await app.AsNobody().RunAsync((FetchFeed use) => use.RunAsync(secret)))!.Text!;
    }

    public static async Task<CalendarReader.Calendar> FedAsync(this TestApp app, Person person) => await CalendarReader.ReadAllAsync(await app.FedTextAsync(person));

    /// <summary>What stands in it about one thing.</summary>
    public static IReadOnlyList<CalendarReader.Meeting> About(this CalendarReader.Calendar calendar, Guid id) =>
        [.. calendar.All.Where(one => one.Uid.StartsWith($"{id:N}", StringComparison.Ordinal))];
}
