using System.Text;
using Apprentices.Domain;
using Apprentices.Features.Roster;

namespace Apprentices.Tests.Features.Roster;

public sealed class RosterFileTests
{
    private const string Text = "Fornavn;Etternavn;E-post\r\nÅse;Ødegård;ase@example.no\r\n";

    public static TheoryData<string, string> Encodings => new()
    {
        { "utf-8", "UTF-8" },
        { "utf-8-mark", "UTF-8" },
        { "utf-16", "UTF-16" },
        { "utf-16BE", "UTF-16" },
        { "windows-1252", "Windows-1252" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Letters_are_the_same_in_every_encoding(string written, string read)
    {
        foreach (var separator in new[] { ';', ',', '\t' })
        {
            var file = RosterFile.Read(Bytes(Text.Replace(';', separator), written));

            Assert.Equal((read, separator), (file.Encoding, file.Separator));
            Assert.Equal(["Fornavn", "Etternavn", "E-post"], file.Headings);
            Assert.Equal(["Åse", "Ødegård", "ase@example.no"], Assert.Single(file.Lines).Values);
        }
    }

    [Fact]
    public void Quotes_hold_separators_quotes_and_line_breaks_together()
    {
        var file = Read("Fornavn;Avdeling\n\"Kari \"\"Kia\"\"\";\"Drift; Oslo\nnord\"\nOla;Drift\n");

        Assert.Equal(["Kari \"Kia\"", "Drift; Oslo nord"], file.Lines[0].Values);
        Assert.Equal(2, file.Lines[1].Number);
    }

    [Fact]
    public void Blank_lines_are_no_rows_but_count_as_a_spreadsheet_counts_them()
    {
        var file = Read("\nFornavn;Etternavn\nÅse;Vik\n;\n\nOla;Vik\n");

        Assert.Equal([1, 4], file.Lines.Select(line => line.Number));
    }

    [Fact]
    public void A_first_line_that_states_the_separator_is_believed()
    {
        var file = Read("sep=,\r\nFornavn,Notat\r\nÅse,a;b;c\r\n");

        Assert.Equal(',', file.Separator);
        Assert.Equal(["Åse", "a;b;c"], file.Lines[0].Values);
    }

    [Fact]
    public void The_separator_is_the_one_by_which_headings_are_known()
    {
        var file = Read("Fornavn,\"Notat; a; b; c; d\",Etternavn,E-post\nÅse,x,Vik,a@example.no\n");

        Assert.Equal(',', file.Separator);
    }

    public static TheoryData<byte[], string> Refused => new()
    {
        { [], "tom" },
        { "  \r\n "u8.ToArray(), "tom" },
        { "PK\u0003\u0004rest"u8.ToArray(), "regneark" },
        { [0xD0, 0xCF, 0x11, 0xE0, 1], "regneark" },
        { [1, 0, 2, 0, 3], "tekstfil" },
        { "bare et ord"u8.ToArray(), "overskrifter" },
        { "Fornavn;Etternavn\r\n"u8.ToArray(), "ingen rader" },
        { "Fornavn;Etternavn\r\n\"Åse;Vik\r\nOla;Vik"u8.ToArray(), "anførselstegn" },
        { new byte[RosterFile.LargestSize + 1], "20 MB" },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void What_is_no_roster_is_refused_in_words(byte[] bytes, string word)
    {
        System.Globalization.CultureInfo.CurrentUICulture = System.Globalization.CultureInfo.GetCultureInfo("nb-NO");

        Assert.Contains(word, Assert.Throws<RuleException>(() => RosterFile.Read(bytes)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FORNAVN", RosterField.GivenName)]
    [InlineData("Førenamn", RosterField.GivenName)]
    [InlineData("first_name", RosterField.GivenName)]
    [InlineData(" E-postadresse ", RosterField.Email)]
    [InlineData("epost", RosterField.Email)]
    [InlineData("Vigo kontrakt", RosterField.VigoNumber)]
    [InlineData("Laerefag", RosterField.Trade)]
    [InlineData("Arbeidsstad", RosterField.Workplace)]
    [InlineData("Opplæringsansvarlig", RosterField.TrainingManager)]
    [InlineData("E-post instruktør", RosterField.InstructorEmail)]
    [InlineData("Språk", RosterField.Language)]
    public void A_heading_is_known_however_it_is_written(string heading, RosterField field) => Assert.Equal(field, RosterFields.Of(heading));

    [Fact]
    public void A_column_chosen_by_hand_comes_before_the_guess()
    {
        var map = ColumnMap.Read(["Navn", "E-post", "Instruktør", "E-post", "Ukjent"]);

        Assert.Equal((0, 1, 3), (map[RosterField.FullName], map[RosterField.Email], map[RosterField.InstructorEmail]));
        Assert.Equal([RosterField.Curriculum, RosterField.StartsOn, RosterField.EndsOn], map.Missing);
        Assert.Equal(4, map.With([new(RosterField.Curriculum, 4)])[RosterField.Curriculum]);
        Assert.Null(map.With([new(RosterField.Email, null)])[RosterField.Email]);
    }

    private static RosterFile Read(string text) => RosterFile.Read(Encoding.UTF8.GetBytes(text));

    private static byte[] Bytes(string text, string encoding) => encoding switch
    {
        "utf-8" => Encoding.UTF8.GetBytes(text),
        "utf-8-mark" => [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)],
        "utf-16" => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)],
        "utf-16BE" => [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(text)],
        _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
    };
}
