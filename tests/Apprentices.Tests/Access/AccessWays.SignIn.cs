using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Account;
using Apprentices.Features.People;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Access;

/// <content>Who comes in, as what, and where somebody is signed in.</content>
internal static partial class AccessWays
{
    private static readonly Page All25 = new(0, 25);

    private static IEnumerable<Way> OfSignIn() =>
    [
        Read<ListRoles>(async (use, at) => (await use.RunAsync(at.Apprenticeship.Person.FamilyName, Roles.None, All25)).Rows.Any(row => row.Id == Her(at))),
        Read<ReadAccess>(async (use, at) => await use.RunAsync(Her(at))),
        Read<ReadAccess>(async (use, at) => await AccountAsync(at, Her(at)) is var id && (await use.RunAsync(Her(at))).Accounts.Any(account => account.Id == id), "her account"),
        Read<ReadAccess>(async (use, at) => await OfHrAsync(at) is var hr && await AccountAsync(at, hr) is var id && (await use.RunAsync(hr)).Accounts.Any(account => account.Id == id), "HR's account"),
        Do<GiveRole>((use, at) => use.RunAsync(Her(at), Roles.Instructor)),
        Do<GiveRole>((use, at, me) => use.RunAsync(me?.Id ?? Her(at), Roles.Hr), "to oneself"),
        Do<TakeRole>((use, at) => use.RunAsync(Her(at), Roles.Apprentice)),
        Do<TakeRole>((use, at) => use.RunAsync(at[Seat.Administrator]!.Id, Roles.Administrator), "the last administrator's"),
        Do<DeactivatePerson>((use, at) => use.RunAsync(Her(at))),
        Do<DeactivatePerson>((use, at) => use.RunAsync(at[Seat.Administrator]!.Id), "the last administrator"),
        Do<ReactivatePerson>((use, at) => use.RunAsync(Her(at))),
        Read<InvitePerson>(async (use, at) => await use.RunAsync(Her(at))),
        Read<InvitePerson>(async (use, at) => await use.RunAsync(await OfHrAsync(at)), "of HR"),
        Do<InvitePerson>((use, at) => use.MailAsync(Her(at)), "without mail"),
        Read<ListWaitingAccounts>(async (use, at) => await AccountAsync(at, Her(at)) is var id && (await use.RunAsync(All25)).Rows.Any(row => row.Id == id)),
        Read<ListWaitingAccounts>(async (use, at) => await AccountAsync(at, await OfHrAsync(at)) is var id && (await use.RunAsync(All25)).Rows.Any(row => row.Id == id), "HR's"),
        Do<ConfirmAccount>(async (use, at) => await use.RunAsync(await AccountAsync(at, Her(at)))),
        Do<ConfirmAccount>(async (use, at) => await use.RunAsync(await AccountAsync(at, await OfHrAsync(at))), "HR's"),
        Do<RefuseAccount>(async (use, at) => await use.RunAsync(await AccountAsync(at, Her(at)))),
        Do<RefuseAccount>(async (use, at) => await use.RunAsync(await AccountAsync(at, await OfHrAsync(at))), "HR's"),
        Do<UnlinkAccount>(async (use, at) => await use.RunAsync(await AccountAsync(at, Her(at)))),
        Do<UnlinkAccount>(async (use, at) => await use.RunAsync(await AccountAsync(at, await OfHrAsync(at))), "HR's"),
        Read<EnterColleague>(async (use, _) => await use.RunAsync(new() { GivenName = "Kari", FamilyName = "Ny", Email = "kari.ny@example.no" })),
        Read<ListSessions>(async (use, _) => await use.RunAsync()),
        Read<ListSessions>(async (use, at) => await SessionAsync(at) is var id && (await use.RunAsync()).Any(row => row.Id == id), "hers"),
        Do<EndSession>(async (use, at) => await use.RunAsync(await SessionAsync(at)), "hers"),
        Read<EndAllSessions>(async (use, _) => await use.RunAsync()),
        Read<EndAllSessions>(async (use, at) => await SessionAsync(at) is var id && await use.RunAsync() >= 0 && await at.App.DbAsync(db => db.UserSessions.AllAsync(session => session.Id != id)), "hers"),
    ];

    private static Guid Her(Scene at) => at.Apprenticeship.PersonId;

    /// <summary>Somebody of HR who is in no seat.</summary>
    private static async Task<Guid> OfHrAsync(Scene at)
    {
        var colleague = Person.Enter("Kari", "Kollega", "kari.kollega@example.no", Language.Bokmal, Roles.Hr);
        await at.App.ChangeAsync(async db => await db.AddAsync(colleague));
        return colleague.Id;
    }

    private static async Task<Guid> AccountAsync(Scene at, Guid personId)
    {
        var account = new ProviderAccount(personId, "https://login.example.no", "", $"{personId}", "somebody@example.no", at.App.Clock.GetUtcNow());
        await at.App.ChangeAsync(async db => await db.AddAsync(account));
        return account.Id;
    }

    private static async Task<Guid> SessionAsync(Scene at)
    {
        var (session, _) = UserSession.Begin(Her(at), "", issuer: null, providerSessionId: null, at.App.Clock.GetUtcNow());
        await at.App.ChangeAsync(async db => await db.AddAsync(session));
        return session.Id;
    }
}
