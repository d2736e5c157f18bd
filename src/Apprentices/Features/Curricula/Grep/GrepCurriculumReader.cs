using System.Text.Json;
using Apprentices.Domain;
using Apprentices.Shared;

namespace Apprentices.Features.Curricula.Grep;

/// <summary>Puts a curriculum together from its elements, in the shape of LK20 or of LK06.</summary>
public sealed class GrepCurriculumReader
{
    private readonly Func<string, GrepItem?> find;
    private readonly GrepItem curriculum;
    private readonly JsonElement root;
    private readonly string? fixedLanguage;
    private readonly List<(string? Code, OfficialText Title)> areas = [];
    private readonly List<GrepGoal> goals = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly List<string> missingSets = [];
    private readonly List<string> missingGoals = [];
    private readonly Dictionary<string, GrepItem> elements = new(StringComparer.Ordinal);

    private GrepCurriculumReader(GrepItem curriculum, Func<string, GrepItem?> find)
    {
        (this.curriculum, this.find) = (curriculum, find);
        root = curriculum.Read();
        fixedLanguage = Part("fastsettelsesinformasjon").Part("fastsatt-spraak").Code();
        elements.Add(curriculum.Code, curriculum);
    }

    /// <param name="curriculum">The curriculum itself.</param>
    /// <param name="find">An element of a code, wherever it is; nothing where there is none.</param>
    /// <exception cref="RuleException">A text in it is none.</exception>
    public static GrepCurriculum Read(GrepItem curriculum, Func<string, GrepItem?> find)
    {
        try
        {
            return new GrepCurriculumReader(curriculum, find).Read();
        }
        catch (FormatException)
        {
            throw new RuleException(Texts.Format(CurriculaTexts.TextOdd, curriculum.Code));
        }
    }

    /// <summary>The codes of the sets and goals that an element lists.</summary>
    public static IEnumerable<string> Named(GrepItem item)
    {
        var element = item.Read();
        var sets = item.Kind switch
        {
            GrepKind.Curriculum => element.Part("kompetansemaal-kapittel").Part("kompetansemaalsett").Items().ToList(),
            GrepKind.GoalSet => [element],
            _ => [],
        };
        var named = sets.SelectMany(set => set.Part("kompetansemaal").Items()
            .Concat(set.Part("hovedomraader-i-kontekst-av-kompetansemaalsett").Items().SelectMany(area => area.Part("kompetansemaal").Items())));
        return sets.Concat(named).Select(part => part.Code()).OfType<string>().Where(code => GrepItem.IsCode(code));
    }

    private GrepCurriculum Read()
    {
        foreach (var area in Part("hovedomraade-kapittel").Part("hovedomraader").Items())
        {
            AreaOf(area);
        }

        foreach (var named in Part("kompetansemaal-kapittel").Part("kompetansemaalsett").Items())
        {
            ReadSet(named);
        }

        foreach (var code in elements.Values.ToList().SelectMany(Mentioned).Distinct(StringComparer.Ordinal).ToList())
        {
            if (find(code) is { Kind: GrepKind.Other } mentioned)
            {
                elements.TryAdd(code, mentioned);
            }
        }

        return new GrepCurriculum
        {
            Code = curriculum.Code,
            Reform = curriculum.IsLk20 ? "LK20" : "LK06",
            Title = Part("tittel").Official(fixedLanguage),
            ValidFrom = Part("gyldighetsperiode").Part("gyldig-fra").Part("dato").Day() ?? Part("gyldighet").Part("gyldig-fra").Day()
                ?? Part("fastsettelsesinformasjon").Part("fastsatt-dato").Day(),
            ValidTo = Part("gyldighetsperiode").Part("gyldig-til").Part("dato").Day() ?? Part("gyldighet").Part("gyldig-til").Day(),
            HasExpired = Part("status").Text()?.EndsWith("status_utgaatt", StringComparison.Ordinal) == true,
            ChangedOn = curriculum.ChangedOn,
            Replaces = Codes("erstatter"),
            ReplacedBy = Codes("erstattes-av"),
            Areas = [.. areas.Select(area => area.Title)],
            Goals = goals,
            MissingSets = missingSets,
            MissingGoals = missingGoals,
            Assessment = ReadAssessment(),
            Elements = [.. elements.Values],
        };
    }

