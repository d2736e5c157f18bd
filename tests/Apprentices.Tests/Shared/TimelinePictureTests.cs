using Apprentices.Shared;
using FsCheck;
using FsCheck.Fluent;

namespace Apprentices.Tests.Shared;

public sealed class TimelinePictureTests
{
    private static readonly DateOnly Start = new(2025, 8, 18);

    [Fact]
    public void Everything_is_inside_the_picture_whatever_the_training() => Check.QuickThrowOnFailure(Prop.ForAll(Models(), model =>
        Outside(TimelineWide.Draw(model)).Count == 0 && Outside(TimelineStrip.Draw(model)).Count == 0));

    [Fact]
    public void No_words_stand_on_other_words_or_on_a_mark_whatever_the_training() => Check.QuickThrowOnFailure(Prop.ForAll(Models(), model =>
        Overlaps(TimelineWide.Draw(model)).Count == 0 && Overlaps(TimelineStrip.Draw(model)).Count == 0));

    [Fact]
    public void Every_day_has_its_mark_and_its_date_however_close_they_lie() => Check.QuickThrowOnFailure(Prop.ForAll(Models(), model =>
    {
        var picture = TimelineWide.Draw(model);
        var marks = model.Lanes.Sum(lane => lane.Marks.Count);
        return picture.Shapes.OfType<DrawnMark>().Count() == marks
            && picture.Shapes.OfType<DrawnMark>().All(mark => picture.Shapes.OfType<DrawnText>().Any(words => IsBeside(words, mark)));
    }));

    [Fact]
    public void A_mark_stands_on_its_day_and_a_bar_ends_with_its_last_day()
    {
        var model = Of([new("Halvår", [Bar(0, 364, "1. halvår")], [Mark(182)])], days: 365);

        var picture = TimelineWide.Draw(model);

        var box = picture.Shapes.OfType<DrawnBox>().First();
        Assert.Equal(box.X + box.Width / 2, picture.Shapes.OfType<DrawnMark>().Single().X, 0.01);
        Assert.Equal(984 - 1.5, box.X + box.Width, 0.01);
    }

    [Fact]
    public void Marks_far_apart_share_one_row_and_those_of_the_same_day_do_not()
    {
        var apart = TimelineWide.Draw(Of([new("Samtaler", [], [Mark(50), Mark(200), Mark(340)])], days: 365));
        var together = TimelineWide.Draw(Of([new("Samtaler", [], [Mark(50), Mark(50), Mark(50)])], days: 365));

        Assert.Single(apart.Shapes.OfType<DrawnMark>().Select(mark => mark.Y).Distinct());
        Assert.Equal(3, together.Shapes.OfType<DrawnMark>().Select(mark => mark.Y).Distinct().Count());
    }

    [Fact]
    public void A_label_turns_to_the_left_before_the_edge_and_before_the_line_of_today()
    {
        var picture = TimelineWide.Draw(Of([new("Frister", [], [Mark(190), Mark(364)])], days: 365, today: 200));

        Assert.All(picture.Shapes.OfType<DrawnText>().Where(words => words.Anchor == TextAnchor.End), words => Assert.EndsWith("halo", words.Css, StringComparison.Ordinal));
        Assert.Equal(2, picture.Shapes.OfType<DrawnText>().Count(words => words.Anchor == TextAnchor.End));
    }

    [Fact]
    public void A_bars_words_stand_clear_of_the_hatching_and_of_today()
    {
        var model = Of([new("Halvår", [Bar(0, 364, "1. halvår"), new(Start.AddDays(10), Start.AddDays(60), "", TimelineBarKind.Break)], [])], days: 365, today: 80);

        var picture = TimelineWide.Draw(model);

        var words = picture.Shapes.OfType<DrawnText>().Single(text => text.Words == "1. halvår");
        Assert.True(words.Left > picture.Shapes.OfType<DrawnLine>().Single(line => line.Css == "today").X1);
    }

    [Theory]
    [InlineData(-30, "←")]
    [InlineData(400, "→")]
    public void A_day_beyond_the_picture_has_no_line_and_points_outwards(int today, string arrow)
    {
        var picture = TimelineWide.Draw(Of([new("Halvår", [Bar(0, 364, "1. halvår")], [])], days: 365, today: today));

        Assert.DoesNotContain(picture.Shapes, shape => shape.Css == "today");
        Assert.Contains(picture.Shapes.OfType<DrawnText>(), words => words.Words.Contains(arrow, StringComparison.Ordinal));
    }

    [Fact]
    public void What_waits_for_consent_is_drawn_in_dashes()
    {
        var model = Of([new("Halvår", [Bar(0, 300, "1. halvår"), Bar(301, 364, "foreslått") with { Waiting = true }], [Mark(320) with { Waiting = true }])], days: 365);

        Assert.Single(TimelineWide.Draw(model).Shapes.OfType<DrawnBox>(), box => box.Css.Contains("waiting", StringComparison.Ordinal));
        Assert.True(TimelineWide.Draw(model).Shapes.OfType<DrawnMark>().Single().Mark.Waiting);
    }

