using Microsoft.AspNetCore.Components;

namespace Apprentices.Tests.Guards;

/// <summary>Who may know whom: Shell, then Features, then Data, then Domain; a feature knows another one's links alone.</summary>
public sealed class DirectionTests
{
    [Fact]
    public void The_domain_knows_only_System() => Found.Nothing(CodeReferences.All
        .Where(reference => Room(reference.From) == "Domain" && Room(reference.To) != "Domain")
        .Where(reference => reference.To.Namespace?.StartsWith("System", StringComparison.Ordinal) != true)
        .Select(Said));

    [Fact]
    public void The_database_knows_the_domain_and_nothing_above_it() => Found.Nothing(CodeReferences.OfOurs
        .Where(reference => Room(reference.From) == "Data" && Room(reference.To) is not ("Data" or "Domain"))
        .Select(Said));

    [Fact]
    public void Shared_components_know_no_feature() => Found.Nothing(CodeReferences.OfOurs
        .Where(reference => Room(reference.From) == "Shared" && Room(reference.To) is "Features" or "Shell")
        .Select(Said));

    /// <summary>
    /// Drafts are what every form has: a feature that all others may use. And a home puts together what the features show:
    /// their components, which bring their own rows (docs/decisions/0012).
    /// </summary>
    [Fact]
    public void A_feature_knows_another_ones_links_and_nothing_else_of_it() => Found.Nothing(CodeReferences.OfOurs
        .Where(reference => Room(reference.From) == "Features" && Room(reference.To) == "Features")
        .Where(reference => Feature(reference.From) != Feature(reference.To) && Feature(reference.To) != "Drafts")
        .Where(reference => !Outermost(reference.To).Name.EndsWith("Links", StringComparison.Ordinal))
        .Where(reference => !(Feature(reference.From) == "Home" && reference.To.IsAssignableTo(typeof(IComponent))))
        .Select(Said));

    [Fact]
    public void A_feature_does_not_know_the_shell() => Found.Nothing(CodeReferences.OfOurs
        .Where(reference => Room(reference.From) == "Features" && Room(reference.To) == "Shell")
        .Select(Said));

    private static string Room(Type type) => type.Namespace?.Split('.') is ["Apprentices", var room, ..] ? room : "";

    private static string Feature(Type type) => type.Namespace?.Split('.') is ["Apprentices", "Features", var feature, ..] ? feature : "";

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static string Said((Type From, Type To) reference) => $"{Outermost(reference.From).FullName} knows {Outermost(reference.To).FullName}";
}
