using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Signing;

/// <summary>
/// Who has signed a held talk and each addendum, whose turn it is, and what the reader may do. Why somebody did not sign, and
/// what an addendum says, is there only for those who may read the talk.
/// </summary>
public sealed class ShowSigning(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <param name="Party">As what she signs.</param>
    /// <param name="Names">Whose signature it is, or whose it would be.</param>
    /// <param name="Kind">What she did; nothing yet.</param>
    /// <param name="At">When.</param>
    /// <param name="Reason">Why she did not, or why it cannot be had.</param>
    /// <param name="NotedBy">Who noted that it cannot be had.</param>
    /// <param name="IsMe">Whether the reader is the one, and has not done it.</param>
    /// <param name="IsTurn">Whether it waits for nobody else.</param>
    /// <param name="After">The names of those who come before.</param>
    public sealed record Signer(
        FormParties Party, IReadOnlyList<string> Names, SignatureKind? Kind, DateTimeOffset? At, string? Reason, string? NotedBy, bool IsMe, bool IsTurn, IReadOnlyList<string> After);

    /// <summary>What is signed: the talk (0) or an addendum, with its text.</summary>
    public sealed record Paper(int Addendum, string? Hash, bool IsLocked, IReadOnlyList<Signer> Signers, string? Text, string? Writer, DateTimeOffset? WrittenAt)
    {
        /// <summary>What the reader signs as, if it is her turn.</summary>
        public FormParties? Mine => IsLocked ? null : Signers.Where(signer => signer is { IsMe: true, IsTurn: true }).Select(signer => (FormParties?)signer.Party).FirstOrDefault();
    }

    public sealed record Details(Guid Id, IReadOnlyList<Paper> Papers, string OwnName, bool ContentIsOpen, bool MayAdd, bool MayNote, bool MayDownload);

    /// <returns>Nothing where the talk is not there, not held yet, or not the reader's to see.</returns>
    public async Task<Details?> RunAsync(Guid id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeTalks);

        await using var db = await database.CreateDbContextAsync(cancel);
        var talk = await db.Evaluations
            .VisibleTo(user)
            .Where(e => e.State == EvaluationState.Held || e.State == EvaluationState.Signed)
            .Include(e => e.Signatures).ThenInclude(s => s.Person)
            .Include(e => e.Addenda)
            .AsNoTrackingWithIdentityResolution()
            .AsSplitQuery()
            .SingleOrDefaultAsync(e => e.Id == id, cancel);
        if (talk is null)
        {
            return null;
        }

        var isOpen = await db.Evaluations.ContentVisibleTo(user).AnyAsync(e => e.Id == id, cancel);
        var acts = await db.Evaluations.VisibleTo(user).Where(e => e.Id == id).Select(e => new
        {
            Signs = db.Evaluations.Where(TalkAccess.SignedBy(user)).Any(mine => mine.Id == e.Id),
            Adds = db.Evaluations.Where(TalkAccess.AddedToBy(user)).Any(mine => mine.Id == e.Id),
            SeesRecord = db.Apprenticeships.VisibleTo(user).Any(a => a.Id == e.ApprenticeshipId),
        }).SingleAsync(cancel);
        var hashes = await db.SealedTalks.VisibleTo(user).Where(d => d.EvaluationId == id).ToDictionaryAsync(d => d.Addendum, d => d.Hash, cancel);
        var people = acts.SeesRecord ? await PartiesAsync(db, talk.ApprenticeshipId, user.Today, cancel) : [];
        var me = user.Allows(Policy.SignTalks) && acts.Signs && isOpen ? user.PersonId : Guid.Empty;

        IEnumerable<Paper> papers =
        [
            new(0, hashes.GetValueOrDefault(0), talk.State == EvaluationState.Signed, SigningOf.Paper(talk, 0, people, me, isOpen), null, null, null),
            .. talk.Addenda.OrderBy(addendum => addendum.Number).Select(addendum => new Paper(
                addendum.Number, hashes.GetValueOrDefault(addendum.Number), addendum.LockedAt is not null, SigningOf.Paper(talk, addendum.Number, people, me, isOpen),
                isOpen ? addendum.Text : null, addendum.WriterName, addendum.WrittenAt)),
        ];
        var all = papers.ToList();
        return new Details(
            id, all, await db.People.VisibleTo(db, user).Where(p => p.Id == user.PersonId).Select(p => p.GivenName + " " + p.FamilyName).SingleAsync(cancel), isOpen,
            MayAdd: isOpen && acts.Adds && user.Allows(Policy.AddAddenda) && all.TrueForAll(paper => paper.IsLocked),
            MayNote: user.Allows(Policy.NoteSignatures) && talk.SigningSteps.Count > 0 && all.Exists(paper => !paper.IsLocked),
            MayDownload: isOpen && talk.State == EvaluationState.Signed && user.Allows(Policy.DownloadTalks));
    }

    /// <summary>Who is what today: the instructor before her deputies.</summary>
    private static async Task<List<SigningOf.Someone>> PartiesAsync(AppDbContext db, Guid apprenticeshipId, DateOnly today, CancellationToken cancel)
    {
        var apprentice = await db.Apprenticeships.Where(a => a.Id == apprenticeshipId).Select(a => new { a.PersonId, Name = a.Person.GivenName + " " + a.Person.FamilyName }).SingleAsync(cancel);
        var others = await db.Assignments
            .Where(s => s.ApprenticeshipId == apprenticeshipId && s.Role != AssignmentRole.Mentor && s.FromOn <= today && (s.ToOn == null || s.ToOn >= today))
            .OrderBy(s => s.IsDeputy).ThenBy(s => s.Person.SortName)
            .Select(s => new { s.Role, s.PersonId, Name = s.Person.GivenName + " " + s.Person.FamilyName })
            .ToListAsync(cancel);
        return
        [
            new SigningOf.Someone(FormParties.Apprentice, apprentice.PersonId, apprentice.Name),
            .. others.Select(one => new SigningOf.Someone(Evaluation.PartyOf(Apprenticeship.RolesOf(one.Role)), one.PersonId, one.Name)),
        ];
    }
}
