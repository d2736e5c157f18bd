using System.Linq.Expressions;
using Apprentices.Domain;

namespace Apprentices.Data;

/// <content>
/// Talks. Their state is seen with the record; what was said is for the apprentice, her current supervisors, the HR contact named
/// for her, and whoever held or signed it. What one prepares on her own is hers alone until it opens
/// (<see cref="Evaluation.IsOpened"/>). Which questions of a form a party reads, <see cref="FormContent.MayRead"/> says on top.
/// </content>
public static partial class Visibility
{
    /// <summary>The talks whose state one may see. For their content see <see cref="ContentVisibleTo"/>.</summary>
    public static IQueryable<Evaluation> VisibleTo(this IQueryable<Evaluation> rows, CurrentUser user) =>
        rows.Where(Through<Evaluation>(evaluation => evaluation.Apprenticeship, IsOpenTo(user)).Or(HeldOrSignedBy(user)));

    /// <summary>The talks whose content one may read (confidential; state agencies' practice, and opplæringsforskrifta § 9-6).</summary>
    public static IQueryable<Evaluation> ContentVisibleTo(this IQueryable<Evaluation> rows, CurrentUser user) => rows.Where(IsContentOpenTo(user));

    /// <summary>Who has signed the talks one may see. Why somebody did not is for those who read the talk: ask through <see cref="ContentVisibleTo"/>.</summary>
    public static IQueryable<EvaluationSignature> VisibleTo(this IQueryable<EvaluationSignature> rows, CurrentUser user) =>
        rows.Where(Through<EvaluationSignature>(signature => signature.Evaluation.Apprenticeship, IsOpenTo(user))
            .Or(signature => signature.PersonId == user.PersonId || signature.Evaluation.HeldById == user.PersonId));

    /// <summary>That somebody prepares or has handed in, not what: with the state of the talk.</summary>
    public static IQueryable<EvaluationPreparation> VisibleTo(this IQueryable<EvaluationPreparation> rows, CurrentUser user) =>
        rows.Where(Through<EvaluationPreparation>(one => one.Evaluation.Apprenticeship, IsOpenTo(user)));

    /// <summary>What was answered: one's own party's at any time, the others' once the talk has opened.</summary>
    public static IQueryable<EvaluationAnswer> VisibleTo(this IQueryable<EvaluationAnswer> rows, CurrentUser user)
    {
        var (me, today) = (user.PersonId, user.Today);
        Expression<Func<EvaluationAnswer, bool>> own = answer =>
            (answer.Party == FormParties.Apprentice && answer.Evaluation.Apprenticeship.PersonId == me)
            || answer.Evaluation.Apprenticeship.Assignments.Any(s => s.PersonId == me && s.FromOn <= today && (s.ToOn == null || s.ToOn >= today)
                && ((s.Role == AssignmentRole.Instructor && answer.Party == FormParties.Instructor)
                    || (s.Role == AssignmentRole.TrainingManager && answer.Party == FormParties.TrainingManager)
                    || (s.Role == AssignmentRole.HrContact && answer.Party == FormParties.Hr)));
        return rows
            .Where(Through<EvaluationAnswer, Evaluation>(answer => answer.Evaluation, IsContentOpenTo(user)))
            .Where(Through<EvaluationAnswer, Evaluation>(answer => answer.Evaluation, Evaluation.IsOpened).Or(answer => answer.Party == FormParties.Together).Or(own));
    }

    public static IQueryable<TalkBlock> VisibleTo(this IQueryable<TalkBlock> rows, CurrentUser user) =>
        rows.Where(Through<TalkBlock, Evaluation>(block => block.Evaluation, IsContentOpenTo(user)));

    public static IQueryable<BlockSuggestion> VisibleTo(this IQueryable<BlockSuggestion> rows, CurrentUser user) =>
        rows.Where(Through<BlockSuggestion, Evaluation>(suggestion => suggestion.Block.Evaluation, IsContentOpenTo(user)));

    /// <summary>What the talks one may read agreed on.</summary>
    public static IQueryable<AgreedAction> VisibleTo(this IQueryable<AgreedAction> rows, CurrentUser user) =>
        rows.Where(Through<AgreedAction, Evaluation>(action => action.Evaluation, IsContentOpenTo(user)));

    public static IQueryable<TalkParticipant> VisibleTo(this IQueryable<TalkParticipant> rows, CurrentUser user) =>
        rows.Where(Through<TalkParticipant>(one => one.Evaluation.Apprenticeship, IsOpenTo(user)));

