using Apprentices.Domain;

namespace Apprentices.Features.Samples;

/// <content>What is sealed and signed of the talks, and what was added to one.</content>
public sealed partial class SampleRecord
{
    private const string Employer = "Eksempeletaten";
    private const int DaysUntilAdded = 9;
    private const string Added = "I samtalen sto det at jeg skal være med på vaktmøtene fra mars. Vi ble enige om februar. Resten er riktig.";

    private bool hasAdded;

    private static void Seal(Evaluation talk, Apprenticeship apprenticeship, Person apprentice, Person instructor, DateOnly day)
    {
        var (json, hash) = TalkSeal.Of(talk, new TalkHeader(
            Employer, apprentice.FullName, apprenticeship.Curriculum?.Trade.Nb ?? "", apprenticeship.CurriculumCode, apprenticeship.Workplace?.Name ?? "", instructor.FullName,
            [$"{apprentice.FullName} ({FormParties.Apprentice})", $"{instructor.FullName} ({FormParties.Instructor})"]));
        talk.Seal(0, json, hash, At(day));
    }

    /// <summary>The first apprentice whose talk was signed long enough ago has set something right since, and both have signed that too.</summary>
    private void AddToASignedTalk(Apprenticeship apprenticeship, Person apprentice, Person instructor)
    {
        var latest = today.AddDays(-2 * DaysUntilAdded);
        if (hasAdded || apprenticeship.Evaluations.LastOrDefault(talk => talk.State == EvaluationState.Signed && talk.HeldOn < latest) is not { } talk)
        {
            return;
        }

        hasAdded = true;
        var day = NextWeekday(talk.HeldOn!.Value.AddDays(DaysUntilAdded));
        var addendum = talk.Add(Added, apprentice.Id, apprentice.FullName, At(day));
        var (json, hash) = TalkSeal.Of(addendum, talk.Id, talk.Documents.Single(document => document.Addendum == 0).Hash);
        talk.Seal(addendum.Number, json, hash, At(day));
        talk.Sign(apprentice.Id, apprentice.FullName, Roles.Apprentice, At(day), addendum.Number);
        talk.Sign(instructor.Id, instructor.FullName, Roles.Instructor, At(NextWeekday(day.AddDays(1))), addendum.Number);
    }
}
