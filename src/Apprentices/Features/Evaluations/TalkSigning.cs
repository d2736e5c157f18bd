using Apprentices.Data;
using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations;

/// <summary>Who is to sign a talk, of those who are there.</summary>
internal static class TalkSigning
{
    /// <summary>Where no form says otherwise: the apprentice and the instructor in any order, then the training manager.</summary>
    public static readonly IReadOnlyList<FormParties> Usual = [FormParties.Apprentice | FormParties.Instructor, FormParties.TrainingManager];

    /// <summary>
    /// The steps of the form, or the usual ones, without the parties nobody is on the day it was held. One person who is both instructor and training
    /// manager signs once, as the instructor where an instructor is to sign.
    /// </summary>
    public static async Task<IReadOnlyList<FormParties>> StepsAsync(AppDbContext db, Evaluation talk, DateOnly heldOn, CancellationToken cancel)
    {
        var people = await db.Assignments
            .Where(Assignment.CurrentOn(heldOn))
            .Where(s => s.ApprenticeshipId == talk.ApprenticeshipId && s.Role != AssignmentRole.Mentor)
            .Select(s => new { s.Role, s.PersonId })
            .ToListAsync(cancel);
        var instructors = people.Where(s => s.Role == AssignmentRole.Instructor).Select(s => s.PersonId).ToHashSet();
        var there = FormParties.Apprentice
            | (instructors.Count > 0 ? FormParties.Instructor : FormParties.None)
            | (people.Exists(s => s.Role == AssignmentRole.TrainingManager && !instructors.Contains(s.PersonId)) ? FormParties.TrainingManager : FormParties.None)
            | (people.Exists(s => s.Role == AssignmentRole.HrContact) ? FormParties.Hr : FormParties.None);
        var wanted = talk.FormEdition?.Content.SigningSteps ?? Usual;

        // Where an instructor alone is to sign and there is none, the training manager takes her place.
        var signers = wanted.Aggregate(FormParties.None, (all, step) => all | step);
        var steps = wanted.Select(step => step & there).Where(step => step != FormParties.None).ToList();
        return (signers & there & (FormParties.Instructor | FormParties.TrainingManager)) != FormParties.None
            ? steps
            : [.. steps, there & (FormParties.Instructor | FormParties.TrainingManager)];
    }
}
