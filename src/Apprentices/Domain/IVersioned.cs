namespace Apprentices.Domain;

/// <summary>A row that two people may edit: the later of two saves is refused and shown, never silently kept.</summary>
public interface IVersioned
{
    /// <summary>Counts the row's saves; compared at each one.</summary>
    int Version { get; }
}
