using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.People;

/// <content>What was noted about her and of what she did stays as it is; it now leads to the one that is kept.</content>
public sealed partial class MergePeople
{
    private async Task MoveTracesAsync(AppDbContext db, Person gone, Person kept, CancellationToken cancel)
    {
        foreach (var one in await db.TracePersons.Where(one => one.PersonId == gone.Id).ToListAsync(cancel))
        {
            one.MoveTo(kept.Id, keys);
        }
    }
}
