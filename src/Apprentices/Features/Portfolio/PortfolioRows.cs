using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Portfolio;

/// <summary>Reads a portfolio as far as its reader may see it, by the rules its screens follow. The files' bytes are not read here.</summary>
internal sealed class PortfolioRows(AppDbContext db, CurrentUser user, Apprenticeship contract, AccessLog readings)
{
    private readonly Guid id = contract.Id;

    /// <summary>The contract of a portfolio: the one named, or one's own.</summary>
    public static IQueryable<Apprenticeship> Contract(AppDbContext db, CurrentUser user, Guid? apprenticeshipId)
    {
        var open = db.Apprenticeships.AsNoTracking().VisibleTo(user);
        return apprenticeshipId is { } id ? open.Where(a => a.Id == id) : open.OwnOf(user);
    }

    public async Task<PortfolioContent> ReadAsync(string employer, DateTimeOffset at, CancellationToken cancel)
    {
        var files = await FilesAsync(cancel);
        return new PortfolioContent
        {
            MadeAt = at.ToUniversalTime(),
            IsOwn = contract.PersonId == user.PersonId,
            Employer = employer,
            Contract = new PortfolioContent.ContractOf(
                id, contract.Person.GivenName, contract.Person.FamilyName, contract.Curriculum.Trade, contract.CurriculumCode, contract.Kind, contract.Variant, contract.VigoNumber,
                contract.StartsOn, contract.EndsOn, contract.Workplace.Name, DutyWords.CountyName(contract.CountyNumber), contract.TrainingOffice),
            People = await db.Assignments.VisibleTo(user).Where(s => s.ApprenticeshipId == id).OrderBy(s => s.FromOn).ThenBy(s => s.Role).ThenBy(s => s.Id)
                .Select(s => new PortfolioContent.PersonOf(s.Person.GivenName + " " + s.Person.FamilyName, s.Role, s.IsDeputy, s.FromOn, s.ToOn)).ToListAsync(cancel),
            Decisions = await DecisionsAsync(cancel),
            HalfYears = [.. contract.HalfYears.Select(half => new PortfolioContent.HalfOf(half.Number, half.StartsOn, half.EndsOn))],
            Goals = await GoalsAsync(cancel),
            Tasks = await TasksAsync(cancel),
            Placements = await db.Placements.VisibleTo(user).Where(p => p.ApprenticeshipId == id).OrderBy(p => p.FromOn).ThenBy(p => p.Id)
                .Select(p => new PortfolioContent.PlacementOf(
                    p.Workplace.Name, p.FromOn, p.ToOn, p.Instructor == null ? null : p.Instructor.GivenName + " " + p.Instructor.FamilyName)).ToListAsync(cancel),
            Log = await LogAsync(files, cancel),
            Observations = await db.Observations.VisibleTo(user).Where(o => o.ApprenticeshipId == id).OrderBy(o => o.ObservedOn).ThenBy(o => o.WrittenAt)
                .Select(o => new PortfolioContent.ObservationOf(
                    o.Id, o.ObservedOn, o.Text, o.Author.GivenName + " " + o.Author.FamilyName, o.WrittenAt, o.CorrectedAt,
                    o.Goals.OrderBy(goal => goal.Order).Select(goal => goal.Code).ToList())).AsSplitQuery().ToListAsync(cancel),
            Talks = await TalksAsync(cancel),
            Files = files,
        };
    }

    private async Task<IReadOnlyList<PortfolioContent.DecisionOf>> DecisionsAsync(CancellationToken cancel)
    {
        var entries = await db.RecordEntries.VisibleTo(user).Where(e => e.ApprenticeshipId == id).OrderBy(e => e.Order)
            .Select(e => new { e.Id, e.Order, e.Change, e.DecidedBy, e.RecordedOn }).ToListAsync(cancel);
        var changes = entries.ToDictionary(entry => entry.Id, entry => entry.Change);
        var names = new RecordNames(
            await db.Workplaces.ToDictionaryAsync(w => w.Id, w => w.Name, cancel),
            (await db.Curricula.Select(c => new { c.Code, c.Trade }).ToListAsync(cancel)).ToDictionary(c => c.Code, c => c.Trade.ToString()));
        return
        [
            .. entries.Select(entry => new PortfolioContent.DecisionOf(
                entry.Order, entry.Change.GetType().Name,
                RecordWords.Title(entry.Change, names, entry.Change.Earlier is { } earlier ? changes.GetValueOrDefault(earlier) : null),
                RecordWords.Days(entry.Change), entry.DecidedBy, entry.RecordedOn)),
        ];
    }

