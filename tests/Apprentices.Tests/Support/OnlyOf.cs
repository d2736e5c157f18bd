using Apprentices.Domain;

namespace Apprentices.Tests.Support;

/// <summary>Silence about everything else, for tests of one kind of reminder.</summary>
internal static class OnlyOf
{
    /// <summary>Nobody is reminded of anything but that; even the law is silent here, which HR could not have.</summary>
    public static Task RemindOnlyOfAsync(this TestApp app, ReminderSubject subject) => app.ChangeAsync(db =>
    {
        foreach (var topic in ReminderRules.Shipped.Keys.Where(topic => topic.Subject != subject))
        {
            var setting = new ReminderSetting(topic);
            db.Add(setting);
            db.Entry(setting).Property(row => row.IsOff).CurrentValue = true;
        }

        return Task.CompletedTask;
    });
}
