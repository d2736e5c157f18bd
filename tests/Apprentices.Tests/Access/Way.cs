using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Apprentices.Tests.Access;

/// <summary>
/// One way to use a use case upon the apprenticeship of the scene. It gives what came back: nothing counts as not there,
/// false as nothing of hers.
/// </summary>
internal sealed record Way(Type UseCase, string Name, Func<object, Scene, Person?, Task<object?>> UseAsync)
{
    /// <summary>It gives nothing back: it does something.</summary>
    public bool IsAct { get; init; }

    public async Task<Answer> AskAsync(Scene scene, Seat seat)
    {
        scene.PutBack();
        await using var scope = scene.App.Services.CreateAsyncScope();
        if (scene[seat] is { } person)
        {
            scope.ServiceProvider.GetRequiredService<CurrentUserAccessor>().ActAs(person.Id);
        }
        else
        {
            scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = new DefaultHttpContext();
        }

        try
        {
            return await UseAsync(scope.ServiceProvider.GetRequiredService(UseCase), scene, scene[seat]) switch
            {
                null => Answer.NotThere,
                false => Answer.Nothing,
                _ => Answer.Yes,
            };
        }
        catch (NotThereException)
        {
            return Answer.NotThere;
        }
        catch (NotAllowedException)
        {
            return Answer.NotAllowed;
        }
        catch (RuleException)
        {
            return Answer.Refused;
        }
    }
}

/// <summary>How each use case is used upon the apprenticeship of the scene; the features' parts are in files of their own.</summary>
internal static partial class AccessWays
{
    public static IReadOnlyList<Way> All { get; } =
    [
        .. OfCalendars(), .. OfAccount(), .. OfRecords(), .. OfPeople(), .. OfTraining(), .. OfTalks(), .. OfApi(), .. OfSetup(), .. OfMoney(),
        .. OfDeadlines(), .. OfChanges(), .. OfPlans(), .. OfTemplates(), .. OfMoves(), .. OfCurricula(), .. OfPlacements(), .. OfApprovals(), .. OfWriting(), .. OfMonday(), .. OfExports(),
        .. OfStandings(), .. OfFiles(), .. OfForms(), .. OfPreparation(), .. OfTogether(), .. OfSigning(), .. OfMeetings(), .. OfFinalTests(), .. OfOutbox(), .. OfCalendarFeeds(), .. OfJobs(), .. OfNotifications(), .. OfReminderRules(), .. OfRights(), .. OfSignIn(), .. OfTraces(),
    ];

    private static Way Read<T>(Func<T, Scene, Person?, Task<object?>> use, string? what = null) where T : notnull =>
        new(typeof(T), what is null ? typeof(T).Name : $"{typeof(T).Name}: {what}", (useCase, at, me) => use((T)useCase, at, me));

    private static Way Read<T>(Func<T, Scene, Task<object?>> use, string? what = null) where T : notnull =>
        Read<T>((useCase, at, _) => use(useCase, at), what);

    private static Way Do<T>(Func<T, Scene, Person?, Task> use, string? what = null) where T : notnull => Read<T>(
        async (useCase, at, me) =>
        {
            await use(useCase, at, me);
            return true;
        },
        what) with
    { IsAct = true };

    private static Way Do<T>(Func<T, Scene, Task> use, string? what = null) where T : notnull => Do<T>((useCase, at, _) => use(useCase, at), what);
}
