namespace Apprentices.Features.Account;

/// <summary>Why somebody came back from the identity provider and is not in, although nobody has looked yet at who she is (<see cref="SignInRefusal" />).</summary>
public enum SignInStop
{
    /// <summary>The answer was not right, whoever gave it.</summary>
    Refused,

    /// <summary>The provider does not answer.</summary>
    Away,

    /// <summary>She thought better of it.</summary>
    Cancelled,
}
