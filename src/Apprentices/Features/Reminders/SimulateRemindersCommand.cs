using System.Globalization;
using System.Text.Json;
using Apprentices.Platform;

namespace Apprentices.Features.Reminders;

/// <summary><c>simulate-reminders</c>: prints what would be told on the days ahead, as text or as JSON; nothing is written or sent.</summary>
public sealed class SimulateRemindersCommand(ForeseeReminders foresee)
{
    private const int UsualDays = 90;

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Where the answer is written.</summary>
    internal TextWriter Out { get; set; } = Console.Out;

    /// <summary>One line of the answer.</summary>
    public sealed record Line(DateOnly On, string To, bool ByMail, string About, DateOnly DueOn, int DaysAfter, string Rung, string Why);

    /// <returns>An exit code of <see cref="Commands" />.</returns>
    public async Task<int> RunAsync(string[] arguments, CancellationToken cancel = default)
    {
        var json = arguments.Contains("--json");
        var days = (arguments.Where(argument => argument != "--json").ToArray()) switch
        {
            [] => UsualDays,
            ["--days", var number] when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked is >= 1 and <= ForeseeReminders.MostDays => asked,
            _ => 0,
        };
        if (days == 0)
        {
            await Console.Error.WriteLineAsync($"simulate-reminders [--days N] [--json], N from 1 to {ForeseeReminders.MostDays}.");
            return Commands.Misused;
        }

        var lines = (await foresee.RunAsync(days, cancel: cancel)).Select(row => new Line(
            row.On, row.Recipient, row.ByMail, ReminderWords.Title(row.Item, row.Item.About.FullName), row.Item.DueOn, row.Item.Step, row.Item.Rung.ToString(), ReminderWords.Why(row.Item))).ToList();
        if (json)
        {
            Out.WriteLine(JsonSerializer.Serialize(lines, Readable));
            return Commands.Done;
        }

        foreach (var line in lines)
        {
            Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{line.On:yyyy-MM-dd}  {line.To}: {line.About} ({line.DueOn:yyyy-MM-dd}). {line.Why}{(line.ByMail ? "" : " In the inbox alone.")}"));
        }

        Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{lines.Count} reminders in {lines.Where(line => line.ByMail).DistinctBy(line => (line.On, line.To)).Count()} mails within {days} days."));
        return Commands.Done;
    }
}
