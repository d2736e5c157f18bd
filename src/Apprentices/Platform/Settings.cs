using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.Options;

namespace Apprentices.Platform;

/// <summary>A setting that the program cannot start with. The message is one line for the one who operates it.</summary>
public sealed class SettingsException(string message) : Exception(message)
{
    /// <summary>What the program ends with: EX_CONFIG of sysexits.h.</summary>
    public const int ExitCode = 78;
}

/// <summary>The settings of the program: one section of the configuration, one class, checked before anything starts.</summary>
public static class Settings
{
    /// <summary>A file beside the database, for what one machine needs and no repository should hold.</summary>
    public const string LocalFile = "appsettings.Local.json";

    /// <summary>Every section of the program's own, and the class it is read into.</summary>
    public static IReadOnlyDictionary<string, Type> Sections { get; } = new Dictionary<string, Type>
    {
        ["Database"] = typeof(DatabaseSettings),
        ["Demo"] = typeof(DemoSettings),
        ["Employer"] = typeof(EmployerSettings),
        ["SignIn"] = typeof(SignInSettings),
        ["AzureAd"] = typeof(AzureAdSettings),
        ["Mail"] = typeof(MailSettings),
        ["Progress"] = typeof(ProgressSettings),
        ["Calendar"] = typeof(CalendarSettings),
        ["Drafts"] = typeof(DraftSettings),
        ["Files"] = typeof(FileSettings),
        ["Reminders"] = typeof(ReminderSettings),
        ["Jobs"] = typeof(JobSettings),
        ["Health"] = typeof(HealthSettings),
        ["Api"] = typeof(ApiSettings),
        ["Grep"] = typeof(GrepSettings),
        ["Documents"] = typeof(DocumentSettings),
        ["Web"] = typeof(WebSettings),
        ["Sensitive"] = typeof(SensitiveSettings),
        ["Traces"] = typeof(TraceSettings),
    };

    /// <summary>Reads and checks every section; each is had by <c>IOptions</c> of its class.</summary>
    /// <exception cref="SettingsException">A value or a name is wrong.</exception>
    public static WebApplicationBuilder AddSettings(this WebApplicationBuilder builder)
    {
        builder.Configuration.AddLocalFile();
        foreach (var (section, type) in Sections)
        {
            var settings = Read(builder.Configuration.GetSection(section), type);
            builder.Services.AddSingleton(typeof(IOptions<>).MakeGenericType(type), AsOptions(settings));
        }

        return builder;
    }

    /// <summary>One section's settings, for what is decided while the program is put together.</summary>
    public static T Get<T>(this IConfiguration configuration) where T : class =>
        (T)Read(configuration.GetSection(Sections.First(section => section.Value == typeof(T)).Key), typeof(T));

    private static object Read(IConfigurationSection section, Type type)
    {
        var known = type.GetProperties().Where(property => property.CanWrite).Select(property => property.Name).ToList();
        foreach (var entry in section.GetChildren())
        {
            if (!known.Contains(entry.Key, StringComparer.OrdinalIgnoreCase))
            {
                throw new SettingsException($"There is no setting {entry.Path}. {section.Key} has {string.Join(", ", known)}.");
            }
        }

        var settings = Activator.CreateInstance(type)!;
        try
        {
            section.Bind(settings);
        }
        catch (InvalidOperationException wrong)
        {
            throw new SettingsException($"A setting cannot be read: {wrong.Message}");
        }

        List<ValidationResult> findings = [];
        Validator.TryValidateObject(settings, new ValidationContext(settings), findings, validateAllProperties: true);
        return findings switch
        {
            [] => settings,
            [var first, ..] => throw new SettingsException($"The setting {section.Key}:{first.MemberNames.First()} {first.ErrorMessage}"),
        };
    }

    private static object AsOptions(object settings) =>
        Activator.CreateInstance(typeof(OptionsWrapper<>).MakeGenericType(settings.GetType()), settings)!;

    /// <summary>Weaker than the environment and the command line, stronger than the files that came with the program.</summary>
    private static void AddLocalFile(this ConfigurationManager configuration)
    {
        var file = new JsonConfigurationSource { Path = Path.GetFullPath(LocalFile), Optional = true };
        file.ResolveFileProvider();

        var sources = ((IConfigurationBuilder)configuration).Sources;
        var last = sources.OfType<JsonConfigurationSource>().LastOrDefault();
        sources.Insert(last is null ? 0 : sources.IndexOf(last) + 1, file);
    }
}
