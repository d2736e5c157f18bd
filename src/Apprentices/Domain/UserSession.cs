using System.Linq.Expressions;

namespace Apprentices.Domain;

/// <summary>
/// Somebody signed in, in one browser. The cookie holds the secret, the database its hash; when the row goes, the session is over
/// wherever it is open.
/// </summary>
public sealed class UserSession
{
    /// <summary>What somebody does is noted once in so long: often enough to count minutes by.</summary>
    private static readonly TimeSpan NotedOften = TimeSpan.FromSeconds(30);

    private UserSession() { }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    [Personal(PersonalCategory.Trace, PersonalPurpose.Operation, PersonalRetention.Weeks, ArchiveValue.None)]
    public Guid PersonId { get; private set; }
    public Person Person { get; private set; } = null!;

    /// <summary>SHA-256 of the secret.</summary>
    [NotPersonal]
    public byte[] SecretHash { get; private set; } = [];

    /// <summary>Browser and system, so that she can tell one from another.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Operation, PersonalRetention.Weeks, ArchiveValue.None)]
    public string Device { get; private set; } = "";

    [Personal(PersonalCategory.Trace, PersonalPurpose.Operation, PersonalRetention.Weeks, ArchiveValue.None)]
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When she last did something; what the browser does by itself is nothing.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Operation, PersonalRetention.Weeks, ArchiveValue.None)]
    public DateTimeOffset ActedAt { get; private set; }

    /// <summary>The provider who signed her in; empty where none did.</summary>
    [NotPersonal]
    public string? Issuer { get; private set; }

    /// <summary>What the provider calls its own session (<c>sid</c>), for signing out from there.</summary>
    [Personal(PersonalCategory.Trace, PersonalPurpose.Operation, PersonalRetention.Weeks, ArchiveValue.None)]
    public string? ProviderSessionId { get; private set; }

    /// <summary>The one definition of "still open", in SQL and in memory: it has lasted neither too long nor too long without an act.</summary>
    public static Expression<Func<UserSession, bool>> IsOpenAt(DateTimeOffset now, TimeSpan inactivity, TimeSpan longest)
    {
        var (actedAfter, startedAfter) = (now - inactivity, now - longest);
        return session => session.ActedAt > actedAfter && session.StartedAt > startedAfter;
    }

    /// <summary>Begins one, and the secret for its cookie.</summary>
    public static (UserSession Session, string Secret) Begin(Guid personId, string device, string? issuer, string? providerSessionId, DateTimeOffset at)
    {
        var secret = Secret.Make();
        return (new UserSession
        {
            PersonId = personId,
            SecretHash = Secret.HashOf(secret),
            Device = device,
            Issuer = issuer,
            ProviderSessionId = providerSessionId,
            StartedAt = at,
            ActedAt = at,
        }, secret);
    }

    /// <returns>Whether this is news.</returns>
    public bool NoteAct(DateTimeOffset at)
    {
        var isNews = at - ActedAt >= NotedOften;
        ActedAt = isNews ? at : ActedAt;
        return isNews;
    }
}
