using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Preparation;

/// <summary>For the page of a talk: who has handed in, and how far one's own is. Never what was written.</summary>
public sealed class ReadPreparationState(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
{
    /// <summary>A party: who it is, whether somebody has begun, and when it was handed in.</summary>
    public sealed record Row(FormParties Party, string Name, bool IsOwn, bool IsBegun, DateTimeOffset? HandedInAt);

    /// <param name="Rows">Those who are to prepare it.</param>
    /// <param name="Party">As what the one who asks prepares it.</param>
    /// <param name="State">Where the talk stands.</param>
    /// <param name="IsOpen">Whether what was prepared is open.</param>
    /// <param name="MayPrepare">Whether one prepares it oneself and has not handed in.</param>
    /// <param name="HasForm">Whether there is a form to prepare it on.</param>
    /// <param name="MayRead">Whether one may read it once it is open.</param>
    /// <param name="MaySeeReaders">Whether the one who asks is the apprentice.</param>
    /// <param name="ReadBy">For her: who has opened it, latest first.</param>
    public sealed record View(
        IReadOnlyList<Row> Rows, FormParties Party, EvaluationState State, bool IsOpen, bool MayPrepare, bool HasForm, bool MayRead, bool MaySeeReaders, IReadOnlyList<string> ReadBy);

    public async Task<View?> RunAsync(Guid id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeTalks);

        await using var db = await database.CreateDbContextAsync(cancel);
        var talk = await db.Evaluations.VisibleTo(user).Where(e => e.Id == id)
            .Select(e => new
            {
                e.State,
                e.Kind,
                e.ApprenticeshipId,
                Form = e.FormEdition!.Content,
                IsOwn = e.Apprenticeship.PersonId == user.PersonId,
                MayRead = db.Evaluations.ContentVisibleTo(user).Any(mine => mine.Id == e.Id),
                IsOpen = db.Evaluations.Where(Evaluation.IsOpened).Any(open => open.Id == e.Id),
            })
            .SingleOrDefaultAsync(cancel);
        if (talk is null)
        {
            return null;
        }

        var party = talk.MayRead && user.Allows(Policy.PrepareTalks) ? TalkParties.Single(await TalkParties.OfAsync(db, id, user, cancel)) : FormParties.None;
        var prepared = await db.EvaluationPreparations.VisibleTo(user).Where(one => one.EvaluationId == id)
            .Select(one => new { one.Party, Name = one.Person.GivenName + " " + one.Person.FamilyName, one.HandedInAt }).ToListAsync(cancel);
        var form = talk.Form ?? (talk.State == EvaluationState.Planned ? (await TalkForms.CurrentAsync(db, talk.Kind, cancel))?.Content : null);
        var people = talk.State == EvaluationState.Planned && form is not null ? await TalkPeople.ReadAsync(db, user, talk.ApprenticeshipId, cancel) : [];
        List<Row> rows =
        [
            .. prepared.Select(one => new Row(one.Party, one.Name, one.Party == party, true, one.HandedInAt)),
            .. people.Preparing(form).Where(of => !prepared.Exists(one => one.Party == of.Key)).Where(of => IsAwaited(of.Key, people))
                .Select(of => new Row(of.Key, of.First().Name, of.Key == party, false, null)),
        ];
        var readBy = !talk.IsOwn || !user.Allows(Policy.SeeTalkReaders) ? [] : await db.AccessTraces.VisibleTo(user).Where(opening => opening.What == Opened.Talk && opening.ThingId == id && opening.Reader.Person != null)
            .GroupBy(opening => opening.Reader.Person!.GivenName).Select(ofOne => new { Name = ofOne.Key, At = ofOne.Max(opening => opening.At) })
            .OrderByDescending(one => one.At).Select(one => one.Name).ToListAsync(cancel);
        return new View(
            [.. rows.OrderBy(row => row.Party)], party, talk.State, talk.IsOpen,
            party != FormParties.None && talk.State == EvaluationState.Planned && !talk.IsOpen && form?.AnsweredBy(party).Count > 0 && !rows.Exists(row => row.IsOwn && row.HandedInAt is not null),
            form is not null, talk.MayRead, talk.IsOwn && user.Allows(Policy.SeeTalkReaders), readBy);
    }

    /// <summary>The training manager may prepare; she is waited for where there is no instructor.</summary>
    private static bool IsAwaited(FormParties party, IReadOnlyList<TalkPeople.Somebody> people) => party switch
    {
        FormParties.TrainingManager => !people.Any(one => one.Party == FormParties.Instructor),
        FormParties.Hr => false,
        _ => true,
    };
}
