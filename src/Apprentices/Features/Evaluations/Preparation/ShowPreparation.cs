using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Preparation;

/// <summary>
/// What one of those in a talk prepares on her own: her part of the form, what she has written, and what tells something of each
/// goal. Of the others it says only whether they have handed in.
/// </summary>
public sealed class ShowPreparation(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users)
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

        var edition = await db.Evaluations.ContentVisibleTo(user).Where(e => e.Id == id).Select(e => e.FormEdition).SingleAsync(cancel)
            ?? (talk.State == EvaluationState.Planned ? await TalkForms.CurrentAsync(db, talk.Kind, cancel) : null);
        var prepared = await db.EvaluationPreparations.VisibleTo(user).Where(one => one.EvaluationId == id)
            .Select(one => new { one.Party, one.PersonId, Name = one.Person.GivenName + " " + one.Person.FamilyName, one.SavedAt, one.HandedInAt, one.Version })
            .ToListAsync(cancel);
        var answers = await db.EvaluationAnswers.VisibleTo(user).Where(answer => answer.EvaluationId == id && answer.Party == party).AsNoTracking().ToListAsync(cancel);
        var people = await PeopleAsync(db, user, talk, cancel);
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
            Others = OthersOf(form, party, people, party => prepared.Exists(one => one.Party == party && one.HandedInAt is not null)),
            Readers = ReadersOf(form, party, people, user.PersonId),
            Goals = await TalkGoals.ReadAsync(db, user, id, cancel),
            Answers = [.. answers.Where(answer => !answer.IsEmpty).Select(AnswerInput.Of)],
            LastTime = await LastTimeAsync(db, user, talk, party, cancel),
        };
    }

    private sealed record Somebody(Guid PersonId, string Name, FormParties Party);

    /// <summary>The apprentice, and who follows her up today, each as what she speaks.</summary>
    private static async Task<IReadOnlyList<Somebody>> PeopleAsync(AppDbContext db, CurrentUser user, Details talk, CancellationToken cancel)
    {
        var assigned = await db.Assignments.VisibleTo(user).Where(Assignment.CurrentOn(user.Today))
            .Where(s => s.ApprenticeshipId == talk.ApprenticeshipId && s.Role != AssignmentRole.Mentor)
            .OrderByDescending(s => s.Role == AssignmentRole.Instructor).ThenBy(s => s.Role).ThenBy(s => s.IsDeputy).ThenBy(s => s.Person.SortName)
            .Select(s => new { s.PersonId, Name = s.Person.GivenName + " " + s.Person.FamilyName, s.Role })
            .ToListAsync(cancel);
        var apprentice = await db.Apprenticeships.VisibleTo(user).Where(a => a.Id == talk.ApprenticeshipId).Select(a => a.PersonId).SingleAsync(cancel);
        return
        [
            new Somebody(apprentice, talk.Apprentice, FormParties.Apprentice),
            .. assigned.GroupBy(s => s.PersonId).Select(roles => new Somebody(
                roles.Key, roles.First().Name, TalkParties.Single(roles.Aggregate(FormParties.None, (all, s) => all | Evaluation.PartyOf(Apprenticeship.RolesOf(s.Role)))))),
        ];
    }

    /// <summary>Those who are asked something too.</summary>
    private static IReadOnlyList<Other> OthersOf(FormContent? form, FormParties party, IReadOnlyList<Somebody> people, Func<FormParties, bool> hasHandedIn)
    {
        var asked = form?.Questions.Aggregate(FormParties.None, (all, question) => all | question.AnsweredBy) ?? FormParties.Apprentice | FormParties.Instructor;
        return
        [
            .. people.Where(one => one.Party != party && (one.Party & asked) != FormParties.None).GroupBy(one => one.Party)
                .Select(of => new Other(of.Key, [.. of.Select(one => one.Name)], hasHandedIn(of.Key))),
        ];
    }

    /// <summary>Those who may read at least one of her answers once it opens.</summary>
    private static IReadOnlyList<Reader> ReadersOf(FormContent? form, FormParties party, IReadOnlyList<Somebody> people, Guid me)
    {
        var read = form?.AnsweredBy(party).SelectMany(section => section.Questions).Aggregate(FormParties.Apprentice, (all, question) => all | question.ReadersOf(party)) ?? FormParties.None;
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
