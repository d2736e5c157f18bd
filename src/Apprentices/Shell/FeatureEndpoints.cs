using Apprentices.Features.Account;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.CalendarFeed;
using Apprentices.Features.Deadlines;
using Apprentices.Features.EvaluationForms;
using Apprentices.Features.Evaluations;
using Apprentices.Features.Evaluations.Signing;
using Apprentices.Features.FinalTests;
using Apprentices.Features.Messages;
using Apprentices.Features.Money;
using Apprentices.Features.People;
using Apprentices.Features.Placements;
using Apprentices.Features.PlanTemplates;
using Apprentices.Features.Portfolio;
using Apprentices.Features.ProgressLog;
using Apprentices.Features.ProgressLog.Files;
using Apprentices.Features.Reminders;
using Apprentices.Features.Standings;
using Apprentices.Features.TrainingPlans;
using Apprentices.Platform;

namespace Apprentices.Shell;

/// <summary>What the features answer outside their pages: forms that set a cookie, and files to download.</summary>
public static class FeatureEndpoints
{
    /// <summary>Maps them all; each states its own policy. How many files one person takes away in a minute is the same for all.</summary>
    public static IEndpointRouteBuilder MapFeatures(this IEndpointRouteBuilder routes)
    {
        var app = routes.MapGroup("").RequireRateLimiting(WebLimits.Downloads);
        app.MapAccount();
        app.MapApprenticeships();
        app.MapMoney();
        app.MapDeadlines();
        app.MapProgressLog();
        app.MapLogFiles();
        app.MapPeople();
        app.MapEvaluations();
        app.MapMessages();
        app.MapReminders();
        app.MapCalendarFeed();
        app.MapEvaluationForms();
        app.MapTalkDocuments();
        app.MapDocumentCheck();
        app.MapPlacements();
        app.MapFinalTests();
        app.MapTrainingPlans();
        app.MapLogLists();
        app.MapPlanTemplates();
        app.MapPortfolio();
        app.MapStandings();
        return routes;
    }
}
