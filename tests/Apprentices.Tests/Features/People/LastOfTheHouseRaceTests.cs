using System.Data.Common;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.People;
using Apprentices.Features.Units;
using Apprentices.Platform;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Features.People;

/// <summary>Two at once. On PostgreSQL neither is done before both have looked who is left; SQLite lets one begin when the other is done.</summary>
public sealed class LastOfTheHouseRaceTests : AppTests
{
    protected override Action<IServiceCollection> Register => services => services.AddSingleton<IInterceptor, MeetBeforeTheEnd>();

    [BothDatabases]
    public async Task Of_two_who_take_each_other_away_at_once_one_remains_whatever_each_does()
    {
        await App.DbAsync(db => db.People.ExecuteUpdateAsync(row => row.SetProperty(person => person.DeactivatedAt, App.Clock.GetUtcNow())));
        var admin = await Given.AdministratorAsync();
        Func<Person, Person, Task>
            end = (by, who) => App.As(by).RunAsync((DeactivatePerson use) => use.RunAsync(who.Id)),
            take = (_, who) => App.As(admin).RunAsync((TakeRole use) => use.RunAsync(who.Id, Roles.Hr)),
            limit = (_, who) => LimitAsync(admin, who),
            merge = async (by, who) => await App.As(by).RunAsync(async (MergePeople use) => await use.RunAsync(new() { Kept = new() { Id = who.Id }, Gone = new() { Id = await TwinAsync(who) } }));
        foreach (var (first, second) in new[] { (end, end), (take, take), (limit, limit), (end, limit), (take, limit), (merge, limit) })
        {
            var (one, other) = (await Given.HrAsync(), await Given.HrAsync());
            foreach (var person in new[] { one, other })
            {
                await LimitAsync(admin, await Given.HrAsync($"Dobbel {person.Id:N}"));
            }

            TaskCompletionSource oneLooked = new(TaskCreationOptions.RunContinuationsAsynchronously), otherLooked = new(TaskCreationOptions.RunContinuationsAsynchronously);
            var done = await Task.WhenAll(
                DoneAsync(() => first(other, one), oneLooked, otherLooked.Task), DoneAsync(() => second(one, other), otherLooked, oneLooked.Task));

            Assert.Single(done, isDone => isDone);
            var left = await App.DbAsync(db => db.People
                .Where(person => person.Roles == Roles.Hr && person.DeactivatedAt == null && !db.HrLimits.Any(limited => limited.PersonId == person.Id)).ToListAsync());
            Assert.Equal((done[0] ? other : one).Id, Assert.Single(left).Id);
            await App.ChangeAsync(async db => (await db.People.SingleAsync(person => person.Id == left[0].Id)).Deactivate(App.Clock.GetUtcNow()));
        }
    }

    /// <summary>The one of units alone who turns out to be the same person.</summary>
    private Task<Guid> TwinAsync(Person person) =>
        App.DbAsync(db => db.People.Where(one => one.FamilyName == $"{person.Id:N}").Select(one => one.Id).SingleAsync());

    private Task LimitAsync(Person by, Person who) => App.As(by).RunAsync((LimitHr use) => use.RunAsync(who.Id, new LimitHr.Input { IsLimited = true }));

    /// <returns>Whether it was done.</returns>
    private static async Task<bool> DoneAsync(Func<Task> act, TaskCompletionSource looked, Task otherLooked)
    {
        MeetBeforeTheEnd.Here.Value = (looked, otherLooked);
        try
        {
            await act();
            return true;
        }
        catch (Exception lost) when (lost is RuleException or NotAllowedException or NotThereException || LostRace.Caused(lost))
        {
            return false;
        }
        finally
        {
            looked.TrySetResult();
        }
    }

    /// <summary>Holds what somebody is about to have saved until the other is as far, or has given up.</summary>
    private sealed class MeetBeforeTheEnd : DbTransactionInterceptor
    {
        public static AsyncLocal<(TaskCompletionSource Looked, Task OtherLooked)?> Here { get; } = new();

        public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            if (Here.Value is var (looked, otherLooked) && eventData.Context!.Database.IsNpgsql())
            {
                looked.TrySetResult();
                await otherLooked;
            }

            return result;
        }
    }
}
