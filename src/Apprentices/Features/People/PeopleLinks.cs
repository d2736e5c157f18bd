namespace Apprentices.Features.People;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class PeopleLinks
{
    public const string List = "/people";
    public const string Search = "/search";
    public const string Merge = "/people/merge";

    public const string Roles = "/people/roles";
    public const string WaitingAccounts = "/people/accounts";
    public const string Colleague = "/people/colleague";

    /// <summary>How somebody comes in, and as what.</summary>
    public static string Access(Guid id) => $"{Person(id)}/access";

    public static string WaitingAccountsOn(int page) => page > 1 ? $"{WaitingAccounts}?page={page}" : WaitingAccounts;

    /// <summary>Those with a role, or everybody, narrowed to what is typed.</summary>
    public static string RolesOf(Domain.Roles role, string? text, int page = 1) =>
        $"{Roles}?role={role}&q={Uri.EscapeDataString(text ?? "")}" + (page > 1 ? $"&page={page}" : "");

    public static string Person(Guid id) => $"{List}/{id}";

    /// <summary>The list narrowed to what is typed, on a page of it.</summary>
    public static string Found(string? text, int page = 1) =>
        $"{List}?q={Uri.EscapeDataString(text ?? "")}" + (page > 1 ? $"&page={page}" : "");
}