    private async Task<IReadOnlyList<PortfolioContent.GoalOf>> GoalsAsync(CancellationToken cancel)
    {
        var ratings = (await db.GoalRatings.VisibleTo(user).Where(r => r.PlannedGoal.ApprenticeshipId == id).OrderBy(r => r.RatedOn).ThenBy(r => r.RatedAt)
            .Select(r => new { r.PlannedGoalId, Of = new PortfolioContent.RatingOf(r.Level, r.RatedOn, r.RatedAt, r.RatedBy.GivenName + " " + r.RatedBy.FamilyName, r.Note) })
            .ToListAsync(cancel)).ToLookup(r => r.PlannedGoalId, r => r.Of);
        var goals = await db.PlannedGoals.VisibleTo(user).Where(g => g.ApprenticeshipId == id).OrderBy(g => g.HalfYear).ThenBy(g => g.ExpectedOn).ThenBy(g => g.Order)
            .Select(g => new PortfolioContent.GoalOf(
                g.Id, g.Code, g.Title, g.HalfYear, g.ExpectedOn, g.Level, g.Responsible == null ? null : g.Responsible.GivenName + " " + g.Responsible.FamilyName, g.LeftOn))
            .ToListAsync(cancel);
        return [.. goals.Select(goal => goal with { Ratings = [.. ratings[goal.Id]] })];
    }

    private async Task<IReadOnlyList<PortfolioContent.TaskOf>> TasksAsync(CancellationToken cancel)
    {
        var tasks = await db.PlannedTasks.AsNoTracking().VisibleTo(user).Where(t => t.ApprenticeshipId == id).Include(t => t.Goals).OrderBy(t => t.Order).ThenBy(t => t.Id).ToListAsync(cancel);
        var places = tasks.Select(t => t.Terms.WorkplaceId).OfType<Guid>().Distinct().ToList();
        var names = await db.Workplaces.Where(w => places.Contains(w.Id)).ToDictionaryAsync(w => w.Id, w => w.Name, cancel);
        var halves = contract.HalfYears;
        return
        [
            .. tasks.Select(task =>
            {
                var (from, to) = task.Terms.DaysIn(halves.FirstOrDefault(half => half.Number == task.Terms.HalfYear) ?? halves[^1]);
                return new PortfolioContent.TaskOf(
                    task.Id, task.Terms.Title, task.Terms.Kind, task.Terms.HalfYear, from, to, task.Terms.WorkplaceId is { } place ? names.GetValueOrDefault(place) : null)
                {
                    Responsible = task.Terms.Responsible,
                    ResponsibleName = task.Terms.ResponsibleName,
                    Method = task.Terms.Method,
                    Documentation = task.Terms.Documentation,
                    Goals = [.. task.State.GoalCodes],
                };
            }),
        ];
    }

