namespace Apprentices.Tests.Access;

/// <content>Lists as files, and the whole portfolio.</content>
internal static partial class AccessTable
{
    private const string OfExports = """
        DownloadPeople                   yes   yes   x     x     x     x     x     x     x     x     -
        DownloadTalks                    yes   yes   yes   0     yes   0     yes   x     x     x     -
        DownloadPlacements               yes   yes   yes   -     yes   -     -     yes   -     x     -
        DownloadPlan                     yes   yes   yes   -     yes   -     -     yes   -     x     -
        DownloadLog                      yes   yes   yes   -     yes   -     -     yes   -     x     -
        DownloadTemplateCoverage         yes   yes   yes   yes   yes   yes   yes   x     x     x     -
        DownloadHouseCoverage            yes   yes   yes   yes   yes   yes   yes   x     x     x     -
        DownloadTemplateFollowers: hers  yes   yes   yes   0     yes   0     0     x     x     x     -
        DownloadWaitingEntries           x     x     yes   0     yes   0     0     x     x     x     -
        DownloadStandings                yes   yes   x     x     x     x     x     x     x     x     -
        DownloadLoad                     yes   yes   x     x     x     x     x     x     x     x     -
        ShowPortfolio                    yes   yes   yes   -     yes   -     -     yes   -     x     -
        ShowPortfolio: one's own         -     -     -     -     -     -     -     yes   0     x     -
        DownloadPortfolio                yes   yes   yes   -     yes   -     -     yes   -     x     -
        DownloadPortfolio: one's own     -     -     -     -     -     -     -     yes   0     x     -
        DownloadPortfolio: what was said  0    yes   yes   -     yes   -     -     yes   -     x     -
        """;
}
