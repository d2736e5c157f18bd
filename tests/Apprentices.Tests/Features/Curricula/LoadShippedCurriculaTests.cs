using Apprentices.Domain;
using Apprentices.Features.Curricula;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Curricula;

public sealed class LoadShippedCurriculaTests : AppTests
{
    [BothDatabases]
    public async Task A_start_puts_in_the_five_curricula_and_their_59_goals()
    {
        Assert.Equal(
            ["ISF3-01", "ITD03-01", "IUV03-01", "KAD3-01", "SOA03-01"],
            await App.DbAsync(db => db.Curricula.Select(curriculum => curriculum.Code).Order().ToListAsync()));
        Assert.Equal(59, await App.DbAsync(db => db.Goals.CountAsync()));
    }

    [Fact]
    public async Task What_is_missing_comes_back_and_what_is_there_stays()
    {
        var gone = await App.DbAsync(db => db.Goals.Where(goal => goal.Code == "KM6045").ExecuteDeleteAsync());
        await App.DbAsync(db => db.Curricula.Where(c => c.Code == "ITD03-01").ExecuteUpdateAsync(set => set.SetProperty(c => c.VigoSubjectCode, "CHANGED")));

        var first = await LoadAsync();
        var second = await LoadAsync();

        Assert.Equal((1, 1, 0), (gone, first, second));
        Assert.Equal("CHANGED", await App.DbAsync(db => db.Curricula.Where(c => c.Code == "ITD03-01").Select(c => c.VigoSubjectCode).SingleAsync()));
    }

    private Task<int> LoadAsync() => App.AsNobody().RunAsync((LoadShippedCurricula use) => use.RunAsync());
}
