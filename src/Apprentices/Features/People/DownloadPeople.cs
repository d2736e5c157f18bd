using Apprentices.Data;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.People;

/// <summary>The people as a file, narrowed as on their page.</summary>
public sealed class DownloadPeople(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    private static ListSheet<ListPeople.Row> Sheet => new ListSheet<ListPeople.Row>(ListTexts.SheetPeople)
        .Text(ListTexts.Name, row => row.Name)
        .Text(ListTexts.Email, row => row.Email)
        .Text(ListTexts.Roles, row => RoleWords.Of(row.Roles))
        .Number(ListTexts.FollowsUp, row => row.FollowsUp);

    public async Task RunAsync(string? text, ListOutput output, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.ManagePeople);
        user.Require(Policy.ExportLists);

        await using var db = await database.CreateDbContextAsync(cancel);
        await Sheet.WriteAsync(ListPeople.Rows(db, db.People.VisibleTo(db, user).Found(text), user.Today).AsAsyncEnumerable(), output, cancel);
    }
}
