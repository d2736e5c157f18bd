using System.Runtime.CompilerServices;
using Apprentices.Data;
using Xunit.Sdk;
using Xunit.v3;

namespace Apprentices.Tests.Support;

/// <summary>
/// A test that runs twice, on SQLite and on PostgreSQL. <see cref="TestApp"/> asks the running test which. A plain [Fact] runs
/// on SQLite alone. TEST_DATABASE=sqlite or postgres leaves only one of the two.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
[XunitTestCaseDiscoverer(typeof(BothDatabasesDiscoverer))]
public sealed class BothDatabasesAttribute(
    [CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
    : FactAttribute(sourceFilePath, sourceLineNumber);

/// <summary>Makes two cases of one method, told apart by a trait: <c>dotnet test --filter Database=Sqlite</c>.</summary>
public sealed class BothDatabasesDiscoverer : IXunitTestCaseDiscoverer
{
    public const string Trait = "Database";

    /// <summary>The database of the running test.</summary>
    public static DatabaseProvider OfThisTest =>
        TestContext.Current.TestCase?.Traits.TryGetValue(Trait, out var values) == true
            ? Enum.Parse<DatabaseProvider>(values.Single())
            : DatabaseProvider.Sqlite;

    private static IEnumerable<DatabaseProvider> Wanted => Environment.GetEnvironmentVariable("TEST_DATABASE") switch
    {
        "sqlite" => [DatabaseProvider.Sqlite],
        "postgres" => [DatabaseProvider.PostgreSql],
        _ => [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql],
    };

    public ValueTask<IReadOnlyCollection<IXunitTestCase>> Discover(
        ITestFrameworkDiscoveryOptions discoveryOptions, IXunitTestMethod testMethod, IFactAttribute factAttribute)
    {
        var details = TestIntrospectionHelper.GetTestCaseDetails(discoveryOptions, testMethod, factAttribute);
        return new([.. Wanted.Select(database =>
        {
            var traits = testMethod.Traits.ToDictionary(trait => trait.Key, trait => trait.Value.ToHashSet(StringComparer.Ordinal), StringComparer.OrdinalIgnoreCase);
            traits[Trait] = [database.ToString()];
            return new XunitTestCase(
                details.ResolvedTestMethod,
                $"{details.TestCaseDisplayName} on {database}",
                $"{details.UniqueID}-{database}",
                details.Explicit,
                details.SkipExceptions,
                details.SkipReason,
                details.SkipType,
                details.SkipUnless,
                details.SkipWhen,
                traits,
                sourceFilePath: details.SourceFilePath,
                sourceLineNumber: details.SourceLineNumber,
                timeout: details.Timeout);
        })]);
    }
}
