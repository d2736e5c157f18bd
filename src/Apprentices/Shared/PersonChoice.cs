namespace Apprentices.Shared;

/// <summary>Somebody chosen in a form: a person who is there already, or a new one with a name and an address.</summary>
public sealed class PersonChoice
{
    public Guid? Id { get; set; }

    /// <summary>The name of the one who is there already.</summary>
    public string? Name { get; set; }

    public bool IsNew { get; set; }
    public string? GivenName { get; set; }
    public string? FamilyName { get; set; }
    public string? Email { get; set; }

    public bool IsEmpty => Id is null && !IsNew;

    public static PersonChoice Of(Guid id, string name) => new() { Id = id, Name = name };

    /// <summary>One line of a search: who, and what tells two of the same name apart.</summary>
    public sealed record Found(Guid Id, string Name, string Detail);
}
