using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Roster;

/// <summary>Turns the good rows of a review into people, workplaces and apprenticeships, some hundred rows at a time.</summary>
internal sealed class RosterSaving(AppDbContext db, CurrentUser user, RosterReview review, DutyRules rules)
{
    private const int RowsAtATime = 200;

    private static readonly RosterField[] OfTheContract =
    [
        RosterField.VigoNumber, RosterField.Curriculum, RosterField.Kind, RosterField.StartsOn, RosterField.EndsOn, RosterField.Workplace, RosterField.County,
    ];

    private readonly IReadOnlyList<RosterRow> rows = [.. review.Rows.Where(row => row.State is RowState.New or RowState.Changed)];
    private readonly RosterPeople people = new(db, user);
    private Dictionary<string, Guid> workplaces = [];
    private Dictionary<string, Curriculum> curricula = [];
    private int talksFromBefore;

    /// <summary>Saves, within the caller's transaction, and counts the talks whose window ended before today.</summary>
    public async Task<int> SaveAsync(IProgress<ImportRoster.Progress>? progress, CancellationToken cancel)
    {
        await people.SaveAsync(rows, RosterComparison.Names(review.Rows), cancel);
        workplaces = await SaveWorkplacesAsync(cancel);
        var codes = rows.Select(row => row.Entry.Curriculum!.Code).Distinct(StringComparer.Ordinal).ToArray();
        curricula = await db.Curricula.AsNoTracking().Include(curriculum => curriculum.AllGoals)
            .Where(curriculum => EF.Parameter(codes).Contains(curriculum.Code))
            .ToDictionaryAsync(curriculum => curriculum.Code, StringComparer.Ordinal, cancel);

        var done = 0;
        foreach (var batch in rows.Chunk(RowsAtATime))
        {
            await CorrectAsync([.. batch.Where(row => row.State == RowState.Changed)], cancel);
            db.Apprenticeships.AddRange(batch.Where(row => row.State == RowState.New).Select(Enter));
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            done += batch.Length;
            progress?.Report(new ImportRoster.Progress(done, rows.Count));
        }

        return talksFromBefore;
    }

    private Apprenticeship Enter(RosterRow row)
    {
        var entry = row.Entry;
        var terms = new Apprenticeship.Terms(
            entry.Kind ?? ContractKind.Apprentice, entry.Variant ?? ContractVariant.Ordinary, entry.VigoNumber, entry.Curriculum!.Code,
            entry.CountyNumber!, WorkplaceOf(entry), entry.StartsOn, entry.EndsOn);
        var apprenticeship = Apprenticeship.Enter(people.Apprentice(row), terms, curricula[terms.CurriculumCode], user.Today, RecordedById);
        Assign(apprenticeship, entry, entry.StartsOn);
        if (people.Importer is { } contact && contact.Id != apprenticeship.PersonId && apprenticeship.EndsOn >= user.Today)
        {
            apprenticeship.Assign(contact, AssignmentRole.HrContact, user.Today);
        }

        apprenticeship.ScheduleDuties(rules);
        talksFromBefore += apprenticeship.Evaluations.Count(talk => talk.State == EvaluationState.UnknownBeforeSystem);
        return apprenticeship;
    }

    private async Task CorrectAsync(IReadOnlyList<RosterRow> changed, CancellationToken cancel)
    {
        if (changed.Count == 0)
        {
            return;
        }

        var ids = changed.Select(row => row.ApprenticeshipId!.Value).ToArray();
        var stored = await db.Apprenticeships
            .VisibleTo(user)
            .Where(a => EF.Parameter(ids).Contains(a.Id))
            .WithRecord()
            .ToDictionaryAsync(a => a.Id, cancel);
        foreach (var row in changed)
        {
            Correct(stored[row.ApprenticeshipId!.Value], row);
        }
    }

    private void Correct(Apprenticeship apprenticeship, RosterRow row)
    {
        var entry = row.Entry;
        if (Array.Exists(OfTheContract, field => row[field].Old is not null))
        {
            var kind = entry.Kind ?? apprenticeship.Kind;
            var variant = RosterComparison.VariantOf(entry, kind, apprenticeship.Kind, apprenticeship.Variant);
            var workplace = row[RosterField.Workplace].Old is null ? apprenticeship.State.Workplaces[^1].Value : WorkplaceOf(entry);
            apprenticeship.Correct(
                apprenticeship.State.Terms with
                {
                    Kind = kind,
                    Variant = variant,
                    VigoNumber = entry.VigoNumber ?? apprenticeship.VigoNumber,
                    CurriculumCode = entry.Curriculum!.Code,
                    CountyNumber = row[RosterField.County].Old is null ? apprenticeship.State.Counties[^1].Value : entry.CountyNumber!,
                    WorkplaceId = workplace,
                    StartsOn = entry.StartsOn,

                    // What extended the contract stands beside it: the file names the last day as it stands.
                    EndsOn = entry.EndsOn.AddDays(-apprenticeship.State.Period.Extensions.Sum()),
                },
                curricula[entry.Curriculum.Code], user.Today, RecordedById);
        }

        Assign(apprenticeship, entry, RosterComparison.DayOfSupervisors(entry.StartsOn, entry.EndsOn, user.Today));
        apprenticeship.ScheduleDuties(rules);
    }

    private void Assign(Apprenticeship apprenticeship, RosterEntry entry, DateOnly fromOn)
    {
        foreach (var role in new[] { AssignmentRole.TrainingManager, AssignmentRole.Instructor })
        {
            if (entry.Supervisor(role) is { } supervisor)
            {
                apprenticeship.Assign(people.Named(supervisor.Email), role, fromOn);
            }
        }
    }

    private Guid? RecordedById => user.PersonId == Guid.Empty ? null : user.PersonId;

    private Guid WorkplaceOf(RosterEntry entry) => workplaces[SortKey.Plain(entry.Workplace!)];

    private async Task<Dictionary<string, Guid>> SaveWorkplacesAsync(CancellationToken cancel)
    {
        var named = rows.Select(row => row.Entry.Workplace).OfType<string>().DistinctBy(SortKey.Plain, StringComparer.Ordinal).ToList();
        var keys = named.Select(SortKey.Plain).ToArray();
        var known = await db.Workplaces
            .Where(workplace => EF.Parameter(keys).Contains(workplace.SearchText))
            .ToDictionaryAsync(workplace => workplace.SearchText, workplace => workplace.Id, StringComparer.Ordinal, cancel);
        foreach (var name in named.Where(name => !known.ContainsKey(SortKey.Plain(name))))
        {
            var workplace = Workplace.Named(name);
            db.Workplaces.Add(workplace);
            known.Add(workplace.SearchText, workplace.Id);
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return known;
    }
}
