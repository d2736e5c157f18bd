using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Apprentices.Features.Deadlines;

/// <summary>
/// What goes to the county or the training office about a change or a registration: a letter, and the fields to copy into the
/// county's own form. Why somebody is away is never read here.
/// </summary>
public sealed class ShowNotice(
    IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, AccessLog readings, DutyRulebook rulebook, IOptions<EmployerSettings> employer)
{
    /// <param name="Due">What is told, and where it stands.</param>
    /// <param name="Title">What the duty is called.</param>
    /// <param name="Apprentice">Whom it is about.</param>
    /// <param name="Employer">Who writes.</param>
    /// <param name="Today">The day of the letter.</param>
    /// <param name="Language">What it is written in.</param>
    /// <param name="Letter">The letter and the fields.</param>
    /// <param name="TakesConsent">Whether the answer is the county's consent, which is recorded in the record.</param>
    /// <param name="MayEnter">Whether the reader may record it there.</param>
    public sealed record Details(
        DueRow Due, string Title, string Apprentice, string Employer, DateOnly Today, Language Language, NoticeLetter Letter, bool TakesConsent, bool MayEnter);

    /// <summary>The pack, or nothing where there is none or it is not the reader's to send.</summary>
    public async Task<Details?> RunAsync(Guid id, Language language, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SettleDuties);

        await using var db = await database.CreateDbContextAsync(cancel);
        var due = await db.DueTo(user)
            .Where(row => row.Id == id && row.ApprenticeshipId != null && row.PersonId != user.PersonId
                && (row.Kind == DutyKind.Notice || row.Kind == DutyKind.RegistrationDeadline || row.Kind == DutyKind.RegistrationTarget))
            .SingleOrDefaultAsync(cancel);
        if (due is null)
        {
            return null;
        }

        var rules = await rulebook.ReadAsync(db, cancel);
        var record = await db.Apprenticeships.VisibleTo(user).WithDuties().Include(a => a.Person).Include(a => a.Curriculum)
            .AsNoTrackingWithIdentityResolution().SingleAsync(a => a.Id == due.ApprenticeshipId, cancel);
        var duty = record.Duties.Single(tracked => tracked.Id == id);
        if (FactsOf(record, duty, rules) is not { } facts)
        {
            return null;
        }

        await readings.NoteAsync(user, record.Id, Opened.Record, cancel: cancel);
        var title = DutyWords.Title(due.Kind, due.Number, due.ByOffice);
        using var written = Speaking.In(language);
        return new Details(
            due, title, record.Person.FullName, employer.Value.Name, user.Today, language, NoticeLetter.Write(facts), record.TakesConsent(duty),
            user.Allows(Policy.ChangeRecords));
    }

    private NoticeFacts? FactsOf(Apprenticeship record, TrackedDuty duty, DutyRules rules)
    {
        var state = record.State;
        var told = record.Entries.FirstOrDefault(entry => entry.Id == duty.Subject);
        if (duty.Kind == DutyKind.Notice && told is null)
        {
            return null;
        }

        // What is answered is told as it stood before; what waits, as it stands.
        var before = told is not null && duty.State == DutyState.Done ? ContractState.Replay(record.Entries.Where(entry => entry.Order < told.Order)) : state;
        var sums = Duties.For(record.Facts, rules);
        var test = sums.FirstOrDefault(other => other.Kind == DutyKind.FinalTest && other.Number == duty.Number);
        return new NoticeFacts(
            employer.Value.Name, record.Person.FullName, record.Curriculum.Trade, record.Curriculum.VigoSubjectCode ?? record.CurriculumCode, state.Terms,
            told?.Change is KindChanged kind ? before.KindOn(kind.FromOn.AddDays(-1)) : record.Kind, before.Period.FullEndsOn, record.CountyNumber)
        {
            ToOffice = duty.ByOffice && state.Terms.TrainingOffice is not null,
            Change = told?.Change,
            BreakEndsOn = state.Breaks.FirstOrDefault(away => away.Id == duty.Subject)?.ToOn,
            NewEndsOn = told?.Change is InterruptionBegun or PeriodExtended ? state.ProposedPeriod.FullEndsOn : null,
            Attempt = duty.Number,
            TestWindow = test is null ? null : (test.OpensOn, test.DueOn),
            Paragraph = sums.FirstOrDefault(other => other.Key == duty.Key)?.Paragraph ?? "opplæringslova § 7-2",
        };
    }
}
