using Apprentices.Platform;

namespace Apprentices.Shell;

/// <summary>What is shown when something failed or is not there. The API tells it in words of its own.</summary>
public static class ErrorPages
{
    public static WebApplication UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(ShellLinks.Error, createScopeForErrors: true);
        app.UseWhen(
            context => HttpMethods.IsGet(context.Request.Method) && !context.Request.IsApi(),
            pages => pages.UseStatusCodePagesWithReExecute(ShellLinks.NotFound, createScopeForStatusCodePages: true));
        return app;
    }
}
