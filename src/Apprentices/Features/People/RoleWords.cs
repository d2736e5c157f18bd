using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.People;

/// <summary>What roles are called on screen.</summary>
internal static class RoleWords
{
    /// <summary>Those that are given, as people meet them; an auditor's comes with what she is let read.</summary>
    public static IReadOnlyList<Roles> InOrder { get; } = [Roles.Apprentice, Roles.Instructor, Roles.TrainingManager, Roles.Hr, Roles.Administrator];

    public static string Of(Roles roles) => roles == Roles.None
        ? PeopleTexts.RoleNone
        : string.Join(", ", InOrder.Append(Roles.Auditor).Where(role => roles.HasFlag(role)).Select(One));

    /// <summary>What is asked before a role is given, with all that it brings.</summary>
    public static string GiveQuestion(ReadAccess.Details person, Roles role) => LettingIn.AsksAgain(person.Roles, role)
        ? $"{Texts.Format(PeopleTexts.RoleGiveQuestion, Of(role))} {Texts.Format(PeopleTexts.RoleAsksAgain, person.Name)}"
        : Texts.Format(PeopleTexts.RoleGiveQuestion, Of(role));

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