    /// <summary>A set stands in its own file, or within the curriculum.</summary>
    private void ReadSet(JsonElement named)
    {
        var code = named.Code();
        var found = code is null ? null : find(code);
        if (found is { Kind: GrepKind.GoalSet })
        {
            elements.TryAdd(found.Code, found);
        }
        else if (named.Part("kompetansemaal") is null && named.Part("hovedomraader-i-kontekst-av-kompetansemaalsett") is null)
        {
            missingSets.Add(code ?? "?");
            return;
        }

        var set = found is { Kind: GrepKind.GoalSet } ? found.Read() : named;
        foreach (var area in set.Part("hovedomraader-i-kontekst-av-kompetansemaalsett").Items())
        {
            var order = AreaOf(area);
            foreach (var goal in area.Part("kompetansemaal").Items())
            {
                ReadGoal(goal, order);
            }
        }

        foreach (var goal in set.Part("kompetansemaal").Items())
        {
            ReadGoal(goal, area: null);
        }
    }

    private void ReadGoal(JsonElement named, int? area)
    {
        if (named.Code() is not { } code || !GrepItem.IsCode(code) || !seen.Add(code))
        {
            return;
        }

        var found = find(code) is { Kind: GrepKind.Goal } item ? item : null;
        var whole = found?.Read();
        if (found is not null)
        {
            elements.TryAdd(code, found);
        }

        var words = (whole ?? named).Part("tittel").Official(fixedLanguage);
        if (!words.IsGiven && (words = named.Part("tittel").Official(fixedLanguage)) is { IsGiven: false })
        {
            missingGoals.Add(code);
            return;
        }

        var under = whole.Part("tilhoerer-hovedomraade") ?? named.Part("tilhoerer-hovedomraade");
        goals.Add(new GrepGoal(code, area ?? (under is { } one ? AreaOf(one) : null), words, found is not null));
    }

    /// <summary>The order of a main area, from 1; one that is new is the next.</summary>
    private int? AreaOf(JsonElement area)
    {
        var code = area.Code();
        var title = area.Part("tittel").Official(fixedLanguage);
        title = title.IsGiven ? title : area.Part("hovedomraadeverdier-under-kompetansemaalsett").Part("tittel").Official(fixedLanguage);
        var at = areas.FindIndex(known => code is null ? known.Title == title : known.Code == code);
        if (at < 0 && !title.IsGiven)
        {
            return null;
        }

        if (at < 0)
        {
            areas.Add((code, title));
            return areas.Count;
        }

        return at + 1;
    }

    private OfficialText ReadAssessment()
    {
        var chapter = Part("vurderingsordning-kapittel") ?? Part("vurderingsordninger-kapittel") ?? Part("vurdering-kapittel");
        var text = chapter.Part("beskrivelse").Official(fixedLanguage);
        return text.IsGiven ? text : chapter.Part("vurderingsordninger").Items().Select(one => one.Part("beskrivelse").Official(fixedLanguage)).FirstOrDefault(one => one.IsGiven) ?? OfficialText.None;
    }

    private JsonElement? Part(string name) => root.Part(name);

    private List<string> Codes(string list) => [.. Part(list).Items().Select(one => one.Code()).OfType<string>().Where(code => GrepItem.IsCode(code))];

    /// <summary>The codes of all that an element refers to, however deep.</summary>
    private static IEnumerable<string> Mentioned(GrepItem item) => Mentioned(item.Read());

    private static IEnumerable<string> Mentioned(JsonElement part) => part.ValueKind switch
    {
        JsonValueKind.Object => part.EnumerateObject().SelectMany(one =>
            one.NameEquals("kode") && ((JsonElement?)one.Value).Text() is { } code ? [code] : Mentioned(one.Value)),
        JsonValueKind.Array => part.EnumerateArray().SelectMany(Mentioned),
        _ => [],
    };
}
