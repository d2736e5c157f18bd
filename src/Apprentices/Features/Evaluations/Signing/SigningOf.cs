using Apprentices.Domain;

namespace Apprentices.Features.Evaluations.Signing;

/// <summary>Puts who has signed, and who is still to, in the order of the steps.</summary>
internal static class SigningOf
{
    public sealed record Someone(FormParties Party, Guid PersonId, string Name);

    /// <param name="talk">With its signatures and who made them.</param>
    /// <param name="addendum">The addendum, from 1; 0: the talk itself.</param>
    /// <param name="people">Who is what today; nobody for one who does not see the record.</param>
    /// <param name="me">The reader, where she may sign.</param>
    /// <param name="withReasons">Whether the reader may read why somebody did not sign.</param>
    public static IReadOnlyList<ShowSigning.Signer> Paper(Evaluation talk, int addendum, IReadOnlyList<Someone> people, Guid me, bool withReasons)
    {
        var signed = talk.Signatures.Where(one => one.Addendum == addendum).OrderBy(one => one.Order).ThenBy(one => one.SignedAt).ToList();
        var rows = signed.Select(one => Done(one, withReasons));
        if (addendum == 0 ? talk.State == EvaluationState.Signed : talk.Addenda.Any(one => one.Number == addendum && one.LockedAt is not null))
        {
            return [.. rows];
        }

        var mayStill = signed.TrueForAll(one => one.PersonId != me || one.Kind == SignatureKind.Unobtainable) ? me : Guid.Empty;
        var missing = Missing(talk, addendum, people, signed).ToList();
        var hers = missing.Where(party => people.Any(one => one.Party == party && one.PersonId == mayStill)).OrderByDescending(party => talk.IsTurnOf(party, addendum)).ToList();
        return
        [
            .. rows,
            .. missing.Select(party => new ShowSigning.Signer(
                party, [.. people.Where(one => one.Party == party).Select(one => one.Name).Distinct()], null, null, null, null,
                hers.Count > 0 && party == hers[0], talk.IsTurnOf(party, addendum), Before(talk, addendum, party, people)))
                .Where(signer => signer.Names.Count > 0 || talk.SigningSteps.Count > 0),
        ];
    }

    /// <summary>In the order of the steps; where there are none, the apprentice and, until one of them has signed, those who follow her up.</summary>
    private static IEnumerable<FormParties> Missing(Evaluation talk, int addendum, IReadOnlyList<Someone> people, List<EvaluationSignature> signed)
    {
        FormParties[] order = [FormParties.Apprentice, FormParties.Instructor, FormParties.TrainingManager, FormParties.Hr];
        if (talk.SigningSteps.Count > 0)
        {
            return talk.SigningSteps.SelectMany(step => order.Where(party => (step & party & talk.Missing(addendum)) != FormParties.None));
        }

        var bySupervisor = signed.Exists(one => one.Role != Roles.Apprentice);
        return order.Where(party => party != FormParties.Hr && people.Any(one => one.Party == party)
            && (party == FormParties.Apprentice ? !signed.Exists(one => one.Role == Roles.Apprentice) : !bySupervisor));
    }

    private static ShowSigning.Signer Done(EvaluationSignature one, bool withReasons) => new(
        Evaluation.PartyOf(one.Role), one.Kind == SignatureKind.Unobtainable ? [] : [one.Name ?? one.Person.FullName], one.Kind, one.SignedAt,
        withReasons ? one.Reason : null, one.Kind == SignatureKind.Unobtainable ? one.Name : null, IsMe: false, IsTurn: false, After: []);

    private static IReadOnlyList<string> Before(Evaluation talk, int addendum, FormParties party, IReadOnlyList<Someone> people)
    {
        var earlier = talk.SigningSteps.TakeWhile(step => !step.HasFlag(party)).Aggregate(FormParties.None, (all, step) => all | step) & talk.Missing(addendum);
        return [.. people.Where(one => earlier.HasFlag(one.Party)).Select(one => one.Name.Split(' ')[0]).Distinct()];
    }
}
