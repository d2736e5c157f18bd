namespace Apprentices.Shell;

/// <summary>The addresses of the pages that belong to no feature.</summary>
public static class ShellLinks
{
    public const string NotFound = "/not-found";
    public const string Error = "/error";
}
