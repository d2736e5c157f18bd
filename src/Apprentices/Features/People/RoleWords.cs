using Apprentices.Domain;

namespace Apprentices.Features.People;

/// <summary>What roles are called on screen.</summary>
internal static class RoleWords
{
    /// <summary>Those that are given, as people meet them; an auditor's comes with what she is let read.</summary>
    public static IReadOnlyList<Roles> InOrder { get; } = [Roles.Apprentice, Roles.Instructor, Roles.TrainingManager, Roles.Hr, Roles.Administrator];

    public static string Of(Roles roles) => roles == Roles.None
        ? PeopleTexts.RoleNone
        : string.Join(", ", InOrder.Append(Roles.Auditor).Where(role => roles.HasFlag(role)).Select(One));

    private static string One(Roles role) => role switch
    {
        Roles.Apprentice => PeopleTexts.RoleApprentice,
        Roles.Instructor => PeopleTexts.RoleInstructor,
        Roles.TrainingManager => PeopleTexts.RoleTrainingManager,
        Roles.Hr => PeopleTexts.RoleHr,
        Roles.Auditor => PeopleTexts.RoleAuditor,
        _ => PeopleTexts.RoleAdministrator,
    };
}
