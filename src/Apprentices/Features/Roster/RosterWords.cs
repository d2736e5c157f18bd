using System.Globalization;
using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.Roster;

/// <summary>Reads the words of a roster: contract kinds, languages and days, as people and other systems write them; and writes them back.</summary>
public static class RosterWords
{
    /// <summary>The kind of contract, and the variant where the text says one.</summary>
    public static (ContractKind Kind, ContractVariant? Variant)? Kind(string text)
    {
        var words = RosterFields.Fold(text);
        bool Says(params string[] any) => Array.Exists(any, word => words.Contains(word, StringComparison.Ordinal));

        ContractKind? kind = true switch
        {
            _ when Says("fagbrevpajobb", "onthejob") => ContractKind.OnTheJobCandidate,
            _ when Says("praksisbrev", "practicecertificate") => ContractKind.PracticeCertificateCandidate,
            _ when Says("opplaeringskontrakt", "laerekandidat", "trainingcontract", "trainingcandidate") => ContractKind.TrainingCandidate,
            _ when Says("laerekontrakt", "laerling", "apprentice") => ContractKind.Apprentice,
            _ => null,
        };
        ContractVariant? variant = true switch
        {
            _ when Says("fullopplaering", "fulltraining") => ContractVariant.FullTrainingAtWork,
            _ when Says("veksling", "alternating") => ContractVariant.Alternating,
            _ when Says("studieogyrkes", "yrkesogstudie", "taf", "ysk", "dualcompetence") => ContractVariant.DualCompetence,
            _ => null,
        };
        return kind is { } known ? (known, variant) : null;
    }

    /// <summary>The kind in the reader's language.</summary>
    public static string Of(ContractKind kind, ContractVariant variant)
    {
        var name = kind switch
        {
            ContractKind.Apprentice => RosterTexts.KindApprentice,
            ContractKind.TrainingCandidate => RosterTexts.KindTrainingCandidate,
            ContractKind.PracticeCertificateCandidate => RosterTexts.KindPracticeCertificate,
            _ => RosterTexts.KindOnTheJob,
        };
        return variant switch
        {
            ContractVariant.FullTrainingAtWork => $"{name} ({RosterTexts.VariantFullTraining})",
            ContractVariant.Alternating => $"{name} ({RosterTexts.VariantAlternating})",
            ContractVariant.DualCompetence => $"{name} ({RosterTexts.VariantDualCompetence})",
            _ => name,
        };
    }

    public static Language? ReadLanguage(string text) => RosterFields.Fold(text) switch
    {
        "bokmal" or "bm" or "nb" or "nbno" or "norsk" or "norskbokmal" or "norwegian" => Language.Bokmal,
        "nynorsk" or "nyn" or "nn" or "nnno" or "norsknynorsk" => Language.Nynorsk,
        "engelsk" or "english" or "en" or "engb" => Language.English,
        _ => null,
    };

    public static string Of(Language language) => language switch
    {
        Language.Nynorsk => "nynorsk",
        Language.English => "English",
        _ => "bokmål",
    };

    /// <summary>Reads a day, or says why it is none: "31. februar finnes ikke."</summary>
    public static DateOnly? Day(string text, out string problem)
    {
        var day = WithoutMidnight(text);
        problem = "";
        switch (TypedDate.Read(day, out var read))
        {
            case TypedDate.Reading.Day:
                return read;
            case TypedDate.Reading.NoSuchDay:
                problem = NoSuchDay(day);
                return null;
            default:
                problem = RosterTexts.NotADay;
                return null;
        }
    }

    private static string NoSuchDay(string text)
    {
        var parts = text.Split(['.', '/', '-', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 3)
        {
            return Texts.Format(RosterTexts.NoSuchDate, text);
        }

        var numbers = parts.Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToList();
        var (day, month, year) = parts[0].Length == 4 ? (numbers[2], numbers[1], numbers[0]) : (numbers[0], numbers[1], numbers[2]);
        if (month is < 1 or > 12)
        {
            return Texts.Format(RosterTexts.NoSuchMonth, month);
        }

        var name = CultureInfo.CurrentCulture.DateTimeFormat.MonthGenitiveNames[month - 1];
        return (day, month) == (29, 2)
            ? Texts.Format(RosterTexts.NoSuchDayThatYear, day, name, year)
            : Texts.Format(RosterTexts.NoSuchDay, day, name);
    }

    /// <summary>Other systems write a day as an instant at midnight.</summary>
    private static string WithoutMidnight(string text)
    {
        foreach (var midnight in new[] { " 00:00:00", " 00.00.00", " 00:00", " 0:00", "T00:00:00" })
        {
            if (text.EndsWith(midnight, StringComparison.Ordinal))
            {
                return text[..^midnight.Length];
            }
        }

        return text;
    }
}
