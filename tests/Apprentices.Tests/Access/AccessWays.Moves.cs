using Apprentices.Domain;
using Apprentices.Features.Curricula.Moves;
using Microsoft.EntityFrameworkCore;

namespace Apprentices.Tests.Access;

/// <content>Moving plans to another edition of a curriculum.</content>
internal static partial class AccessWays
{
    private static IEnumerable<Way> OfMoves() =>
    [
        Read<ProposeMove>(async (use, at) => await use.RunAsync(at.Apprenticeship.CurriculumCode) is { } proposal && proposal.Followers.Any(row => row.Id == at.Id)),
        Do<MoveToEdition>(async (use, at) =>
        {
            var code = at.Apprenticeship.CurriculumCode;
            await at.App.ChangeAsync(async db =>
            {
                var curriculum = await db.Curricula.Include(c => c.AllGoals).Include(c => c.Editions).SingleAsync(c => c.Code == code);
                curriculum.BeginEdition(at.App.Clock.GetUtcNow());
                curriculum.Add(new Goal(at.Goal.Code, 1, at.Goal.Title));
            });
            var version = await at.App.DbAsync(db => db.Apprenticeships.Where(a => a.Id == at.Id).Select(a => a.Version).SingleAsync());
            await use.RunAsync(new MoveInput
            {
                From = new(code, 1), To = new(code, 2), Pairs = [new(at.Goal.Code, at.Goal.Code)], Apprenticeships = [new(at.Id, version)],
            });
        }),
    ];
}
