using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.FinalTests;

/// <summary>The way to somebody's final test: what is in place, what blocks, the attempts with their dates and results, and what the reader may do.</summary>
public sealed class ShowFinalTest(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, AccessLog readings)
{
    private static readonly DutyKind[] Kinds =
        [DutyKind.Accommodation, DutyKind.RegistrationDeadline, DutyKind.MockTest, DutyKind.FinalTest, DutyKind.Attest, DutyKind.Appeal];

    /// <summary>One's own, of the training that lasts longest.</summary>
    public async Task<FinalTestDetails?> RunAsync(CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeFinalTests);

        await using var db = await database.CreateDbContextAsync(cancel);
        var own = await db.Apprenticeships.VisibleTo(user).Where(a => a.PersonId == user.PersonId)
            .OrderByDescending(a => a.EndsOn).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(cancel);
        return own is { } id ? await ReadAsync(db, user, id, cancel) : null;
    }

    /// <summary>Somebody's, or nothing where the record is not there or not the reader's to see.</summary>
    public async Task<FinalTestDetails?> RunAsync(Guid apprenticeshipId, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeFinalTests);

        await using var db = await database.CreateDbContextAsync(cancel);
        var details = await ReadAsync(db, user, apprenticeshipId, cancel);
        if (details is not null)
        {
            await readings.NoteAsync(user, apprenticeshipId, Opened.FinalTest, cancel: cancel);
        }

        return details;
    }

    private static async Task<FinalTestDetails?> ReadAsync(AppDbContext db, CurrentUser user, Guid id, CancellationToken cancel)
    {
        var current = Assignment.CurrentOn(user.Today);
        var record = await db.Apprenticeships.VisibleTo(user)
            .Include(a => a.Person).Include(a => a.Curriculum).Include(a => a.Workplace)
            .Include(a => a.Duties.Where(d => Kinds.Contains(d.Kind)))
            .AsNoTracking().AsSplitQuery().SingleOrDefaultAsync(a => a.Id == id, cancel);
        if (record is null)
        {
            return null;
        }

        var attempts = await db.TestAttempts.VisibleTo(user).Where(a => a.ApprenticeshipId == id)
            .Include(a => a.Responsible).Include(a => a.Agreements).ThenInclude(g => g.AgreedBy)
            .AsNoTracking().AsSplitQuery().OrderBy(a => a.Number).ToListAsync(cancel);
        var goals = await GoalsAsync(db, user, id, cancel);
        var subjects = await db.MissingSubjects.VisibleTo(user).Where(s => s.ApprenticeshipId == id).OrderBy(s => s.Name)
            .Select(s => new SubjectDetails(s.Id, s.Name, s.PassedOn, s.Version)).ToListAsync(cancel);
        var credentials = await CredentialsAsync(db, user, record, cancel);
        var people = await db.Assignments.VisibleTo(user).Where(s => s.ApprenticeshipId == id).Where(current).OrderBy(s => s.Role).ThenBy(s => s.Person.SortName)
            .Select(s => new PersonDetails(s.PersonId, s.Person.GivenName + " " + s.Person.FamilyName, s.Role)).ToListAsync(cancel);
        var setting = await db.TestSettings.AsNoTracking().SingleOrDefaultAsync(s => s.CurriculumCode == record.CurriculumCode, cancel);
        var state = record.State;
        var rows = FinalTestReading.Attempts(record, state, attempts);
        var readiness = Readiness.For(FinalTestReading.Facts(record, state, rows, user.Today, goals, subjects, credentials));
        return new FinalTestDetails(
            id, record.Person.FullName, record.PersonId == user.PersonId, record.Curriculum.Trade, record.CurriculumCode,
            setting?.WorkingDays ?? (TestSetting.ByCurriculum.TryGetValue(record.CurriculumCode, out var days) ? days : null), user.Today, state, readiness)
        {
            Version = record.Version,
            EndsOn = record.EndsOn,
            Attempts = rows,
            Subjects = subjects,
            Credentials = credentials,
            Duties = FinalTestReading.Duties(record, state),
            People = [.. people.DistinctBy(person => person.Id)],
            Workplace = record.Workplace.Name,
            MayPlan = user.Allows(Policy.PlanFinalTests) && record.PersonId != user.PersonId,
        };
    }

    private static async Task<(int Documented, int Total)> GoalsAsync(AppDbContext db, CurrentUser user, Guid id, CancellationToken cancel)
    {
        var (documented, counts) = (PlannedGoal.Documented, PlannedGoal.Counts);
        var goals = db.PlannedGoals.VisibleTo(user).Where(goal => goal.ApprenticeshipId == id);
        return (await goals.Where(documented).CountAsync(cancel), await goals.Where(counts).CountAsync(cancel));
    }

    /// <summary>Those the trade asks for today, and those she has that it asked for once.</summary>
    private static async Task<IReadOnlyList<CredentialDetails>> CredentialsAsync(AppDbContext db, CurrentUser user, Apprenticeship record, CancellationToken cancel)
    {
        var asked = await db.Credentials.AsNoTracking().Where(c => c.CurriculumCode == record.CurriculumCode && c.RetiredOn == null).ToListAsync(cancel);
        var held = await db.HeldCredentials.VisibleTo(user).Where(h => h.ApprenticeshipId == record.Id)
            .Select(h => new { h.CredentialId, h.On, h.Credential.Title }).ToListAsync(cancel);
        return
        [
            .. asked.Select(c => new CredentialDetails(c.Id, c.Title, held.Find(h => h.CredentialId == c.Id)?.On))
                .Concat(held.Where(h => !asked.Exists(c => c.Id == h.CredentialId)).Select(h => new CredentialDetails(h.CredentialId, h.Title, h.On)))
                .OrderBy(c => c.Title.ToString(), StringComparer.CurrentCulture),
        ];
    }
}
