using Apprentices.Data;
using Apprentices.Domain;

namespace Apprentices.Tests.Guards;

/// <summary>What is sealed is read by its own use case and by nobody else.</summary>
public sealed class SealedColumnTests
{
    /// <summary>Where the rows are spoken of beside their own feature, and why.</summary>
    private static readonly Dictionary<string, string> Others = new Dictionary<string, string>
    {
        ["src/Apprentices/Data/AppDbContext.cs"] = "the table",
        ["src/Apprentices/Data/Visibility.Access.cs"] = "who sees the rows",
        ["src/Apprentices/Data/Configurations/RecordConfiguration.cs"] = "its keys",
        ["src/Apprentices/Domain/SensitiveFact.cs"] = "what it is",
        ["src/Apprentices/Platform/SensitiveKeys.cs"] = "its keys",
        ["src/Apprentices/Features/People/MergePeople.Access.cs"] = "who saved it",
        ["src/Apprentices/Features/Samples/AddSampleData.Access.cs"] = "the sample",
    };

    private static IEnumerable<System.Reflection.PropertyInfo> Columns =>
        typeof(Person).Assembly.GetTypes().SelectMany(type => type.GetProperties()).Where(property => property.IsDefined(typeof(SealedColumnAttribute), inherit: false));

    [Fact]
    public void A_sealed_column_holds_bytes_and_says_that_it_is_sensitive()
    {
        Assert.NotEmpty(Columns);
        Found.Nothing(Columns.Where(column => column.PropertyType != typeof(byte[])
            || column.GetCustomAttributes(typeof(PersonalAttribute), inherit: false) is not [PersonalAttribute { Category: PersonalCategory.Sensitive }]).Select(column => column.Name));
    }

    [Fact]
    public void Nobody_beside_its_feature_touches_it() => Found.Nothing(SourceFiles.Below("src/Apprentices", ".cs", ".razor")
        .Where(file => !file.StartsWith("src/Apprentices/Features/SensitiveFacts/", StringComparison.Ordinal) && !Others.ContainsKey(file))
        .Where(file => SourceFiles.Text(file) is var text && (text.Contains("SensitiveFacts.", StringComparison.Ordinal) || text.Contains("SensitiveFact>", StringComparison.Ordinal) || text.Contains("SensitiveFact ", StringComparison.Ordinal)))
        .Where(file => !SourceFiles.Text(file).Contains("@using Apprentices.Features.SensitiveFacts", StringComparison.Ordinal)));

    [Fact]
    public void In_its_feature_one_use_case_reads_it_and_one_writes_it() => Assert.Equal(
        ["src/Apprentices/Features/SensitiveFacts/KeepSensitiveFact.cs", "src/Apprentices/Features/SensitiveFacts/OpenSensitiveFact.cs"],
        SourceFiles.Below("src/Apprentices/Features/SensitiveFacts", ".cs", ".razor")
            .Where(file => SourceFiles.Text(file) is var text && (text.Contains(".Content", StringComparison.Ordinal) || text.Contains("keys.", StringComparison.Ordinal))));

    /// <summary>No navigation leads to it from a record: nothing that reads a record can take it along.</summary>
    [Fact]
    public void No_other_table_leads_to_it() => Found.Nothing(typeof(AppDbContext).Assembly.GetTypes()
        .Where(type => type.Namespace == typeof(Person).Namespace && type != typeof(SensitiveFact))
        .SelectMany(type => type.GetProperties())
        .Where(property => property.PropertyType == typeof(SensitiveFact) || property.PropertyType.GenericTypeArguments.Contains(typeof(SensitiveFact)))
        .Select(property => $"{property.DeclaringType!.Name}.{property.Name}"));
}
