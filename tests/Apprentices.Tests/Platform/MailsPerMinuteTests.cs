using System.Data.Common;
using Apprentices.Features.Evaluations.Meeting;
using Apprentices.Features.Reminders;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Apprentices.Tests.Platform;

/// <summary>How many messages go out in a minute, where no more than four may.</summary>
public sealed class MailsPerMinuteTests : AppTests
{
    private readonly Unmarkable unmarkable = new();

    protected override IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?> { ["Mail:PerMinute"] = "4" };

    protected override IReadOnlyList<string> MailServerArguments => [];

    protected override Action<IServiceCollection> Register => services => services.AddSingleton<IInterceptor>(unmarkable);

    [BothDatabases]
    public async Task No_more_go_out_in_a_minute_than_the_settings_say()
    {
        await DueTalkAsync();
        await DueTalkAsync();

        Assert.Equal(4, await SendRemindersAsync());
        Assert.Equal(0, await SendRemindersAsync());
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, await SendRemindersAsync());
    }

    /// <summary>With each reminder that goes out, the job that sends invitations to talks tries to.</summary>
    [BothDatabases]
    public async Task Two_jobs_that_send_at_once_keep_to_the_minute_together()
    {
        await DueTalkAsync();
        await DueTalkAsync();
        await InviteToTalkAsync();
        var beside = 0;

        Assert.Equal(4, await SendRemindersAsync(async () => beside += await SendTalkMailsAsync()));
        Assert.Equal(0, beside);
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((3, 1), (await SendTalkMailsAsync(), await SendRemindersAsync()));
    }

    [BothDatabases]
    public async Task What_a_run_that_broke_off_had_in_hand_counts_no_more()
    {
        await DueTalkAsync();
        await InviteToTalkAsync();

        await Assert.ThrowsAsync<KilledException>(() => SendRemindersAsync(() => throw new KilledException()));

        Assert.Equal(3, await SendTalkMailsAsync());
    }

    [BothDatabases]
    public async Task What_could_not_be_marked_as_sent_counts_no_more_either()
    {
        await DueTalkAsync();
        await InviteToTalkAsync();

        unmarkable.IsOn = true;
        await Assert.ThrowsAsync<KilledException>(() => SendRemindersAsync());

        Assert.Equal(3, await SendTalkMailsAsync());
    }

    /// <summary>Three reminders of one talk.</summary>
    private async Task DueTalkAsync()
    {
        await Given.EvaluationAsync(App.Clock.Today, instructor: await Given.InstructorAsync(), trainingManager: await Given.TrainingManagerAsync());
        await App.AsNobody().RunAsync((QueueReminders use) => use.RunAsync());
    }

    /// <summary>Three invitations to one talk.</summary>
    private async Task InviteToTalkAsync()
    {
        var instructor = await Given.InstructorAsync();
        var talk = await Given.EvaluationAsync(App.Clock.Today.AddDays(60), instructor: instructor, trainingManager: await Given.TrainingManagerAsync());
        var version = await App.DbAsync(db => db.Evaluations.Where(e => e.Id == talk.Id).Select(e => e.Version).SingleAsync());
        await App.As(instructor).RunAsync((PlanTalk use) => use.RunAsync(talk.Id, new PlanTalk.Input { PlannedOn = App.Clock.Today.AddDays(30), Version = version }));
    }

    private Task<int> SendTalkMailsAsync() => App.AsNobody().RunAsync((SendTalkMails use) => use.RunAsync());

    private Task<int> SendRemindersAsync(Func<Task>? afterEach = null) => App.AsNobody().RunAsync(async (IServiceProvider services) =>
    {
        using var mailer = new SmtpMailer(services.GetRequiredService<IOptions<MailSettings>>(), App.Clock);
        return await ActivatorUtilities.CreateInstance<SendQueuedReminders>(services, new AfterSending(mailer, afterEach)).RunAsync();
    });

    /// <summary>Where it is on, no reminder can be marked as sent.</summary>
    private sealed class Unmarkable : DbCommandInterceptor
    {
        public bool IsOn { get; set; }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
            IsOn && command.CommandText.StartsWith("UPDATE \"ReminderMails\" SET \"SentAt\"", StringComparison.Ordinal)
                ? throw new KilledException()
                : ValueTask.FromResult(result);
    }

    /// <summary>Sends, and something happens after each.</summary>
    private sealed class AfterSending(SmtpMailer inner, Func<Task>? then) : IMailer
    {
        public bool IsOn => true;

        public async Task SendAsync(Mail mail, CancellationToken cancel)
        {
            await inner.SendAsync(mail, cancel);
            await (then?.Invoke() ?? Task.CompletedTask);
        }
    }
}
