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
        app.Use((context, next) =>
        {
            if ((!HttpMethods.IsGet(context.Request.Method) || context.Request.IsApi()) && context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            {
                pages.Enabled = false;
            }

            return next(context);
        });
        return app;
    }
}
