using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared.Forms;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Preparation;

/// <summary>
/// What one of those in a talk prepares on her own: her part of the form, what she has written, and what tells something of each
/// goal. Of the others it says only whether they have handed in.
/// </summary>
public sealed class ShowPreparation(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, AccessLog readings)
{
    /// <summary>Another party: who, and whether it has handed in.</summary>
    public sealed record Other(FormParties Party, IReadOnlyList<string> Names, bool HasHandedIn);

    /// <summary>Somebody who may read it, and as what.</summary>
    public sealed record Reader(string Name, FormParties Party);

    /// <summary>What she answered to a question the last time.</summary>
    public sealed record Earlier(string Question, Guid GoalId, string? GoalCode, string? Text, Level? Level, DateOnly? HeldOn);

    public sealed record Details(
        Guid TalkId, Guid ApprenticeshipId, EvaluationKind Kind, int Number, EvaluationState State, DateOnly? PlannedOn, DateOnly DueOn,
        string Apprentice, string ApprenticeGivenName, bool IsOwn, bool IsOpen)
    {
        /// <summary>As what the one who asks prepares it.</summary>
        public FormParties Party { get; init; }

        /// <summary>Her part of the form; empty where no form is published for such a talk.</summary>
        public FormContent? Form { get; init; }
        public Guid EditionId { get; init; }

        /// <summary>The version of what is saved; empty: nothing is.</summary>
        public int? Version { get; init; }
        public DateTimeOffset? SavedAt { get; init; }

        /// <summary>Who saved it last, where that is somebody else of her party.</summary>
        public string? SavedBy { get; init; }
        public DateTimeOffset? HandedInAt { get; init; }

        /// <summary>The others of her party, who write in the same preparation.</summary>
        public IReadOnlyList<string> Along { get; init; } = [];
        public IReadOnlyList<Other> Others { get; init; } = [];
        public IReadOnlyList<Reader> Readers { get; init; } = [];
        public IReadOnlyList<TalkGoal> Goals { get; init; } = [];
        public IReadOnlyList<AnswerInput> Answers { get; init; } = [];
        public IReadOnlyList<Earlier> LastTime { get; init; } = [];

        public bool MayWrite => State == EvaluationState.Planned && !IsOpen && HandedInAt is null && Form is not null;

        public bool MayTakeBack => State == EvaluationState.Planned && !IsOpen && HandedInAt is not null;

        /// <summary>The day the talk is agreed for, or its last day.</summary>
        public DateOnly Day => PlannedOn ?? DueOn;
    }

    /// <returns>Nothing where the talk is not there or not hers to prepare.</returns>
    public async Task<Details?> RunAsync(Guid id, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.PrepareTalks);

        await using var db = await database.CreateDbContextAsync(cancel);
        var talk = await db.Evaluations.ContentVisibleTo(user).Where(e => e.Id == id)
            .Select(e => new Details(
                e.Id, e.ApprenticeshipId, e.Kind, e.Number, e.State, e.PlannedOn, e.DueOn,
                e.Apprenticeship.Person.GivenName + " " + e.Apprenticeship.Person.FamilyName, e.Apprenticeship.Person.GivenName, e.Apprenticeship.PersonId == user.PersonId,
                db.Evaluations.Where(Evaluation.IsOpened).Any(open => open.Id == e.Id)))
            .SingleOrDefaultAsync(cancel);
        if (talk is null || TalkParties.Single(await TalkParties.OfAsync(db, id, user, cancel)) is var party && party == FormParties.None)
        {
            return null;
        }

        await readings.NoteAsync(user, talk.ApprenticeshipId, Opened.Preparation, cancel: cancel);
        var edition = await db.Evaluations.ContentVisibleTo(user).Where(e => e.Id == id).Select(e => e.FormEdition).SingleAsync(cancel)
            ?? (talk.State == EvaluationState.Planned ? await TalkForms.CurrentAsync(db, talk.Kind, cancel) : null);
        var prepared = await db.EvaluationPreparations.VisibleTo(user).Where(one => one.EvaluationId == id)
            .Select(one => new { one.Party, one.PersonId, Name = one.Person.GivenName + " " + one.Person.FamilyName, one.SavedAt, one.HandedInAt, one.Version })
            .ToListAsync(cancel);
        var answers = await db.EvaluationAnswers.VisibleTo(user).Where(answer => answer.EvaluationId == id && answer.Party == party).AsNoTracking().ToListAsync(cancel);
        var people = await TalkPeople.ReadAsync(db, user, talk.ApprenticeshipId, cancel);
        var mine = prepared.Find(one => one.Party == party);
        var form = edition?.Content;
        return talk with
        {
            Party = party,
            Form = form is null ? null : form with { Sections = form.AnsweredBy(party) },
            EditionId = edition?.Id ?? Guid.Empty,
            Version = mine?.Version,
            SavedAt = mine?.SavedAt,
            SavedBy = mine is not null && mine.PersonId != user.PersonId ? mine.Name : null,
            HandedInAt = mine?.HandedInAt,
            Along = [.. people.Where(one => one.Party == party && one.PersonId != user.PersonId).Select(one => one.Name)],
            Others =
            [
                .. people.Preparing(form).Where(of => of.Key != party)
                    .Select(of => new Other(of.Key, [.. of.Select(one => one.Name)], prepared.Exists(one => one.Party == of.Key && one.HandedInAt is not null))),
            ],
            Readers = ReadersOf(form, party, people, user.PersonId),
            Goals = await TalkGoals.ReadAsync(db, user, id, cancel),
            Answers = AnswersInput.Of(answers.Where(answer => !answer.IsEmpty)).Answers,
            LastTime = await LastTimeAsync(db, user, talk, party, cancel),
        };
    }

    /// <summary>Those who may read at least one of her answers once it opens.</summary>
    private static IReadOnlyList<Reader> ReadersOf(FormContent? form, FormParties party, IReadOnlyList<TalkPeople.Somebody> people, Guid me)
    {
        var read = form?.AnsweredBy(party).SelectMany(section => section.Questions).Aggregate(FormParties.Apprentice, (all, question) => all | question.ReadBy) ?? FormParties.None;
        return [.. people.Where(one => one.PersonId != me && (one.Party & read) != FormParties.None).Select(one => new Reader(one.Name, one.Party))];
    }

    /// <summary>Her party's answers in the latest earlier talk that opened and has any.</summary>
    private static async Task<IReadOnlyList<Earlier>> LastTimeAsync(AppDbContext db, CurrentUser user, Details talk, FormParties party, CancellationToken cancel)
    {
        var before = db.Evaluations.ContentVisibleTo(user).Where(Evaluation.IsOpened)
            .Where(e => e.ApprenticeshipId == talk.ApprenticeshipId && e.Id != talk.TalkId && e.HeldOn != null);
        var last = await db.EvaluationAnswers.VisibleTo(user).Where(answer => answer.Party == party && before.Any(e => e.Id == answer.EvaluationId))
            .OrderByDescending(answer => answer.Evaluation.HeldOn).Select(answer => answer.EvaluationId).FirstOrDefaultAsync(cancel);
        return await db.EvaluationAnswers.VisibleTo(user).Where(answer => answer.EvaluationId == last && answer.Party == party)
            .Select(answer => new Earlier(answer.Question, answer.GoalId, answer.GoalCode, answer.Text, answer.Level, answer.Evaluation.HeldOn))
            .ToListAsync(cancel);
    }
}