    private async Task<IReadOnlyList<PortfolioContent.EntryOf>> LogAsync(IReadOnlyList<PortfolioContent.FileOf> files, CancellationToken cancel)
    {
        var trails = (await db.LogEvents.VisibleTo(user).Where(e => e.LogEntry.ApprenticeshipId == id).OrderBy(e => e.At)
            .Select(e => new { e.LogEntryId, Of = new PortfolioContent.EventOf(e.Kind, e.At, e.By.GivenName + " " + e.By.FamilyName, e.Comment) })
            .ToListAsync(cancel)).ToLookup(e => e.LogEntryId, e => e.Of);
        var paths = files.ToLookup(file => file.LogEntryId, file => file.Path);
        var entries = await db.LogEntries.VisibleTo(user).Where(e => e.ApprenticeshipId == id).OrderBy(e => e.WorkedOn).ThenBy(e => e.WrittenAt).ThenBy(e => e.Id)
            .Select(e => new PortfolioContent.EntryOf(e.Id, e.WorkedOn, e.WorkedTo, e.Text, e.Reflection, e.Minutes, e.State)
            {
                WrittenAt = e.WrittenAt,
                HandedInAt = e.HandedInAt,
                DecidedAt = e.DecidedAt,
                EnteredElsewhereOn = e.EnteredElsewhereOn,
                Goals = e.Goals.OrderBy(goal => goal.Order).Select(goal => goal.Code).ToList(),
                Tasks = e.Tasks.OrderBy(task => task.Order).Select(task => task.Terms.Title).ToList(),
                Trail = new List<PortfolioContent.EventOf>(),
                Files = new List<string>(),
            })
            .AsSplitQuery().ToListAsync(cancel);
        return [.. entries.Select(entry => entry with { Trail = [.. trails[entry.Id]], Files = [.. paths[entry.Id]] })];
    }

    /// <summary>The talks; of those whose content is taken away with the rest, that is noted for the apprentice to see.</summary>
    private async Task<IReadOnlyList<PortfolioContent.TalkOf>> TalksAsync(CancellationToken cancel)
    {
        var said = await db.Evaluations.ContentVisibleTo(user).Where(e => e.ApprenticeshipId == id).Select(e => new { e.Id, e.Summary }).ToDictionaryAsync(e => e.Id, e => e.Summary, cancel);
        var signatures = (await db.EvaluationSignatures.VisibleTo(user)
            .Where(s => s.Evaluation.ApprenticeshipId == id && s.Addendum == 0 && s.Kind != SignatureKind.Unobtainable).OrderBy(s => s.SignedAt)
            .Select(s => new { s.EvaluationId, Of = new PortfolioContent.SignatureOf(s.Person.GivenName + " " + s.Person.FamilyName, s.Role, s.SignedAt, s.Kind) })
            .ToListAsync(cancel)).ToLookup(s => s.EvaluationId, s => s.Of);
        var talks = await db.Evaluations.VisibleTo(user).Where(e => e.ApprenticeshipId == id).OrderBy(e => e.DueOn).ThenBy(e => e.Kind).ThenBy(e => e.Number)
            .Select(e => new { e.Id, e.Kind, e.Number, e.State, e.WindowStartsOn, e.DueOn, e.PlannedOn, e.HeldOn, e.WaivedReason }).ToListAsync(cancel);
        foreach (var talk in talks.Where(talk => talk.HeldOn is not null && said.GetValueOrDefault(talk.Id) is not null))
        {
            await readings.NoteAsync(user, id, Opened.Talk, thingId: talk.Id, cancel: cancel);
        }

        return
        [
            .. talks.Select(talk => new PortfolioContent.TalkOf(
                talk.Kind, talk.Number, talk.State, talk.WindowStartsOn, talk.DueOn, talk.PlannedOn, talk.HeldOn, talk.WaivedReason,
                said.ContainsKey(talk.Id), said.GetValueOrDefault(talk.Id), [.. signatures[talk.Id]])),
        ];
    }

    /// <summary>The files by when they were added; what is not saved with an entry is its writer's alone.</summary>
    private async Task<IReadOnlyList<PortfolioContent.FileOf>> FilesAsync(CancellationToken cancel)
    {
        var files = await db.Attachments.VisibleTo(user).Where(f => f.ApprenticeshipId == id && (f.LogEntryId != null || f.Apprenticeship.PersonId == user.PersonId))
            .OrderBy(f => f.AddedAt).ThenBy(f => f.Id)
            .Select(f => new PortfolioContent.FileOf(f.Id, "", f.Name, f.Kind, f.MediaType, f.Size, f.Sha256, f.AddedAt, f.LogEntryId)).ToListAsync(cancel);
        return [.. files.Select((file, place) => file with { Path = SafeName.Path(place + 1, file.Name) })];
    }
}
