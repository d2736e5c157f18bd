namespace Apprentices.Platform;

/// <summary>Use cases are found by what they are: a class of a feature with a <c>RunAsync</c>. None is registered by hand.</summary>
public static class UseCases
{
    public static IReadOnlyList<Type> All { get; } =
    [
        .. typeof(UseCases).Assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false, IsNested: false }
            && type.Namespace?.StartsWith("Apprentices.Features.", StringComparison.Ordinal) == true
            && Array.Exists(type.GetMethods(), method => method.Name == "RunAsync")),
    ];

    public static WebApplicationBuilder AddUseCases(this WebApplicationBuilder builder)
    {
        foreach (var useCase in All)
        {
            builder.Services.AddScoped(useCase);
        }

        return builder;
    }
}
