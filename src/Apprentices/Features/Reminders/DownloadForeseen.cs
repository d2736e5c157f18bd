using Apprentices.Features.Reminders.Rules;
using Apprentices.Platform;
using Apprentices.Shared;

namespace Apprentices.Features.Reminders;

/// <summary>What will be told on the days ahead as a file, narrowed as on its page.</summary>
public sealed class DownloadForeseen(CurrentUserAccessor users, ForeseeReminders foresee)
{
    public async Task RunAsync(AheadQuery query, ListOutput output, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SetUp);
        user.Require(Policy.ExportLists);

        var rows = query.Chosen(await foresee.RunAsync(query.Days, cancel: cancel));
        await new ListSheet<ForeseeReminders.Row>(ReminderTexts.AheadSheet)
            .Date(ReminderTexts.ColumnDay, row => row.On)
            .Text(ReminderTexts.ColumnRecipient, row => row.Recipient)
            .YesNo(ReminderTexts.ColumnByMail, row => row.ByMail)
            .Text(ReminderTexts.ColumnWhat, row => ReminderWords.TitleForHr(row.Item))
            .Text(ReminderTexts.ColumnTopic, row => row.Item.Topic.Word())
            .Date(ReminderTexts.ColumnDueOn, row => row.Item.DueOn)
            .Number(ReminderTexts.ColumnStep, row => row.Item.Step)
            .LongText(ReminderTexts.ColumnWhy, row => ReminderWords.Why(row.Item))
            .WriteAsync(rows, output, cancel);
    }
}
