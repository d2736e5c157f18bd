namespace Apprentices.Tests.Guards;

/// <summary>The files of the repository, found from where the tests run.</summary>
internal static class SourceFiles
{
    public static string Root { get; } = FindRoot();

    /// <summary>The files below a folder of the repository with one of the endings; not what a build or a tool made.</summary>
    public static IReadOnlyList<string> Below(string folder, params string[] endings) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(file => endings.Any(ending => file.EndsWith(ending, StringComparison.Ordinal)))
            .Where(file => !file.Contains("/bin/") && !file.Contains("/obj/") && !file.Contains("/Migrations/"))
            .Order(StringComparer.Ordinal),
    ];

    public static string Text(string file) => File.ReadAllText(Path.Combine(Root, file));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Apprentices.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }
}
