using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Account;

/// <summary>
/// The people of a demo to sign in as, by role, each with a line on what there is to see. Few of each role: of the apprentices
/// one of each state first, those with most in their logs before others; of the supervisors as many instructors as training
/// managers. The rest are found by searching.
/// </summary>
public sealed class ListPersonas(IDbContextFactory<AppDbContext> database, SignInWays ways, IOptions<ProgressSettings> progress, TimeProvider clock)
{
    /// <summary>How many of each role are shown at once.</summary>
    public const int Most = 6;

    private const int Candidates = 60;

    public sealed record ApprenticeRow(Guid Id, string Name, LocalText Trade, int HalfYear, StandingState State);

    public sealed record SupervisorRow(Guid Id, string Name, Roles Roles, int Apprentices);

    public sealed record StaffRow(Guid Id, string Name, Roles Roles);

    public sealed record Personas(
        IReadOnlyList<ApprenticeRow> Apprentices, IReadOnlyList<SupervisorRow> Supervisors, IReadOnlyList<StaffRow> Staff, bool AreMore);

    /// <param name="search">A part of a name or an address.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Nothing where nobody may sign in as a persona.</returns>
    public async Task<Personas?> RunAsync(string? search = null, CancellationToken cancel = default)
    {
        if (!ways.Persona)
        {
            return null;
        }

        await using var db = await database.CreateDbContextAsync(cancel);
        if (!await db.Installations.AnyAsync(installation => installation.IsDemo, cancel))
        {
            return null;
        }

        var plain = SortKey.Plain(search ?? "");
        var people = db.People.Where(Person.IsActive).Where(person => plain == "" || person.SearchText.Contains(plain));
        var apprentices = await ApprenticesAsync(db, people, cancel);
        var supervisors = await SupervisorsAsync(db, people, cancel);
        var staff = await people.Where(person => person.Roles.HasFlag(Roles.Hr) || person.Roles.HasFlag(Roles.Administrator) || person.Roles.HasFlag(Roles.Auditor))
            .OrderByDescending(person => person.Roles.HasFlag(Roles.Hr)).ThenBy(person => person.SortName)
            .Take(Most + 1)
            .ToListAsync(cancel);

        return new(
            [.. apprentices.Take(Most)],
            [.. supervisors.Take(Most).OrderByDescending(row => row.Roles.HasFlag(Roles.Instructor))],
            [.. staff.Take(Most).Select(person => new StaffRow(person.Id, person.FullName, person.Roles))],
            plain != "" || apprentices.Count > Most || supervisors.Count > Most || staff.Count > Most);
    }

    private async Task<List<SupervisorRow>> SupervisorsAsync(AppDbContext db, IQueryable<Person> people, CancellationToken cancel)
    {
        var today = clock.Today();
        var rows = await people.Where(person => person.Roles.HasFlag(Roles.Instructor) || person.Roles.HasFlag(Roles.TrainingManager))
            .Select(person => new
            {
                Person = person,
                IsInstructor = person.Roles.HasFlag(Roles.Instructor),
                Apprentices = db.Assignments.Count(s => s.PersonId == person.Id && s.Role <= AssignmentRole.Instructor && s.FromOn <= today
                    && (s.ToOn == null || s.ToOn >= today) && s.Apprenticeship.StartsOn <= today && s.Apprenticeship.EndsOn >= today),
            })
            .OrderByDescending(row => row.Apprentices).ThenBy(row => row.Person.SortName)
            .Take(Candidates)
            .ToListAsync(cancel);
        return
        [
            .. rows.GroupBy(row => row.IsInstructor)
                .SelectMany(role => role.Select((row, place) => (row, place)))
                .OrderBy(one => one.place).ThenByDescending(one => one.row.IsInstructor)
                .Select(one => new SupervisorRow(one.row.Person.Id, one.row.Person.FullName, one.row.Person.Roles, one.row.Apprentices)),
        ];
    }

    private async Task<IReadOnlyList<ApprenticeRow>> ApprenticesAsync(AppDbContext db, IQueryable<Person> people, CancellationToken cancel)
    {
        var today = clock.Today();
        var rows = await db.Apprenticeships
            .Where(a => a.StartsOn <= today && people.Any(person => person.Id == a.PersonId))
            .OrderByDescending(a => db.LogEntries.Count(entry => entry.ApprenticeshipId == a.Id)).ThenBy(a => a.Person.SortName)
            .Take(Candidates)
            .SelectStanding(today, progress.Value.MarginPercent)
            .ToListAsync(cancel);

        return
        [
            .. rows.Select(row => new ApprenticeRow(row.PersonId, row.Name, row.Trade, row.HalfYear, row.State))
                .DistinctBy(row => row.Id)
                .GroupBy(row => row.State)
                .SelectMany(state => state.Select((row, place) => (row, place)))
                .OrderBy(one => one.place).ThenBy(one => one.row.State)
                .Select(one => one.row),
        ];
    }
}
