using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Deadlines;

/// <summary>The attest of a training that ended before its time (opplæringslova § 7-3): what she has done and masters, to be printed and signed.</summary>
public sealed class ShowAttest(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, AccessLog readings, IOptions<EmployerSettings> employer)
{
    /// <param name="Duty">The duty it is made for.</param>
    /// <param name="Employer">Who gives it.</param>
    /// <param name="Apprentice">Whose training it was.</param>
    /// <param name="StartsOn">The first day of the training.</param>
    /// <param name="EndsOn">The last one.</param>
    /// <param name="Kind">The kind of contract it was.</param>
    /// <param name="VigoNumber">The contract's number.</param>
    /// <param name="Language">What she reads, unless the reader chose another.</param>
    /// <param name="Workplaces">Where she worked, from and to which day.</param>
    /// <param name="Goals">The goals she masters, by code and title.</param>
    public sealed record Details(
        Guid Duty, string Employer, string Apprentice, DateOnly StartsOn, DateOnly EndsOn, ContractKind Kind, string? VigoNumber, Language Language,
        IReadOnlyList<Place> Workplaces, IReadOnlyList<Reached> Goals)
    {
        public required LocalText Trade { get; init; }
        public required string CurriculumCode { get; init; }
        public required LocalText CurriculumTitle { get; init; }

        /// <summary>Who is responsible for the training, and signs.</summary>
        public string? TrainingManager { get; init; }
    }

    public sealed record Place(string Name, DateOnly FromOn, DateOnly ToOn);

    public sealed record Reached(string Code, LocalText Title);

    /// <summary>The attest, or nothing where none is due or it is not the reader's to give.</summary>
    public async Task<Details?> RunAsync(Guid id, Language? language, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SettleDuties);

        await using var db = await database.CreateDbContextAsync(cancel);
        var recordId = await db.TrackedDuties.VisibleTo(user).Where(d => d.Id == id && d.Kind == DutyKind.Attest).Select(d => d.ApprenticeshipId).SingleOrDefaultAsync(cancel);
        var record = recordId is null ? null : await db.Apprenticeships.VisibleTo(user).Where(a => a.Id == recordId && a.PersonId != user.PersonId)
            .Include(a => a.Person).Include(a => a.Curriculum).Include(a => a.Plan).ThenInclude(goal => goal.Predecessors).Include(a => a.Assignments).ThenInclude(s => s.Person).Include(a => a.Placements)
            .AsNoTrackingWithIdentityResolution().AsSplitQuery().SingleOrDefaultAsync(cancel);
        if (record?.State is not { Termination: { } ended } state)
        {
            return null;
        }

        await readings.NoteAsync(user, record.Id, Opened.Plan, cancel: cancel);
        var followed = record.Plan.Where(goal => goal.LeftOn is null && goal.Level >= Level.Masters).SelectMany(goal => goal.Lineage().Skip(1)).ToHashSet();
        var worked = WorkedPlace.Of(state, record.Placements, ended.LastDayOn);
        var ids = worked.Select(place => place.WorkplaceId).ToList();
        var workplaces = await db.Workplaces.Where(w => ids.Contains(w.Id)).ToDictionaryAsync(w => w.Id, w => w.Name, cancel);
        return new Details(
            id, employer.Value.Name, record.Person.FullName, state.Terms.StartsOn, ended.LastDayOn, state.KindOn(ended.LastDayOn), state.Terms.VigoNumber,
            language ?? (record.Person.Language == Language.Nynorsk ? Language.Nynorsk : Language.Bokmal), [.. worked.Select(place => new Place(workplaces.GetValueOrDefault(place.WorkplaceId, ""), place.FromOn, place.ToOn))],
            [.. record.Plan.Where(goal => goal.Level >= Level.Masters && !(goal.LeftOn is not null && followed.Contains(goal))).OrderBy(goal => goal.LeftOn is not null).ThenBy(goal => goal.Order).Select(goal => new Reached(goal.Code, goal.Title))])
        {
            Trade = record.Curriculum.Trade,
            CurriculumCode = record.CurriculumCode,
            CurriculumTitle = record.Curriculum.Title,
            TrainingManager = record.CurrentAssignment(AssignmentRole.TrainingManager, user.Today < ended.LastDayOn ? user.Today : ended.LastDayOn)?.Person.FullName,
        };
    }
}