    /// <summary>
    /// Those who may be invited to a talk: everybody who trains, and HR; of them the names alone. For whoever agrees on talks;
    /// people whom she does not see otherwise are in it.
    /// </summary>
    public static IQueryable<PersonName> WhoMayBeInvitedBy(this IQueryable<Person> rows, CurrentUser user) => rows
        .Where(_ => user.IsAny(Staff))
        .Where(p => (p.Roles & (Supervisors | Roles.Hr)) != Roles.None)
        .OrderBy(p => p.SortName).ThenBy(p => p.Id)
        .Select(p => new PersonName { Id = p.Id, Name = p.GivenName + " " + p.FamilyName });

    /// <summary>How the day of a talk came about; the reason may speak of illness, so only for those who may read the talk.</summary>
    public static IQueryable<TalkMove> VisibleTo(this IQueryable<TalkMove> rows, CurrentUser user) =>
        rows.Where(Through<TalkMove, Evaluation>(move => move.Evaluation, IsContentOpenTo(user)));

    public static IQueryable<SealedTalk> VisibleTo(this IQueryable<SealedTalk> rows, CurrentUser user) =>
        rows.Where(Through<SealedTalk, Evaluation>(document => document.Evaluation, IsContentOpenTo(user)));

    public static IQueryable<EvaluationAddendum> VisibleTo(this IQueryable<EvaluationAddendum> rows, CurrentUser user) =>
        rows.Where(Through<EvaluationAddendum, Evaluation>(addendum => addendum.Evaluation, IsContentOpenTo(user)));

    /// <summary>Who opened what was said: the apprentice it was said about, and each her own.</summary>
    public static IQueryable<TalkOpening> VisibleTo(this IQueryable<TalkOpening> rows, CurrentUser user) =>
        rows.Where(opening => opening.PersonId == user.PersonId || opening.Evaluation.Apprenticeship.PersonId == user.PersonId);

    /// <summary>Mails about talks: HR, who follows up that they reach, of the records it sees; and each her own.</summary>
    public static IQueryable<TalkMail> VisibleTo(this IQueryable<TalkMail> rows, CurrentUser user)
    {
        Expression<Func<TalkMail, bool>> own = mail => mail.RecipientId == user.PersonId;
        return rows.Where(user.IsPersonnel ? Through<TalkMail>(mail => mail.Evaluation.Apprenticeship, IsOpenTo(user)).Or(own) : own);
    }

    /// <summary>Forms: everybody who trains, and HR. An apprentice sees a form through her talks.</summary>
    public static IQueryable<EvaluationForm> VisibleTo(this IQueryable<EvaluationForm> rows, CurrentUser user) =>
        user.IsAny(Staff) ? rows : rows.Where(_ => false);

    /// <summary>The editions of visible forms, and those one's own talks are held on.</summary>
    public static IQueryable<EvaluationFormEdition> VisibleTo(this IQueryable<EvaluationFormEdition> rows, AppDbContext db, CurrentUser user)
    {
        if (user.IsAny(Staff))
        {
            return rows;
        }

        var open = db.Evaluations.ContentVisibleTo(user);
        return rows.Where(edition => edition.PublishedAt != null
            && (open.Any(talk => talk.FormEditionId == edition.Id) || (edition.Form.RetiredOn == null && open.Any())));
    }

    private static Expression<Func<Evaluation, bool>> IsContentOpenTo(CurrentUser user) =>
        Through<Evaluation>(evaluation => evaluation.Apprenticeship, AreTalksOpenTo(user)).Or(HeldOrSignedBy(user));

    /// <summary>The apprenticeships whose talks one may read because of what one is there today.</summary>
    private static Expression<Func<Apprenticeship, bool>> AreTalksOpenTo(CurrentUser user)
    {
        var (me, today) = (user.PersonId, user.Today);
        var (supervises, personnel) = (user.IsAny(Supervisors), user.IsPersonnel);
        Expression<Func<Apprenticeship, bool>> confided = a => a.PersonId == me || a.Assignments.Any(s =>
            s.PersonId == me && s.FromOn <= today && (s.ToOn == null || s.ToOn >= today)
            && (s.Role == AssignmentRole.HrContact ? personnel : s.Role <= AssignmentRole.Instructor && supervises));
        return user.IsAny(Roles.UnitHr) ? IsOpenTo(user).And(confided) : confided;
    }

    private static Expression<Func<Evaluation, bool>> HeldOrSignedBy(CurrentUser user) =>
        evaluation => evaluation.HeldById == user.PersonId
            || evaluation.Signatures.Any(s => s.PersonId == user.PersonId && s.Kind != SignatureKind.Unobtainable);
}
