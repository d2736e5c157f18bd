using System.ComponentModel.DataAnnotations;
using Apprentices.Data;

namespace Apprentices.Platform;

/// <summary>Where the data is.</summary>
public sealed class DatabaseSettings : IValidatableObject
{
    /// <summary>Sqlite (one file) or PostgreSql (a server).</summary>
    [EnumDataType(typeof(DatabaseProvider), ErrorMessage = "must be Sqlite or PostgreSql.")]
    public DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;

    /// <summary>For PostgreSQL needed; for SQLite a file below <see cref="DataFolder"/> unless given.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>The folder of what the program keeps in files; relative to where it is started.</summary>
    [Required(ErrorMessage = "must name a folder.")]
    public string DataFolder { get; set; } = "data";

    /// <summary>Whether the program brings the database up to date at its start; off where somebody does it by hand.</summary>
    public bool MigrateAtStart { get; set; } = true;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Provider == DatabaseProvider.PostgreSql && string.IsNullOrWhiteSpace(ConnectionString))
        {
            yield return new ValidationResult("is needed for PostgreSql, for instance Host=localhost;Database=apprentices.", [nameof(ConnectionString)]);
        }
    }
}
