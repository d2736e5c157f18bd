using Apprentices.Domain;
using Apprentices.Features.Account;
using Apprentices.Features.Api;
using Apprentices.Features.Apprenticeships;
using Apprentices.Features.Audits;
using Apprentices.Features.Calendar;
using Apprentices.Features.CalendarFeed;
using Apprentices.Features.Curricula;
using Apprentices.Features.Curricula.Moves;
using Apprentices.Features.Deadlines;
using Apprentices.Features.EvaluationForms;
using Apprentices.Features.Evaluations;
using Apprentices.Features.Evaluations.BeforeTheSystem;
using Apprentices.Features.Evaluations.Returns;
using Apprentices.Features.Evaluations.Signing;
using Apprentices.Features.Evaluations.Together;
using Apprentices.Features.FinalTests;
using Apprentices.Features.Home;
using Apprentices.Features.Jobs;
using Apprentices.Features.Leaves;
using Apprentices.Features.Messages;
using Apprentices.Features.Money;
using Apprentices.Features.Notifications;
using Apprentices.Features.Observations;
using Apprentices.Features.People;
using Apprentices.Features.Placements;
using Apprentices.Features.PlanTemplates;
using Apprentices.Features.Portfolio;
using Apprentices.Features.ProgressLog;
using Apprentices.Features.RecordChanges;
using Apprentices.Features.Reminders;
using Apprentices.Features.Roster;
using Apprentices.Features.SensitiveFacts;
using Apprentices.Features.Setup;
using Apprentices.Features.Standings;
using Apprentices.Features.Traces;
using Apprentices.Features.TrainingPlans;
using Apprentices.Features.Units;
using Apprentices.Shell;
using Apprentices.Tests.Access;

namespace Apprentices.BrowserTests.Pages;

/// <summary>One page of the app, and who sees most on it; the others who come to it follow.</summary>
internal sealed record Place(string Name, Func<Scene, string> Link, params Seat[] Seats)
{
    public override string ToString() => Name;
}

