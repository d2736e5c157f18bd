using Apprentices.Domain;

namespace Apprentices.Features.Account;

/// <summary>Who is signed in, as the top bar and the navigation need it.</summary>
public sealed record ShellUser(string Name, Roles Roles, int Unread, int WaitingEntries = 0);
