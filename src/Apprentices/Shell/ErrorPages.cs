using Apprentices.Platform;
using Microsoft.AspNetCore.Diagnostics;

namespace Apprentices.Shell;

/// <summary>What is shown when something failed or is not there. The API tells it in words of its own.</summary>
public static class ErrorPages
{
    public static WebApplication UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(ShellLinks.Error, createScopeForErrors: true);

        // Not in a branch: one has no routes of its own, and would find the page nowhere.
        app.UseStatusCodePagesWithReExecute(ShellLinks.NotFound, createScopeForStatusCodePages: true);
        app.Use(async (context, next) =>
        {
            var isPage = HttpMethods.IsGet(context.Request.Method) && !context.Request.IsApi();
            if (!isPage && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            {
                pages.Enabled = false;
            }

            await next(context);
            if (isPage && context.Response is { StatusCode: StatusCodes.Status403Forbidden, HasStarted: false })
            {
                // Whoever may not see a page is not told that there is one.
                context.Response.StatusCode = StatusCodes.Status404NotFound;
            }
        });
        return app;
    }
}
