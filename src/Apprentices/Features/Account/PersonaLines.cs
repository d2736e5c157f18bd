using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.Account;

/// <summary>What there is to see as a persona, in one line.</summary>
public static class PersonaLines
{
    public static string Of(ListPersonas.ApprenticeRow row) => row.State switch
    {
        StandingState.EndsSoon => Texts.Format(AccountTexts.ApprenticeEndsSoon, row.Trade),
        StandingState.Ended => Texts.Format(AccountTexts.ApprenticeEnded, row.Trade),
        StandingState.Behind => Line(row, AccountTexts.Behind),
        StandingState.Overdue => Line(row, AccountTexts.TalkOverdue),
        StandingState.Interrupted => Line(row, AccountTexts.Interrupted),
        StandingState.DueSoon => Line(row, AccountTexts.TalkDueSoon),
        _ when row.HalfYear <= 1 => Texts.Format(AccountTexts.ApprenticeInFirst, row.Trade),
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

    public static string Of(ListPersonas.StaffRow row) => row.Roles switch
    {
        var roles when roles.HasFlag(Roles.Hr) => AccountTexts.HrLine,
        var roles when roles.HasFlag(Roles.Administrator) => AccountTexts.AdministratorLine,
        _ => AccountTexts.AuditorLine,
    };

    private static string Line(ListPersonas.ApprenticeRow row, string standing) =>
        Texts.Format(AccountTexts.ApprenticeLine, row.Trade, row.HalfYear, standing);
}
