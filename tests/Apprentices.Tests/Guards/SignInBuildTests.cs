namespace Apprentices.Tests.Guards;

/// <summary>The program as it is built by default neither needs nor mentions Microsoft.Identity.Web (docs/decisions).</summary>
public sealed class SignInBuildTests
{
    [Fact]
    public void The_default_build_knows_no_assembly_of_Microsoft_Identity_Web()
    {
        Assert.DoesNotContain(typeof(Program).Assembly.GetReferencedAssemblies(), name => name.Name!.StartsWith("Microsoft.Identity.Web", StringComparison.Ordinal));
        Assert.DoesNotContain("Microsoft.Identity.Web", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Apprentices.deps.json")), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(Directory.GetFiles(AppContext.BaseDirectory, "Microsoft.Identity.Web*"));
    }
}
