using System.Reflection;
using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Apprentices.Tests.Guards;

/// <summary>What the tables must be: migrated, tagged, and seen only by those who may.</summary>
public sealed class ModelTests
{
    /// <summary>What says nothing about anybody, and why everybody signed in may read it.</summary>
    private static readonly IReadOnlyDictionary<Type, string> NotAboutPeople = new Dictionary<Type, string>
    {
        [typeof(Curriculum)] = "published by the state",
        [typeof(MainArea)] = "part of a curriculum",
        [typeof(Goal)] = "part of a curriculum",
        [typeof(CurriculumEdition)] = "a curriculum as it came in",
        [typeof(PlanTemplate)] = "the employer's own plan for a trade, for whoever follows it",
        [typeof(TemplateTask)] = "part of the employer's own plan, by role",
        [typeof(GrepElement)] = "published by the state",
        [typeof(Workplace)] = "a department's name",
        [typeof(LogSetting)] = "how the log is kept in a trade",
        [typeof(IssuedDocument)] = "the hash of a file that was handed out; it says nothing of what is in it",
        [typeof(TraceSeal)] = "a link of the chain over the traces, without any of them",
        [typeof(JobRun)] = "when a job ran and how many it handled",
        [typeof(SpentMark)] = "the hash of something that may be used once, at random",
        [typeof(Installation)] = "whether the database is a demo",
        [typeof(DataProtectionKey)] = "keys of the program's cookies; no use case reads them",
        [typeof(CountySetting)] = "what a county has set, for all contracts it holds",
        [typeof(ChecklistPoint)] = "what the house asks for when somebody starts or ends, whoever it is",
        [typeof(TestSetting)] = "how long the test of a trade is",
        [typeof(Credential)] = "what a trade asks for before its test, whoever it is",
        [typeof(OfficeTask)] = "which tasks a training office does",
        [typeof(TrainingApproval)] = "the employer's own, in a trade and for a department",
    };

    public static TheoryData<DatabaseProvider> Providers => [DatabaseProvider.Sqlite, DatabaseProvider.PostgreSql];

    private static IEnumerable<IEntityType> Tables
    {
        get
        {
            using var db = Context(DatabaseProvider.Sqlite);
            return db.Model.GetEntityTypes().Where(table => !table.IsOwned() && table.ClrType != typeof(Dictionary<string, object>)).ToList();
        }
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public void The_migrations_make_what_the_model_says(DatabaseProvider provider)
    {
        using var db = Context(provider);
        Assert.False(db.Database.HasPendingModelChanges(), "Run src/Apprentices/Data/add-migration.sh");
    }

    [Fact]
    public void Every_table_about_people_says_who_sees_its_rows()
    {
        var guarded = typeof(Visibility).GetMethods()
            .Where(method => method.Name == nameof(Visibility.VisibleTo))
            .Select(method => method.GetParameters()[0].ParameterType.GetGenericArguments()[0]);

        var queried = typeof(AppDbContext).GetProperties()
            .Where(property => property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(DbSet<>))
            .Select(property => property.PropertyType.GetGenericArguments()[0]);

        Found.Nothing(queried.Except(guarded).Except(NotAboutPeople.Keys).Select(table => table.Name));
    }

    [Fact]
    public void Every_column_about_a_person_says_what_it_is()
    {
        var untagged = Tables
            .Where(table => !NotAboutPeople.ContainsKey(table.ClrType))
            .SelectMany(table => table.GetProperties())
            .Where(column => !column.IsPrimaryKey() && !IsKeyOfARecord(column) && !IsTagged(column))
            .Select(column => $"{column.DeclaringType.ClrType.Name}.{column.Name}");

        Found.Nothing(untagged);
    }

    [Fact]
    public void What_is_not_about_people_holds_no_personal_column() => Found.Nothing(NotAboutPeople.Keys
        .SelectMany(table => table.GetProperties())
        .Where(column => column.IsDefined(typeof(PersonalAttribute)))
        .Select(column => $"{column.DeclaringType!.Name}.{column.Name}"));

    /// <summary>A key that leads to a record, not to a person, says nothing on its own.</summary>
    private static bool IsKeyOfARecord(IProperty column) =>
        column.IsForeignKey() && column.GetContainingForeignKeys().All(key => key.PrincipalEntityType.ClrType != typeof(Person));

    private static bool IsTagged(IProperty column) => column.PropertyInfo is { } property
        && (property.IsDefined(typeof(PersonalAttribute)) || property.IsDefined(typeof(NotPersonalAttribute)));

    private static AppDbContext Context(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.PostgreSql => new PostgresAppDbContext(new DbContextOptionsBuilder<PostgresAppDbContext>().UseNpgsql("Host=localhost").Options),
        _ => new SqliteAppDbContext(new DbContextOptionsBuilder<SqliteAppDbContext>().UseSqlite("Data Source=:memory:").Options),
    };
}
