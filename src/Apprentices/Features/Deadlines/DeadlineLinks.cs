namespace Apprentices.Features.Deadlines;

/// <summary>The addresses of this feature's pages; nothing else in the program spells them.</summary>
public static class DeadlineLinks
{
    public const string List = "/deadlines";

    public static string Duty(Guid id) => $"{List}/{id}";

    /// <summary>The letter to the county or the training office, with the fields beside it.</summary>
    public static string Notice(Guid id, string? language = null) => InLanguage($"{List}/{id}/notice", language);

    /// <summary>The attest after a contract that ended before its time.</summary>
    public static string Attest(Guid id, string? language = null) => InLanguage($"{List}/{id}/attest", language);

    /// <summary>What is overdue, whoever sees to it.</summary>
    public static string Overdue => new DeadlineQuery(DeadlineFilter.Overdue).Address(List);

    /// <summary>What falls due within thirty days, whoever sees to it.</summary>
    public static string Next30Days => new DeadlineQuery(DeadlineFilter.Next30Days).Address(List);

    private static string InLanguage(string path, string? language) => language is null ? path : $"{path}?language={language}";
}
