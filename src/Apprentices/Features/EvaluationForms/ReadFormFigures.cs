using System.Globalization;
using Apprentices.Data;
using Apprentices.Domain;
using Apprentices.Platform;
using Apprentices.Shared.Forms;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Features.EvaluationForms;

/// <summary>
/// Figures of what was answered to a question of a form, over all signed talks of the half-years that are over. They name
/// nobody and none of them is of fewer than five (<see cref="FormFigures"/>); free text is never counted.
/// </summary>
public sealed class ReadFormFigures(IDbContextFactory<AppDbContext> database, CurrentUserAccessor users, TimeProvider clock)
{
    private const string AnyNumber = "number";

    public sealed record Choice(string Key, string Text);

    public sealed record Cell(string Text, int? Count, decimal? Average);

    public sealed record Result
    {
        /// <summary>What was asked, with what it comes to where something was left open.</summary>
        public required FiguresQuery Query { get; init; }
        public required IReadOnlyList<Choice> Forms { get; init; }
        public required IReadOnlyList<Choice> Questions { get; init; }
        public required IReadOnlyList<FormParties> Parties { get; init; }
        public required IReadOnlyList<Choice> Goals { get; init; }
        public required IReadOnlyList<string> Periods { get; init; }
        public required IReadOnlyList<Choice> Trades { get; init; }
        public required IReadOnlyList<Choice> Workplaces { get; init; }

        /// <summary>The question as it is asked now; nothing where no form has one that can be counted.</summary>
        public required FormQuestion? Asked { get; init; }
        public required IReadOnlyList<Cell> Cells { get; init; }
        public required int? Total { get; init; }
    }

    private sealed record Answered(Guid PersonId, DateTimeOffset SignedAt, string Trade, Guid Workplace, string? GoalCode, string? GoalTitle, string? Choice, Level? Level, decimal? Number);

    public async Task<Result> RunAsync(FiguresQuery query, CancellationToken cancel = default)
    {
        var user = await users.GetAsync(cancel);
        user.Require(Policy.SeeFormFigures);

        await using var db = await database.CreateDbContextAsync(cancel);
        var forms = (await db.EvaluationForms.AsNoTracking().VisibleTo(user).Include(one => one.Editions).ToListAsync(cancel))
            .Where(one => Countable(one).Count > 0)
            .OrderBy(one => one.RetiredOn is not null).ThenBy(one => one.Kinds.Min()).ThenBy(one => one.Name.ToString(), StringComparer.CurrentCulture).ToList();
        var form = forms.Find(one => one.Id == query.Form) ?? forms.FirstOrDefault();
        var questions = form is null ? [] : Countable(form);
        var asked = questions.Find(one => one.Key == query.Question) ?? questions.FirstOrDefault();
        var parties = form is null || asked is null ? [] : PartiesOf(form, asked.Key);
        var party = parties.Contains(query.Party ?? FormParties.None) ? query.Party!.Value : parties.FirstOrDefault();

        var answered = form is null || asked is null ? [] : await AnsweredAsync(db, form.Id, asked.Key, party, user.Today, cancel);
        var goals = answered.Where(one => one.GoalCode is not null).GroupBy(one => one.GoalCode!)
            .Select(goal => new Choice(goal.Key, $"{goal.First().GoalTitle} ({goal.Key})")).OrderBy(goal => goal.Text, StringComparer.CurrentCulture).ToList();
        var byGoal = asked?.Type == QuestionType.GoalScale;
        var goalCode = byGoal ? (goals.Find(one => one.Key == query.Goal) ?? goals.FirstOrDefault())?.Key : null;

        var choices = asked is null ? [] : ChoicesOf(form!, asked);
        var figures = new FormFigures(
            answered.Where(one => !byGoal || one.GoalCode == goalCode)
                .Select(one => new FigureAnswer(one.PersonId, PeriodOf(clock.DayOf(one.SignedAt)), one.Trade, one.Workplace, one.Choice ?? one.Level?.ToString() ?? AnyNumber, one.Number ?? 0)),
            [.. choices.Select(choice => choice.Key)]);
        var table = figures.For(query.Filter);
        return new Result
        {
            Query = new FiguresQuery(form?.Id, asked?.Key, asked is null ? null : party, goalCode, query.Filter),
            Forms = [.. forms.Select(one => new Choice(one.Id.ToString(), one.Name.ToString()))],
            Questions = [.. questions.Select(one => new Choice(one.Key, one.Text.ToString()))],
            Parties = parties,
            Goals = byGoal ? goals : [],
            Periods = [.. figures.Periods.OrderDescending(StringComparer.Ordinal)],
            Trades = [.. (await db.Curricula.Select(one => new { one.Code, one.Trade }).ToListAsync(cancel)).Select(one => new Choice(one.Code, $"{one.Trade} ({one.Code})")).OrderBy(one => one.Text, StringComparer.CurrentCulture)],
            Workplaces = [.. (await db.Workplaces.OrderBy(one => one.Name).Select(one => new { one.Id, one.Name }).ToListAsync(cancel)).Select(one => new Choice(one.Id.ToString(), one.Name))],
            Asked = asked,
            Cells = [.. table.Cells.Select(cell => new Cell(
                Either([.. cell.Answers.Select(answer => choices.First(choice => choice.Key == answer).Text)]),
                cell.Count,
                asked?.Type == QuestionType.Number && cell.Count is { } count ? decimal.Round(cell.Sum!.Value / count, 1) : null))],
            Total = table.Total,
        };
    }

