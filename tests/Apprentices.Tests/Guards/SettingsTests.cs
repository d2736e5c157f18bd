using System.Collections;
using Apprentices.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Apprentices.Tests.Guards;

public sealed class SettingsTests
{
    private static string Sample => Path.Combine(SourceFiles.Root, "appsettings.sample.json");

    private static IConfiguration SampleSettings => new ConfigurationBuilder().AddJsonFile(Sample).Build();

    [Fact]
    public void The_sample_has_every_setting_and_no_other()
    {
        var lists = Settings.Sections.SelectMany(section => section.Value.GetProperties()
            .Where(property => typeof(IDictionary).IsAssignableFrom(property.PropertyType)).Select(property => $"{section.Key}:{property.Name}")).ToList();
        var written = SampleSettings.AsEnumerable().Where(entry => entry.Value is not null)
            .Select(entry => lists.Find(list => entry.Key.StartsWith($"{list}:", StringComparison.Ordinal)) ?? entry.Key)
            .Distinct(StringComparer.Ordinal);
        var known = Settings.Sections.SelectMany(section => section.Value.GetProperties()
            .Where(property => property.CanWrite)
            .Select(property => $"{section.Key}:{property.Name}"));

        Assert.Equal(known.Order(StringComparer.Ordinal), written.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_sample_is_taken_as_it_is()
    {
        var builder = Builder([]);
        builder.Configuration.AddJsonFile(Sample);
        builder.AddSettings();

        using var services = builder.Services.BuildServiceProvider();
        Assert.Equal("smtp.example.no", services.GetRequiredService<IOptions<MailSettings>>().Value.Host);
    }

    [Fact]
    public void Without_any_setting_the_program_starts() => Builder([]).AddSettings();

    [Theory]
    [InlineData("Mail:Port", "often", "Mail:Port")]
    [InlineData("Mail:Port", "0", "The setting Mail:Port must be a port from 1 to 65535.")]
    [InlineData("Mail:Prot", "25", "There is no setting Mail:Prot.")]
    [InlineData("Database:Provider", "Oracle", "Database:Provider")]
    [InlineData("Database:Provider", "PostgreSql", "The setting Database:ConnectionString is needed")]
    [InlineData("Progress:MarginPercent", "101", "The setting Progress:MarginPercent must be from 0 to 100.")]
    [InlineData("Progress:QuietDays", "0", "The setting Progress:QuietDays must be from 1 to 365.")]
    [InlineData("Progress:WaitingDays", "366", "The setting Progress:WaitingDays must be from 1 to 365.")]
    [InlineData("Api:RequestsPerMinute", "0", "The setting Api:RequestsPerMinute must be from 1 to 100000.")]
    [InlineData("Web:KnownProxies", "10.0.0.1 proxy", "The setting Web:KnownProxies has proxy, which is neither an address (10.0.0.4) nor a network (10.0.0.0/24).")]
    [InlineData("Web:KnownProxies", "10.0.0.1/33", "The setting Web:KnownProxies has 10.0.0.1/33")]
    [InlineData("Web:FormTargets", "https://login.example.no/", "The setting Web:FormTargets has https://login.example.no/, which is no origin")]
    [InlineData("Web:HttpsPort", "65536", "The setting Web:HttpsPort must be a port from 1 to 65535, or 0.")]
    [InlineData("AzureAd:ClientId", "laerlinger", "The setting AzureAd:TenantId is needed")]
    [InlineData("AzureAd:CallbackPath", "signin", "The setting AzureAd:CallbackPath must be a path")]
    [InlineData("Employer:PrivacyNoticeAddress", "example.no", "The setting Employer:PrivacyNoticeAddress must be an address")]
    public void A_setting_that_is_wrong_is_named_in_one_line(string name, string value, string said)
    {
        var wrong = Assert.Throws<SettingsException>(() => Builder([$"--{name}={value}"]).AddSettings());

        Assert.Contains(said, wrong.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', wrong.Message);
    }

    [Theory]
    [InlineData("--AzureAd:TenantId=t", "--AzureAd:Authority=https://id.example.no", "AzureAd:TenantId is needed")]
    [InlineData("--AzureAd:Authority=http://id.example.no", "--AzureAd:ClientSecret=s", "AzureAd:Authority must begin with https://")]
    [InlineData("--AzureAd:Instance=http://login.example.no", "--AzureAd:TenantId=t", "AzureAd:Instance must begin with https://")]
    public void A_provider_is_named_in_one_way_and_reached_by_https(string one, string other, string said)
    {
        var wrong = Assert.Throws<SettingsException>(() => Builder(["--AzureAd:ClientId=laerlinger", one, other]).AddSettings());

        Assert.Contains(said, wrong.Message, StringComparison.Ordinal);
    }

    private static WebApplicationBuilder Builder(string[] args) =>
        WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, EnvironmentName = "Test" });
}