    [Fact]
    public void A_longer_text_is_wider_and_one_that_is_cut_fits()
    {
        Assert.True(TextWidth.Of("18. august", 12) > TextWidth.Of("18. aug.", 12));
        Assert.True(TextWidth.Of(TextWidth.Fit("Nydalen videregående skole", 80, 12), 12) <= 80);
        Assert.Equal("", TextWidth.Fit("Nydalen", 5, 12));
    }

    private static List<string> Outside(TimelinePicture picture) =>
    [
        .. picture.Shapes.Select(shape => (shape, Box: Frame(shape)))
            .Where(one => one.Box.Left < -0.01 || one.Box.Right > picture.Width + 0.01 || one.Box.Top < -1.01 || one.Box.Bottom > picture.Height + 1.01)
            .Select(one => $"{one.shape}"),
    ];

    private static List<string> Overlaps(TimelinePicture picture)
    {
        var all = picture.Shapes.Where(shape => shape is DrawnText or DrawnMark).ToList();
        return
        [
            .. all.SelectMany((one, index) => all.Skip(index + 1).Select(other => (one, other)))
                .Where(pair => picture.Width > 400 || pair.one is DrawnText || pair.other is DrawnText)
                .Where(pair => Meet(Frame(pair.one), Frame(pair.other)))
                .Select(pair => $"{pair.one} on {pair.other}"),
        ];
    }

    private static bool Meet((double Left, double Right, double Top, double Bottom) one, (double Left, double Right, double Top, double Bottom) other) =>
        one.Left < other.Right - 0.01 && other.Left < one.Right - 0.01 && one.Top < other.Bottom - 0.01 && other.Top < one.Bottom - 0.01;

    private static bool IsBeside(DrawnText words, DrawnMark mark) =>
        Math.Abs(words.Y - 4.5 - mark.Y) < 0.01 && (Math.Abs(words.Left - mark.X) < 20 || Math.Abs(words.Left + words.Width - mark.X) < 20);

    private static (double Left, double Right, double Top, double Bottom) Frame(Drawn shape) => shape switch
    {
        DrawnBox box => (box.X, box.X + box.Width, box.Y, box.Y + box.Height),
        DrawnLine line => (Math.Min(line.X1, line.X2), Math.Max(line.X1, line.X2), Math.Min(line.Y1, line.Y2), Math.Max(line.Y1, line.Y2)),
        DrawnMark mark => (mark.X - mark.Size, mark.X + mark.Size, mark.Y - mark.Size, mark.Y + mark.Size),
        DrawnText words => (words.Left, words.Left + words.Width, words.Y - 9, words.Y + 3),
        _ => throw new InvalidOperationException($"{shape} has no frame."),
    };

    private static TimelineModel Of(IReadOnlyList<TimelineLane> lanes, int days, int today = 3) =>
        new(Start, Start.AddDays(days - 1), Start.AddDays(today), lanes);

    private static TimelineBar Bar(int from, int to, string text) => new(Start.AddDays(from), Start.AddDays(to), text, TimelineBarKind.Ahead);

    private static TimelineMark Mark(int day) => new(Start.AddDays(day), "", TimelineMarkKind.Planned, 1);

    /// <summary>Five months to six years, any number of half-years, breaks and marks, long and short words, today anywhere.</summary>
    private static Arbitrary<TimelineModel> Models()
    {
        var words = Gen.Elements("", "frist", "åpner", "mål", "Nydalen videregående skole, avdeling for kommunikasjon og teknikk", "IT");
        var models =
            from days in Gen.Choose(100, 2200)
            from halves in Gen.Choose(1, 12)
            from today in Gen.Choose(-200, days + 200)
            from former in Gen.Choose(-50, days + 50)
            from name in words
            from places in Bars(days, words, TimelineBarKind.Place)
            from breaks in Bars(days, words, TimelineBarKind.Break)
            from windows in Bars(days, words, TimelineBarKind.Window)
            from marks in (
                from day in Gen.Choose(0, days)
                from text in words
                from kind in Gen.Elements(Enum.GetValues<TimelineMarkKind>())
                from waiting in Gen.Elements(true, false)
                select new TimelineMark(Start.AddDays(day), text, kind, 1, waiting)).ArrayOf(12)
            let parts = Enumerable.Range(0, halves).Select(half =>
                Bar(days * half / halves, days * (half + 1) / halves - 1, $"{half + 1}. halvår") with { Short = $"{half + 1}." })
            select new TimelineModel(
                Start, Start.AddDays(days - 1), Start.AddDays(today),
                [
                    new("Halvår", [.. parts, .. breaks.Select(one => one with { Text = "" })], []),
                    new(name, [.. places, .. breaks], []),
                    new("Frister", [], marks),
                    new("Fagprøve", windows, [.. marks.Take(2)]),
                ],
                former % 3 == 0 ? null : new(Start.AddDays(former), "opprinnelig slutt"));
        return models.ToArbitrary();
    }

    private static Gen<TimelineBar[]> Bars(int days, Gen<string> words, TimelineBarKind kind) =>
        (from offset in Gen.Choose(0, days - 1)
         from length in Gen.Choose(1, 400)
         from text in words
         from waiting in Gen.Elements(true, false)
         select new TimelineBar(Start.AddDays(offset), Start.AddDays(Math.Min(offset + length, days - 1)), text, kind, null, waiting)).ArrayOf(4);
}
