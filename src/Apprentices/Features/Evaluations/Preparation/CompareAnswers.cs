using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Preparation;

/// <summary>
/// What each said before a talk, side by side, once it is open: the goals they see differently first. Opening it is noted for the
/// apprentice to see; reading it again is not.
/// </summary>
public sealed class CompareAnswers(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, AccessLog readings)
{
    /// <summary>One who prepared: as what, under which name.</summary>
    public sealed record Side(FormParties Party, string Name, string GivenName, bool HasHandedIn);

    /// <summary>What a side, or all together, answered.</summary>
    public sealed record Said(FormParties Party, string? Text, Level? Level, string? Choice, DateOnly? Day, decimal? Number);

    /// <summary>A goal, with what each says of it.</summary>
    /// <param name="Question">The key of the question it was asked in.</param>
    /// <param name="GoalId">The goal in her plan.</param>
    /// <param name="Said">What each side says, in the order of the sides.</param>
    public sealed record GoalRow(string Question, Guid GoalId, string Code, string Title, IReadOnlyList<Said> Said)
    {
        /// <summary>What the talk agreed on; empty: nothing yet.</summary>
        public Said? Agreed { get; init; }
        public IReadOnlyList<Evidence> Since { get; init; } = [];

        private IEnumerable<Level> Levels => Said.Select(said => said.Level).OfType<Level>();

        /// <summary>How many steps lie between them; nothing where fewer than two have said.</summary>
        public int? Apart => Levels.Count() < 2 ? null : Levels.Max() - Levels.Min();
    }

    /// <summary>Another question, with what each answered.</summary>
    public sealed record QuestionRow(FormQuestion Question, string Section, IReadOnlyList<Said> Said);

    /// <summary>All of it.</summary>
    /// <param name="IsOpen">Whether it is open yet; until then nothing else is here.</param>
    public sealed record Details(Guid TalkId, Guid ApprenticeshipId, bool IsOpen, bool IsOwn)
    {
        public IReadOnlyList<Side> Sides { get; init; } = [];
        public IReadOnlyList<GoalRow> Goals { get; init; } = [];
        public IReadOnlyList<QuestionRow> Questions { get; init; } = [];
    }

    /// <param name="id">The talk.</param>
    /// <param name="again">It is on the screen already and only read anew.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Nothing where the talk is not there or not the reader's to read.</returns>
    public async Task<Details?> RunAsync(Guid id, bool again = false, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.TalkTogether);

        await using var db = await database.CreateDbContextAsync(cancel);
        var talk = await db.Evaluations.ContentVisibleTo(user).Where(e => e.Id == id)
            .Select(e => new
            {
                e.ApprenticeshipId,
                e.Apprenticeship.PersonId,
                Form = e.FormEdition!.Content,
                IsOpen = db.Evaluations.Where(Evaluation.IsOpened).Any(open => open.Id == e.Id),
            })
            .SingleOrDefaultAsync(cancel);
        if (talk is null)
        {
            return null;
        }

        var details = new Details(id, talk.ApprenticeshipId, talk.IsOpen, talk.PersonId == user.PersonId);
        if (!talk.IsOpen || talk.Form is not { } form)
        {
            return details;
        }

        var reader = await TalkParties.ReaderAsync(db, id, user, cancel);
        var sides = await SidesAsync(db, user, id, cancel);
        var answers = await db.EvaluationAnswers.VisibleTo(user).Where(answer => answer.EvaluationId == id).AsNoTracking().ToListAsync(cancel);
        var goals = await TalkGoals.ReadAsync(db, user, id, cancel);
        if (!again)
        {
            await readings.NoteAsync(user, talk.ApprenticeshipId, Opened.Talk, thingId: id, cancel: cancel);
        }

        bool isShown(FormQuestion question, FormParties party) => form.IsShown(question, key => answers.Find(other => other.Party == party && other.Question == key)?.Choice);
        var mayRead = answers.Where(answer => !answer.IsEmpty && form.Find(answer.Question) is { } question
            && FormContent.MayRead(question, reader, answer.Party) && isShown(question, answer.Party)).ToList();
        return details with
        {
            Sides = sides,
            Goals = [.. form.Questions.Where(question => question.Type == QuestionType.GoalScale).SelectMany(question => Goals(question, goals, sides, mayRead))],
            Questions =
            [
                .. from section in form.Sections
                   from question in section.Questions
                   where question.Type != QuestionType.GoalScale && (question.AnsweredBy & FormContent.Single) != FormParties.None
                   let said = sides.Where(side => (question.AnsweredBy & side.Party) != FormParties.None && FormContent.MayRead(question, reader, side.Party) && isShown(question, side.Party))
                       .Select(side => Of(mayRead.Find(answer => answer.Party == side.Party && answer.Question == question.Key), side.Party)).ToList()
                   where said.Exists(IsAnswered)
                   select new QuestionRow(question, section.Title.ToString(), said),
            ],
        };
    }

    /// <summary>Those who prepared; before the talk began somebody may have begun and not handed in.</summary>
    private static async Task<IReadOnlyList<Side>> SidesAsync(AppDbContext db, CurrentUser user, Guid id, CancellationToken cancel) =>
        await db.Evaluations.ContentVisibleTo(user).Where(e => e.Id == id).SelectMany(e => e.Preparations).OrderBy(one => one.Party)
            .Select(one => new Side(one.Party, one.Person.GivenName + " " + one.Person.FamilyName, one.Person.GivenName, one.HandedInAt != null))
            .ToListAsync(cancel);

    private static IEnumerable<GoalRow> Goals(FormQuestion question, IReadOnlyList<TalkGoal> plan, IReadOnlyList<Side> sides, List<EvaluationAnswer> answers)
    {
        var said = answers.Where(answer => answer.Question == question.Key).ToLookup(answer => answer.GoalId);
        var known = plan.ToDictionary(goal => goal.Id);
        var order = plan.Select(goal => goal.Id).Where(goal => said.Contains(goal) || known[goal].IsAsked).Concat(said.Select(ofOne => ofOne.Key)).Distinct();
        return order.Select(goal =>
        {
            var first = said[goal].FirstOrDefault();
            return new GoalRow(
                question.Key, goal, known.GetValueOrDefault(goal)?.Code ?? first?.GoalCode ?? "", known.GetValueOrDefault(goal)?.Title.ToString() ?? first?.GoalTitle ?? "",
                [.. sides.Where(side => (question.AnsweredBy & side.Party) != FormParties.None).Select(side => Of(said[goal].FirstOrDefault(answer => answer.Party == side.Party), side.Party))])
            {
                Agreed = said[goal].FirstOrDefault(answer => answer.Party == FormParties.Together) is { } agreed ? Of(agreed, FormParties.Together) : null,
                Since = known.GetValueOrDefault(goal)?.Since ?? [],
            };
        });
    }

    private static bool IsAnswered(Said said) => said.Text is not null || said.Choice is not null || said.Day is not null || said.Number is not null;

    private static Said Of(EvaluationAnswer? answer, FormParties party) => new(party, answer?.Text, answer?.Level, answer?.Choice, answer?.Day, answer?.Number);
}