    private static string Either(string[] answers) => answers is [var one] ? one : $"{string.Join(", ", answers.SkipLast(1))} {FormTexts.Or} {answers[^1]}";

    /// <summary>The half-year of the calendar a day lies in: "2026-1" or "2026-2".</summary>
    public static string PeriodOf(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}-{(day.Month <= 6 ? 1 : 2)}");

    /// <summary>The questions whose answers can be counted, as they are asked now, those that are asked no more after them.</summary>
    private static List<FormQuestion> Countable(EvaluationForm form) =>
    [
        .. form.Published.OrderByDescending(edition => edition.Number).SelectMany(edition => edition.Content.Questions)
            .DistinctBy(question => question.Key).Where(question => question.Type is not (QuestionType.Text or QuestionType.Date)),
    ];

    private static List<FormParties> PartiesOf(EvaluationForm form, string key)
    {
        var ever = form.Published.Select(edition => edition.Content.Find(key)?.AnsweredBy ?? FormParties.None).Aggregate(FormParties.None, (all, one) => all | one);
        return [.. Enum.GetValues<FormParties>().Where(party => party != FormParties.None && ever.HasFlag(party))];
    }

    /// <summary>All that could ever be answered, in the order and words of the latest edition.</summary>
    private static List<Choice> ChoicesOf(EvaluationForm form, FormQuestion asked) => asked.Type switch
    {
        QuestionType.Number => [new Choice(AnyNumber, EvaluationFormTexts.Numbers)],
        QuestionType.GoalScale => [.. Enum.GetValues<Level>().Select(level => new Choice(level.ToString(), FormWords.Of(level, null)))],
        QuestionType.YesNo => [.. FormWords.ChoicesOf(asked, null).Select(choice => new Choice(choice.Key, choice.Text))],
        _ =>
        [
            .. form.Published.OrderByDescending(edition => edition.Number).SelectMany(edition => edition.Content.Find(asked.Key)?.Choices ?? [])
                .DistinctBy(choice => choice.Key).Select(choice => new Choice(choice.Key, choice.Text.ToString())),
        ],
    };

    /// <summary>The answers of signed talks, the latest first. They are of everybody: the figures name nobody, whoever the reader may see.</summary>
    private async Task<List<Answered>> AnsweredAsync(AppDbContext db, Guid form, string question, FormParties party, DateOnly today, CancellationToken cancel)
    {
        // Only half-years that are over: what is told of them changes no more with one more signature.
        var over = clock.StartOf(new DateOnly(today.Year, today.Month <= 6 ? 1 : 7, 1));
        var rows = await db.EvaluationAnswers
            .Where(a => a.Question == question && a.Party == party && a.Evaluation.FormEdition!.FormId == form && a.Evaluation.State == EvaluationState.Signed)
            .Where(a => a.Choice != null || a.Level != null || a.Number != null)
            .Select(a => new
            {
                a.Evaluation.Apprenticeship.PersonId,
                SignedAt = a.Evaluation.Signatures.Where(s => s.Addendum == 0).OrderByDescending(s => s.SignedAt).Select(s => s.SignedAt).FirstOrDefault(),
                a.Evaluation.Apprenticeship.CurriculumCode,
                Workplace = a.Evaluation.Apprenticeship.Workplaces.Where(w => w.FromOn <= a.Evaluation.HeldOn).OrderByDescending(w => w.FromOn).Select(w => (Guid?)w.WorkplaceId).FirstOrDefault()
                    ?? a.Evaluation.Apprenticeship.WorkplaceId,
                a.GoalCode,
                a.GoalTitle,
                a.Choice,
                a.Level,
                a.Number,
            })
            .ToListAsync(cancel);
        return
        [
            .. rows.Where(row => row.SignedAt < over).OrderByDescending(row => row.SignedAt)
                .Select(row => new Answered(row.PersonId, row.SignedAt, row.CurriculumCode, row.Workplace, row.GoalCode, row.GoalTitle, row.Choice, row.Level, row.Number)),
        ];
    }
}
