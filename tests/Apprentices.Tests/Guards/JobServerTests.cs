using Apprentices.Tests.Support;

namespace Apprentices.Tests.Guards;

/// <summary>The program as it is built by default neither needs nor mentions Hangfire (docs/decisions).</summary>
public sealed class JobServerTests
{
    [Fact]
    public void The_default_build_knows_no_assembly_of_Hangfire()
    {
        Assert.DoesNotContain(typeof(Program).Assembly.GetReferencedAssemblies(), name => name.Name!.StartsWith("Hangfire", StringComparison.Ordinal));
        Assert.DoesNotContain("Hangfire", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Apprentices.deps.json")), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(Directory.GetFiles(AppContext.BaseDirectory, "Hangfire*"));
    }

    [Fact]
    public void Only_one_file_of_the_program_names_each_job_server() => Found.Nothing(
        SourceFiles.Below("src", ".cs").Where(file => !Path.GetFileName(file).StartsWith("JobServer.", StringComparison.Ordinal))
            .Where(file => SourceFiles.Text(file).Split('\n').Any(line => line.StartsWith("using Quartz", StringComparison.Ordinal) || line.StartsWith("using Hangfire", StringComparison.Ordinal))));
}
