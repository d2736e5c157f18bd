using Apprentices.Platform;

try
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.WebHost.UseStaticWebAssets();
    builder.Host.UseDefaultServiceProvider(options => (options.ValidateOnBuild, options.ValidateScopes) = (true, true));

    builder.AddSettings();
    builder.AddDatabase();
    builder.AddUseCases();

    builder.Services.AddSingleton(OfficeTime.Clock);
    builder.Services.AddScoped<CurrentUserAccessor>();
    builder.Services.AddHttpContextAccessor();
    builder.Services.AddCascadingAuthenticationState();
    builder.Services.AddRazorComponents().AddInteractiveServerComponents();

    var app = builder.Build();
    await app.Services.MigrateDatabaseAsync();

    app.UseAntiforgery();
    app.MapStaticAssets().AllowAnonymous();

    await app.RunAsync();
    return 0;
}
catch (SettingsException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return SettingsException.ExitCode;
}
