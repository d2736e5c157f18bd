using Apprentices.Domain;
using Apprentices.Features.EvaluationForms;
using Apprentices.Shared;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.EvaluationForms;

/// <summary>What is counted: signed talks of half-years that are over. How it is kept from naming anybody, <c>FormFiguresPropertyTests</c>.</summary>
public sealed class ReadFormFiguresTests : AppTests
{
    private static readonly FiguresQuery Wellbeing = new(null, "wellbeing", null, null, new FigureFilter());

    [BothDatabases]
    public async Task Counts_signed_talks_of_half_years_that_are_over()
    {
        var hr = await Given.HrAsync();
        await AnswerAsync(6, "well", 3);
        await AnswerAsync(5, "okay", 3);
        await AnswerAsync(5, "well", 0);
        await AnswerAsync(5, "okay", 3, sign: false);

        var read = await ReadAsync(hr, Wellbeing);

        Assert.Equal(("Hvordan trives du på jobb?", "2026-1"), (read.Asked!.Text.Nb, read.Periods.Single()));
        Assert.Equal(["Godt: 6", "Greit eller Ikke godt: 5"], read.Cells.Select(cell => $"{cell.Text}: {cell.Count}"));
        Assert.Equal(11, read.Total);
    }

    [BothDatabases]
    public async Task Numbers_have_an_average_and_levels_are_counted_by_goal()
    {
        var hr = await Given.HrAsync();
        await AnswerAsync(5, "well", 3);

        var days = await ReadAsync(hr, Wellbeing with { Question = "absence-days" });
        Assert.Equal((5, 2m), (days.Cells.Single().Count, days.Cells.Single().Average));

        var goals = await ReadAsync(hr, Wellbeing with { Question = "goals", Party = FormParties.Instructor });
        Assert.Equal(("KM1", 5), (goals.Query.Goal, goals.Total));
        Assert.Equal(FormParties.Instructor, goals.Query.Party);
    }

    [BothDatabases]
    public async Task No_question_of_free_text_can_be_asked_for()
    {
        var hr = await Given.HrAsync();
        await AnswerAsync(5, "well", 3);

        var read = await ReadAsync(hr, Wellbeing with { Question = "satisfied" });

        Assert.NotEqual("satisfied", read.Query.Question);
        Assert.DoesNotContain(read.Questions, question => question.Key is "satisfied" or "feedback" or "look-again");
    }

    [BothDatabases]
    public async Task The_file_says_what_the_page_says()
    {
        var hr = await Given.HrAsync();
        await AnswerAsync(4, "well", 3);

        var sheet = ListRead.Excel(await ListRead.FileAsync(ListFormat.Excel, output => App.As(hr).RunAsync((DownloadFormFigures use) => use.RunAsync(Wellbeing, output))));

        Assert.Equal(2, sheet.Rows.Count);
        Assert.Equal(["Hvordan trives du på jobb?", "Godt, Greit eller Ikke godt", "for få til å vises"], sheet.Rows[1].Values.Select(cell => cell.Value));
    }

    private Task<ReadFormFigures.Result> ReadAsync(Person hr, FiguresQuery query) => App.As(hr).RunAsync((ReadFormFigures use) => use.RunAsync(query));

    /// <summary>Talks of so many new apprentices, signed so many months ago.</summary>
    private async Task AnswerAsync(int count, string wellbeing, int monthsAgo, bool sign = true)
    {
        var siv = await Given.InstructorAsync();
        for (var number = 0; number < count; number++)
        {
            var contract = await Given.ApprenticeshipAsync(startsOn: App.Clock.Today.AddMonths(-8), instructor: siv);
            var (heldOn, at) = (App.Clock.Today.AddMonths(-monthsAgo), App.Clock.GetUtcNow().AddMonths(-monthsAgo));
            await App.ChangeAsync(async db =>
            {
                var form = await db.EvaluationForms.Include(one => one.Editions).SingleAsync(one => one.ShippedKey == "half-year");
                var talk = await db.Evaluations.Include(one => one.Signatures).OrderBy(one => one.Number).FirstAsync(one => one.ApprenticeshipId == contract.Id);
                talk.TakeForm(form.Current);
                talk.Answer(FormParties.Apprentice, "wellbeing", Guid.Empty).Say(null, null, wellbeing, null, null);
                talk.Answer(FormParties.Instructor, "absence-days", Guid.Empty).Say(null, null, null, null, 2);
                var goal = talk.Answer(FormParties.Instructor, "goals", Guid.CreateVersion7());
                goal.Say(null, Level.Masters, null, null, null);
                goal.About("KM1", "Mål 1");
                talk.Hold(heldOn, "Holdt.", siv.Id, App.Clock.Today);
                if (sign)
                {
                    talk.Sign(contract.PersonId, Roles.Apprentice, at.AddDays(-1));
                    talk.Sign(siv.Id, Roles.Instructor, at);
                }
            });
        }
    }
}
