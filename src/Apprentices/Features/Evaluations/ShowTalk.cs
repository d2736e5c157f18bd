using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations;

/// <summary>
/// One talk: where it stands, how its day came about, who is in it, and what the reader may do. What was said is there only
/// for those who may read it.
/// </summary>
public sealed class ShowTalk(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, AccessLog readings, DutyRulebook rulebook)
{
    /// <summary>Somebody who signs, or could: with the moment if she has.</summary>
    public sealed record Signer(Guid PersonId, string Name, Roles Role, DateTimeOffset? SignedAt);

    public sealed record Details(
        Guid Id, Guid ApprenticeshipId, EvaluationKind Kind, int Number, EvaluationState State, DateOnly WindowStartsOn, DateOnly DueOn, DateOnly? PlannedOn,
        DateOnly? HeldOn, string? WaivedReason, int Version, string ApprenticeGivenName, string ApprenticeFamilyName, bool IsOwn, bool TrainingIsOver)
    {
        public string Apprentice => $"{ApprenticeGivenName} {ApprenticeFamilyName}";

        /// <summary>Whether what was said may be read by the one who asks; the summary is there only then.</summary>
        public bool ContentIsOpen { get; init; }
        public string? Summary { get; init; }
        public Duty? Duty { get; init; }
        public IReadOnlyList<Signer> Signers { get; init; } = [];

        /// <summary>The names of those who may read what was said; for one who no longer follows the apprentice up, nobody's.</summary>
        public IReadOnlyList<string> Readers { get; init; } = [];
        public bool MaySeeRecord { get; init; }

        /// <summary>The time it is agreed to begin, and where.</summary>
        public TimeOnly? StartsAt { get; init; }
        public string? Place { get; init; }
        public bool MayHold { get; init; }
        public bool MayWaive { get; init; }
    }

    /// <summary>The talk, or nothing where it is not there or not the reader's to see.</summary>
    public async Task<Details?> RunAsync(Guid id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeTalks);
        var today = user.Today;

        await using var db = await database.CreateDbContextAsync(cancel);
        var talk = await db.Evaluations
            .VisibleTo(user)
            .Where(e => e.Id == id)
            .Select(e => new Details(
                e.Id, e.ApprenticeshipId, e.Kind, e.Number, e.State, e.WindowStartsOn, e.DueOn, e.PlannedOn, e.HeldOn, e.WaivedReason, e.Version,
                e.Apprenticeship.Person.GivenName, e.Apprenticeship.Person.FamilyName, e.Apprenticeship.PersonId == user.PersonId,
                e.Apprenticeship.EndsOn < today)
            {
                StartsAt = e.StartsAt,
                Place = e.Place,
            })
            .SingleOrDefaultAsync(cancel);
        if (talk is null)
        {
            return null;
        }

        var content = await db.Evaluations.ContentVisibleTo(user).Where(e => e.Id == id).Select(e => new { e.Summary }).SingleOrDefaultAsync(cancel);
        await readings.NoteAsync(user, talk.ApprenticeshipId, content is null ? Opened.Record : Opened.Talk, thingId: content is null ? null : id, cancel: cancel);
        var acts = await db.Evaluations
            .VisibleTo(user)
            .Where(e => e.Id == id)
            .Select(e => new
            {
                Supervises = db.Evaluations.Where(TalkAccess.SupervisedBy(user)).Any(mine => mine.Id == e.Id),
                SeesRecord = db.Apprenticeships.VisibleTo(user).Any(a => a.Id == e.ApprenticeshipId),
                IsSigned = e.Signatures.Any(),
            })
            .SingleAsync(cancel);
        var contract = await db.Apprenticeships
            .Where(a => a.Id == talk.ApprenticeshipId)
            .Include(a => a.Person)
            .Include(a => a.Assignments).ThenInclude(s => s.Person)
            .AsNoTrackingWithIdentityResolution()
            .AsSplitQuery()
            .SingleAsync(cancel);
        var signatures = await db.EvaluationSignatures
            .VisibleTo(user)
            .Where(s => s.EvaluationId == id && s.Addendum == 0 && s.Kind == SignatureKind.Signed)
            .OrderBy(s => s.SignedAt)
            .Select(s => new Signer(s.PersonId, s.Person.GivenName + " " + s.Person.FamilyName, s.Role, s.SignedAt))
            .ToListAsync(cancel);

        var planned = talk.State == EvaluationState.Planned;
        var held = talk.State == EvaluationState.Held;
        return talk with
        {
            ContentIsOpen = content is not null,
            Summary = content?.Summary,
            Duty = talk.Kind != EvaluationKind.HalfYear ? null : Duties.Talks(contract.State, rulebook.ForTalks).FirstOrDefault(duty => duty.Number == talk.Number && duty.DueOn == talk.DueOn),
            Signers = talk.State == EvaluationState.Signed || !acts.SeesRecord ? signatures : SignersOf(contract, signatures, today),
            Readers = acts.SeesRecord ? ReadersOf(contract, today) : [],
            MaySeeRecord = acts.SeesRecord,
            MayHold = (planned || held) && !acts.IsSigned && user.Allows(Policy.HoldTalks) && acts.Supervises,
            MayWaive = talk.Kind == EvaluationKind.HalfYear && (planned || talk.State == EvaluationState.UnknownBeforeSystem) && user.Allows(Policy.WaiveTalks),
        };
    }

    /// <summary>Those who have signed, and those of today who could.</summary>
    private static IReadOnlyList<Signer> SignersOf(Apprenticeship contract, List<Signer> signed, DateOnly today)
    {
        IEnumerable<Signer> could =
        [
            new(contract.PersonId, contract.Person.FullName, Roles.Apprentice, null),
            .. contract.Assignments
                .Where(s => s.Role <= AssignmentRole.Instructor && s.IsCurrentOn(today))
                .OrderByDescending(s => s.Role).ThenBy(s => s.IsDeputy)
                .Select(s => new Signer(s.PersonId, s.Person.FullName, Apprenticeship.RolesOf(s.Role), null)),
        ];
        return [.. signed.Concat(could).DistinctBy(signer => signer.PersonId)];
    }

    private static IReadOnlyList<string> ReadersOf(Apprenticeship contract, DateOnly today) =>
    [
        contract.Person.FullName,
        .. contract.Assignments.Where(s => s.IsCurrentOn(today) && s.Role != AssignmentRole.Mentor)
            .OrderByDescending(s => s.Role == AssignmentRole.Instructor).ThenBy(s => s.Role).ThenBy(s => s.IsDeputy)
            .Select(s => s.Person.FullName).Distinct(),
    ];
}
