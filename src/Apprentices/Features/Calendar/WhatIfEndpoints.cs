using Apprentices.Platform;

namespace Apprentices.Features.Calendar;

/// <summary>What the API says of days and duties.</summary>
public static class WhatIfEndpoints
{
    public static void Map(RouteGroupBuilder api) => api
        .MapPost("/what-if", (AnswerWhatIf answer, ApiBody<WhatIfQuestion> body, CancellationToken cancel) => answer.RunAsync(body.Value, cancel))
        .WithName("whatIf")
        .WithSummary("What falls due when for a contract of nobody in particular: every duty with its window, last day, paragraph and the sum behind it.");
}
