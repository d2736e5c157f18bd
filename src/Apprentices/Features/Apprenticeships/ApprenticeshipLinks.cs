using Apprentices.Data;

namespace Apprentices.Features.Apprenticeships;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class ApprenticeshipLinks
{
    public const string Overview = "/overview";
    public const string List = "/apprenticeships";
    public const string Register = "/apprenticeships/register";
    public const string Handover = "/people/handover";

    /// <summary>The form of a new contract for somebody who has had one.</summary>
    public static string RegisterAgain(Guid personId) => $"{Register}?person={personId}";

    /// <summary>The list narrowed to a filter.</summary>
    public static string Filtered(StandingFilter filter) => $"{List}?filter={filter}";

    /// <summary>The list narrowed to what is typed.</summary>
    public static string Found(string text) => $"{List}?q={Uri.EscapeDataString(text)}";

    /// <summary>The list narrowed to a workplace.</summary>
    public static string AtWorkplace(Guid workplaceId) => $"{List}?workplace={workplaceId}";

    /// <summary>The list narrowed to a trade, by its curriculum's code.</summary>
    public static string InTrade(string curriculumCode) => $"{List}?trade={Uri.EscapeDataString(curriculumCode)}";

    /// <summary>The record, at its contract.</summary>
    public static string Record(Guid id) => $"{List}/{id}";
    public static string Plan(Guid id) => $"{List}/{id}/plan";
    public static string Log(Guid id) => $"{List}/{id}/log";

    /// <summary>What her supervisors have observed.</summary>
    public static string Observations(Guid id) => $"{List}/{id}/observations";
    public static string Talks(Guid id) => $"{List}/{id}/talks";

    /// <summary>Where she is planned to be, and when.</summary>
    public static string Placements(Guid id) => $"{List}/{id}/placements";

    /// <summary>When what happens on the record, with the reason behind each day.</summary>
    public static string Calendar(Guid id) => $"{List}/{id}/calendar";

    /// <summary>The same, with the reason for one of its days open.</summary>
    public static string CalendarAt(Guid id, string why) => $"{Calendar(id)}?why={Uri.EscapeDataString(why)}";

    /// <summary>Everything entered about the contract, and the record as it was on a day.</summary>
    public static string History(Guid id) => $"{List}/{id}/history";

    /// <summary>Where something that happened to the contract is entered.</summary>
    public static string Change(Guid id) => $"{List}/{id}/change";

    /// <summary>The way to the final test: what is in place, the attempts, and what becomes of them.</summary>
    public static string FinalTest(Guid id) => $"{List}/{id}/test";

    /// <summary>Pay steps and grants.</summary>
    public static string Money(Guid id) => $"{List}/{id}/money";
    public static string Edit(Guid id) => $"{List}/{id}/edit";

    /// <summary>Whose record an address belongs to, or nothing.</summary>
    public static Guid? RecordOf(string path)
    {
        var parts = path.Split('?', '#')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1 && parts[0] == List[1..] && Guid.TryParse(parts[1], out var id) ? id : null;
    }
}
