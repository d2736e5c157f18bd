using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Features.Evaluations.Preparation;
using Apprentices.Platform;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.Evaluations.Together;

/// <summary>
/// A talk as those in it see it while they hold it: the shared notes, what they agree to answer and to do. Opening it is noted
/// for the apprentice to see; reading it again, as something changes, is not.
/// </summary>
public sealed class ReadTogether(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, AccessLog readings)
{
    /// <summary>What somebody typed beside a block that another had taken over.</summary>
    public sealed record Suggestion(Guid Id, Guid PersonId, string Text);

    /// <summary>A block of the notes.</summary>
    /// <param name="Question">The question's key.</param>
    /// <param name="Version">The version to type upon.</param>
    public sealed record Block(string Question, string Text, int Version, Guid? WriterId, DateTimeOffset? SavedAt)
    {
        public IReadOnlyList<Suggestion> Suggestions { get; init; } = [];
    }

    public sealed record Answer(string Question, Guid GoalId, Level? Level, string? Choice, DateOnly? Day, decimal? Number, int Version);

    public sealed record Goal(Guid Id, string Code, LocalText Title);

    public sealed record Step(Guid Id, string What, Guid ResponsibleId, string ResponsibleName, DateOnly DueOn, int Version);

    /// <summary>Somebody who takes part.</summary>
    public sealed record Member(Guid Id, string Name, string GivenName, FormParties Party);

    public sealed record Details(
        Guid Id, Guid ApprenticeshipId, EvaluationState State, DateTimeOffset? BegunAt, DateOnly? HeldOn, DateOnly? PlannedOn, TimeOnly? StartsAt,
        string? Place, bool IsSigned, Guid ReaderId, bool IsOwn, bool MayEnd)
    {
        /// <summary>The questions all answer together, that she may read, with their sections.</summary>
        public IReadOnlyList<FormSection> Sections { get; init; } = [];
        public IReadOnlyList<Member> Members { get; init; } = [];
        public IReadOnlyList<Block> Blocks { get; init; } = [];
        public IReadOnlyList<Answer> Answers { get; init; } = [];
        public IReadOnlyList<Goal> Goals { get; init; } = [];
        public IReadOnlyList<Step> Actions { get; init; } = [];

        public bool IsBegun => BegunAt is not null;

        /// <summary>Whether it still can be written in.</summary>
        public bool IsOpen => !IsSigned && (State == EvaluationState.Held || (IsBegun && State == EvaluationState.Planned));

        public Member Apprentice => Members[0];

        public Member? Reader => Members.FirstOrDefault(one => one.Id == ReaderId);
    }

    /// <param name="id">The talk.</param>
    /// <param name="again">It is on the screen already and only read anew.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Nothing where the talk is not there, or the one who asks does not take part in it.</returns>
    public async Task<Details?> RunAsync(Guid id, bool again = false, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.TalkTogether);

        await using var db = await database.CreateDbContextAsync(cancel);
        var content = await db.Evaluations
            .ContentVisibleTo(user)
            .Where(e => e.Id == id)
            .Select(e => new
            {
                Talk = new Details(
                    e.Id, e.ApprenticeshipId, e.State, e.BegunAt, e.HeldOn, e.PlannedOn, e.StartsAt, e.Place, e.Signatures.Any(s => s.Addendum == 0),
                    user.PersonId, e.Apprenticeship.PersonId == user.PersonId, db.Evaluations.Where(TalkAccess.SupervisedBy(user)).Any(mine => mine.Id == e.Id)),
                Form = e.FormEdition!.Content,
            })
            .SingleOrDefaultAsync(cancel);
        if (content is null || await TalkParties.OfAsync(db, id, user, cancel) is not (var parties and not FormParties.None))
        {
            return null;
        }

        var form = content.Form as FormContent ?? new FormContent([], []);
        var talk = content.Talk with
        {
            Members = [.. (await TalkMembers.ReadAsync(db, user, id, cancel)).Select(one => new Member(one.Id, one.Name, one.GivenName, one.Party))],
            MayEnd = content.Talk.MayEnd && user.Allows(Policy.HoldTalks),
        };
        if (!talk.IsBegun && talk.State == EvaluationState.Planned)
        {
            return talk;
        }

        if (!again)
        {
            await readings.NoteAsync(user, talk.ApprenticeshipId, Opened.Talk, thingId: id, cancel: cancel);
        }

        return await ContentAsync(db, user, talk, form, parties, cancel);
    }

    private static async Task<Details> ContentAsync(
        AppDbContext db, CurrentUser user, Details talk, FormContent form, FormParties parties, CancellationToken cancel)
    {
        var answers = await db.EvaluationAnswers
            .VisibleTo(user)
            .Where(answer => answer.EvaluationId == talk.Id && answer.Party == FormParties.Together)
            .Select(answer => new Answer(answer.Question, answer.GoalId, answer.Level, answer.Choice, answer.Day, answer.Number, answer.Version))
            .ToListAsync(cancel);
        var sections = form.AnsweredBy(FormParties.Together)
            .Select(section => section with
            {
                Questions = [.. section.Questions.Where(question => FormContent.MayRead(question, parties, FormParties.Together)
                    && form.IsShown(question, key => answers.Find(answer => answer.Question == key)?.Choice))],
            })
            .Where(section => section.Questions.Count > 0)
            .ToList();
        var mine = sections.SelectMany(section => section.Questions).Select(question => question.Key).Append(TalkBlock.FreeNotes).ToList();
        var blocks = await db.TalkBlocks
            .VisibleTo(user)
            .Where(block => block.EvaluationId == talk.Id && mine.Contains(block.Question))
            .Select(block => new Block(block.Question, block.Text, block.Version, block.WriterId, block.SavedAt)
            {
                Suggestions = block.Suggestions.Where(one => one.SettledAt == null).OrderBy(one => one.MadeAt).Select(one => new Suggestion(one.Id, one.PersonId, one.Text)).ToList(),
            })
            .ToListAsync(cancel);

        // Where somebody prepared, the goals stand side by side with what each said; else those the talk is about are listed.
        var isAsked = sections.Exists(section => section.Questions.Any(question => question.Type == QuestionType.GoalScale))
            && !await db.EvaluationPreparations.VisibleTo(user).AnyAsync(one => one.EvaluationId == talk.Id, cancel);
        var goals = isAsked ? (await TalkGoals.ReadAsync(db, user, talk.Id, cancel)).Where(goal => goal.IsAsked).Select(goal => new Goal(goal.Id, goal.Code, goal.Title)).ToList() : [];
        var actions = await db.AgreedActions
            .VisibleTo(user)
            .Where(action => action.EvaluationId == talk.Id)
            .OrderBy(action => action.Order)
            .Select(action => new Step(action.Id, action.What, action.ResponsibleId, action.ResponsibleName, action.DueOn, action.Version))
            .ToListAsync(cancel);
        return talk with
        {
            Sections = sections,
            Answers = [.. answers.Where(answer => mine.Contains(answer.Question))],
            Blocks = blocks,
            Goals = goals,
            Actions = actions,
        };
    }
}
