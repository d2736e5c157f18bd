using Radzen;

namespace Apprentices.Shared;

public static class RadzenSetup
{
    /// <summary>Radzen's dialogs, notifications and tooltips, speaking the reader's language.</summary>
    public static WebApplicationBuilder AddRadzen(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddRadzenComponents();
        builder.Services.AddSingleton<ILocalizer, RadzenLocalizer>();
        return builder;
    }
}
