using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.Account;

/// <summary>What there is to see as a persona, in one line.</summary>
public static class PersonaLines
{
    public static string Of(ListPersonas.ApprenticeRow row) => row.Standing switch
    {
        ListPersonas.Standing.JustBegun => Texts.Format(AccountTexts.ApprenticeInFirst, row.Trade),
        ListPersonas.Standing.EndsSoon => Texts.Format(AccountTexts.ApprenticeEndsSoon, row.Trade),
        ListPersonas.Standing.Ended => Texts.Format(AccountTexts.ApprenticeEnded, row.Trade),
        ListPersonas.Standing.Behind => Line(row, AccountTexts.Behind),
        ListPersonas.Standing.TalkOverdue => Line(row, AccountTexts.TalkOverdue),
        ListPersonas.Standing.Interrupted => Line(row, AccountTexts.Interrupted),
        _ => Line(row, AccountTexts.OnTrack),
    };

    public static string Of(ListPersonas.SupervisorRow row)
    {
        var (one, many) = (row.Roles & (Roles.Instructor | Roles.TrainingManager)) switch
        {
            Roles.Instructor => (AccountTexts.InstructorOfOne, AccountTexts.InstructorOf),
            Roles.TrainingManager => (AccountTexts.TrainingManagerOfOne, AccountTexts.TrainingManagerOf),
            _ => (AccountTexts.BothOfOne, AccountTexts.BothOf),
        };
        return row.Apprentices == 1 ? one : Texts.Format(many, row.Apprentices);
    }

    public static string Of(ListPersonas.StaffRow row) => row.Roles.HasFlag(Roles.Hr) ? AccountTexts.HrLine : AccountTexts.AdministratorLine;

    private static string Line(ListPersonas.ApprenticeRow row, string standing) =>
        Texts.Format(AccountTexts.ApprenticeLine, row.Trade, row.HalfYear, standing);
}