/// <summary>Every distinct page of the app.</summary>
internal static class Site
{
    public static IReadOnlyList<Place> Places { get; } =
    [
        new("sign-in", _ => AccountLinks.SignIn, Seat.Nobody),
        new("privacy", _ => AccountLinks.Privacy, Seat.Nobody, Seat.Apprentice),
        new("accessibility", _ => AccountLinks.Accessibility, Seat.Nobody, Seat.Apprentice),
        new("check of a file", _ => SigningLinks.Check, Seat.Nobody, Seat.Apprentice),
        new("access denied", _ => AccountLinks.AccessDenied, Seat.Apprentice, Seat.Nobody),
        new("not found", _ => ShellLinks.NotFound, Seat.Apprentice, Seat.Hr),
        new("error", _ => ShellLinks.Error, Seat.Nobody, Seat.Apprentice),
        new("home of an apprentice", _ => HomeLinks.Home, Seat.Apprentice, Seat.OtherApprentice),
        new("home of a supervisor", _ => HomeLinks.Home, Seat.Instructor, Seat.Manager, Seat.FormerInstructor),
        new("own work", _ => HomeLinks.OwnWork, Seat.FormerInstructor, Seat.Manager, Seat.Instructor),
        new("overview", _ => ApprenticeshipLinks.Overview, Seat.Hr, Seat.NamedHr),
        new("list", _ => ApprenticeshipLinks.List, Seat.Hr, Seat.Manager, Seat.Instructor, Seat.FormerInstructor),
        new("register", _ => ApprenticeshipLinks.Register, Seat.Hr),
        new("import", _ => RosterLinks.Import, Seat.Hr),
        new("handover", _ => ApprenticeshipLinks.Handover, Seat.Hr),
        new("people", _ => PeopleLinks.List, Seat.Hr),
        new("roles", _ => PeopleLinks.Roles, Seat.Administrator, Seat.Hr),
        new("access of a person", at => PeopleLinks.Access(at.Apprenticeship.PersonId), Seat.Administrator, Seat.Hr),
        new("accounts that wait", _ => PeopleLinks.WaitingAccounts, Seat.Hr, Seat.Administrator),
        new("new colleague", _ => PeopleLinks.Colleague, Seat.Administrator),
        new("own sessions", _ => AccountLinks.Sessions, Seat.Apprentice, Seat.Hr),
        new("refused", _ => AccountLinks.RefusedPage, Seat.Nobody),
        new("sign-in that stopped", _ => AccountLinks.Stopped(SignInStop.Away), Seat.Nobody),
        new("invitation", _ => AccountLinks.Invitation, Seat.Nobody),
        new("person", at => PeopleLinks.Person(at.Apprenticeship.PersonId), Seat.Hr),
        new("merge", _ => PeopleLinks.Merge, Seat.Hr),
        new("search", _ => $"{PeopleLinks.Search}?q=a", Seat.Hr, Seat.Instructor, Seat.Apprentice),
        new("record", at => ApprenticeshipLinks.Record(at.Id), Seat.Hr, Seat.Manager, Seat.Instructor, Seat.Apprentice),
        new("changes of the house", _ => TraceLinks.House, Seat.Hr),
        new("changes", at => TraceLinks.Changes(at.Id), Seat.Hr, Seat.Manager, Seat.Apprentice),
        new("readers", at => TraceLinks.Readers(at.Id), Seat.Hr, Seat.Apprentice),
        new("history", at => ApprenticeshipLinks.History(at.Id), Seat.Hr, Seat.Manager, Seat.Apprentice),
        new("history as of a day", at => RecordChangeLinks.AsOf(at.Id, at.App.Clock.Today.AddMonths(-1)), Seat.Instructor, Seat.Hr),
        new("change", at => ApprenticeshipLinks.Change(at.Id), Seat.Hr),
        new("change, an interruption", at => RecordChangeLinks.Interruption(at.Id), Seat.Hr),
        new("register again", at => ApprenticeshipLinks.RegisterAgain(at.Apprenticeship.PersonId), Seat.Hr),
        new("money", at => ApprenticeshipLinks.Money(at.Id), Seat.Hr, Seat.Manager, Seat.Instructor, Seat.Apprentice),
        new("grants", _ => MoneyLinks.Grants, Seat.Hr),
        new("move to a new edition", at => CurriculumMoveLinks.Move(at.Apprenticeship.CurriculumCode), Seat.Hr),
        new("calendar of one", at => ApprenticeshipLinks.Calendar(at.Id), Seat.Hr, Seat.Manager, Seat.Apprentice),
        new("calendar", _ => CalendarLinks.Calendar, Seat.Hr, Seat.Instructor),
        new("own calendar elsewhere", _ => CalendarFeedLinks.Own, Seat.Apprentice, Seat.Instructor, Seat.Hr),
        new("calendar, a year", at => CalendarLinks.Of(CalendarLook.Year, at.App.Clock.Today, new CalendarFilter()), Seat.Hr),
        new("year wheel", at => CalendarLinks.Of(CalendarLook.Wheel, at.App.Clock.Today, new CalendarFilter()), Seat.Hr, Seat.Manager),
        new("calendar, a day", at => CalendarLinks.Day(at.Planned.DueOn, new CalendarFilter()), Seat.Hr),
        new("what if", at => CalendarLinks.WhatIfFrom(at.Id), Seat.Hr, Seat.Instructor),
        new("edit", at => ApprenticeshipLinks.Edit(at.Id), Seat.Hr),
        new("plan", at => ApprenticeshipLinks.Plan(at.Id), Seat.Instructor, Seat.Manager, Seat.Hr),
        new("plan, rating a goal", at => TrainingPlanLinks.Goal(at.Id, at.Goal.Id), Seat.Instructor, Seat.Manager),
        new("plan, tasks", at => TrainingPlanLinks.Tasks(ApprenticeshipLinks.Plan(at.Id)), Seat.Instructor, Seat.Manager, Seat.Hr),
        new("plan, what the template offers", at => TrainingPlanLinks.Offer(at.Id), Seat.Instructor, Seat.Manager, Seat.Hr),
        new("plan on paper", at => TrainingPlanLinks.Sheet(at.Id), Seat.Instructor, Seat.Manager, Seat.Hr),
        new("kept plan on paper", at => TrainingPlanLinks.Sheet(at.Id, 1), Seat.Manager, Seat.Hr),
        new("own plan", _ => TrainingPlanLinks.Plan, Seat.Apprentice),
        new("own plan, tasks", _ => TrainingPlanLinks.Tasks(TrainingPlanLinks.Plan), Seat.Apprentice),
        new("own plan on paper", _ => TrainingPlanLinks.OwnSheet(), Seat.Apprentice),
        new("portfolio", at => PortfolioLinks.Of(at.Id), Seat.Instructor, Seat.Hr, Seat.Manager),
        new("own portfolio", _ => PortfolioLinks.Own, Seat.Apprentice),
        new("templates", _ => PlanTemplateLinks.List, Seat.Hr, Seat.Manager, Seat.Instructor, Seat.Apprentice),
        new("template to begin", at => PlanTemplateLinks.CopyOf(at.Template.Id), Seat.Instructor, Seat.Hr),
        new("template", at => PlanTemplateLinks.Template(at.Template.Id), Seat.Manager, Seat.Hr, Seat.Instructor, Seat.Apprentice),
        new("coverage of a template", at => PlanTemplateLinks.Coverage(at.Template.Id), Seat.Instructor, Seat.Hr),
        new("editions of a template", at => PlanTemplateLinks.Editions(at.Template.Id), Seat.Manager, Seat.Hr),
        new("edition of a template", at => PlanTemplateLinks.Edition(at.Template.Id, 1), Seat.Hr, Seat.Instructor),
        new("followers of a template", at => PlanTemplateLinks.Followers(at.Template.Id), Seat.Hr, Seat.Manager, Seat.OtherInstructor),
        new("task to add", at => PlanTemplateLinks.NewTask(at.Template.Id, "KM9004"), Seat.Instructor, Seat.Hr),
        new("task to change", at => PlanTemplateLinks.Task(at.Template.Id, at.Template.Tasks[0].Id), Seat.Manager, Seat.Hr),
        new("coverage of the house", _ => PlanTemplateLinks.HouseCoverage, Seat.Hr, Seat.Instructor),
        new("placements", at => ApprenticeshipLinks.Placements(at.Id), Seat.Manager, Seat.Hr, Seat.Instructor, Seat.Apprentice),
        new("own placements", _ => PlacementLinks.Own, Seat.Apprentice),
        new("hand-over", at => PlacementLinks.HandOver(at.Placement.Id), Seat.Receiver, Seat.Instructor, Seat.Apprentice),
        new("log", at => ApprenticeshipLinks.Log(at.Id), Seat.Instructor, Seat.Manager, Seat.Hr),
        new("log to approve", _ => ProgressLogLinks.Approvals, Seat.Instructor, Seat.Manager, Seat.Deputy, Seat.OtherInstructor),
        new("own log", _ => ProgressLogLinks.Log, Seat.Apprentice),
        new("observations", at => ApprenticeshipLinks.Observations(at.Id), Seat.Instructor, Seat.Manager, Seat.Hr),
        new("own observations", _ => ObservationLinks.Own, Seat.Apprentice),
        new("talks", _ => EvaluationLinks.Talks, Seat.Hr, Seat.Manager, Seat.Instructor, Seat.Apprentice),
        new("talks of one", at => ApprenticeshipLinks.Talks(at.Id), Seat.Hr, Seat.Manager, Seat.Instructor, Seat.Apprentice),
        new("talk to hold", at => EvaluationLinks.Talk(at.Planned.Id), Seat.Instructor, Seat.Hr, Seat.Apprentice),
        new("talk to sign", at => EvaluationLinks.Talk(at.Held.Id), Seat.Apprentice, Seat.Manager, Seat.Hr),
        new("talk held together", at => TogetherLinks.Together(at.Held.Id), Seat.Instructor, Seat.Apprentice, Seat.NamedHr),
        new("talk not begun", at => TogetherLinks.Together(at.Planned.Id), Seat.Instructor, Seat.Apprentice),
        new("own actions", _ => TogetherLinks.Actions, Seat.Apprentice, Seat.Instructor, Seat.NamedHr),
        new("talk signed", at => EvaluationLinks.Talk(at.Signed.Id), Seat.Manager, Seat.FormerInstructor, Seat.Apprentice),
        new("talk to prepare", at => EvaluationLinks.Prepare(at.Planned.Id), Seat.Apprentice, Seat.Instructor, Seat.Manager, Seat.NamedHr),
        new("who has read a talk", at => EvaluationLinks.Readers(at.Signed.Id), Seat.Apprentice),
        new("goals from talk to talk", at => EvaluationLinks.Trends(at.Id), Seat.Apprentice, Seat.Instructor, Seat.Manager),
        new("arrange a talk", at => EvaluationLinks.Arrange(at.Id), Seat.Instructor, Seat.Manager, Seat.Hr),
        new("return control", _ => TalkReturnLinks.Returns, Seat.Hr),
        new("talks from before", _ => TalksFromBeforeLinks.List, Seat.Hr),
        new("reminders ahead", _ => ReminderLinks.Ahead, Seat.Hr),
        new("reminders ahead, narrowed", _ => new AheadQuery(30, "a", Rung: ReminderRung.Named).Address(), Seat.Hr),
        new("rules of reminders", _ => ReminderLinks.Rules, Seat.Hr),
        new("rule of a reminder", _ => ReminderLinks.Rule("Duty-PlanInPlace"), Seat.Hr),
        new("rule of a reminder by law", _ => ReminderLinks.Rule("Talk"), Seat.Hr),
        new("words of a reminder", _ => ReminderLinks.WordsOf("Talk", "nn"), Seat.Hr),
        new("talk forms", _ => EvaluationFormLinks.List, Seat.Hr, Seat.Instructor),
        new("talk form to make", _ => EvaluationFormLinks.New, Seat.Hr),
        new("talk form", at => EvaluationFormLinks.Form(at.Form.Id), Seat.Hr, Seat.Manager),
        new("talk form, a question", at => EvaluationFormLinks.Question(at.Form.Id, "knows-goals"), Seat.Hr),
        new("talk form, a new question", at => EvaluationFormLinks.NewQuestion(at.Form.Id, "masters"), Seat.Hr),
        new("talk form, a part", at => EvaluationFormLinks.Section(at.Form.Id, "masters"), Seat.Hr),
        new("talk form, a new part", at => EvaluationFormLinks.NewSection(at.Form.Id), Seat.Hr),
        new("talk form, preview", at => EvaluationFormLinks.Preview(at.Form.Id), Seat.Hr, Seat.Instructor),
        new("talk form, editions", at => EvaluationFormLinks.Editions(at.Form.Id), Seat.Hr, Seat.Manager),
        new("talk form, an edition", at => EvaluationFormLinks.Edition(at.Form.Id, 1), Seat.Hr, Seat.Instructor),
        new("talk form, settings", at => EvaluationFormLinks.Settings(at.Form.Id), Seat.Hr),
        new("figures of talks", _ => EvaluationFormLinks.Figures, Seat.Hr),
        new("deadlines", _ => DeadlineLinks.List, Seat.Hr, Seat.Manager, Seat.Instructor, Seat.Apprentice),
        new("deadline", at => DeadlineLinks.Duty(at.Registration.Id), Seat.Manager, Seat.Hr, Seat.Instructor, Seat.Apprentice),
        new("notice", at => DeadlineLinks.Notice(at.Registration.Id), Seat.Manager, Seat.Hr),
        new("attest", at => DeadlineLinks.Attest(at.Attest.Id), Seat.Manager, Seat.Hr),
        new("final test", at => FinalTestLinks.Of(at.Id), Seat.Manager, Seat.Hr, Seat.Instructor, Seat.Apprentice),
        new("attempt at the final test", at => FinalTestLinks.Attempt(at.Id, 1), Seat.Manager, Seat.Hr, Seat.Apprentice, Seat.Instructor),
        new("result of the final test", at => FinalTestLinks.Enter(at.Id, 1, TestEvent.Result), Seat.Manager),
        new("final tests of the year", _ => FinalTestLinks.Year, Seat.Hr, Seat.Manager),
        new("setup of the final tests", _ => FinalTestLinks.Settings, Seat.Hr),
        new("setup of the final test of a trade", at => FinalTestLinks.SettingOf(at.Apprenticeship.CurriculumCode), Seat.Hr),
        new("how one is told", _ => NotificationLinks.Choices, Seat.Instructor, Seat.Apprentice, Seat.Hr, Seat.Administrator),
        new("leaves", at => LeaveLinks.Of(at.Leave.PersonId), Seat.Hr),
        new("HR and units", _ => UnitLinks.List, Seat.Hr, Seat.Administrator),
        new("units of somebody in HR", at => UnitLinks.Of(at[Seat.UnitHr]!.Id), Seat.Hr, Seat.Administrator),
        new("auditors' access", _ => AuditLinks.List, Seat.Hr),
        new("access to grant", _ => AuditLinks.New, Seat.Hr),
        new("record an auditor reads", at => ApprenticeshipLinks.Record(at.Id), Seat.Auditor, Seat.UnitHr),
        new("what is sealed", at => SensitiveLinks.Of(at.Id), Seat.Hr, Seat.Manager, Seat.Apprentice),
        new("leave to enter", at => LeaveLinks.New(at.Leave.PersonId), Seat.Hr),
        new("leave to change", at => LeaveLinks.Change(at.Leave.PersonId, at.Leave.Id), Seat.Hr),
        new("inbox", _ => ReminderLinks.Inbox, Seat.Apprentice, Seat.Instructor, Seat.Hr),
        new("setup", _ => SetupLinks.Setup, Seat.Hr),
        new("setup of the counties", _ => SetupLinks.Counties, Seat.Hr),
        new("setup of a county", _ => SetupLinks.CountyOf("03"), Seat.Hr),
        new("setup of who does what", _ => SetupLinks.Office, Seat.Hr),
        new("setup of the log", _ => SetupLinks.Log, Seat.Hr),
        new("setup of the log in a trade", at => SetupLinks.LogOf(at.Apprenticeship.CurriculumCode), Seat.Hr),
        new("approvals", _ => SetupLinks.Approvals, Seat.Hr),
        new("approval to enter", _ => SetupLinks.NewApproval, Seat.Hr),
        new("curricula", _ => CurriculaLinks.List, Seat.Hr, Seat.Instructor, Seat.Apprentice),
        new("curriculum", at => CurriculaLinks.Of(at.Apprenticeship.CurriculumCode), Seat.Hr, Seat.Manager, Seat.Apprentice),
        new("curriculum that ships", _ => CurriculaLinks.Of("ITD03-01", 1), Seat.Instructor),
        new("editions compared", _ => CurriculaLinks.Compare(Scene.TwoEditions, 1, 2), Seat.Instructor),
        new("import of curricula", _ => CurriculaLinks.Import, Seat.Hr),
        new("who is behind", _ => StandingsLinks.Behind, Seat.Hr, Seat.Manager),
        new("who is quiet", _ => new StandingsQuery(AttentionFilter.Quiet).Address(StandingsLinks.Behind), Seat.Hr),
        new("load", _ => StandingsLinks.Load, Seat.Hr, Seat.Manager),
        new("checklists", _ => SetupLinks.Checklists, Seat.Hr),
        new("messages", _ => MessageLinks.Messages, Seat.Hr),
        new("jobs", _ => JobLinks.Jobs, Seat.Administrator),
        new("runs of a job", _ => JobLinks.Runs("refresh-duties"), Seat.Administrator),
        new("access tokens", _ => ApiLinks.Tokens, Seat.Administrator),
        new("own access tokens", _ => ApiLinks.OwnTokens, Seat.Instructor, Seat.Hr),
    ];
}
