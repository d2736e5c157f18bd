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
}

/// <summary>Who is asking, as what, on which day in the office's zone. Read anew for each use case.</summary>
public sealed record CurrentUser(Guid PersonId, Roles Roles, DateOnly Today)
{
    /// <summary>A command line or a job acting for HR itself, not for a person.</summary>
    public static CurrentUser Console(DateOnly today) => new(Guid.Empty, Roles.Hr, today);

    /// <summary>Whether the user has at least one of the roles.</summary>
    public bool IsAny(Roles roles) => (Roles & roles) != Roles.None;
}
