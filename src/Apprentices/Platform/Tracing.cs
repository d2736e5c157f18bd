using System.Security.Cryptography;
using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace Apprentices.Platform;

/// <summary>The traces of what is read and changed, and the secret they are sealed with.</summary>
public static partial class Tracing
{
    public const string KeyFileName = "traces.key";

    /// <summary>One changed by somebody's hand must not keep the program from starting; the check tells of it.</summary>
    private const int Few = 20;

    public static WebApplicationBuilder AddTraces(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(services => KeysOf(
            services.GetRequiredService<IOptions<TraceSettings>>().Value, services.GetRequiredService<IOptions<DatabaseSettings>>().Value, services.GetRequiredService<ILogger<TraceKeys>>()));
        builder.Services.AddSingleton<RecentReadings>();
        builder.Services.AddSingleton<TraceAnchors>();
        builder.Services.AddSingleton<IInterceptor, ChangeTracing>();
        builder.Services.AddScoped<AccessLog>();
        return builder;
    }

    /// <summary>That what was noted before was noted with this secret: two would make a history that nobody can read whole.</summary>
    /// <exception cref="SettingsException">It is another one.</exception>
    public static async Task RequireKeyOfTracesAsync(this IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<AppDbContext>>().CreateDbContextAsync(cancel);
        var keys = services.GetRequiredService<TraceKeys>();
        var latest = await db.TracePersons.AsNoTracking().OrderByDescending(one => one.Id).Take(Few).ToListAsync(cancel);
        var seals = await db.TraceSeals.OrderByDescending(seal => seal.Number).Take(Few).Select(seal => seal.SecretName).ToListAsync(cancel);
        if ((latest.Count > 0 && !latest.Exists(one => keys.IsMarkOf(one.Mark, one.MarkedFields))) || (seals.Count > 0 && !seals.Exists(keys.Knows)))
        {
            throw new SettingsException("The secret of the traces is not the one this database was written with. Put the right one back: Traces:Key or Traces:KeyFile (docs/operating.md).");
        }
    }

    private static TraceKeys KeysOf(TraceSettings settings, DatabaseSettings database, ILogger logger)
    {
        if (!string.IsNullOrWhiteSpace(settings.Key))
        {
            return new TraceKeys([.. settings.Key.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(key => SecretOf(key, "Traces:Key"))]);
        }

        // Each instance would make its own, and refuse what the others seal.
        if (database.Provider == DatabaseProvider.PostgreSql && string.IsNullOrWhiteSpace(settings.KeyFile))
        {
            throw new SettingsException("On PostgreSQL the secret of the traces must be given, the same to every instance: Traces:Key or Traces:KeyFile (docs/operating.md). "
                + $"Where this database was used without, it is the one in {Path.GetFullPath(Path.Combine(database.DataFolder, KeyFileName))}.");
        }

        var place = Path.GetFullPath(string.IsNullOrWhiteSpace(settings.KeyFile) ? Path.Combine(database.DataFolder, KeyFileName) : settings.KeyFile);
        if (!File.Exists(place))
        {
            Make(place);
            Log.Made(logger, place);
        }

        var lines = File.ReadAllLines(place).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#').ToList();
        return lines.Count > 0
            ? new TraceKeys([.. lines.Select(line => SecretOf(line, place))]) : throw new SettingsException($"The file of Traces:KeyFile has no key: {place}");
    }

    private static byte[] SecretOf(string text, string where)
    {
        var secret = new byte[TraceKeys.SecretLength + 1];
        return Convert.TryFromBase64String(text, secret, out var length) && length == TraceKeys.SecretLength
            ? secret[..length] : throw new SettingsException($"{where} must be {TraceKeys.SecretLength} bytes in base64, for instance from: openssl rand -base64 {TraceKeys.SecretLength}");
    }

    /// <summary>Readable by its owner alone. Where two start at once, one makes it.</summary>
    private static void Make(string place)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var unfinished = $"{place}.{Environment.ProcessId}";
        using (var file = new StreamWriter(unfinished, options))
        {
            file.WriteLine(Convert.ToBase64String(RandomNumberGenerator.GetBytes(TraceKeys.SecretLength)));
        }

        try
        {
            File.Move(unfinished, place);
        }
        catch (IOException) when (File.Exists(place))
        {
            File.Delete(unfinished);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "A new key for the traces was made in {Place}. Without it nobody can read or check them: keep a copy apart from the database, and move it away from the data (docs/operating.md).")]
        public static partial void Made(ILogger logger, string place);
    }
}
