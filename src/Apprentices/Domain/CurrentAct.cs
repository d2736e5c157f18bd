namespace Apprentices.Domain;

/// <summary>
/// Who is doing what just now, for the traces. It is known from where a use case asks for its policy, or from the job or command
/// that runs, and flows with the call; no use case has to tell it.
/// </summary>
/// <param name="PersonId">Who; empty: a job or a command.</param>
/// <param name="UseCase">The use case by its class, or the job or command by its id.</param>
public sealed record CurrentAct(Guid PersonId, string UseCase)
{
    private static readonly AsyncLocal<CurrentAct?> Flowing = new();

    /// <summary>Nothing outside of any.</summary>
    public static CurrentAct? Now => Flowing.Value;

    /// <summary>From here on, until the caller's own method returns.</summary>
    public static void Begin(Guid personId, string useCase) => Flowing.Value = new CurrentAct(personId, useCase);
}
