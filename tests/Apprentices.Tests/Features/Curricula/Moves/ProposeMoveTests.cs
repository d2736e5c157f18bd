using Apprentices.Domain;
using Apprentices.Features.Curricula.Moves;
using Apprentices.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Features.Curricula.Moves;

public sealed class ProposeMoveTests : MoveTests
{
    [BothDatabases]
    public async Task Proposes_from_the_edition_that_is_followed_to_the_newest_and_says_why()
    {
        var proposal = await ProposeAsync();

        Assert.Equal((First, Second, false), (proposal.From.Key, proposal.To!.Key, proposal.ChangesCurriculum));
        Assert.Equal(
            [("KM9001", "KM9001", SuccessionReason.SameCode), ("KM9002", "KM9101", SuccessionReason.Alike), ("KM9003", "KM9101", SuccessionReason.Alike)],
            proposal.Proposal.Take(3).Select(line => (line.Old, line.New!, line.Reason)));
        Assert.Equal([4, 3], [proposal.Old.Count, proposal.New.Count]);
    }

    [BothDatabases]
    public async Task Counts_what_each_follower_and_each_goal_has()
    {
        await RateAsync("KM9002", Level.Masters);
        await WriteAsync("KM9002");
        await WriteAsync("KM9003");
        await ContractAsync(endsOn: Today.AddDays(-1));

        var proposal = await ProposeAsync();

        var follower = Assert.Single(proposal.Followers);
        Assert.Equal((Contract.Id, 1, 2), (follower.Id, follower.Ratings, follower.Entries));
        Assert.Equal((1, 1), proposal.Evidence["KM9002"]);
        Assert.Equal((0, 1), proposal.Evidence["KM9003"]);
    }

    [BothDatabases]
    public async Task Takes_as_many_statements_for_many_followers_as_for_one()
    {
        var one = await App.Sql.CountAsync(ProposeAsync);
        for (var i = 0; i < 10; i++)
        {
            await ContractAsync();
        }

        Assert.Equal(one, await App.Sql.CountAsync(ProposeAsync));
        Assert.InRange(one, 1, 12);
    }

    [BothDatabases]
    public async Task The_curriculum_that_follows_can_be_chosen_and_one_of_another_trade_cannot()
    {
        await Given.CurriculumAsync("TEST02-01", 3);
        await App.ChangeAsync(async db => await db.AddAsync(new Curriculum(
            "ANNET01-01", "LK20", TradeFamily.OfficeAdministration, Contract.Plan[0].Title, Contract.Plan[0].Title, new(2020, 8, 1), null)));

        Assert.True((await ProposeAsync(new("TEST02-01", 1)))!.ChangesCurriculum);
        Assert.Null(await App.As(Hr).RunAsync((ProposeMove use) => use.RunAsync(Given.CurriculumCode, 1, new("ANNET01-01", 1))));
        Assert.Null(await App.As(Hr).RunAsync((ProposeMove use) => use.RunAsync("FINNES-IKKE")));
    }

    private Task<ProposeMove.Result> ProposeAsync() => ProposeAsync(null)!;

    private Task<ProposeMove.Result?> ProposeAsync(EditionKey? to) => App.As(Hr).RunAsync((ProposeMove use) => use.RunAsync(Given.CurriculumCode, to: to));
}
