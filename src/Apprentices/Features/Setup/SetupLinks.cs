namespace Apprentices.Features.Setup;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class SetupLinks
{
    public const string Setup = "/setup";
    public const string Counties = "/setup/counties";
    public const string Office = "/setup/office";
    public const string Approvals = "/setup/approvals";
    public const string Checklists = "/setup/checklists";
    public const string Log = "/setup/log";

    /// <summary>How the log is kept in a trade.</summary>
    public static string LogOf(string curriculumCode) => $"{Log}/{Uri.EscapeDataString(curriculumCode)}";

    /// <summary>The form for an approval that is not entered yet.</summary>
    public const string NewApproval = "/setup/approvals/new";

    /// <summary>What a county has set; the form filled from the setting of a day, or from the one in force.</summary>
    public static string CountyOf(string number, DateOnly? from = null) => $"{Counties}/{number}" + (from is { } day ? $"?from={day:yyyy-MM-dd}" : "");

    /// <summary>The same form, filled with what contracts lack.</summary>
    public static string ApprovalFor(string curriculumCode, Guid workplaceId, string countyNumber) =>
        $"{NewApproval}?trade={Uri.EscapeDataString(curriculumCode)}&workplace={workplaceId}&county={countyNumber}";
}
