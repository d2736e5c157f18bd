using System.Security.Cryptography;

namespace Apprentices.Domain;

/// <summary>
/// A person as the traces know her: by a key of her own under which lies what was noted about her. When she is erased the key is
/// destroyed and the row no longer leads to her. One who was entered twice may have two.
/// </summary>
public sealed class TracePerson
{
    private TracePerson() { }

    public TracePerson(Guid personId, TraceKeys keys)
    {
        PersonId = personId;
        WrappedKey = keys.NewPersonKey(Id);
        Mark = keys.MarkOf(MarkedFields);
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    [Personal(PersonalCategory.Trace, PersonalPurpose.Accountability, PersonalRetention.WithThePerson, ArchiveValue.None)]
    public Guid? PersonId { get; private set; }
    public Person? Person { get; private set; }

    /// <summary>Her key, wrapped by the one that lies outside the database; none once it is destroyed.</summary>
    [NotPersonal]
    public byte[]? WrappedKey { get; private set; }

    /// <summary>Made with the key outside the database: nobody who has the database alone can give a trace to another person.</summary>
    [NotPersonal]
    public string Mark { get; private set; } = "";

    /// <summary>What the mark is made of.</summary>
    public IReadOnlyList<string?> MarkedFields => ["Person", Id.ToString(), PersonId?.ToString(), WrappedKey is null ? null : Convert.ToHexStringLower(WrappedKey)];

    /// <summary>She was entered twice: what was noted now leads to the one that is kept.</summary>
    public void MoveTo(Guid keptPersonId, TraceKeys keys)
    {
        PersonId = keptPersonId;
        Mark = keys.MarkOf(MarkedFields);
    }

    /// <summary>Destroys her key and the way to her; what lies under it can never be opened again.</summary>
    public void Destroy(TraceKeys keys)
    {
        CryptographicOperations.ZeroMemory(WrappedKey);
        (PersonId, WrappedKey) = (null, null);
        Mark = keys.MarkOf(MarkedFields);
    }
}
