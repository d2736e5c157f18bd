using Apprentices.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Apprentices.Tests.Platform;

/// <summary>What libraries would write of a sign-in names people, and says several times what we say once.</summary>
public sealed class QuietLibrariesTests : AppTests
{
    [Theory]
    [InlineData("Microsoft.AspNetCore.Authentication.OpenIdConnect.OpenIdConnectHandler")]
    [InlineData("Microsoft.IdentityModel.LoggingExtensions.IdentityLoggerAdapter")]
    public void Of_a_sign_in_they_write_nothing(string category) =>
        Assert.False(App.Services.GetRequiredService<ILoggerFactory>().CreateLogger(category).IsEnabled(LogLevel.Critical));
}
