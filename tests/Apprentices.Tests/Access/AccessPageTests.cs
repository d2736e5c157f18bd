using Apprentices.Tests.Guards;

namespace Apprentices.Tests.Access;

/// <summary>The pages about access are what the code says. With WRITE_ACCESS_PAGE set, which <c>tests/write-access-page</c> does, they are written anew.</summary>
public sealed class AccessPageTests
{
    /// <summary>What an auditor changes: how the app speaks to her, and where she is signed in. Nothing of anybody's.</summary>
    private static readonly string[] OfHerOwn = ["ChooseLanguage", "EndAllSessions"];

    [Theory]
    [InlineData(AccessPage.File)]
    [InlineData(AccessChecks.File)]
    public async Task The_page_says_what_the_code_says(string page)
    {
        var says = page == AccessPage.File ? AccessPage.Write() : AccessChecks.Write();
        if (Environment.GetEnvironmentVariable("WRITE_ACCESS_PAGE") is { Length: > 0 })
        {
            await File.WriteAllTextAsync(Path.Combine(SourceFiles.Root, page), says, TestContext.Current.CancellationToken);
        }

        Assert.True(File.Exists(Path.Combine(SourceFiles.Root, page)) && SourceFiles.Text(page) == says, $"{page} is not what the code says: run tests/write-access-page, and read what changed.");
    }

    [Fact]
    public void An_auditor_changes_nothing() => Found.Nothing(AccessWays.All
        .Where(way => !AccessPage.IsReading(way) && new[] { Seat.Auditor, Seat.FormerAuditor, Seat.OtherAuditor }
            .Any(seat => AccessTable.Expected[way.Name][seat] is Answer.Yes or Answer.Refused))
        .Select(way => way.Name).Except(OfHerOwn));

    [Fact]
    public void Before_and_after_her_time_and_of_others_an_auditor_reads_nothing_of_the_record() => Found.Nothing(AccessWays.All
        .Where(way => AccessTable.Expected[way.Name][Seat.Auditor] != Answer.NotAllowed
            && AccessTable.Expected[way.Name][Seat.FormerAuditor] == Answer.Yes && AccessTable.Expected[way.Name][Seat.OtherApprentice] != Answer.Yes)
        .Select(way => way.Name));

    /// <summary>HR of a unit may nothing that HR may not, and nothing of hers that HR of another unit may as well.</summary>
    [Fact]
    public void Hr_of_a_unit_has_no_more_than_hr() => Found.Nothing(AccessWays.All
        .Where(way => AccessTable.Expected[way.Name] is var seats
            && new[] { Seat.UnitHr, Seat.OtherUnitHr }.Any(seat => seats[seat] == Answer.Yes) && seats[Seat.Hr] is not (Answer.Yes or Answer.Refused))
        .Select(way => way.Name));
}
