using System.Linq.Expressions;

namespace Apprentices.Domain;

/// <content>How it is held, sealed, signed and added to.</content>
public sealed partial class Evaluation
{
    /// <summary>The longest reason for not signing, in characters.</summary>
    public const int LongestReason = 2000;

    /// <summary>So many days after her turn has come it is time that she signs. A house rule.</summary>
    public const int SignWithinDays = 7;

    private readonly List<SealedTalk> documents = [];
    private readonly List<EvaluationAddendum> addenda = [];

    /// <summary>
    /// Who is to sign: those of a step in any order, one step after the other; fixed when it was held. Empty for a talk from
    /// before forms, which the apprentice and somebody who follows her up sign.
    /// </summary>
    [NotPersonal]
    public IReadOnlyList<FormParties> SigningSteps { get; private set; } = [];

    /// <summary>What is signed, word for word: of the talk itself (0) and of each addendum.</summary>
    public IReadOnlyList<SealedTalk> Documents => documents;

    public IReadOnlyList<EvaluationAddendum> Addenda => addenda;

    /// <summary>Records that it was held, by whom and what was agreed. Until somebody signs, the same corrects it.</summary>
    /// <param name="heldOn">The day.</param>
    /// <param name="summary">What was said; may be empty where it was held on a form.</param>
    /// <param name="heldById">Who held it.</param>
    /// <param name="steps">Who is to sign, of those who are there.</param>
    /// <param name="today">Today.</param>
    /// <exception cref="RuleException">It is signed, or the day or the summary is impossible.</exception>
    public void Hold(DateOnly heldOn, string? summary, Guid heldById, IReadOnlyList<FormParties> steps, DateOnly today)
    {
        Rule.Require(State is EvaluationState.Planned or EvaluationState.Held, RuleTexts.EvaluationNotPlanned);
        Rule.Require(signatures.Count == 0, RuleTexts.EvaluationSigned);
        Rule.Require(heldOn <= today, RuleTexts.DayAhead);
        Rule.Require(heldOn >= WindowStartsOn, RuleTexts.BeforeTheWindow);
        Rule.Require(FormEditionId is not null || !string.IsNullOrWhiteSpace(summary), RuleTexts.SummaryMissing);
        Rule.Require((summary?.Length ?? 0) <= LongestSummary, RuleTexts.SummaryTooLong);

        (State, HeldOn, Summary, HeldById, SigningSteps) = (EvaluationState.Held, heldOn, Given(summary), heldById, steps);
    }

    /// <summary>
    /// Fixes what is to be signed. While nobody has signed it is made anew when something changes; afterwards never. A talk that
    /// somebody signed before hashes were kept has not changed since, and gets its hash with the next signature.
    /// </summary>
    /// <exception cref="RuleException">Somebody has signed it.</exception>
    public void Seal(int addendum, string json, string hash, DateTimeOffset at)
    {
        Rule.Require(!signatures.Exists(one => one.Addendum == addendum && one.Hash is not null), RuleTexts.EvaluationSigned);
        documents.RemoveAll(document => document.Addendum == addendum);
        documents.Add(new SealedTalk(addendum, json, hash, at));
    }

    /// <summary>The one definition of "it or an addendum to it waits to be signed", in SQL and in memory.</summary>
    public static Expression<Func<Evaluation, bool>> IsBeingSigned { get; } = talk =>
        talk.State == EvaluationState.Held || (talk.State == EvaluationState.Signed && talk.Addenda.Any(addendum => addendum.LockedAt == null));

    /// <summary>What of it is to be signed now: the talk itself (0), or the addendum that waits. Needs the addenda.</summary>
    public int PaperToSign => State == EvaluationState.Held ? 0 : addenda.Find(one => one.LockedAt is null)?.Number ?? 0;

    /// <summary>Whether it is that party's turn to sign the talk (0) or an addendum.</summary>
    public bool IsTurnOf(FormParties party, int addendum = 0) => SigningSteps.Count == 0 || Turn(addendum).HasFlag(party);

    /// <summary>The parties that have signed, refused, or could not be asked.</summary>
    public FormParties Settled(int addendum = 0) =>
        signatures.Where(one => one.Addendum == addendum).Aggregate(FormParties.None, (all, one) => all | PartyOf(one.Role));

    /// <summary>The parties still to sign the talk (0) or an addendum.</summary>
    public FormParties Missing(int addendum = 0) => SigningSteps.Aggregate(FormParties.None, (all, step) => all | step) & ~Settled(addendum);

    /// <summary>The parties whose turn it is to sign the talk (0) or an addendum; none before it is held and once it is locked.</summary>
    public FormParties Turn(int addendum = 0) => State == EvaluationState.Held || (addendum > 0 && State == EvaluationState.Signed)
        ? Turn(SigningSteps, Settled(addendum)) : FormParties.None;

    /// <summary>
    /// The one definition of whose turn it is: the first step that is not finished, without those who are settled. Without steps the
    /// apprentice and one of those who follow her up, in any order.
    /// </summary>
    public static FormParties Turn(IReadOnlyList<FormParties> steps, FormParties settled)
    {
        const FormParties Supervisors = FormParties.Instructor | FormParties.TrainingManager;
        return steps.Count > 0
            ? steps.Select(step => step & ~settled).FirstOrDefault(step => step != FormParties.None)
            : (FormParties.Apprentice & ~settled) | ((settled & ~FormParties.Apprentice) == FormParties.None ? Supervisors : FormParties.None);
    }

    /// <summary>Signs what is sealed, in her own session. When all have, it is locked.</summary>
    /// <exception cref="RuleException">It is not held, not her turn, or signed by her already.</exception>
    public void Sign(Guid personId, string name, Roles asRole, DateTimeOffset at, int addendum = 0) =>
        Settle(new EvaluationSignature(personId, name, asRole, at, addendum, HashOf(addendum)));

