using Apprentices.Features.Curricula;
using Apprentices.Tests.Features.Curricula;
using static Apprentices.Tests.Features.Curricula.GrepExample;

namespace Apprentices.Tests.Access;

/// <content>Curricula and their import.</content>
internal static partial class AccessWays
{
    private static IEnumerable<Way> OfCurricula() =>
    [
        Read<ListCurricula>(async (use, _) => await use.RunAsync()),
        Read<ShowCurriculum>(async (use, at) => await use.RunAsync(at.Apprenticeship.CurriculumCode)),
        Read<CompareEditions>(async (use, at) =>
        {
            var hr = at.App.As(at[Seat.Hr]!);
            await hr.ImportCurriculaAsync(Whole());
            await hr.ImportCurriculaAsync(Whole(words: "rive et tårn"));
            return await use.RunAsync(Code, 1, 2);
        }),
        Read<ReadGrepFiles>(async (use, _) => await use.RunAsync(Files(Whole()))),
        Read<FetchCurriculum>(async (use, _) => await use.RunAsync("/")),
        Read<PreviewCurricula>(async (use, _) => await use.RunAsync(GrepExample.Read(Files(Whole())))),
        Read<ImportCurricula>(async (use, at) =>
        {
            var review = await at.App.As(at[Seat.Hr]!).PreviewCurriculaAsync(Whole());
            return await use.RunAsync(review, [.. review.Changes.Select(ImportCurricula.Choice.Of)]);
        }),
    ];
}
