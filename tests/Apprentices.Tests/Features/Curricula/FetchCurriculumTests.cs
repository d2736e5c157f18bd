using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Apprentices.Domain;
using Apprentices.Features.Curricula;
using Apprentices.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using static Apprentices.Tests.Features.Curricula.GrepExample;

namespace Apprentices.Tests.Features.Curricula;

/// <summary>Fetches from a server of our own that answers as Grep does, or as badly as one can.</summary>
public sealed class FetchCurriculumTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> asked = new();
    private readonly Dictionary<string, JsonObject> elements = new(StringComparer.Ordinal);
    private Func<HttpContext, Task>? instead;
    private WebApplication grep = null!;
    private TestApp app = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        grep = builder.Build();
        grep.Run(AnswerAsync);
        await grep.StartAsync();
        app = await TestApp.StartAsync(new Dictionary<string, string?>
        {
            ["Grep:Address"] = $"{grep.Urls.Single()}/kl06/v201906/",
            ["Grep:TimeoutSeconds"] = "2",
            ["Grep:LargestFileMegabytes"] = "1",
        }, ofItsOwn: true);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await grep.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_curriculum_comes_with_its_sets_and_goals_and_no_address_of_a_file_is_followed()
    {
        Serve("-lk20", Whole());

        var reading = await FetchAsync($" {Code.ToLowerInvariant()} ");

        Assert.Equal(["KM9501", "KM9502", "KM9503", "KV9001", Code], reading.Items.Keys.Order(StringComparer.Ordinal));
        Assert.All(asked, path => Assert.StartsWith("/kl06/v201906/", path, StringComparison.Ordinal));
        Assert.EndsWith($"/kl06/v201906/laereplaner-lk20/{Code}", reading.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_curriculum_is_found_where_those_are_and_what_is_lacking_is_named()
    {
        Serve("", Lk06());

        var hr = await app.Given.HrAsync();
        var reading = await FetchAsync("GAM3-01");
        var change = Assert.Single((await app.As(hr).RunAsync((PreviewCurricula use) => use.RunAsync(reading))).Changes);

        Assert.Equal(("LK06", false, true), (change.Read.Reform, change.Read.Goals[0].IsWhole, change.Read.Goals[1].IsWhole));
    }

    [Theory]
    [InlineData("404", "ingen læreplan")]
    [InlineData("500", "svarte 500")]
    [InlineData("redirect", "svarte 302")]
    [InlineData("slow", "på 2 sekunder")]
    [InlineData("slow in the middle", "på 2 sekunder")]
    [InlineData("cut", "sluttet midt i")]
    [InlineData("cut JSON", "slutter midt i")]
    [InlineData("too large", "høyst 1 MB")]
    [InlineData("endless", "høyst 1 MB")]
    [InlineData("a page", "ikke en JSON-fil")]
    [InlineData("another element", "ikke fra Grep")]
    public async Task Whatever_it_answers_ends_in_a_sentence(string answer, string said)
    {
        instead = context => BadlyAsync(context, answer);

        var refused = await Assert.ThrowsAsync<RuleException>(() => FetchAsync(Code));

        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_answers_or_it_is_turned_off_a_sentence_says_what_to_do()
    {
        await grep.StopAsync();
        Assert.Contains("Last opp filer i stedet", (await Assert.ThrowsAsync<RuleException>(() => FetchAsync(Code))).Message, StringComparison.Ordinal);
        Assert.Equal(CurriculaTexts.CodeOdd, (await Assert.ThrowsAsync<RuleException>(() => FetchAsync("../../etc"))).Message);

        await using var closed = await TestApp.StartAsync(new Dictionary<string, string?> { ["Grep:Enabled"] = "false" });
        Assert.Equal(CurriculaTexts.FetchOff, (await Assert.ThrowsAsync<RuleException>(async () =>
            await closed.As(await closed.Given.HrAsync()).RunAsync((FetchCurriculum use) => use.RunAsync(Code)))).Message);
    }

    private async Task<Apprentices.Features.Curricula.Grep.GrepReading> FetchAsync(string code)
    {
        var hr = await app.Given.HrAsync();
        return await app.As(hr).RunAsync((FetchCurriculum use) => use.RunAsync(code));
    }

    private void Serve(string suffix, JsonObject[] served)
    {
        foreach (var element in served)
        {
            var type = ((string)element["grep-type"]!).Split('/')[^1].Split('_')[0] switch
            {
                "laereplan" => "laereplaner",
                var other => other,
            };
            elements[$"/kl06/v201906/{type}{suffix}/{element["kode"]}"] = element;
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        asked.Enqueue(context.Request.Path);
        if (instead is not null)
        {
            await instead(context);
        }
        else if (elements.TryGetValue(context.Request.Path.Value!, out var element))
        {
            await context.Response.WriteAsync(element.ToJsonString());
        }
        else
        {
            context.Response.StatusCode = 404;
        }
    }

    private static async Task BadlyAsync(HttpContext context, string how)
    {
        var (response, good) = (context.Response, Curriculum().ToJsonString());
        switch (how)
        {
            case "404" or "500":
                response.StatusCode = how == "404" ? 404 : 500;
                break;
            case "redirect":
                response.Redirect("http://192.0.2.1/elsewhere");
                break;
            case "slow":
                await Task.Delay(TimeSpan.FromSeconds(10), context.RequestAborted);
                break;
            case "slow in the middle":
                await response.WriteAsync(good[..50]);
                await response.Body.FlushAsync();
                await Task.Delay(TimeSpan.FromSeconds(10), context.RequestAborted);
                break;
            case "cut":
                response.ContentLength = good.Length + 500;
                await response.WriteAsync(good);
                await response.Body.FlushAsync();
                await Task.Delay(TimeSpan.FromMilliseconds(300));
                context.Abort();
                break;
            case "cut JSON":
                await response.WriteAsync(good[..^40]);
                break;
            case "too large":
                response.ContentLength = 5L * 1024 * 1024;
                await response.WriteAsync(good);
                await response.Body.FlushAsync();
                await Task.Delay(TimeSpan.FromSeconds(1), context.RequestAborted);
                break;
            case "endless":
                var spaces = Encoding.UTF8.GetBytes(new string(' ', 65536));
                for (var sent = 0; sent < 4000 && !context.RequestAborted.IsCancellationRequested; sent++)
                {
                    await response.Body.WriteAsync(spaces, context.RequestAborted);
                }

                break;
            case "a page":
                await response.WriteAsync("<!doctype html>");
                break;
            case "another element":
                await response.WriteAsync(Curriculum("ANN03-01").ToJsonString());
                break;
        }
    }
}