    /// <summary>Does not sign, and says why. The talk is locked with it all the same once the others have signed.</summary>
    /// <exception cref="RuleException">As for a signature; or the reason is missing or too long.</exception>
    public void Refuse(Guid personId, string name, Roles asRole, string reason, DateTimeOffset at, int addendum = 0)
    {
        Rule.Require(!string.IsNullOrWhiteSpace(reason), RuleTexts.ReasonMissing);
        Rule.Require(reason.Length <= LongestReason, RuleTexts.NoteTooLong);
        Settle(new EvaluationSignature(personId, name, asRole, at, addendum, HashOf(addendum), SignatureKind.Refused, reason.Trim()));
    }

    /// <summary>HR notes that somebody's signature cannot be had, such as of one who has left, and says why.</summary>
    /// <exception cref="RuleException">The party is not to sign, or has; the apprentice's is never noted away; or the reason is missing.</exception>
    public void NoteUnobtainable(Guid hrId, string hrName, FormParties party, string reason, DateTimeOffset at, int addendum = 0)
    {
        Rule.Require(Missing(addendum).HasFlag(party) && party is not (FormParties.None or FormParties.Apprentice), RuleTexts.SignatureNotMissing);
        Rule.Require(!string.IsNullOrWhiteSpace(reason), RuleTexts.ReasonMissing);
        Rule.Require(reason.Length <= LongestReason, RuleTexts.NoteTooLong);
        Settle(new EvaluationSignature(hrId, hrName, RoleOf(party), at, addendum, HashOf(addendum), SignatureKind.Unobtainable, reason.Trim()));
    }

    /// <summary>Adds to a signed talk; what was signed stays as it is, and the addendum is signed likewise.</summary>
    /// <exception cref="RuleException">The talk is not signed, an earlier addendum still waits, or the text is missing.</exception>
    public EvaluationAddendum Add(string text, Guid byId, string byName, DateTimeOffset at)
    {
        Rule.Require(State == EvaluationState.Signed, RuleTexts.EvaluationNotSigned);
        Rule.Require(!addenda.Exists(one => one.LockedAt is null), RuleTexts.AddendumWaits);
        var addendum = new EvaluationAddendum(addenda.Count + 1, text, byId, byName, at);
        addenda.Add(addendum);
        return addendum;
    }

    /// <summary>Since when it waits for those whose turn it is: since the last of the steps before theirs signed, or else since it was sealed.</summary>
    public DateTimeOffset TurnSince(int addendum, DateTimeOffset sealedAt)
    {
        var settled = Settled(addendum);
        var before = SigningSteps.TakeWhile(step => (step & ~settled) == FormParties.None).Aggregate(FormParties.None, (all, step) => all | step);
        return signatures.Where(one => one.Addendum == addendum && before.HasFlag(PartyOf(one.Role))).Select(one => one.SignedAt).Append(sealedAt).Max();
    }

    /// <summary>As what somebody in a role takes part.</summary>
    public static FormParties PartyOf(Roles role) => role switch
    {
        Roles.Apprentice => FormParties.Apprentice,
        Roles.Instructor => FormParties.Instructor,
        Roles.TrainingManager => FormParties.TrainingManager,
        _ => FormParties.Hr,
    };

    /// <summary>The role of a party.</summary>
    public static Roles RoleOf(FormParties party) => party switch
    {
        FormParties.Apprentice => Roles.Apprentice,
        FormParties.Instructor => Roles.Instructor,
        FormParties.TrainingManager => Roles.TrainingManager,
        _ => Roles.Hr,
    };

    private string HashOf(int addendum)
    {
        var document = documents.Find(one => one.Addendum == addendum);
        Rule.Require(State is EvaluationState.Held or EvaluationState.Signed && document is not null, RuleTexts.EvaluationNotHeld);
        return document!.Hash;
    }

    private void Settle(EvaluationSignature signature)
    {
        var locked = signature.Addendum == 0 ? State == EvaluationState.Signed : addenda.Exists(one => one.Number == signature.Addendum && one.LockedAt is not null);
        Rule.Require(!locked, RuleTexts.EvaluationSigned);
        Rule.Require(State is EvaluationState.Held or EvaluationState.Signed, RuleTexts.EvaluationNotHeld);
        Rule.Require(
            signature.Kind == SignatureKind.Unobtainable || signatures.TrueForAll(one => one.Addendum != signature.Addendum || one.PersonId != signature.PersonId || one.Kind == SignatureKind.Unobtainable),
            RuleTexts.SignedByYou);
        var party = PartyOf(signature.Role);
        Rule.Require(SigningSteps.Count == 0 ? party != FormParties.Hr : Missing(signature.Addendum).HasFlag(party), RuleTexts.PartyDoesNotSign);
        Rule.Require(IsTurnOf(party, signature.Addendum), RuleTexts.NotYourTurnToSign);

        signature.SealAfter(signatures.MaxBy(one => one.Order));
        signatures.Add(signature);
        if (!IsComplete(signature.Addendum))
        {
            return;
        }

        if (signature.Addendum == 0)
        {
            State = EvaluationState.Signed;
        }
        else
        {
            addenda.Find(one => one.Number == signature.Addendum)?.Lock(signature.SignedAt);
        }
    }

    /// <summary>Whether all have signed the talk (0) or an addendum, refused, or could not be asked.</summary>
    public bool IsComplete(int addendum) => SigningSteps.Count > 0
        ? Missing(addendum) == FormParties.None
        : Settled(addendum).HasFlag(FormParties.Apprentice) && (Settled(addendum) & ~FormParties.Apprentice) != FormParties.None;
}
