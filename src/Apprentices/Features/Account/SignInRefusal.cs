namespace Apprentices.Features.Account;

/// <summary>Why somebody whom the identity provider knows does not come in.</summary>
public enum SignInRefusal
{
    /// <summary>Nobody here has this account, or what she has here is no role.</summary>
    Unknown,

    /// <summary>She may not come in any more.</summary>
    Deactivated,

    /// <summary>The account looks like somebody's here; HR is to say whether it is.</summary>
    AwaitsConfirmation,
}
