using Apprentices.Domain;
using Apprentices.Features.Account;
using Apprentices.Features.Api;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.Audits;
using Apprentices.Features.Calendar;
using Apprentices.Features.Deadlines;
using Apprentices.Features.Evaluations;
using Apprentices.Features.FinalTests;
using Apprentices.Features.Home;
using Apprentices.Features.Jobs;
using Apprentices.Features.People;
using Apprentices.Features.Placements;
using Apprentices.Features.PlanTemplates;
using Apprentices.Features.ProgressLog;
using Apprentices.Features.Roster;
using Apprentices.Features.Setup;
using Apprentices.Features.Standings;
using Apprentices.Features.TrainingPlans;
using Apprentices.Features.Units;
using Apprentices.Platform;

namespace Apprentices.Shell;

/// <summary>One entry of the navigation.</summary>
public sealed record NavEntry(string Href, string Icon, string Text);

/// <summary>What stands in the navigation, by role. A person with several roles has the entries of them all, each once.</summary>
public static class NavEntries
{
    /// <summary>A phone's bottom bar has room for no more.</summary>
    public const int Most = 5;

    private const Roles Supervisor = Roles.Instructor | Roles.TrainingManager;
    private const Roles Personnel = Roles.Hr | Roles.UnitHr;

    /// <summary>The daily entries, at most five.</summary>
    public static IReadOnlyList<NavEntry> Daily(ShellUser user) => [.. Of(user).Take(Most)];

    /// <summary>The second group: below the first on a wide screen, in the person menu on a phone.</summary>
    public static IReadOnlyList<NavEntry> More(ShellUser user) =>
        [.. Of(user).Skip(Most).Concat(Of(user.Roles, Roles.Hr, new(RosterLinks.Import, "upload", ShellTexts.Import), new(PeopleLinks.List, "badge", ShellTexts.People), new(SetupLinks.Setup, "gear", ShellTexts.Setup)))
        .Concat(Of(user.Roles, Policies.Table[Policy.LimitHr], new NavEntry(UnitLinks.List, "lock", ShellTexts.HrUnits)))
        .Concat(Of(user.Roles, Policies.Table[Policy.GrantAudits], new NavEntry(AuditLinks.List, "lock", ShellTexts.Auditors)))];

    private static IEnumerable<NavEntry> Of(ShellUser user) =>
        All(user.Roles).Distinct().Where(entry => entry.Href != ProgressLogLinks.Log || !user.HasLogElsewhere);

    private static IEnumerable<NavEntry> All(Roles roles) =>
    [
        .. Of(roles, Personnel, new NavEntry(ApprenticeshipLinks.Overview, "home", ShellTexts.Overview)),
        .. HasHome(roles) ? [new NavEntry(HomeLinks.Home, "home", ShellTexts.Home)] : Array.Empty<NavEntry>(),
        .. Of(roles, Roles.Apprentice, new(ProgressLogLinks.Log, "pen", ShellTexts.Log), new(TrainingPlanLinks.Plan, "plan", ShellTexts.Plan)),
        .. Of(roles, Supervisor, new NavEntry(ProgressLogLinks.Approvals, "check", ShellTexts.Approvals)),
        .. Of(roles, Personnel | Supervisor | Roles.Auditor, new NavEntry(ApprenticeshipLinks.List, "people", ShellTexts.Apprentices)),
        .. Of(roles, Personnel | Supervisor, new NavEntry(DeadlineLinks.List, "clock", ShellTexts.Deadlines)),
        .. Of(roles, Personnel | Supervisor | Roles.Apprentice, new NavEntry(EvaluationLinks.Talks, "talk", ShellTexts.Talks)),
        .. Of(roles, Roles.Apprentice, new NavEntry(PlacementLinks.Own, "place", ShellTexts.MyPlaces)),
        .. Of(roles, Personnel | Supervisor, new NavEntry(CalendarLinks.Calendar, "cal", ShellTexts.Calendar)),
        .. Of(roles, Personnel | Roles.TrainingManager, new NavEntry(FinalTestLinks.Year, "flag", ShellTexts.FinalTests)),
        .. Of(roles, Personnel | Supervisor, new NavEntry(PlanTemplateLinks.List, "plan", ShellTexts.Templates)),
        .. Of(roles, Personnel, new NavEntry(StandingsLinks.Behind, "down", ShellTexts.Behind)),
        .. Of(roles, Roles.Administrator, new(JobLinks.Jobs, "gear", ShellTexts.Jobs), new(ApiLinks.Tokens, "lock", ShellTexts.AccessTokens), new(PeopleLinks.Roles, "badge", ShellTexts.Roles)),
    ];

    /// <summary>The home of HR is the overview, that of an administrator who is nothing else the jobs, and an auditor's the list.</summary>
    private static bool HasHome(Roles roles) => (roles & Personnel) == Roles.None && roles is not (Roles.Administrator or Roles.Auditor);

    private static NavEntry[] Of(Roles roles, Roles any, params NavEntry[] entries) => (roles & any) == Roles.None ? [] : entries;
}
