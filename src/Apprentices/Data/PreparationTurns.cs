using Apprentices.Domain;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Data;

/// <summary>Reads for many talks at once who is still to prepare them.</summary>
internal static class PreparationTurns
{
    /// <summary>
    /// Those of the talks that are prepared on a form and wait for somebody it asks; in as many statements whatever their number.
    /// </summary>
    public static async Task<IReadOnlyDictionary<Guid, ReminderTurn>> OfAsync(AppDbContext db, IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        var talks = await db.Evaluations
            .Where(talk => ids.Contains(talk.Id))
            .Include(talk => talk.Preparations)
            .AsNoTracking()
            .AsSplitQuery()
            .ToListAsync(cancel);
        var taken = talks.Select(talk => talk.FormEditionId).OfType<Guid>().Distinct().ToList();
        var current = await db.EvaluationForms.Where(form => form.RetiredOn == null)
            .Select(form => form.Editions.Where(edition => edition.PublishedAt != null).OrderByDescending(edition => edition.Number).Select(edition => edition.Id).FirstOrDefault())
            .ToListAsync(cancel);
        var wanted = taken.Union(current).ToList();
        var forms = await db.EvaluationForms
            .Where(form => form.Editions.Any(edition => wanted.Contains(edition.Id)))
            .Include(form => form.Editions.Where(edition => wanted.Contains(edition.Id)))
            .AsNoTracking()
            .AsSplitQuery()
            .ToListAsync(cancel);
        var editions = forms.SelectMany(form => form.Editions).ToDictionary(edition => edition.Id);
        Dictionary<Guid, ReminderTurn> turns = [];
        foreach (var talk in talks)
        {
            var edition = talk.FormEditionId is { } id ? editions.GetValueOrDefault(id) : EvaluationForm.CurrentFor(forms, talk.Kind);
            if (edition is not null && Of(talk, edition.Content.Asked) is var turn && (turn.Parties | turn.WithoutInstructor) != FormParties.None)
            {
                turns.Add(talk.Id, turn);
            }
        }

        return turns;
    }

    private static ReminderTurn Of(Evaluation talk, FormParties asked)
    {
        var parties = talk.StillPreparing();
        var done = talk.Preparations.Where(one => one.HandedInAt is not null).ToList();
        return new ReminderTurn(parties & asked, done.Aggregate(FormParties.None, (all, one) => all | one.Party), [.. done.Select(one => one.PersonId)])
        {
            WithoutInstructor = ReminderTurn.OrManager(parties) & asked,
        };
    }
}
