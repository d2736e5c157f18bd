using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.Roster;

/// <summary>Reads a line into a row: each field into the words of the trade, or a reason at the cell. Asks no database.</summary>
public sealed class RowReading(RosterFile file, ColumnMap map, CurriculumChoice curricula)
{
    private const int LongestText = 200;

    public RosterRow Read(RosterLine line)
    {
        var row = new RosterRow(line);
        string Text(RosterField field)
        {
            var text = map.Value(line, field);
            row.Say(field, text);
            if (text.Length > LongestText)
            {
                row.Fail(field, Texts.Format(RosterTexts.TooLong, LongestText));
            }

            return text;
        }

        var (given, family) = Name(row, Text);
        var curriculum = curricula.Find(row, Text(RosterField.Curriculum), Text(RosterField.Trade));
        var (kind, variant) = Kind(row, Text(RosterField.Kind));
        var (startsOn, endsOn) = Days(row, Text);
        row.Entry = new RosterEntry
        {
            GivenName = given,
            FamilyName = family,
            Email = Email(row, RosterField.Email, Text(RosterField.Email)),
            VigoNumber = Text(RosterField.VigoNumber) is { Length: > 0 } vigo ? vigo : null,
            Language = Language(row, Text(RosterField.Language)),
            Curriculum = curriculum,
            Kind = kind,
            Variant = variant,
            StartsOn = startsOn,
            EndsOn = endsOn,
            Workplace = Text(RosterField.Workplace) is { Length: > 0 } workplace ? workplace : null,
            CountyNumber = County(row, Text(RosterField.County)),
            TrainingManager = Supervisor(row, Text, RosterField.TrainingManager, RosterField.TrainingManagerEmail),
            Instructor = Supervisor(row, Text, RosterField.Instructor, RosterField.InstructorEmail),
        };

        if (line.Values.Skip(file.Headings.Count).Any(value => value.Length > 0))
        {
            row.Fail(RosterField.GivenName, RosterTexts.TooManyFields);
        }

        return row;
    }

    private (string Given, string Family) Name(RosterRow row, Func<RosterField, string> text)
    {
        var (given, family) = (text(RosterField.GivenName), text(RosterField.FamilyName));
        if (given.Length == 0 && family.Length == 0 && text(RosterField.FullName) is { Length: > 0 } whole)
        {
            (given, family) = Split(whole);
        }

        if (given.Length == 0)
        {
            row.Fail(RosterField.GivenName, RuleTexts.GivenNameMissing);
        }

        if (family.Length == 0)
        {
            row.Fail(RosterField.FamilyName, RuleTexts.FamilyNameMissing);
        }

        row.Say(RosterField.GivenName, given);
        row.Say(RosterField.FamilyName, family);
        return (given, family);
    }

    /// <summary>"Kari Anne Moen" and "Moen, Kari Anne" are the same.</summary>
    private static (string Given, string Family) Split(string name)
    {
        if (name.Split(',', 2, StringSplitOptions.TrimEntries) is [var last, var first])
        {
            return (first, last);
        }

        var space = name.LastIndexOf(' ');
        return space < 0 ? (name, "") : (name[..space].Trim(), name[(space + 1)..]);
    }

    private static string Email(RosterRow row, RosterField field, string text)
    {
        if (text.Length == 0)
        {
            row.Fail(field, RosterTexts.EmailMissing);
        }
        else if (!EmailAddress.IsValid(text))
        {
            row.Fail(field, RuleTexts.EmailMalformed);
        }

        return EmailAddress.Normalize(text);
    }

    private static (ContractKind?, ContractVariant?) Kind(RosterRow row, string text)
    {
        if (text.Length == 0)
        {
            return (null, null);
        }

        if (RosterWords.Kind(text) is { } read)
        {
            return (read.Kind, read.Variant);
        }

        row.Fail(RosterField.Kind, RosterTexts.KindUnknown);
        return (null, null);
    }

    private static (DateOnly StartsOn, DateOnly EndsOn) Days(RosterRow row, Func<RosterField, string> text)
    {
        var startsOn = Day(row, RosterField.StartsOn, text(RosterField.StartsOn), RosterTexts.WriteFirstDay);
        var endsOn = Day(row, RosterField.EndsOn, text(RosterField.EndsOn), RosterTexts.WriteLastDay);
        if (startsOn is { Year: < 2000 or > 2100 })
        {
            row.Fail(RosterField.StartsOn, RuleTexts.StartOutOfRange);
        }
        else if (startsOn is { } start && endsOn is { } end && end <= start)
        {
            row.Fail(RosterField.EndsOn, RuleTexts.EndBeforeStart);
        }
        else if (startsOn?.AddYears(10) <= endsOn)
        {
            row.Fail(RosterField.EndsOn, RuleTexts.ContractTooLong);
        }

        return (startsOn ?? default, endsOn ?? default);
    }

    private static DateOnly? Day(RosterRow row, RosterField field, string text, string write)
    {
        if (text.Length == 0)
        {
            row.Fail(field, write);
            return null;
        }

        if (RosterWords.Day(text, out var problem) is { } day)
        {
            row.Say(field, SpokenDate.Digits(day));
            return day;
        }

        row.Fail(field, $"{problem} {write}");
        return null;
    }

    private static Language? Language(RosterRow row, string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        var language = RosterWords.ReadLanguage(text);
        if (language is null)
        {
            row.Fail(RosterField.Language, RosterTexts.LanguageUnknown);
        }

        return language;
    }

    private static string? County(RosterRow row, string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        var county = Domain.County.Find(text) ?? Domain.County.Find(text.PadLeft(2, '0'));
        if (county is null)
        {
            var nearest = Domain.County.All.Concat(Domain.County.Former)
                .Select(known => (known.Name, Slips: CurriculumChoice.Slips(SortKey.Plain(known.Name), SortKey.Plain(text))))
                .MinBy(guess => guess.Slips);
            row.Fail(RosterField.County, nearest.Slips <= 2 ? Texts.Format(RosterTexts.NotThereDidYouMean, nearest.Name) : RosterTexts.CountyUnknown);
            return null;
        }

        row.Say(RosterField.County, $"{county.Number} {county.Name}");
        return county.Number;
    }

    private static NamedPerson? Supervisor(RosterRow row, Func<RosterField, string> text, RosterField nameField, RosterField emailField)
    {
        var (name, email) = (text(nameField), text(emailField));
        if (name.Length == 0 && email.Length == 0)
        {
            return null;
        }

        if (email.Length == 0)
        {
            row.Fail(nameField, RosterTexts.SupervisorEmailMissing);
            return null;
        }

        var (given, family) = Split(name);
        if (name.Length > 0 && family.Length == 0)
        {
            row.Fail(nameField, RosterTexts.WriteWholeName);
        }

        var person = new NamedPerson(given, family, Email(row, emailField, email));
        if (person.Email == EmailAddress.Normalize(row[RosterField.Email].Value) && person.Email.Length > 0)
        {
            row.Fail(nameField, RuleTexts.OwnSupervisor);
        }

        return person;
    }
}
