using Apprentices.Platform;
using Apprentices.Shared;
using Apprentices.Shell;

try
{
    var isCommand = Commands.IsAskedFor(args);
    var command = isCommand ? Commands.Find(args) : null;
    if (isCommand && command is null)
    {
        return Commands.Misused;
    }

    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = isCommand ? [] : args, ContentRootPath = AppContext.BaseDirectory });
    builder.WebHost.UseStaticWebAssets();
    builder.Host.UseDefaultServiceProvider(options => (options.ValidateOnBuild, options.ValidateScopes) = (true, true));

    builder.AddSettings();
    builder.AddWebProtection();
    builder.AddRadzen();
    builder.AddDatabase();
    builder.AddUseCases();
    builder.AddSignIn();
    builder.AddStart();
    builder.AddMail();
    builder.AddGrep();
    builder.AddTelemetry();
    builder.AddBackgroundJobs();
    builder.AddHealth();
    builder.AddLiveTalks();
    builder.AddApi().AddCalendarFeed();
    builder.AddDocuments().AddSensitiveKeys();
    builder.AddTraces();
    builder.KeepOutputFor(command);
    builder.Services.AddSingleton(OfficeTime.Clock);
    builder.Services.AddRazorComponents().AddInteractiveServerComponents().AddHubOptions(hub => hub.MaximumReceiveMessageSize = Start.LongestMessage);

    await using var app = builder.Build();
    if (command is not null)
    {
        return await app.RunAsync(command, args);
    }

    await app.PrepareToServeAsync();

    app.UseWebProtection();
    app.UseErrorPages();
    app.UseApi();
    app.UseSignInLimit();
    app.UseAuthentication();
    app.UseCultures();
    app.UseAuthorization();
    app.UseRateLimiter();
    app.UseAntiforgery();
    app.MapStaticAssets().AllowAnonymous();
    app.MapFeatures();
    app.MapApi();
    app.MapJobServer();
    app.MapHealth();
    app.MapRazorComponents<App>().AddInteractiveServerRenderMode(WebHeaders.LeaveFramesToUs);

    return await app.ServeAsync();
}
catch (SettingsException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return SettingsException.ExitCode;
}
