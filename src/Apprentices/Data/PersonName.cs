namespace Apprentices.Data;

/// <summary>Somebody by name alone, to be chosen.</summary>
public sealed record PersonName
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }
}
