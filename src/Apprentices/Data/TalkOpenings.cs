using Apprentices.Domain;

namespace Apprentices.Data;

/// <summary>Notes each opening of what was said in a talk, for the apprentice to see. Pages ask once when they open, not when they refresh.</summary>
public static class TalkOpenings
{
    /// <summary>Adds the opening, unless it is the apprentice's own; the caller saves.</summary>
    public static void Note(AppDbContext db, Guid talkId, Guid apprenticeId, CurrentUser user, DateTimeOffset at)
    {
        if (user.PersonId != apprenticeId)
        {
            db.Add(new TalkOpening(talkId, user.PersonId, at));
        }
    }
}
