using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Traces;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Apprentices.Tests.Guards;

/// <summary>Nothing changes without a trace, and every trace can be read by whoever it is for.</summary>
public sealed partial class TraceTests
{
    /// <summary>What goes past the change history, and why it may.</summary>
    private static readonly IReadOnlyDictionary<string, string> Past = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["LogEntries in NoteEnteredElsewhere.cs"] = "the writer's own tick beside an entry, no part of it",
        ["Invitations in PurgeSessions.cs"] = "those whose time is over",
        ["Attachments in PurgeDraftFiles.cs"] = "files of drafts, which have no history",
    };

    /// <summary>Use cases that save and ask for no policy: who does it is known from elsewhere.</summary>
    private static readonly IReadOnlyDictionary<string, string> Unasked = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ChooseLanguage"] = "also by somebody who is not signed in",
        ["SignInWithProvider"] = "by somebody who is only just signing in",
    };

    private static IModel Model
    {
        get
        {
            using var db = new SqliteAppDbContext(new DbContextOptionsBuilder<SqliteAppDbContext>().UseSqlite("Data Source=:memory:").Options);
            return db.Model;
        }
    }

    private static IEnumerable<ISkipNavigation> Ties => Model.GetEntityTypes().Where(table => TracedTables.Ties.ContainsKey(table.Name)).Select(ChangedTies.ListOf);

    [Fact]
    public void Every_table_has_a_change_history_or_a_reason_for_having_none()
    {
        var tables = Model.GetEntityTypes().Where(table => !table.IsOwned()).Select(table => table.HasSharedClrType ? table.Name : table.ClrType.Name).ToList();

        Assert.Equal(
            tables.Order(StringComparer.Ordinal),
            TracedTables.Traced.Keys.Concat(TracedTables.Untraced.Keys).Select(type => type.Name).Concat(TracedTables.Ties.Keys).Order(StringComparer.Ordinal));
        Assert.All(TracedTables.Untraced.Values, reason => Assert.NotEqual("", reason));
    }

    /// <summary>A tie that is new is to be decided on: whose list it is, and how it is told.</summary>
    [Fact]
    public void Every_tie_between_rows_is_told_as_a_change_of_a_traced_row_that_holds_the_list()
    {
        var ties = Model.GetEntityTypes().Where(table => table.HasSharedClrType && !table.IsOwned()).ToList();

        Assert.Equal(
            ["LogEntryGoal: Goals of LogEntry", "LogEntryTask: Tasks of LogEntry", "ObservationGoal: Goals of Observation", "PlannedGoalPredecessor: Predecessors of PlannedGoal", "PlannedTaskGoal: Goals of PlannedTask"],
            ties.Select(tie => $"{tie.Name}: {ChangedTies.ListOf(tie).Name} of {ChangedTies.ListOf(tie).DeclaringEntityType.ClrType.Name}").Order(StringComparer.Ordinal));
        Assert.All(TracedTables.Ties.Values, owner => Assert.Contains(owner, TracedTables.Traced));
    }

    [Fact]
    public void Nothing_goes_past_the_change_history()
    {
        var traced = typeof(AppDbContext).GetProperties().Where(set => set.PropertyType.IsGenericType && TracedTables.Traced.ContainsKey(set.PropertyType.GetGenericArguments()[0]))
            .Select(set => set.Name).ToHashSet(StringComparer.Ordinal);
        var past = SourceFiles.Below("src", ".cs").Where(file => !file.Contains("Migrations", StringComparison.Ordinal)).SelectMany(file =>
            Statement.Matches(File.ReadAllText(Path.Combine(SourceFiles.Root, file)))
                .Where(statement => statement.Value.Contains(".ExecuteUpdate", StringComparison.Ordinal) || statement.Value.Contains(".ExecuteDelete", StringComparison.Ordinal))
                .Select(statement => Set.Match(statement.Value).Groups[1].Value)
                .Where(traced.Contains)
                .Select(set => $"{set} in {Path.GetFileName(file)}")).ToList();

        Assert.Equal(Past.Keys.Order(StringComparer.Ordinal), past.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_table_and_column_that_is_told_has_a_name_in_every_language()
    {
        List<string> keys = [.. TracedTables.Traced.Keys.Select(type => $"Table_{type.Name}")];
        foreach (var table in Model.GetEntityTypes().Where(table => TracedTables.Traced.ContainsKey(table.ClrType)))
        {
            keys.AddRange(table.GetProperties().Where(ChangedRows.IsTold).Select(column => $"Column_{column.Name}"));
            keys.AddRange(table.GetComplexProperties().Select(complex => $"Column_{complex.Name}"));
        }

        keys.AddRange(Ties.Select(list => $"Column_{list.Name}"));
        keys.AddRange(Enum.GetNames<SensitiveKind>().Select(kind => $"Value_{kind}"));
        keys.AddRange(Enum.GetNames<Opened>().Select(what => $"Opened_{what}"));
        Found.Nothing(keys.Distinct(StringComparer.Ordinal).SelectMany(key => new[] { "nb", "nn", "en" }
            .Where(language => TraceTexts.ResourceManager.GetString(key, CultureInfo.GetCultureInfo(language)) is null)
            .Select(language => $"{key} ({language})")));
    }

    [Fact]
    public void No_two_columns_of_a_table_have_the_same_name() =>
        Found.Nothing(Model.GetEntityTypes().Where(table => TracedTables.Traced.ContainsKey(table.ClrType)).SelectMany(table => new[] { "nb", "nn", "en" }
            .SelectMany(language => table.GetProperties().Where(ChangedRows.IsTold).Select(column => column.Name).Concat(table.GetComplexProperties().Select(complex => complex.Name))
                .Concat(Ties.Where(list => list.DeclaringEntityType.ClrType == table.ClrType).Select(list => list.Name))
                .GroupBy(column => TraceTexts.ResourceManager.GetString($"Column_{column}", CultureInfo.GetCultureInfo(language)), StringComparer.OrdinalIgnoreCase)
                .Where(alike => alike.Count() > 1)
                .Select(alike => $"{table.ClrType.Name}, {language}: {alike.Key} is {string.Join(" and ", alike)}"))));

    [Fact]
    public void What_notes_readings_is_called_so_everywhere() =>
        Found.Nothing(typeof(Program).Assembly.GetTypes().SelectMany(type => type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            .SelectMany(constructor => constructor.GetParameters().Where(parameter => parameter.ParameterType == typeof(AccessLog) && parameter.Name != "readings")
                .Select(parameter => $"{constructor.DeclaringType!.Name}: {parameter.Name}")));

    /// <summary>Else nobody could say in which use case something was changed.</summary>
    [Fact]
    public void Every_use_case_that_saves_asks_for_its_policy_in_its_own_file()
    {
        var files = SourceFiles.Below("src", ".cs").ToLookup(file => Path.GetFileName(file).Split('.')[0], file => File.ReadAllText(Path.Combine(SourceFiles.Root, file)), StringComparer.Ordinal);
        var unattended = BackgroundJobs.Table.Count + Commands.Table.Count;
        Assert.NotEqual(0, unattended);
        var silent = UseCases.All.Select(useCase => useCase.Name)
            .Where(name => Has(name, "SaveChangesAsync") && (Has(name, "CurrentUserAccessor") || Has(name, "namespace Apprentices.Features.Account;")))
            .Where(name => !Has(name, ".Require(Policy."));

        Assert.All(Unasked.Keys, name => Assert.True(Has(name, "CurrentAct.Begin("), name));
        Assert.Equal(Unasked.Keys.Order(StringComparer.Ordinal), silent.Order(StringComparer.Ordinal));

        bool Has(string name, string text) => files[name].Any(file => file.Contains(text, StringComparison.Ordinal));
    }

    /// <summary>A statement from the set it begins with to its end.</summary>
    [GeneratedRegex(@"db\.[A-Z]\w+[^;]*;")]
    private static partial Regex Statement { get; }

    [GeneratedRegex(@"^db\.([A-Z]\w+)")]
    private static partial Regex Set { get; }
}
