namespace Apprentices.Domain;

/// <summary>What somebody is in the app. A person may be several at once.</summary>
[Flags]
public enum Roles
{
    /// <summary>Nothing: known, but without a task here.</summary>
    None = 0,

    /// <summary>The trainee of an apprenticeship (lærling).</summary>
    Apprentice = 1,

    /// <summary>Gives the training and holds the half-yearly evaluation (instruktør).</summary>
    Instructor = 2,

    /// <summary>Qualified and responsible for the training (faglig leder).</summary>
    TrainingManager = 4,

    /// <summary>Personnel: sees every record and its state.</summary>
    Hr = 8,

    /// <summary>Settings and jobs; no apprentice's content.</summary>
    Administrator = 16,

    /// <summary>
    /// Examines chosen records for a time, and changes nothing (revisor). Whoever examines is nothing else here: beside another role
    /// it counts for nothing (<see cref="RolesNow"/>).
    /// </summary>
    Auditor = 32,

    /// <summary>
    /// Personnel for chosen units alone. It is never kept: it is what <see cref="Hr"/> comes to where an <see cref="HrLimit"/> says so
    /// (<see cref="RolesNow"/>). What asks for HR and knows nothing of units is closed to it.
    /// </summary>
    UnitHr = 64,
}

/// <summary>Who is asking, as what, on which day in the office's zone. Read anew for each use case.</summary>
public sealed record CurrentUser(Guid PersonId, Roles Roles, DateOnly Today)
{
    /// <summary>A command line or a job acting for HR itself, not for a person.</summary>
    public static CurrentUser Console(DateOnly today) => new(Guid.Empty, Roles.Hr, today);

    /// <summary>Whether she is of HR, of all of it or of some units. Which records are hers, visibility says.</summary>
    public bool IsPersonnel => IsAny(Roles.Hr | Roles.UnitHr);

    /// <summary>Whether the user has at least one of the roles.</summary>
    public bool IsAny(Roles roles) => (Roles & roles) != Roles.None;
}

/// <summary>What somebody is on a day: the roles she was given, and what limits them.</summary>
public static class RolesNow
{
    /// <param name="given">The roles that are kept of her.</param>
    /// <param name="isLimited">Whether she is of HR for some units only.</param>
    /// <param name="examines">Whether she may examine some record today.</param>
    public static Roles Of(Roles given, bool isLimited, bool examines)
    {
        var roles = given & ~(Roles.Auditor | Roles.UnitHr);
        if (roles.HasFlag(Roles.Hr) && isLimited)
        {
            roles = (roles & ~Roles.Hr) | Roles.UnitHr;
        }

        return examines && roles == Roles.None ? Roles.Auditor : roles;
    }
}
