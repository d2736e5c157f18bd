using Apprentices.Domain;
using Apprentices.Features.Calendar;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Calendar;

public sealed class TryDatesTests : AppTests
{
    [BothDatabases]
    public async Task Who_begins_with_the_dates_of_a_record_is_noted_and_one_who_may_not_see_it_begins_without()
    {
        var siv = await Given.InstructorAsync("Siv Åmot");
        var record = await Given.ApprenticeshipAsync(await Given.PersonAsync(Roles.Apprentice, "Ingrid Solheim"), instructor: siv);
        Assert.Null((await BeginAsync(siv, null)).Of);
        Assert.Null((await BeginAsync(await Given.InstructorAsync(), record.Id)).Of);
        Assert.Empty(await App.DbAsync(db => db.AccessTraces.ToListAsync()));

        Assert.Equal("Ingrid Solheim", (await BeginAsync(siv, record.Id)).Of);

        var trace = Assert.Single(await App.DbAsync(db => db.AccessTraces.Include(trace => trace.Reader).ToListAsync()));
        Assert.Equal((record.Id, Opened.Record, siv.Id), (trace.ApprenticeshipId, trace.What, trace.Reader.PersonId!.Value));
    }

    private Task<TryDates.Beginning> BeginAsync(Person person, Guid? record) => App.As(person).RunAsync((TryDates use) => use.BeginAsync(record));
}
