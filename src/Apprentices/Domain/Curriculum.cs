namespace Apprentices.Domain;

/// <summary>The families of trades the employer trains in.</summary>
public enum TradeFamily
{
    /// <summary>IKT-servicefaget and its successors IT-driftsfaget and IT-utviklerfaget.</summary>
    IctService,

    /// <summary>Kontor- og administrasjonsfaget and its successor service- og administrasjonsfaget.</summary>
    OfficeAdministration,

    /// <summary>Any other trade whose curriculum has been imported.</summary>
    Other,
}

/// <summary>
/// A curriculum (læreplan) for a trade, by its official code, with the days between which it is valid and the goals
/// (kompetansemål) an apprentice shall reach. Some older ones come without goals until they are imported.
/// </summary>
public sealed class Curriculum
{
    private readonly List<Goal> goals = [];
    private readonly List<MainArea> mainAreas = [];
    private readonly List<CurriculumEdition> editions = [];

    private Curriculum() { }

    public Curriculum(string code, string reform, TradeFamily family, LocalText trade, LocalText title, DateOnly validFrom, DateOnly? validTo)
    {
        (Code, Reform, Family, Trade, Title, ValidFrom, ValidTo) = (code, reform, family, trade, title, validFrom, validTo);
    }

    /// <summary>Udir's code, for instance ITD03-01.</summary>
    public string Code { get; private set; } = "";

    /// <summary>LK06 or LK20.</summary>
    public string Reform { get; private set; } = "";
    public TradeFamily Family { get; private set; }

    /// <summary>The trade's name, for instance IT-driftsfaget.</summary>
    public LocalText Trade { get; private set; } = null!;
    public LocalText Title { get; private set; } = null!;
    public DateOnly ValidFrom { get; private set; }

    /// <summary>The last day it is valid; empty while it is in force.</summary>
    public DateOnly? ValidTo { get; private set; }

    /// <summary>The code of the curriculum that this one followed.</summary>
    public string? ReplacesCode { get; set; }

    /// <summary>How many working days the final test takes by the curriculum.</summary>
    public int? FinalTestWorkingDays { get; set; }
    public string? VigoSubjectCode { get; set; }

    /// <summary>The number of the edition that new contracts follow, from 1.</summary>
    public int Edition { get; private set; } = 1;

    public IReadOnlyList<CurriculumEdition> Editions => editions;

    /// <summary>The goals of all editions.</summary>
    public IReadOnlyList<Goal> AllGoals => goals;

    /// <summary>The main areas of all editions.</summary>
    public IReadOnlyList<MainArea> AllMainAreas => mainAreas;

    /// <summary>The goals of the edition in force.</summary>
    public IEnumerable<Goal> Goals => goals.Where(goal => goal.EditionNumber == Edition);

    /// <summary>The goals of one edition.</summary>
    public IEnumerable<Goal> GoalsOf(int edition) => goals.Where(goal => goal.EditionNumber == edition);

    /// <summary>The main areas of the edition in force.</summary>
    public IEnumerable<MainArea> MainAreas => mainAreas.Where(area => area.EditionNumber == Edition);

    public void Add(MainArea area)
    {
        area.BelongTo(Edition);
        mainAreas.Add(area);
    }

    public void Add(Goal goal)
    {
        goal.BelongTo(Edition);
        goals.Add(goal);
    }

    /// <summary>Begins the next edition; its goals and main areas are added to it afterwards. The first needs none to come before.</summary>
    public CurriculumEdition BeginEdition(DateTimeOffset at)
    {
        Edition = editions.Count == 0 ? 1 : editions.Max(edition => edition.Number) + 1;
        var edition = new CurriculumEdition(Edition, at);
        editions.Add(edition);
        return edition;
    }

    /// <summary>Udir has said the last day it is valid.</summary>
    public void EndOn(DateOnly lastDay) => ValidTo = lastDay;

    /// <summary>Whether a contract that begins on the day may follow it.</summary>
    public bool IsValidOn(DateOnly day) => ValidFrom <= day && (ValidTo is null || day <= ValidTo);
}

/// <summary>A main subject area (hovedområde) of an older curriculum, under which its goals stand.</summary>
public sealed class MainArea
{
    private MainArea() { }

    public MainArea(int order, LocalText title) => (Order, Title) = (order, title);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public string CurriculumCode { get; private set; } = "";

    /// <summary>The edition of the curriculum it is part of.</summary>
    public int EditionNumber { get; private set; } = 1;
    public int Order { get; private set; }
    public LocalText Title { get; private set; } = null!;

    internal void BelongTo(int edition) => EditionNumber = edition;
}

/// <summary>
/// A competence goal (kompetansemål) of one edition, by its official code: a short plain title of the project's own wording,
/// and the official words once they have been imported.
/// </summary>
public sealed class Goal
{
    private Goal() { }

    public Goal(string code, int order, LocalText title) => (Code, Order, Title) = (code, order, title);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public string CurriculumCode { get; private set; } = "";

    /// <summary>Udir's code: KM... in LK20, K... in LK06.</summary>
    public string Code { get; private set; } = "";

    /// <summary>The edition of the curriculum it is part of.</summary>
    public int EditionNumber { get; private set; } = 1;

    /// <summary>The place in the curriculum, from 1.</summary>
    public int Order { get; private set; }

    /// <summary>The main area it stands under, by its order; empty in LK20.</summary>
    public int? MainAreaOrder { get; init; }
    public LocalText Title { get; private set; } = null!;

    /// <summary>The goal in Udir's words.</summary>
    public OfficialText Wording { get; private set; } = OfficialText.None;

    /// <summary>Gives it Udir's words.</summary>
    public void Word(OfficialText wording) => Wording = wording;

    internal void BelongTo(int edition) => EditionNumber = edition;
}

/// <summary>Which curriculum a contract's start day proposes. It only proposes: periods overlap, and HR decides.</summary>
public static class CurriculumProposal
{
    /// <summary>
    /// The curricula of the family that are valid on the day, newest first. ICT service from August 2021 has more than one.
    /// </summary>
    public static IReadOnlyList<Curriculum> For(DateOnly startsOn, TradeFamily family, IEnumerable<Curriculum> curricula) =>
    [
        .. curricula
            .Where(curriculum => curriculum.Family == family && curriculum.IsValidOn(startsOn))
            .OrderByDescending(curriculum => curriculum.ValidFrom)
            .ThenBy(curriculum => curriculum.Code, StringComparer.Ordinal),
    ];
}
