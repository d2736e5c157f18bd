using System.Globalization;
using Apprentices.Domain;

namespace Apprentices.Features.Reminders;

/// <summary>How far ahead one looks, and what is shown of it. It stands in the address and comes back from it.</summary>
/// <param name="Days">So many days from today on.</param>
/// <param name="Person">What is typed of the recipient's or the apprentice's name.</param>
/// <param name="Topic">What it is about.</param>
/// <param name="Rung">Why it is she who is told.</param>
public sealed record AheadQuery(int Days = AheadQuery.UsualDays, string? Person = null, ReminderTopic? Topic = null, ReminderRung? Rung = null)
{
    public const int UsualDays = 90;

    public static readonly int[] Periods = [30, UsualDays, 365];

    /// <summary>Reads what stands in an address; what makes no sense there counts as not being there.</summary>
    public static AheadQuery From(string? days, string? person, string? topic, string? rung) => new(
        int.TryParse(days, CultureInfo.InvariantCulture, out var count) && Periods.Contains(count) ? count : UsualDays,
        string.IsNullOrWhiteSpace(person) ? null : person.Trim(),
        ReminderRules.Shipped.Keys.Cast<ReminderTopic?>().FirstOrDefault(one => one!.Value.Key == topic),
        Enum.TryParse<ReminderRung>(rung, ignoreCase: true, out var why) && Enum.IsDefined(why) ? why : null);

    public string Address()
    {
        (string Name, string? Value)[] all =
        [
            ("days", Days == UsualDays ? null : Days.ToString(CultureInfo.InvariantCulture)), ("person", Person), ("topic", Topic?.Key), ("rung", Rung?.ToString()),
        ];
        var given = all.Where(part => part.Value is not null).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}").ToList();
        return given.Count == 0 ? ReminderLinks.Ahead : $"{ReminderLinks.Ahead}?{string.Join('&', given)}";
    }

    /// <summary>Those of the rows that the choices let through.</summary>
    public IReadOnlyList<ForeseeReminders.Row> Chosen(IReadOnlyList<ForeseeReminders.Row> rows) =>
    [
        .. rows.Where(row => (Topic is null || row.Item.Topic == Topic) && (Rung is null || row.Item.Rung == Rung)
            && (Person is null || Has(row.Recipient) || Has(row.Item.About.FullName))),
    ];

    private bool Has(string? name) => name?.Contains(Person!, StringComparison.CurrentCultureIgnoreCase) == true;
}
