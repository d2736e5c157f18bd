namespace Apprentices.Platform;

public static class MailRegistration
{
    /// <summary>Mail goes the way the settings say; another way is not even there.</summary>
    public static WebApplicationBuilder AddMail(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MailsUnderWay>();
        builder.Services.AddScoped<MailQueue>();
        if (builder.Configuration.Get<MailSettings>().Way == MailWay.Smtp)
        {
            builder.Services.AddScoped<IMailer, SmtpMailer>();
            return builder;
        }

        builder.Services.AddHttpClient(GraphMailer.Client);
        builder.Services.AddSingleton<GraphSignIn>();
        builder.Services.AddScoped<IMailer, GraphMailer>();
        return builder;
    }
}
