using Apprentices.Domain;
using Apprentices.Features.Api;
using Apprentices.Features.Curricula;
using Apprentices.Features.Evaluations.Signing;
using Apprentices.Features.Reminders;
using Apprentices.Features.Roster;
using Apprentices.Features.Samples;
using Apprentices.Features.Traces;
using Microsoft.Extensions.Logging.Console;

namespace Apprentices.Platform;

/// <summary>
/// What the program does in place of serving pages, by the first word of its command line: one table. A command brings the
/// database up to date first, acts as HR itself, and ends with an exit code. It never adds sample data.
/// </summary>
public sealed record Command(string Word, string Usage, Func<IServiceProvider, string[], CancellationToken, Task<int>> RunAsync);

/// <summary>The commands, and what they end with.</summary>
public static class Commands
{
    /// <summary>All was done.</summary>
    public const int Done = 0;

    /// <summary>It was refused, or a part of it is wrong; what is wrong was said on the error stream.</summary>
    public const int Refused = 1;

    /// <summary>Nobody could make sense of the command line.</summary>
    public const int Misused = 2;

    /// <summary>Stopped by Ctrl-C, as shells count it.</summary>
    public const int Stopped = 130;

    public static IReadOnlyList<Command> Table { get; } =
    [
        new("create-token", "create-token --name NAME [--days N]", (services, arguments, cancel) => services.GetRequiredService<CreateTokenCommand>().RunAsync(arguments, cancel)),
        new("erase-traces", "erase-traces --person ID", (services, arguments, cancel) => services.GetRequiredService<ErasePersonTraces>().RunAsync(arguments, cancel)),
        new("export-traces", "export-traces [--apprenticeship ID] [--from DAY] [--to DAY]", (services, arguments, cancel) => services.GetRequiredService<ExportTraces>().RunAsync(arguments, cancel)),
        new("import-curriculum", "import-curriculum FILE... [--preview]", (services, arguments, cancel) => services.GetRequiredService<ImportCurriculumCommand>().RunAsync(arguments, cancel)),
        new("import-roster", "import-roster FILE [--preview]", (services, arguments, cancel) => services.GetRequiredService<ImportRosterCommand>().RunAsync(arguments, cancel)),
        new("seed", "seed --apprenticeships N", (services, arguments, cancel) => services.GetRequiredService<SeedCommand>().RunAsync(arguments, cancel)),
        new("simulate-reminders", "simulate-reminders [--days N] [--json]", (services, arguments, cancel) => services.GetRequiredService<SimulateRemindersCommand>().RunAsync(arguments, cancel)),
        new("verify", "verify [--json]", VerifyAsync),
    ];

    /// <summary>Whether the command line asks for a command; otherwise the program serves pages.</summary>
    public static bool IsAskedFor(string[] arguments) => arguments is [var word, ..] && !word.StartsWith('-');

    /// <summary>The command of that word; what there is, is said if there is none.</summary>
    public static Command? Find(string[] arguments)
    {
        var command = Table.FirstOrDefault(command => command.Word == arguments[0]);
        if (command is null)
        {
            Console.Error.WriteLine($"There is no command {arguments[0]}.");
            Console.Error.WriteLine(Usage);
        }

        return command;
    }

    public static string Usage => string.Join(
        Environment.NewLine, ["Without a command the program serves its pages. Commands:", .. Table.Select(command => $"  {command.Usage}")]);

    /// <summary>The output is the command's alone, for a script to read; what is logged goes to the error stream.</summary>
    public static WebApplicationBuilder KeepOutputFor(this WebApplicationBuilder builder, Command? command)
    {
        if (command is not null)
        {
            builder.Services.Configure<ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        }

        return builder;
    }

    /// <summary>Whatever is sealed: the talks, then the traces. It ends well only if both do.</summary>
    private static async Task<int> VerifyAsync(IServiceProvider services, string[] arguments, CancellationToken cancel)
    {
        var talks = await services.GetRequiredService<VerifyCommand>().RunAsync(arguments, cancel);
        return talks == Misused ? talks : Math.Max(talks, await services.GetRequiredService<VerifyTraces>().RunAsync(arguments, cancel));
    }

    /// <summary>Runs a command to its end or to Ctrl-C.</summary>
    public static async Task<int> RunAsync(this WebApplication app, Command command, string[] arguments)
    {
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };

        try
        {
            await app.Services.PrepareDatabaseAsync(stop.Token);
            await using var scope = app.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentUserAccessor>().ActAsConsole();
            CurrentAct.Begin(Guid.Empty, command.Word);
            return await command.RunAsync(scope.ServiceProvider, arguments[1..], stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return Stopped;
        }
    }
}
