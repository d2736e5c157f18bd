using System.Net;
using Apprentices.Domain;
using Apprentices.Features.Reminders;
using Apprentices.Shared;
using Apprentices.Tests.Support;
using Microsoft.AspNetCore.WebUtilities;

namespace Apprentices.Tests.Features.Reminders;

/// <summary>What is foreseen, narrowed in the address and taken away as a file.</summary>
public sealed class ForeseenListTests : AppTests
{
    [BothDatabases]
    public async Task It_is_narrowed_by_person_topic_and_reason()
    {
        var (hr, siv) = (await Given.HrAsync("Nina Dahl"), await Given.InstructorAsync("Siv Åmot"));
        await Given.EvaluationAsync(App.Clock.Today.AddDays(7), await Given.PersonAsync(Roles.Apprentice, "Ingrid Solheim"), siv);
        await Given.EvaluationAsync(App.Clock.Today.AddDays(8), await Given.PersonAsync(Roles.Apprentice, "Ola Vik"));
        await Given.ApprenticeshipAsync(await Given.PersonAsync(Roles.Apprentice, "Mari Berg"), startsOn: App.Clock.Today, instructor: siv);
        var rows = await App.As(hr).RunAsync((ForeseeReminders use) => use.RunAsync(30));

        Assert.Equal(rows, new AheadQuery(30).Chosen(rows));
        var talks = new AheadQuery(30, Topic: new ReminderTopic(ReminderSubject.Talk)).Chosen(rows);
        Assert.Equal(rows.Where(row => row.Item.Subject == ReminderSubject.Talk), talks);
        var hers = new AheadQuery(30, Person: "solheim").Chosen(rows);
        Assert.Equal(rows.Where(row => row.Item.About.FullName == "Ingrid Solheim" || row.Recipient == "Ingrid Solheim"), hers);
        var his = new AheadQuery(30, Person: "Åmot").Chosen(rows);
        Assert.All(his, row => Assert.Equal(siv.Id, row.Item.RecipientId));
        var climbed = new AheadQuery(30, Rung: ReminderRung.Hr).Chosen(rows);
        Assert.All(climbed, row => Assert.Equal((ReminderRung.Hr, hr.Id), (row.Item.Rung, row.Item.RecipientId)));
        Assert.All(new[] { talks, hers, his, climbed }, chosen => Assert.InRange(chosen.Count, 1, rows.Count - 1));
    }

    [Fact]
    public void What_is_chosen_stands_in_the_address_and_comes_back_from_it()
    {
        var all = new AheadQuery(365, "Åse & co", new ReminderTopic(ReminderSubject.Duty, DutyKind.MockTest), ReminderRung.Deputy);
        var read = QueryHelpers.ParseQuery(new Uri(new Uri("http://x"), all.Address()).Query);
        Assert.Equal(all, AheadQuery.From(read["days"], read["person"], read["topic"], read["rung"]));
        Assert.Equal(ReminderLinks.Ahead, new AheadQuery().Address());
        Assert.Equal(new AheadQuery(), AheadQuery.From("7", " ", "Duty-RegistrationOpens", "9"));
    }

    [BothDatabases]
    public async Task As_a_file_it_is_the_same_for_HR_alone()
    {
        var (hr, siv) = (await Given.HrAsync(), await Given.InstructorAsync("Siv Åmot"));
        await Given.EvaluationAsync(App.Clock.Today.AddDays(7), await Given.PersonAsync(Roles.Apprentice, "Ingrid Solheim"), siv);
        var query = new AheadQuery(30, "Åmot", new ReminderTopic(ReminderSubject.Talk));
        var rows = query.Chosen(await App.As(hr).RunAsync((ForeseeReminders use) => use.RunAsync(30)));

        using var client = App.ClientOf(hr);
        var sheet = ListRead.Excel(await client.GetByteArrayAsync(new Uri(ListFormat.Excel.In(query.Address()), UriKind.Relative)));
        Assert.Equal(rows.Count, sheet.Rows.Count - 1);
        Assert.Equal((rows[0].On, "Siv Åmot", "Halvårssamtale 1 med Ingrid Solheim"), (sheet.Rows[1]["A"].Day, sheet.Rows[1]["B"].Value, sheet.Rows[1]["D"].Value));
        Assert.Equal((rows[0].Item.DueOn, (double)rows[0].Item.Step), (sheet.Rows[1]["F"].Day, sheet.Rows[1]["G"].Number));
        var csv = await client.GetStringAsync(new Uri(ListFormat.Csv.In(query.Address()), UriKind.Relative));
        Assert.Equal(rows.Count + 1, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

        var own = await client.GetStringAsync(new Uri(ListFormat.Csv.In(new AheadQuery(30, Topic: query.Topic).Address()), UriKind.Relative));
        Assert.Contains("Ingrid Solheim;ja;Halvårssamtale 1 med Ingrid Solheim", own, StringComparison.Ordinal);

        using var instructors = App.ClientOf(siv);
        using var answer = await instructors.GetAsync(new Uri(ListFormat.Csv.In(query.Address()), UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
