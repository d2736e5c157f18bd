using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Curricula.Grep;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Curricula;

/// <summary>Turns what was previewed into curricula, editions and kept elements, within the caller's transaction.</summary>
internal sealed class CurriculaSaving(AppDbContext db, string source, DateTimeOffset at)
{
    private const int ElementsAtATime = 500;

    public async Task<IReadOnlyList<ImportCurricula.Saved>> SaveAsync(
        IReadOnlyList<CurriculumChange> changes, IReadOnlyDictionary<string, ImportCurricula.Choice> choices, CancellationToken cancel)
    {
        var codes = changes.Where(change => change.IsKnown).Select(change => change.Read.Code).ToArray();
        var known = await db.Curricula.WithEditions()
            .Where(curriculum => EF.Parameter(codes).Contains(curriculum.Code))
            .ToDictionaryAsync(curriculum => curriculum.Code, StringComparer.Ordinal, cancel);
        List<ImportCurricula.Saved> saved = [];
        foreach (var change in changes)
        {
            var curriculum = known.TryGetValue(change.Read.Code, out var there) ? there : Enter(change, choices[change.Read.Code]);
            Apply(change, curriculum);
            saved.Add(new ImportCurricula.Saved(curriculum.Code, curriculum.Trade, change.Outcome, curriculum.Edition));
        }

        await db.SaveChangesAsync(cancel);
        db.ChangeTracker.Clear();
        return saved;
    }

    /// <summary>Puts elements away whole; one that is kept already as it is stays. Gives how many were put away.</summary>
    public async Task<int> KeepAsync(IReadOnlyList<GrepItem> items, CancellationToken cancel)
    {
        var count = 0;
        foreach (var batch in items.DistinctBy(item => item.Code, StringComparer.Ordinal).Chunk(ElementsAtATime))
        {
            var kept = await CurriculaReview.KeptAsync(db, batch, cancel);
            foreach (var item in batch)
            {
                if (!kept.TryGetValue(item.Code, out var before))
                {
                    db.Add(new GrepElement(item.Code, item.KindName, item.Json, at));
                }
                else if (!GrepItem.Of(before).IsSameAs(item))
                {
                    before.Replace(item.KindName, item.Json, at);
                }
                else
                {
                    continue;
                }

                count++;
            }

            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }

        return count;
    }

    private Curriculum Enter(CurriculumChange change, ImportCurricula.Choice choice)
    {
        var read = change.Read;
        var from = read.ValidFrom ?? read.ChangedOn ?? DateOnly.FromDateTime(at.UtcDateTime);
        var curriculum = new Curriculum(read.Code, read.Reform, choice.Family, choice.Trade, ProposedWords.Whole(read.Title), from, read.ValidTo)
        {
            ReplacesCode = read.Replaces.Count > 0 ? read.Replaces[0] : null,
        };
        db.Add(curriculum);
        return curriculum;
    }

    private void Apply(CurriculumChange change, Curriculum curriculum)
    {
        if (change.EndsOn is { } last)
        {
            curriculum.EndOn(last);
        }

        switch (change.Outcome)
        {
            case CurriculumOutcome.Added:
                Fill(change, curriculum);
                break;
            case CurriculumOutcome.NextEdition:
                GiveWordsToShipped(change, curriculum);
                Fill(change, curriculum);
                break;
            case CurriculumOutcome.Worded:
                GiveWords(change, curriculum);
                InForce(curriculum).Import(change.Read.Title, source, at);
                break;
        }
    }

    /// <summary>The next edition, or the first, with all that was read. A goal keeps our short title if we ever gave it one.</summary>
    private void Fill(CurriculumChange change, Curriculum curriculum)
    {
        if (change.IsKnown)
        {
            InForce(curriculum);
        }

        var edition = curriculum.BeginEdition(at);
        edition.Import(change.Read.Title, source, at);
        for (var order = 1; order <= change.Read.Areas.Count; order++)
        {
            curriculum.Add(new MainArea(order, ProposedWords.Whole(change.Read.Areas[order - 1])));
        }

        for (var order = 1; order <= change.Read.Goals.Count; order++)
        {
            var read = change.Read.Goals[order - 1];
            var goal = new Goal(read.Code, order, change.KnownTitles.GetValueOrDefault(read.Code) ?? ProposedWords.Title(read.Words)) { MainAreaOrder = read.Area };
            goal.Word(read.Words);
            curriculum.Add(goal);
        }
    }

    /// <summary>The edition that ships knows no official words: what it shares with the new one gains them.</summary>
    private void GiveWordsToShipped(CurriculumChange change, Curriculum curriculum)
    {
        if (InForce(curriculum).ImportedAt is null)
        {
            GiveWords(change, curriculum);
        }
    }

    private static void GiveWords(CurriculumChange change, Curriculum curriculum)
    {
        var words = change.Read.Goals.ToDictionary(goal => goal.Code, goal => goal.Words, StringComparer.Ordinal);
        foreach (var goal in curriculum.Goals.Where(goal => words.ContainsKey(goal.Code)))
        {
            goal.Word(goal.Wording.CompletedBy(words[goal.Code]));
        }
    }

    /// <summary>The edition in force; a curriculum from before there were editions begins with its first.</summary>
    private CurriculumEdition InForce(Curriculum curriculum) =>
        curriculum.Editions.SingleOrDefault(edition => edition.Number == curriculum.Edition) ?? curriculum.BeginEdition(at);
}
